// Which of the names in use a new one was most likely meant to be.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace holdline {

/// The name nearest to `added`, or empty. A name that only counts on (`early 2` beside `early`,
/// `team_b2` beside `team_b1`) is no slip of the other.
[[nodiscard]] std::string meant_instead_of(std::string_view added,
                                           std::span<const std::string> names);

}  // namespace holdline
