// Is it text at all: UTF-8, no control characters, nothing the YAML scanner is slow on. Checked
// before parsing so that the parser sees only clean input and the message names the byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "holdline/util/diagnostic.hpp"

namespace holdline {

/// Line and column (in characters) of a byte offset, both from 1. LF, CR and CRLF end a line.
struct TextPlace {
  int line = 1;
  int column = 1;
};
TextPlace place_of(std::string_view text, std::size_t offset);

/// The text without a UTF-8 byte order mark at its start.
std::string_view without_bom(std::string_view text);

/// Reports the first thing that cannot stand in a scenario file; false if there is one.
bool check_text(std::string_view text, const std::string& file, Diagnostics& diagnostics);

/// Reports the first thing that costs libfyaml far more time or memory than it is long (long tags,
/// directives, runs of blank lines, masses of brackets and commas); false if there is one.
bool check_cost(std::string_view text, const std::string& file, Diagnostics& diagnostics);

}  // namespace holdline
