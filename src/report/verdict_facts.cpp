#include "report/verdict_facts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace holdline::report {

VerdictFacts::VerdictFacts(const ResultView& result_view, const Verdict& of)
    : view(result_view),
      verdict(of),
      standing(standing_of(of)),
      tornado(tornado_of(result_view.result(), of)),
      is_only(result_view.result().verdicts.size() == 1),
      is_first(result_view.result().verdicts.front().other == of.other),
      base(result_view.quoted_plan(of.base)),
      other(result_view.quoted_plan(of.other)),
      confidence(fmt::format("{:g}%", result_view.result().settings.confidence * 100.0)) {}

bool VerdictFacts::is_decided() const {
  return standing == Standing::other_wins || standing == Standing::base_wins;
}

FigureFormat VerdictFacts::format(const Estimate& amount) const {
  return FigureFormat(MetricUnit::money, view.result().currency, {&amount, 1});
}

std::string VerdictFacts::money(double amount) const {
  return format({amount, amount, amount, true, false, 1}).magnitude(amount);
}

std::string VerdictFacts::signed_money(double amount) const {
  return (amount < 0.0 ? "\u2212" : "") + money(amount);
}

std::string VerdictFacts::sized(const Estimate& difference) const {
  const FigureFormat shape = format(difference);
  const std::string size = shape.magnitude(difference.value);
  if (!difference.has_interval) return size;
  const bool is_up = difference.value >= 0.0;
  const double least = is_up ? difference.low : -difference.high;
  const double most = is_up ? difference.high : -difference.low;
  return fmt::format("{} ({} interval {} to {})", size, confidence, shape.value_without_unit(least),
                     shape.value(most));
}

}  // namespace holdline::report
