// How far a run is, on standard error: a bar on a terminal, a line at each tenth where lines are
// kept (a CI log) once the run has lasted two seconds, nothing when quiet.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace holdline::cli {

class Progress {
 public:
  /// `unit`: what is counted, in the plural.
  explicit Progress(bool is_quiet, std::string unit = "replications");
  /// Wipes the bar.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `known` may grow from call to call.
  void show(std::uint64_t done, std::uint64_t known);

 private:
  using Clock = std::chrono::steady_clock;
  void show_bar(std::uint64_t done, std::uint64_t known);
  void show_line(std::uint64_t done, std::uint64_t known);

  enum class Form { none, bar, lines };
  Form form_;
  std::string unit_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_{};
  std::uint64_t tenths_ = 0;  ///< of the last line
  bool has_bar_ = false;
};

}  // namespace holdline::cli
