// What of a plan's patch must be a slip.
#pragma once

#include "scenario/fields.hpp"
#include "scenario/tree.hpp"

namespace holdline {

/// Reports what a patch adds to the base's named things (groups, shifts, nodes, options, ...)
/// without being whole, or removes though it is not there: most often a slip of the name, which
/// would otherwise be told as missing keys; and numbers that a comma cut in two. True if there is
/// such an error. Warns of what changes nothing.
[[nodiscard]] bool has_slips(const Node& base, const Slot& patch);

}  // namespace holdline
