// On which assumptions a verdict turns, what was never tried, and what is left out.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/coefficient_words.hpp"
#include "report/verdict_sentences.hpp"

namespace holdline::report {
namespace {

bool turns(const SensitivityBar& bar) { return bar.turns(); }
bool turns_surely(const SensitivityBar& bar) { return bar.turns_surely(); }

std::ptrdiff_t count_if(const Tornado& tornado, bool (*is)(const SensitivityBar&)) {
  return std::count_if(tornado.bars.begin(), tornado.bars.end(), is);
}

bool any_of(const std::vector<const SensitivityBar*>& bars, Source source) {
  return std::any_of(bars.begin(), bars.end(), [source](const SensitivityBar* bar) {
    return bar->coefficient.source == source;
  });
}

/// "12 assumed or vendors' figures, 9 of the world and 3 of the plans," with what is said of them.
std::string figures(std::size_t world, std::size_t plans) {
  const std::string all = fmt::format("{} assumed or vendors\u2019 figure{}", world + plans,
                                      world + plans == 1 ? "" : "s");
  if (plans == 0) return all + " of the world";
  if (world == 0) return all + " of the plans";
  return fmt::format("{}, {} of the world and {} of the plans,", all, world, plans);
}

/// What was tried, as far as it came.
std::string tried_words(const Tornado& tornado, bool is_complete) {
  const auto plans = static_cast<std::size_t>(
      count_if(tornado, [](const SensitivityBar& bar) { return is_of_plan(bar.coefficient); }));
  const std::size_t count = tornado.bars.size();
  const std::string what = figures(count - plans, plans);
  const std::string how = fmt::format("{} tried over {} range, one at a time",
                                      count == 1 ? "was" : "were", count == 1 ? "its" : "their");
  if (is_complete) return fmt::format("{} {}", what, how);
  return fmt::format("Before the test was stopped {}, of {} there are, {}",
                     what.back() == ',' ? what.substr(0, what.size() - 1) : what,
                     tornado.coefficients, how);
}

/// Why there is no bar at all.
std::string nothing_tried(const Tornado& tornado, bool is_complete) {
  if (tornado.coefficients == 0) {
    return "Of its figures none is assumed or a vendor\u2019s: there was nothing to try.";
  }
  return fmt::format(
      "{} assumed or vendors\u2019 figures was tried: what the verdict rests on is not known.",
      is_complete ? fmt::format("The scenario is not valid at the ends of their ranges, so that "
                                "none of the {}",
                                tornado.coefficients)
                  : fmt::format("The test of what it assumes was stopped before any of the {}",
                                tornado.coefficients));
}

}  // namespace

std::string loyalty_words(const VerdictFacts& facts) {
  if (facts.view.result().has_outcomes) return "";
  return "The scenario has no outcomes: nobody leaves because of an issue, whatever the service, "
         "so "
         "what bad service loses is not counted.";
}

std::string warning_words(const VerdictFacts& facts) {
  if (!facts.is_decided() || facts.tornado == nullptr) return "";
  std::vector<const SensitivityBar*> bars;
  std::vector<std::string> sure;
  std::vector<std::string> possible;
  for (const SensitivityBar& bar : facts.tornado->bars) {
    if (!bar.turns()) continue;
    bars.push_back(&bar);
    (bar.turns_surely() ? sure : possible)
        .push_back(path_text(*facts.tornado, bar, facts.view.result().plan_names));
  }
  if (bars.empty()) return "";
  const bool has_assumed = any_of(bars, Source::assumed);
  const bool has_vendors = any_of(bars, Source::vendor);
  const std::vector<std::string>& named = sure.empty() ? possible : sure;
  const std::string others = sure.empty() || possible.empty()
                                 ? ""
                                 : fmt::format("; {} might", fmt::join(possible, " or "));
  return fmt::format(
      "This verdict turns on {}{}{}: {} alone, within {}, {} make {} the better plan{}.",
      has_assumed ? "assumed figures" : "", has_assumed && has_vendors ? " and " : "",
      has_vendors ? "figures of vendors" : "", fmt::join(named, " or "),
      named.size() == 1 ? "its range" : "their ranges", sure.empty() ? "might" : "would",
      facts.trailer(), others);
}

std::string assumption_words(const VerdictFacts& facts) {
  if (facts.tornado == nullptr) {
    return "What it assumes was not tested: holdline compare --sensitivity tries every figure of "
           "the world and of the plans that is assumed or a vendor\u2019s over its range; those "
           "stated without a source are taken as given.";
  }
  const Tornado& tornado = *facts.tornado;
  const bool is_complete = facts.view.result().sensitivity->is_complete;
  if (tornado.bars.empty()) return nothing_tried(tornado, is_complete);
  const auto turned = count_if(tornado, turns);
  const std::string outcome =
      turned == 0 ? std::string("none turns the sign")
                  : fmt::format("{} turn{} the sign, {} of them surely", turned,
                                turned == 1 ? "s" : "", count_if(tornado, turns_surely));
  return fmt::format("{}: {}. Figures stated without a source were taken as given.",
                     tried_words(tornado, is_complete), outcome);
}

}  // namespace holdline::report
