// On which assumptions a verdict turns, what was never tried, and what is left out.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/verdict_sentences.hpp"

namespace holdline::report {
namespace {

/// The coefficients of one source that alone turn the sign.
std::vector<const SensitivityBar*> turning(const VerdictFacts& facts, Source source) {
  std::vector<const SensitivityBar*> bars;
  if (facts.tornado == nullptr) return bars;
  for (const SensitivityBar& bar : facts.tornado->bars) {
    if (bar.turns() && bar.coefficient.source == source) bars.push_back(&bar);
  }
  return bars;
}

}  // namespace

std::string loyalty_words(const VerdictFacts& facts) {
  if (facts.view.result().has_outcomes) return "";
  return "The scenario has no outcomes: nobody leaves because of an issue, whatever the service, "
         "so "
         "what bad service loses is not counted.";
}

std::string warning_words(const VerdictFacts& facts) {
  if (!facts.is_decided()) return "";
  for (const Source source : {Source::assumed, Source::vendor}) {
    const std::vector<const SensitivityBar*> bars = turning(facts, source);
    if (bars.empty()) continue;
    std::vector<std::string> paths;
    for (const SensitivityBar* bar : bars) paths.push_back(bar->coefficient.path);
    const bool is_sure = std::any_of(bars.begin(), bars.end(),
                                     [](const SensitivityBar* bar) { return bar->turns_surely(); });
    return fmt::format("This verdict turns on {}: {} alone, within {}, {} make {} the better plan.",
                       source == Source::assumed ? "assumed figures" : "figures of vendors",
                       fmt::join(paths, " or "), paths.size() == 1 ? "its range" : "their ranges",
                       is_sure ? "would" : "might", facts.trailer());
  }
  return "";
}

std::string assumption_words(const VerdictFacts& facts) {
  if (facts.tornado == nullptr) {
    return "What it assumes was not tested: holdline compare --sensitivity tries every assumed "
           "figure of the world and every vendor\u2019s over its range; figures of the plans "
           "are taken as given.";
  }
  const std::vector<SensitivityBar>& bars = facts.tornado->bars;
  const auto turned = std::count_if(bars.begin(), bars.end(),
                                    [](const SensitivityBar& bar) { return bar.turns(); });
  const auto surely = std::count_if(bars.begin(), bars.end(),
                                    [](const SensitivityBar& bar) { return bar.turns_surely(); });
  const bool is_one = bars.size() == 1;
  const std::string tried = fmt::format(
      "{}{} assumed or vendors\u2019 figure{} of the world {} tried over {} range, one at a time",
      facts.view.result().sensitivity->is_complete ? "" : "Of those finished, ", bars.size(),
      is_one ? "" : "s", is_one ? "was" : "were", is_one ? "its" : "their");
  if (turned == 0)
    return tried + ": none turns the sign. Figures of the plans were taken as given.";
  return fmt::format(
      "{}: {} turn{} the sign, {} of them surely. Figures of the plans were taken as given.", tried,
      turned, turned == 1 ? "s" : "", surely);
}

}  // namespace holdline::report
