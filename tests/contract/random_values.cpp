// Random parameter values within a policy's table.
#include <algorithm>
#include <cmath>

#include "contract/contract_checks.hpp"

namespace holdline::test {
namespace {

double random_number(const ParameterSpec& spec, std::mt19937_64& random) {
  const double unit = static_cast<double>(random() >> 11) * 0x1p-53;
  switch (random() % 4) {
    case 0:
      return spec.min;
    case 1:
      return spec.max;
    case 2:  // near the low end, where most real values of wide ranges lie
      return spec.min + (spec.max - spec.min) * unit * unit * unit * unit;
    default:
      return spec.min + (spec.max - spec.min) * unit;
  }
}

Duration random_duration(const ParameterSpec& spec, std::mt19937_64& random) {
  return from_seconds(random_number(spec, random));
}

ParameterValue random_value(const ParameterSpec& spec, std::size_t contact_type_count,
                            std::mt19937_64& random) {
  const auto list_of = [&](std::size_t length, auto draw) {
    std::vector<decltype(draw(spec, random))> list;
    for (std::size_t i = 0; i < length; ++i) list.push_back(draw(spec, random));
    return ParameterValue{std::move(list)};
  };
  switch (spec.kind) {
    case ParameterKind::number:
    case ParameterKind::share:
      return random_number(spec, random);
    case ParameterKind::integer:
      return static_cast<std::int64_t>(std::floor(random_number(spec, random)));
    case ParameterKind::boolean:
      return random() % 2 == 0;
    case ParameterKind::duration:
      return random_duration(spec, random);
    case ParameterKind::number_list:
      return list_of(1 + random() % 3, random_number);
    case ParameterKind::duration_list:
      return list_of(1 + random() % 3, random_duration);
    case ParameterKind::by_contact_type:
      return list_of(contact_type_count, random_number);
  }
  return spec.default_value;
}

}  // namespace

ParameterValues random_values(const PolicyEntry& entry, std::size_t contact_type_count,
                              std::mt19937_64& random) {
  for (int attempt = 0; attempt < 200; ++attempt) {
    ParameterValues values;
    for (const ParameterSpec& spec : entry.parameters) {
      values.push_back(random_value(spec, contact_type_count, random));
    }
    if (!entry.check || entry.check(values).empty()) return values;
  }
  return default_values(entry.parameters, contact_type_count);
}

}  // namespace holdline::test
