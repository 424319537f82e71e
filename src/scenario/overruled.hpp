// Which overrides of the base plan the named plans overrule. The base is not run itself: an
// override that every plan overrules changes nothing, and nobody would see it.
#pragma once

#include <span>
#include <vector>

#include "holdline/scenario/load.hpp"
#include "holdline/scenario/scenario.hpp"
#include "scenario/tree.hpp"

namespace holdline {

/// Of `overrides` those of the base plan which a plan of `scenario` overrules, in their order.
/// `document` is the tree with all of them applied.
[[nodiscard]] std::vector<OverruledOverride> find_overruled(std::span<const Override> overrides,
                                                            const Scenario& scenario,
                                                            Document& document);

}  // namespace holdline
