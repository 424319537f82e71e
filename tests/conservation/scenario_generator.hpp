// Random valid scenarios, as the text a user would write: small, and with everything the format
// knows.
#pragma once

#include <cstdint>
#include <string>

namespace holdline::test {

/// The scenario of this number; the same for ever. Names files of tests/conservation/data/.
[[nodiscard]] std::string random_scenario(std::uint64_t number);

/// Whether it follows customers beyond one call; the others are of queues alone.
[[nodiscard]] bool has_customers(std::uint64_t number);

}  // namespace holdline::test
