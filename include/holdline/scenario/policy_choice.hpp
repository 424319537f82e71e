// A policy as a scenario names it.
#pragma once

#include <memory>

#include "holdline/policies/registry.hpp"

namespace holdline {

/// A policy chosen by name, its values checked against its table. `entry` is kept alive here.
struct PolicyChoice {
  std::shared_ptr<const PolicyEntry> entry;
  ParameterValues values;
};

}  // namespace holdline
