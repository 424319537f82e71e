#include "cli/numbers.hpp"

#include <fmt/format.h>

#include <charconv>

#include "cli/errors.hpp"

namespace holdline::cli {

std::uint32_t whole_number(const std::string& option, const std::string& text, std::uint32_t most) {
  std::uint32_t count = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, count);
  if (error != std::errc{} || stopped != end || count < 1 || count > most) {
    throw UsageError(fmt::format("option '--{}' expects a whole number from 1 to {}, found '{}'",
                                 option, most, text));
  }
  return count;
}

}  // namespace holdline::cli
