// The ways a command ends other than by finishing; main() turns each into its exit code.
#pragma once

#include <stdexcept>
#include <string>

namespace holdline::cli {

/// The command line asks for something that cannot be: exit code 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A file or stream failed: exit code 4. Says which, and why in the system's words.
struct IoError : std::runtime_error {
  /// `cannot <action> <path>: <strerror> (<errno name>)`.
  IoError(const std::string& action, const std::string& path, int error_number);
  explicit IoError(const std::string& message) : std::runtime_error(message) {}
};

/// The reader of standard output has gone, as in `| head -1`: exit code 141, quietly.
struct BrokenPipe {};

}  // namespace holdline::cli
