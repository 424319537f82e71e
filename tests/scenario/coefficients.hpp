// Scenarios of the tests with other values for coefficients, and the coefficients they have.
#pragma once

#include <string>
#include <vector>

#include "examples.hpp"

namespace holdline::testing {

inline LoadResult load_varied(const std::string& text, std::vector<Variation> variations) {
  return load_scenario_text(text, "test.yaml", built_in(), {}, kMetrics, variations);
}

inline const Coefficient* find(const Scenario& scenario, const std::string& path) {
  for (const Coefficient& coefficient : scenario.coefficients) {
    if (coefficient.path == path) return &coefficient;
  }
  return nullptr;
}

}  // namespace holdline::testing
