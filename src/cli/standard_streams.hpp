// Standard output as a thing that can fail: results that did not arrive must not look delivered.
#pragma once

#include <string>
#include <string_view>

namespace holdline::cli {

/// Opens /dev/null for each of the descriptors 0, 1 and 2 that is closed, so that no file opened
/// later takes its number and gets our messages; and ignores SIGPIPE. Call first.
void secure_standard_streams();

/// Throws IoError if standard output was closed when we started.
void require_standard_output();

/// Writes all of it, unbuffered. Throws IoError, or BrokenPipe when the reader has gone.
void write_standard_output(std::string_view text);

/// Writes to standard error as far as that is possible; there is nobody to tell of a failure.
void write_standard_error(std::string_view text);

[[nodiscard]] bool is_terminal(int descriptor);

/// Columns of the terminal at standard output, or of COLUMNS; 120 when there is neither.
[[nodiscard]] int output_width();

/// Whether to write colours to a stream under `--color` (auto, always, never; auto when empty):
/// auto means a terminal that is not dumb, and NO_COLOR not set. Throws UsageError on another word.
[[nodiscard]] bool wants_color(const std::string& choice, int descriptor);

}  // namespace holdline::cli
