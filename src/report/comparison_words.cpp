// Only what an interval supports is said: a difference whose interval holds zero is undecided,
// however large it looks.
#include "report/comparison_words.hpp"

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/display.hpp"
#include "report/figure_format.hpp"
#include "report/text_sections.hpp"

namespace holdline::report {
namespace {

struct Sentence {
  std::string text;
  Ink ink = Ink::plain;
};

// The decimals the table uses for the same row, so that words and table agree to the digit.
FigureFormat format_of(const ResultView& view, const Difference& difference) {
  std::vector<Estimate> estimates;
  for (const PlanRun& run : view.result().runs) {
    estimates.push_back(view.estimate(*difference.metric, run.plan, difference.row));
  }
  return FigureFormat(difference.metric->unit, view.result().currency, estimates)
      .refined_for(difference.difference);
}

Sentence undecided(const FigureFormat& format, const Estimate& estimate, double confidence) {
  return {
      fmt::format("undecided: the difference is {} and its {:g}% interval, {} to {}, holds zero.",
                  format.difference(estimate).value, confidence, format.signed_number(estimate.low),
                  format.signed_number(estimate.high)),
      Ink::plain};
}

Sentence decided(const ResultView& view, const Difference& difference, const FigureFormat& format,
                 double confidence) {
  const Estimate& estimate = difference.difference;
  const bool is_higher = estimate.value > 0.0;
  const double least = is_higher ? estimate.low : -estimate.high;
  const double most = is_higher ? estimate.high : -estimate.low;
  const int gain = difference.metric->better * (is_higher ? 1 : -1);
  const std::string_view judgement = gain > 0 ? ": better" : gain < 0 ? ": worse" : "";
  return {fmt::format("{} is {} {} than {} ({:g}% interval {} to {}){}.",
                      view.quoted_plan(difference.other), format.magnitude(estimate.value),
                      is_higher ? "higher" : "lower", view.quoted_plan(difference.base), confidence,
                      format.value_without_unit(least), format.magnitude(most), judgement),
          gain > 0   ? Ink::good
          : gain < 0 ? Ink::bad
                     : Ink::plain};
}

Sentence sentence_of(const ResultView& view, const Difference& difference) {
  const Estimate& estimate = difference.difference;
  const FigureFormat format = format_of(view, difference);
  const double confidence = view.result().settings.confidence * 100.0;
  if (!estimate.is_defined) return {"not defined in both plans.", Ink::plain};
  if (!estimate.has_interval) {
    return {fmt::format("the difference is {}, without an interval: too few replications.",
                        format.difference(estimate).value),
            Ink::plain};
  }
  if (format.shows_zero(estimate.low) && format.shows_zero(estimate.high)) {
    return {"the same in both.", Ink::plain};
  }
  const bool holds_zero = estimate.low <= 0.0 && estimate.high >= 0.0;
  return holds_zero ? undecided(format, estimate, confidence)
                    : decided(view, difference, format, confidence);
}

}  // namespace

void write_comparison_words(const ResultView& view, const TextStyle& style, std::ostream& out) {
  const std::vector<PlanRun>& runs = view.result().runs;
  const std::size_t width = words_width(style);
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const std::string title = fmt::format("In words: {} against {}", view.quoted_plan(runs[i].plan),
                                          view.quoted_plan(runs[0].plan));
    out << '\n' << inked(title, Ink::bold, style.color) << '\n';
    for (const Metric* metric : view.shown()) {
      for (const ScoreRow row : view.centre_rows(*metric)) {
        const Difference* difference = view.difference(*metric, runs[i].plan, row);
        if (difference == nullptr) continue;
        const Sentence sentence = sentence_of(view, *difference);
        const std::string line =
            fmt::format("{}: {}", view.centre_label(*metric, row), sentence.text);
        out << "  " << inked(wrapped(line, width, 4, 2), sentence.ink, style.color) << '\n';
      }
    }
  }
}

}  // namespace holdline::report
