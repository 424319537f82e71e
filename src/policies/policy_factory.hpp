// From a policy's class to the factory of its entry.
#pragma once

#include <memory>
#include <type_traits>

#include "holdline/policies/registry.hpp"

namespace holdline {

/// Builds `Policy` from the values and the setup, from the values, from the setup, or from nothing:
/// whichever its constructor takes.
template <class Policy>
[[nodiscard]] PolicyFactory make_factory() {
  return [](const ParameterValues& values, const PolicySetup& setup) {
    if constexpr (std::is_constructible_v<Policy, const ParameterValues&, const PolicySetup&>) {
      return std::make_unique<Policy>(values, setup);
    } else if constexpr (std::is_constructible_v<Policy, const ParameterValues&>) {
      return std::make_unique<Policy>(values);
    } else if constexpr (std::is_constructible_v<Policy, const PolicySetup&>) {
      return std::make_unique<Policy>(setup);
    } else {
      return std::make_unique<Policy>();
    }
  };
}

}  // namespace holdline
