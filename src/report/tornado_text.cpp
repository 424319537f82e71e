// The tornado: for each doubtful coefficient a bar from the difference at the low end of its range
// to that at the high end, on one scale, with zero marked where it lies within.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include "report/coefficient_words.hpp"
#include "report/display.hpp"
#include "report/figure_format.hpp"
#include "report/text_sections.hpp"
#include "report/verdict_names.hpp"
#include "report/verdict_text.hpp"

namespace holdline::report {
namespace {

constexpr std::size_t kMostBars = 20;
constexpr std::size_t kLeastBarWidth = 20;
constexpr std::size_t kMostBarWidth = 50;

/// Columns of a bar for differences between two bounds.
struct Scale {
  double least = 0.0;
  double most = 0.0;
  std::size_t width = kLeastBarWidth;

  [[nodiscard]] std::size_t column(double value) const {
    if (most <= least) return 0;
    const double share = std::clamp((value - least) / (most - least), 0.0, 1.0);
    return static_cast<std::size_t>(std::floor(share * static_cast<double>(width - 1) + 0.5));
  }
};

std::string bar_text(const SensitivityBar& bar, double present, const Scale& scale) {
  std::string text(scale.width, ' ');
  const std::size_t low = scale.column(bar.low.difference.value);
  const std::size_t high = scale.column(bar.high.difference.value);
  const std::size_t now = scale.column(present);
  const std::size_t first = std::min({low, high, now});
  const std::size_t last = std::max({low, high, now});
  for (std::size_t i = first; i <= last; ++i) text[i] = '=';
  if (scale.least <= 0.0 && scale.most >= 0.0) text[scale.column(0.0)] = '0';
  text[now] = '|';
  text[low] = low == now ? text[low] : 'L';
  text[high] = high == now ? text[high] : 'H';
  return text;
}

std::string_view mark_of(Turn turn) {
  return turn == Turn::yes ? "turns" : turn == Turn::open ? "open" : "";
}

std::vector<const SensitivityBar*> shown_bars(const Tornado& tornado) {
  std::vector<const SensitivityBar*> shown;
  for (const SensitivityBar& bar : tornado.bars) {
    const bool is_told = shown.size() < kMostBars || turn_of(tornado, bar) == Turn::yes;
    if (bar.swing > 0.0 && is_told) shown.push_back(&bar);
  }
  return shown;
}

Scale scale_of(const std::vector<const SensitivityBar*>& bars, double present) {
  Scale scale{present, present};
  for (const SensitivityBar* bar : bars) {
    for (const double value : {bar->low.difference.value, bar->high.difference.value}) {
      scale.least = std::min(scale.least, value);
      scale.most = std::max(scale.most, value);
    }
  }
  return scale;
}

/// "+420,000 ± 40,000", the latter where there is an interval.
std::string end_text(const SensitivityEnd& end, const FigureFormat& format) {
  const std::string spread = format.figure(end.difference).spread;
  return format.signed_number(end.difference.value) + (spread.empty() ? "" : " " + spread);
}

/// What stands in a line beside the bar.
struct Line {
  std::string path;
  std::string range;
  std::string low;
  std::string high;
};

std::vector<Line> lines_of(const ResultView& view, const Tornado& tornado,
                           const std::vector<const SensitivityBar*>& bars) {
  std::vector<Estimate> ends;
  for (const SensitivityBar* bar : bars) {
    ends.push_back(bar->low.difference);
    ends.push_back(bar->high.difference);
  }
  const FigureFormat format(MetricUnit::money, view.result().currency, ends);
  std::vector<Line> lines;
  for (const SensitivityBar* bar : bars) {
    lines.push_back({path_text(tornado, *bar, view.result().plan_names),
                     range_text(bar->coefficient), end_text(bar->low, format),
                     end_text(bar->high, format)});
  }
  return lines;
}

std::size_t widest(const std::vector<Line>& lines, std::string Line::*part) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, display_width(line.*part));
  return width;
}

/// One line a bar: path, range, bar, ends, mark.
void write_bars(const ResultView& view, const Tornado& tornado,
                const std::vector<const SensitivityBar*>& bars, const TextStyle& style,
                std::ostream& out) {
  Scale scale = scale_of(bars, tornado.difference.value);
  const std::vector<Line> lines = lines_of(view, tornado, bars);
  const std::size_t left = widest(lines, &Line::path);
  const std::size_t middle = widest(lines, &Line::range);
  const std::size_t low = widest(lines, &Line::low);
  const std::size_t high = widest(lines, &Line::high);
  const std::size_t ends = 2 + low + 4 + high + 8;
  const std::size_t taken = 2 + left + 2 + middle + 2 + ends;
  const std::size_t width = words_width(style);
  const bool fits = taken + kLeastBarWidth <= width;
  const std::size_t room = width - std::min(width, fits ? taken : 4 + ends);
  scale.width = std::clamp(room, kLeastBarWidth, kMostBarWidth);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    std::string line =
        "  " + pad_right(lines[i].path, left) + "  " + pad_left(lines[i].range, middle);
    line += fits ? "  " : "\n    ";  // on a narrow terminal the bar has a line of its own
    line += bar_text(*bars[i], tornado.difference.value, scale) + "  " +
            pad_left(lines[i].low, low) + " to " + pad_left(lines[i].high, high);
    const Turn turn = turn_of(tornado, *bars[i]);
    if (turn != Turn::no) {
      line += "  " + inked(mark_of(turn), turn == Turn::yes ? Ink::bad : Ink::bold, style.color);
    }
    out << line << '\n';
  }
}

