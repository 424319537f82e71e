// Paths as `--set` takes them: where one ends, what its steps are, and how a key that would be
// mistaken is written. In one place, so that a path which is printed can be typed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace holdline {

/// One step of a path: a key, or an index into a list.
struct PathStep {
  std::string key;
  std::optional<std::size_t> index;
};

/// Reads `plan.agent_groups."team [A]".shifts`: keys joined by dots, each as it is or, whatever it
/// holds, in double quotes (doubled within); `[i]` after a key is an item of its list. Empty if it
/// is no path.
[[nodiscard]] std::vector<PathStep> read_override_path(std::string_view path);

/// Where the path of `path=value` ends: its first `=` that is not in a quoted key; npos if there is
/// none.
[[nodiscard]] std::size_t override_path_end(std::string_view text);

/// Whether a quoted key is not closed.
[[nodiscard]] bool has_open_quote(std::string_view text);

/// A key in quotes, whatever is in it.
[[nodiscard]] std::string quoted_key(std::string_view key);

/// A path of bare keys joined by dots, which no name holds, as `--set` takes it: keys with blanks,
/// brackets and the like in quotes. For what never lies in a list, as coefficients do not: a
/// bracket is part of a name, `Team [2]`.
[[nodiscard]] std::string typed_path(std::string_view path);

}  // namespace holdline
