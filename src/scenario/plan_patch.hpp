// How a plan's patch is merged into the base: what it replaces as a whole, and what it takes over.
// The merge itself (tree.hpp) knows no section.
#pragma once

#include <string_view>

#include "scenario/tree.hpp"

namespace holdline {

/// For merge_patch: a policy replaces a policy, a distribution a distribution, a coefficient a
/// coefficient, a node of the menus one of another kind; their parameters are never mixed.
[[nodiscard]] bool is_replaced_whole(std::string_view path, const Node& base, const Node& patch);

/// Whether a plan has the value at `path` from the base: neither it nor anything around it is
/// written anew by the patch. Also for a value that is nowhere written: then, of the base's
/// default.
[[nodiscard]] bool is_taken_over(const Node& base, const Node& patch, std::string_view path);

/// Where the patch states what takes the place of the base's value at `path`: `path` itself or what
/// is around it. Empty where the base's value counts, if only in part.
[[nodiscard]] std::string_view replaced_at(const Node& base, const Node& patch,
                                           std::string_view path);

/// The base, its routing written as the two questions where it is one policy and the patch answers
/// the questions apart, so that what the patch does not say stays.
[[nodiscard]] const Node& with_routing_apart(const Node& base, const Node& patch,
                                             Document& document);

}  // namespace holdline
