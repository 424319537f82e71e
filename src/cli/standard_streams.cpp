// write(2) directly: a stream would hide which errno made it fail, and report it late or never.
#include "cli/standard_streams.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "cli/errors.hpp"
#include "holdline/util/text.hpp"

namespace holdline::cli {
namespace {

constexpr int kDefaultWidth = 120;
constexpr int kLeastWidth = 60;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

}  // namespace

void secure_standard_streams() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    // The wrong way round on purpose: reading what should be written fails, as it did closed.
    const int flags = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
    const int opened = ::open("/dev/null", flags);
    if (opened != -1 && opened != descriptor) {
      ::dup2(opened, descriptor);
      ::close(opened);
    }
  }
  std::signal(SIGPIPE, SIG_IGN);
}

void require_standard_output() {
  const int flags = ::fcntl(STDOUT_FILENO, F_GETFL);
  if (flags == -1 || (flags & O_ACCMODE) == O_RDONLY) {
    throw IoError("write", "standard output", EBADF);
  }
}

void write_standard_output(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, text.data(), text.size());
    if (count >= 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EPIPE) {
      throw BrokenPipe{};
    } else if (errno != EINTR) {
      throw IoError("write", "standard output", errno);
    }
  }
}

void write_standard_error(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(STDERR_FILENO, text.data(), text.size());
    if (count >= 0) {
      text.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return;
    }
  }
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

int output_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return std::max<int>(size.ws_col, kLeastWidth);
  }
  const char* columns = std::getenv("COLUMNS");
  int width = 0;
  if (columns != nullptr) std::from_chars(columns, columns + std::strlen(columns), width);
  return width > 0 ? std::max(width, kLeastWidth) : kDefaultWidth;
}

bool wants_color(const std::string& choice, int descriptor) {
  if (choice == "always") return true;
  if (choice == "never") return false;
  if (!choice.empty() && choice != "auto") {
    const std::string words[] = {"auto", "always", "never"};
    const std::string near = nearest(choice, words);
    throw UsageError(fmt::format("option '--color' expects auto, always or never, found '{}'{}",
                                 choice,
                                 near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
  }
  const char* terminal = std::getenv("TERM");
  const bool is_dumb = terminal == nullptr || std::strcmp(terminal, "dumb") == 0;
  return is_terminal(descriptor) && !is_set("NO_COLOR") && !is_dumb;
}

}  // namespace holdline::cli
