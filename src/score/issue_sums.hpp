// What an issue adds to, when it is over.
#pragma once

#include <array>
#include <cstdint>

#include "holdline/record/facts.hpp"
#include "holdline/score/metric.hpp"

namespace holdline {

/// Issues of one source or segment, opened in one interval. [us] where it is a time.
struct IssueSums {
  std::array<std::int64_t, kIssueOutcomeCount> outcomes{};
  std::int64_t resolved_first = 0;  ///< by the first contact, passed on or not
  std::int64_t marked_first = 0;    ///< as resolved
  std::int64_t silent = 0;          ///< answered, and she did not come again within the window
  std::int64_t contacts = 0;
  std::int64_t redials = 0;
  std::int64_t recontacts = 0;
  std::int64_t transfers = 0;
  std::int64_t escalated = 0;
  std::int64_t to_resolution = 0;
  std::int64_t due = 0;  ///< with a due time
  std::int64_t late = 0;
  std::int64_t experienced = 0;  ///< ended where there are outcomes
  std::int64_t satisfied = 0;
  std::int64_t answered = 0;  ///< the survey
  std::int64_t satisfied_answers = 0;
  std::int64_t recommendation = 0;  ///< promoters - detractors
  std::int64_t recommendation_answers = 0;
  double effort = 0.0;
  double ease = 0.0;
  double ease_answers = 0.0;
  double penalties = 0.0;  ///< for lateness [money]

  /// The issue's `penalty` if it is late; `has_due_time` whether it could be.
  void add(const IssueRecord& issue, Duration fcr_window, bool has_due_time, double penalty);
  [[nodiscard]] std::int64_t count() const;
  IssueSums& operator+=(const IssueSums& other);
};

/// Sets the counters of issues.
void tell_issues(const IssueSums& sums, Tally& tally);

}  // namespace holdline
