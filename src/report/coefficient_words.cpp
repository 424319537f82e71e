#include "report/coefficient_words.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "holdline/util/time.hpp"
#include "report/result_view.hpp"
#include "scenario/override_path.hpp"

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

ActsIn acts_in(const Tornado& tornado, const SensitivityBar& bar) {
  if (!is_of_plan(bar.coefficient)) return {bar.moves_base, bar.moves_other};
  return {bar.coefficient.acts_in(tornado.base), bar.coefficient.acts_in(tornado.other)};
}

std::string path_text(const Coefficient& coefficient, std::span<const PlanId> compared,
                      const std::vector<std::string>& names) {
  const std::string path = typed_path(coefficient.path);
  if (!coefficient.path.starts_with("plan.") || compared.size() < 2) return path;
  std::vector<std::string> acted_in;
  for (const PlanId plan : compared) {
    if (coefficient.acts_in(plan)) acted_in.push_back(names.at(plan.index()));
  }
  if (acted_in.size() < compared.size()) {
    return fmt::format("{} ({})", path, fmt::join(acted_in, ", "));
  }
  return path + (compared.size() == 2 ? " (both plans)" : " (all plans)");
}

std::string path_text(const Tornado& tornado, const SensitivityBar& bar,
                      const std::vector<std::string>& names) {
  const ActsIn in = acts_in(tornado, bar);
  if (is_of_plan(bar.coefficient) || in.base == in.other) {
    return path_text(bar.coefficient, std::array{tornado.base, tornado.other}, names);
  }
  return fmt::format("{} ({})", typed_path(bar.coefficient.path),
                     names.at((in.base ? tornado.base : tornado.other).index()));
}

}  // namespace holdline::report
