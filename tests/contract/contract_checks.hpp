// The contracts of the policy kinds as checks over random small centres. They return the breaches
// found, so that the tests can also show that a bad policy is caught.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "holdline/policies/registry.hpp"

namespace holdline::test {

/// Valid values drawn at random within the bounds of the entry's table. Falls back on the defaults
/// where a cross-parameter rule refuses 200 draws in a row.
[[nodiscard]] ParameterValues random_values(const PolicyEntry& entry,
                                            std::size_t contact_type_count,
                                            std::mt19937_64& random);

/// Asks an outcome policy about random and extreme customers, contacts and issues; the first breach
/// of its kind's contract, or an empty string.
[[nodiscard]] std::string outcome_breach(const PolicyEntry& entry, const ParameterValues& values,
                                         const PolicySetup& setup, std::mt19937_64& random);

/// Runs the policy through a random centre of `seed`, twice side by side with the same draws (an
/// outcome policy through random issues); the breaches of its kind's contract, empty for a good
/// policy. Stops at the first.
[[nodiscard]] std::vector<std::string> breaches(const PolicyEntry& entry, std::uint64_t seed);

}  // namespace holdline::test
