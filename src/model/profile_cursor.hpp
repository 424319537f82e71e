// Reads a Profile at times that only grow: one comparison a look-up while the value holds.
#pragma once

#include <cstddef>

#include "holdline/scenario/scenario.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

class ProfileCursor {
 public:
  ProfileCursor() = default;
  /// `outside` is the value where the profile says nothing. Keeps a reference to `profile`.
  ProfileCursor(const Profile& profile, Weekday first_day, double outside);

  /// The value at `time`; equal for all times before end().
  double at(Time time) {
    if (time >= end_ || time < begin_) seek(time);
    return value_;
  }
  /// When the value last returned may change; kNever if it does not.
  [[nodiscard]] Time end() const { return end_; }

 private:
  [[gnu::noinline]] void seek(Time time);
  /// Of a profile that repeats.
  [[nodiscard]] Duration cycle() const;

  const Profile* profile_ = nullptr;
  Duration week_shift_{};  ///< from Monday's midnight to the start of the horizon
  double outside_ = 0.0;
  double value_ = 0.0;
  Time begin_ = kNever;
  Time end_{};
  std::size_t index_ = 0;  ///< of the value; whole_ if it is none of them
  std::size_t whole_ = 0;  ///< values, the first of them, that hold for a whole interval
};

}  // namespace holdline
