// What the user got wrong, where, and what to do about it. The library never prints: it returns
// these, all at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace holdline {

enum class Severity : std::uint8_t { warning, error };

/// One finding about an input. `line` and `column` count from 1; 0 means "no position".
struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;
  int line = 0;
  int column = 0;
  std::string path;     ///< e.g. `plan.agent_groups.general.agents`; may be empty
  std::string message;  ///< what was expected and what was found
  std::string hint;     ///< what to do; may be empty
};

using Diagnostics = std::vector<Diagnostic>;

/// `file:line:col: error: path: message; hint` on one line, without a newline.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

/// True if any of them is an error.
[[nodiscard]] bool has_error(const Diagnostics& diagnostics);

}  // namespace holdline
