// errno as a name besides the words: the name can be searched for, the words depend on the locale.
#include "cli/errors.hpp"

#include <cerrno>
#include <cstring>

namespace holdline::cli {
namespace {

std::string message(const std::string& action, const std::string& path, int error_number) {
  std::string text = "cannot " + action + " " + path + ": " + std::strerror(error_number);
#ifdef __GLIBC__
  const char* name = strerrorname_np(error_number);
  if (name != nullptr) text += std::string(" (") + name + ")";
#endif
  return text;
}

}  // namespace

IoError::IoError(const std::string& action, const std::string& path, int error_number)
    : std::runtime_error(message(action, path, error_number)) {}

}  // namespace holdline::cli
