// Numbers on the command line.
#pragma once

#include <cstdint>
#include <string>

namespace holdline::cli {

/// From 1 to `most`. Throws UsageError that names the option.
[[nodiscard]] std::uint32_t whole_number(const std::string& option, const std::string& text,
                                         std::uint32_t most);

}  // namespace holdline::cli