/// Of all tornados, for what their bars show is explained once: is(tornado, bar).
template <class Is>
bool has_bar(const Sensitivity& sensitivity, const Is& is) {
  return std::any_of(
      sensitivity.tornados.begin(), sensitivity.tornados.end(), [&](const Tornado& tornado) {
        return std::any_of(tornado.bars.begin(), tornado.bars.end(),
                           [&](const SensitivityBar& bar) { return is(tornado, bar); });
      });
}

/// Whether a figure of the world moved but one of two plans.
bool moves_one(const Sensitivity& sensitivity) {
  return has_bar(sensitivity, [](const Tornado&, const SensitivityBar& bar) {
    return !is_of_plan(bar.coefficient) && bar.moves_base != bar.moves_other;
  });
}

bool has(const Sensitivity& sensitivity, Turn turn) {
  return has_bar(sensitivity, [turn](const Tornado& tornado, const SensitivityBar& bar) {
    return turn_of(tornado, bar) == turn;
  });
}

/// What the columns mean, and how sure they are.
std::string legend_of(const ResultView& view, const Verdict& verdict, const Tornado& tornado) {
  const Result& result = view.result();
  const std::uint32_t replications = result.sensitivity->replications;
  const std::string spread =
      replications >= 2
          ? fmt::format("after \u00b1 half the {:g}% interval at that end",
                        result.settings.confidence * 100.0)
          : std::string(
                "no intervals, for one replication does not tell how sure a change is "
                "(--sensitivity-replications)");
  std::string marks;
  if (has(*result.sensitivity, Turn::yes)) {
    marks += " \u201cturns\u201d: the sign does, for that interval lies wholly beyond zero.";
  }
  if (has(*result.sensitivity, Turn::open)) {
    marks += fmt::format(
        " \u201copen\u201d: {}, so that whether the sign turns is not known.",
        replications >= 2 ? "at an end that interval holds zero" : "there is no interval");
  }
  const std::string explained = fmt::format(
      "{} replication{} repeated, {}.{}{}", replications, replications == 1 ? "" : "s", spread,
      marks,
      moves_one(*result.sensitivity) ? " A plan in brackets is the one that changed with it, alone."
                                     : "");
  const std::string present =
      FigureFormat(MetricUnit::money, result.currency, {&tornado.difference, 1})
          .difference(tornado.difference)
          .value;
  const std::string pair =
      view.quoted_plan(verdict.other) + " \u2212 " + view.quoted_plan(verdict.base);
  if (verdict.other != result.verdicts.front().other) {
    return fmt::format("Difference of net value, {}, as above; | is the present {}.", pair,
                       present);
  }
  return fmt::format(
      "Difference of net value, {}, with one coefficient at the low (L) and at the high (H) end "
      "of its range; | is the present {}; {}",
      pair, present, explained);
}

}  // namespace

void write_tornado(const ResultView& view, const Verdict& verdict, const TextStyle& style,
                   std::ostream& out) {
  const Result& result = view.result();
  const Tornado* tornado = tornado_of(result, verdict);
  if (tornado == nullptr) return;
  const std::size_t width = words_width(style);
  const std::vector<const SensitivityBar*> bars = shown_bars(*tornado);
  const std::size_t quiet = tornado->bars.size() - bars.size();
  const std::string legend = legend_of(view, verdict, *tornado);
  out << "\n  " << inked("What it rests on", Ink::bold, style.color) << "\n  "
      << inked(wrapped(legend, width, 2, 2), Ink::dim, style.color) << "\n\n";
  if (!result.sensitivity->is_complete) {
    out << "  "
        << inked(fmt::format("PARTIAL: stopped early; {} of {} coefficients were tried.",
                             tornado->bars.size(), tornado->coefficients),
                 Ink::bad, style.color)
        << '\n';
  }
  if (!bars.empty()) write_bars(view, *tornado, bars, style, out);
  if (bars.empty() && quiet > 0) {
    out << fmt::format("  Of {} none changes the difference.\n", quiet);
  } else if (quiet > 0) {
    out << fmt::format("  {} other{} change{} less or nothing.\n", quiet, quiet == 1 ? "" : "s",
                       quiet == 1 ? "s" : "");
  }
  for (const std::string& path : tornado->failed) {
    out << fmt::format("  {} could not be tried: the scenario is not valid there.\n", path);
  }
}

}  // namespace holdline::report
