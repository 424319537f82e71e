#include "report/coefficient_words.hpp"

#include <fmt/format.h>

#include <cmath>

#include "holdline/util/time.hpp"
#include "report/result_view.hpp"

namespace holdline::report {
namespace {

/// What of a unit stands after a number.
std::string suffix_of(const std::string& unit) {
  if (unit == "1") return "";
  if (unit.starts_with("share")) return "%" + unit.substr(5);
  return unit.starts_with("1/") ? unit.substr(1) : " " + unit;
}

// Six digits are more than anybody knows of a coefficient, but what was written is not rounded
// away: large sums of money have more.
std::string number_text(double value, const std::string& unit) {
  const double shown = unit.starts_with("share") ? value * 100.0 : value;
  return fmt::format("{:.{}g}", shown, std::fabs(shown) < 1e5 ? 6 : 15);
}

}  // namespace

std::string value_text(const Coefficient& coefficient) {
  if (coefficient.unit == "s") return duration_text(from_seconds(coefficient.value));
  return number_text(coefficient.value, coefficient.unit) + suffix_of(coefficient.unit);
}

std::string range_text(const Coefficient& coefficient) {
  const std::string& unit = coefficient.unit;
  if (unit == "s") {
    return fmt::format("{} to {}", duration_text(from_seconds(coefficient.low)),
                       duration_text(from_seconds(coefficient.high)));
  }
  return fmt::format("{} to {}{}", number_text(coefficient.low, unit),
                     number_text(coefficient.high, unit), suffix_of(unit));
}

std::vector<std::string> plans_acted_in(const Coefficient& coefficient,
                                        std::span<const PlanId> compared,
                                        const std::vector<std::string>& names) {
  std::vector<std::string> acted_in;
  for (const PlanId plan : compared) {
    if (coefficient.acts_in(plan)) acted_in.push_back(names.at(plan.index()));
  }
  return acted_in;
}

std::string path_text(const Coefficient& coefficient, std::span<const PlanId> compared,
                      const std::vector<std::string>& names) {
  if (!coefficient.path.starts_with("plan.") || compared.size() < 2) return coefficient.path;
  const std::vector<std::string> acted_in = plans_acted_in(coefficient, compared, names);
  if (acted_in.size() < compared.size()) {
    return fmt::format("{} ({})", coefficient.path, fmt::join(acted_in, ", "));
  }
  return coefficient.path + (compared.size() == 2 ? " (both plans)" : " (all plans)");
}

}  // namespace holdline::report
