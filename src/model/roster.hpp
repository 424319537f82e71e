// What the calendar and the shifts will do, in order: openings, closings, shifts, breaks. Written a
// day at a time, so that ten years of shifts need the memory of one day.
#pragma once

#include <cstdint>
#include <vector>

#include "model/plan_tables.hpp"
#include "model/profile_cursor.hpp"

namespace holdline {

/// Kinds in the order in which entries of one instant take effect.
enum class RosterChange : std::uint8_t {
  day_start,  ///< the next day is written
  closing,
  shift_end,  ///< subject: agent
  target,     ///< subject: group; value: agents wanted from now on
  opening,
  shift_start,  ///< subject: agent; until: its end
  break_due,    ///< subject: agent; value: index of the shift's break; shift: index of the shift
  review,       ///< the staffing policy is asked
  horizon_end,  ///< the last entry: nobody waits on into another day
};

struct RosterEntry {
  Time time;
  RosterChange change = RosterChange::day_start;
  std::uint32_t subject = 0;
  std::uint32_t value = 0;
  std::uint32_t shift = 0;
  Time until = kNever;
  std::uint32_t sequence = 0;
};

class Roster {
 public:
  /// `review_period` of the staffing policy, zero for never.
  Roster(const PlanTables& tables, Duration review_period);

  void reset();
  /// When the next change is due; kNever when there is none.
  [[nodiscard]] Time next_time() const;
  /// Takes the next change; day_start entries write the following day first.
  RosterEntry take();

 private:
  void write_day(std::uint32_t day);
  void write_opening(std::uint32_t day);
  void write_profile(std::size_t group, std::uint32_t day);
  void write_shifts(std::size_t group, std::uint32_t day);
  void write_breaks(const Shift& shift, std::uint32_t shift_index, std::uint32_t agent,
                    std::uint32_t place, Time midnight, Time shift_begin, Time shift_end);
  void add(Time time, RosterChange change, std::uint32_t subject = 0, std::uint32_t value = 0,
           std::uint32_t shift = 0, Time until = kNever);

  const PlanTables& tables_;
  Duration review_period_;
  Time horizon_;
  std::vector<RosterEntry> entries_;  ///< sorted from next_ on
  std::size_t next_ = 0;
  std::uint32_t sequence_ = 0;
  std::vector<std::uint32_t> targets_;  ///< by group: the last one written
};

}  // namespace holdline
