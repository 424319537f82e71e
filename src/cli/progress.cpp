// A bar rewrites its line ten times a second at most: a terminal over a slow line must keep up.
#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <utility>

#include "cli/standard_streams.hpp"

namespace holdline::cli {
namespace {

constexpr auto kPatience = std::chrono::milliseconds(2000);  // a shorter run needs no lines
constexpr auto kBarDelay = std::chrono::milliseconds(200);   // nor a bar that only flickers
constexpr auto kBarPeriod = std::chrono::milliseconds(100);
constexpr std::uint64_t kBarWidth = 30;

}  // namespace

Progress::Progress(bool is_quiet, std::string unit)
    : form_(is_quiet                     ? Form::none
            : is_terminal(STDERR_FILENO) ? Form::bar
                                         : Form::lines),
      unit_(std::move(unit)) {}

Progress::~Progress() {
  if (has_bar_) write_standard_error("\r\x1b[K");
}

void Progress::show(std::uint64_t done, std::uint64_t known) {
  if (form_ == Form::none || known == 0) return;
  done = std::min(done, known);
  form_ == Form::bar ? show_bar(done, known) : show_line(done, known);
}

void Progress::show_bar(std::uint64_t done, std::uint64_t known) {
  const Clock::time_point now = Clock::now();
  if (now - start_ < kBarDelay || now - last_ < kBarPeriod) return;
  last_ = now;
  has_bar_ = true;
  const std::uint64_t filled = kBarWidth * done / known;
  const double elapsed_s = std::chrono::duration<double>(now - start_).count();
  const double rest_s =
      done == 0 ? 0.0 : elapsed_s * static_cast<double>(known - done) / static_cast<double>(done);
  write_standard_error(fmt::format("\r\x1b[K[{}{}] {:3}%  {} of {} {}, {:.0f} s left",
                                   std::string(filled, '='), std::string(kBarWidth - filled, ' '),
                                   100 * done / known, done, known, unit_, rest_s));
}

void Progress::show_line(std::uint64_t done, std::uint64_t known) {
  const std::uint64_t tenths = 10 * done / known;
  if (tenths <= tenths_ || Clock::now() - start_ < kPatience) return;
  tenths_ = tenths;
  write_standard_error(
      fmt::format("holdline: {:3}%  {} of {} {}\n", 10 * tenths, done, known, unit_));
}

}  // namespace holdline::cli
