// On which assumptions a verdict turns, what was never tried, and what is left out.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/coefficient_words.hpp"
#include "report/verdict_sentences.hpp"

namespace holdline::report {
namespace {

std::size_t count_of(const Tornado& tornado, Turn turn) {
  return static_cast<std::size_t>(
      std::count_if(tornado.bars.begin(), tornado.bars.end(),
                    [&](const SensitivityBar& bar) { return turn_of(tornado, bar) == turn; }));
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
      std::count_if(tornado.bars.begin(), tornado.bars.end(),
                    [](const SensitivityBar& bar) { return is_of_plan(bar.coefficient); }));
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

/// "assumed figures and figures of vendors"
std::string kinds_of(const std::vector<const SensitivityBar*>& bars) {
  const bool has_assumed = any_of(bars, Source::assumed);
  const bool has_vendors = any_of(bars, Source::vendor);
  return fmt::format("{}{}{}", has_assumed ? "assumed figures" : "",
                     has_assumed && has_vendors ? " and " : "",
                     has_vendors ? "figures of vendors" : "");
}

std::string names_of(const VerdictFacts& facts, const std::vector<const SensitivityBar*>& bars) {
  std::vector<std::string> names;
  for (const SensitivityBar* bar : bars) {
    names.push_back(path_text(*facts.tornado, *bar, facts.view.result().plan_names));
  }
  return fmt::format("{}", fmt::join(names, " or "));
}

/// "cannot be told with the 2 replications repeated (up to 20: --sensitivity-replications)"
std::string untold_words(const VerdictFacts& facts) {
  const std::uint32_t repeated = facts.view.result().sensitivity->replications;
  const std::string few =
      repeated == 1 ? "the one replication" : fmt::format("the {} replications", repeated);
  const std::uint32_t all = facts.verdict.replications;
  const std::string more = repeated < all
                               ? fmt::format("up to {}: --sensitivity-replications", all)
                               : std::string("more: --replications and --sensitivity-replications");
  return fmt::format("cannot be told with {} repeated ({})", few, more);
}

/// How many turn the sign; and of how many that is open.
std::string turned_words(const VerdictFacts& facts) {
  const Tornado& tornado = *facts.tornado;
  const std::size_t turned = count_of(tornado, Turn::yes);
  const std::size_t open = count_of(tornado, Turn::open);
  const std::string_view sign = facts.is_decided() ? "the sign" : "the sign of the mean";
  const std::string sure =
      turned == 0
          ? fmt::format("none {}turns {}", facts.is_decided() && open == 0 ? "" : "surely ", sign)
          : fmt::format("{} turn{} {}, by the {} interval there", turned, turned == 1 ? "s" : "",
                        sign, facts.confidence);
  if (open == 0) return sure;
  return fmt::format("{}; of {}{} it {}", sure, open, turned == 0 ? "" : " more",
                     untold_words(facts));
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
  std::vector<const SensitivityBar*> sure;
  std::vector<const SensitivityBar*> possible;
  for (const SensitivityBar& bar : facts.tornado->bars) {
    const Turn turn = turn_of(*facts.tornado, bar);
    if (turn == Turn::yes) sure.push_back(&bar);
    if (turn == Turn::open && bar.turns()) possible.push_back(&bar);
  }
  if (sure.empty() && possible.empty()) return "";
  const auto ranges = [](const auto& bars) {
    return bars.size() == 1 ? "its range" : "their ranges";
  };
  if (sure.empty()) {
    return fmt::format(
        "Whether this verdict turns on {} {}: {} alone, within {}, might make {} "
        "the better plan.",
        kinds_of(possible), untold_words(facts), names_of(facts, possible), ranges(possible),
        facts.trailer());
  }
  const std::string others =
      possible.empty()
          ? ""
          : fmt::format("; whether {} would, {}", names_of(facts, possible), untold_words(facts));
  return fmt::format(
      "This verdict turns on {}: {} alone, within {}, would make {} the better plan, by the {} "
      "interval there{}.",
      kinds_of(sure), names_of(facts, sure), ranges(sure), facts.trailer(), facts.confidence,
      others);
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
  return fmt::format("{}: {}. Figures stated without a source were taken as given.",
                     tried_words(tornado, is_complete), turned_words(facts));
}

}  // namespace holdline::report
