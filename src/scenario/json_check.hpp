// Is it strict JSON. The tree is then built by the YAML reader, so that positions, limits and
// duplicate keys have one implementation; YAML alone would let commas and quotes slip.
#pragma once

#include <string>
#include <string_view>

#include "holdline/util/diagnostic.hpp"

namespace holdline {

/// Reports the first syntax error with its line and column; false if there is one. Iterative: no
/// depth can exhaust the stack.
bool check_json(std::string_view text, const std::string& file, Diagnostics& diagnostics);

}  // namespace holdline
