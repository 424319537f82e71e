// Several plans against one base: what holds for every pair is said once, before the pairs, so that
// what differs stands out. And which plan is ahead of all, for that is what is asked of several.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/verdict_sentences.hpp"

namespace holdline::report {
namespace {

/// The plans by mean net value, and how to judge the two best where no verdict does.
std::string order_words(const ResultView& view) {
  const Result& result = view.result();
  std::vector<const PlanCurve*> plans;
  for (const PlanCurve& curve : result.curves) {
    if (!curve.weeks.empty()) plans.push_back(&curve);
  }
  if (plans.size() < 2) return "";
  std::stable_sort(plans.begin(), plans.end(), [](const PlanCurve* a, const PlanCurve* b) {
    return a->weeks.back().net.value > b->weeks.back().net.value;
  });
  std::vector<std::string> names;
  for (const PlanCurve* plan : plans) names.push_back(view.quoted_plan(plan->plan));
  const std::string order =
      fmt::format("By mean net value the order is {}.", fmt::join(names, ", "));
  const PlanId base = result.verdicts.front().base;
  if (plans[0]->plan == base || plans[1]->plan == base) return order;
  return fmt::format(
      "{} Each is judged against {} alone; name {} and {} with --plan to judge those two.", order,
      view.quoted_plan(base), names[0], names[1]);
}

/// The least and the most that pairing saved.
std::string saved_words(const Result& result) {
  double least = result.verdicts.front().variance_reduction;
  double most = least;
  for (const Verdict& verdict : result.verdicts) {
    least = std::min(least, verdict.variance_reduction);
    most = std::max(most, verdict.variance_reduction);
  }
  if (least <= 0.0) return "The same customers meet all plans.";
  const std::string from = times_saved_text(least);
  const std::string to = times_saved_text(most);
  return fmt::format(
      "The same customers meet all plans: without that the intervals would take {} times the "
      "replications.",
      from == to ? to : from + " to " + to);
}

std::string tested_words(const ResultView& view) {
  const Result& result = view.result();
  if (!result.sensitivity) return std::string(kNotTested);
  std::string words = fmt::format(
      "Of what they assume every figure that is assumed or a vendor\u2019s was tried over its "
      "range, one at a time{}. {}",
      result.sensitivity->is_complete ? "" : ", until that was stopped", kTakenAsGiven);
  for (const Verdict& verdict : result.verdicts) {
    const VerdictFacts facts(view, verdict);
    if (open_count(facts) == 0) continue;
    words += fmt::format(" Where the sign cannot be told, repeating more replications helps ({}).",
                         more_words(facts));
    break;
  }
  return words;
}

}  // namespace

std::string common_words(const ResultView& view) {
  const Result& result = view.result();
  std::string words = order_words(view);
  if (!result.has_outcomes) words += (words.empty() ? "" : " ") + std::string(kNobodyLeaves);
  words += (words.empty() ? "" : " ") + saved_words(result) + " " + tested_words(view);
  return words;
}

}  // namespace holdline::report
