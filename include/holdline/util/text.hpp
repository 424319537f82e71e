// Small text questions every reader of user input asks.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace holdline {

/// The candidate nearest to `word` (Damerau-Levenshtein distance at most a third of its length,
/// and at most 3), or an empty string. Ties go to the earlier candidate.
[[nodiscard]] std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// Shortest decimal text that reads back as the same double (std::to_chars); locale-independent.
[[nodiscard]] std::string shortest(double value);

/// The same, but whole numbers below 1e15 without an exponent: `100000`, not `1e+05`.
[[nodiscard]] std::string plain(double value);

/// Four digits, or all those before the point: `3.333`, `125000`.
[[nodiscard]] std::string rounded(double value);

}  // namespace holdline
