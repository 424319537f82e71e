// The tornado: for each doubtful coefficient a bar from the difference at the low end of its range
// to that at the high end, on one scale, with zero marked where it lies within.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

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

std::string range_text(const Coefficient& coefficient) {
  const bool is_share = coefficient.unit == "share";
  const double factor = is_share ? 100.0 : 1.0;
  return fmt::format("{:.4g} to {:.4g}{}", coefficient.low * factor, coefficient.high * factor,
                     is_share                  ? "%"
                     : coefficient.unit == "1" ? ""
                                               : " " + coefficient.unit);
}

std::string_view mark_of(const SensitivityBar& bar) {
  return bar.turns_surely() ? "turns" : bar.turns() ? "turns?" : "";
}

std::vector<const SensitivityBar*> shown_bars(const Tornado& tornado) {
  std::vector<const SensitivityBar*> shown;
  for (const SensitivityBar& bar : tornado.bars) {
    if (bar.swing > 0.0 && (shown.size() < kMostBars || bar.turns())) shown.push_back(&bar);
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

/// One line a bar: path, range, bar, ends, mark.
void write_bars(const Result& result, const Tornado& tornado,
                const std::vector<const SensitivityBar*>& bars, const TextStyle& style,
                std::ostream& out) {
  Scale scale = scale_of(bars, tornado.difference.value);
  std::vector<Estimate> ends;
  std::size_t left = 0;
  std::size_t middle = 0;
  for (const SensitivityBar* bar : bars) {
    left = std::max(left, display_width(bar->coefficient.path));
    middle = std::max(middle, display_width(range_text(bar->coefficient)));
    ends.push_back({bar->low.difference.value, 0.0, 0.0, true, false, 1});
    ends.push_back({bar->high.difference.value, 0.0, 0.0, true, false, 1});
  }
  const FigureFormat format(MetricUnit::money, result.currency, ends);
  std::size_t right = 0;
  for (const Estimate& end : ends) {
    right = std::max(right, display_width(format.signed_number(end.value)));
  }
  const std::size_t taken = 2 + left + 2 + middle + 2 + 2 + 2 * right + 4 + 8;
  const std::size_t width = words_width(style);
  scale.width = std::clamp(width > taken ? width - taken : 0, kLeastBarWidth, kMostBarWidth);
  const bool fits = taken + kLeastBarWidth <= width;
  for (const SensitivityBar* bar : bars) {
    std::string line = "  " + pad_right(bar->coefficient.path, left) + "  " +
                       pad_left(range_text(bar->coefficient), middle);
    line += fits ? "  " : "\n    ";  // on a narrow terminal the bar has a line of its own
    line += bar_text(*bar, tornado.difference.value, scale) + "  " +
            pad_left(format.signed_number(bar->low.difference.value), right) + " to " +
            pad_left(format.signed_number(bar->high.difference.value), right);
    if (bar->turns()) {
      line += "  " + inked(mark_of(*bar), Ink::bad, style.color);
    }
    out << line << '\n';
  }
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
  const std::string legend = fmt::format(
      "Difference of net value, {} \u2212 {}, with one coefficient at the low (L) and at the high "
      "(H) end of its range; | is the present {}; {} replication{} repeated. \u201cturns\u201d: "
      "the "
      "sign does; with a question mark the interval holds zero.",
      view.plan_name(verdict.other), view.plan_name(verdict.base),
      FigureFormat(MetricUnit::money, result.currency, {&tornado->difference, 1})
          .difference(tornado->difference)
          .value,
      result.sensitivity->replications, result.sensitivity->replications == 1 ? "" : "s");
  out << "\n  " << inked("What it rests on", Ink::bold, style.color) << "\n  "
      << inked(wrapped(legend, width, 2, 2), Ink::dim, style.color) << "\n\n";
  if (!result.sensitivity->is_complete) {
    out << "  " << inked("PARTIAL: stopped early; coefficients are missing.", Ink::bad, style.color)
        << '\n';
  }
  if (!bars.empty()) write_bars(result, *tornado, bars, style, out);
  if (quiet > 0) {
    out << fmt::format("  {} other{} change{} less or nothing.\n", quiet, quiet == 1 ? "" : "s",
                       quiet == 1 ? "s" : "");
  }
  for (const std::string& path : result.sensitivity->failed) {
    out << fmt::format("  {} could not be tried: the scenario is not valid there.\n", path);
  }
}

}  // namespace holdline::report
