// Which overrides of the base plan the named plans overrule. The base is not run itself: an
// override that every plan overrules changes nothing, and nobody would see it.
#pragma once

#include <span>
#include <vector>

#include "holdline/scenario/load.hpp"
#include "holdline/scenario/scenario.hpp"
#include "scenario/tree.hpp"

namespace holdline {

/// Of `overrides` those of the base plan which a plan of `scenario` overrules, if only in part, in
/// their order. `document` is the tree with all of them applied, `written` its root before.
[[nodiscard]] std::vector<OverruledOverride> find_overruled(std::span<const Override> overrides,
                                                            const Scenario& scenario,
                                                            const Node* written,
                                                            Document& document);

}  // namespace holdline
