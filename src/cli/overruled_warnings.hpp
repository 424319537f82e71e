// Warnings of overrides of the base plan that none of the plans run takes over.
#pragma once

#include <span>

#include "holdline/scenario/load.hpp"

namespace holdline::cli {

/// One for each override that changes nothing in any of `plans`, or of which some values do not.
/// Where one plan takes a value over there is nothing to say: that the others state their own is
/// what plans are for. `loaded` has a scenario, loaded with `overrides`.
[[nodiscard]] Diagnostics overruled_warnings(const LoadResult& loaded,
                                             std::span<const Override> overrides,
                                             std::span<const PlanId> plans);

}  // namespace holdline::cli
