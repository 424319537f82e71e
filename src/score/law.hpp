// A law of conservation: two integers that must be equal.
#pragma once

#include <string>
#include <string_view>

#include "holdline/util/int128.hpp"

namespace holdline {

class Violations;

/// The two sides of a law.
struct Law {
  std::string_view left;
  Int128 left_value;
  std::string_view right;
  Int128 right_value;
  std::string_view unit;
};

/// Tells the law if it does not hold, with the difference.
void expect(const std::string& whose, const Law& law, Violations& violations);

}  // namespace holdline
