// The letters that metric definitions are written in (docs/glossary.md), explained where they are
// used.
#pragma once

#include <string>
#include <vector>

#include "holdline/score/metric.hpp"

namespace holdline::report {

/// "A arrivals; S served; ...": the letters that these metrics' definitions use; may be empty.
[[nodiscard]] std::string letters_text(const std::vector<const Metric*>& metrics);

}  // namespace holdline::report
