// Everything that is scored of issues and customers, apart from the sums of the queues: nothing of
// it is touched where there are none.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "holdline/record/facts.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/score/scorer.hpp"
#include "score/contact_cells.hpp"
#include "score/customer_ledger.hpp"
#include "score/interval_map.hpp"
#include "score/issue_sums.hpp"
#include "score/journey_sums.hpp"
#include "score/money.hpp"
#include "score/told.hpp"
#include "score/week_map.hpp"
#include "score/window_pair.hpp"

namespace holdline {

class JourneyScores {
 public:
  /// Keeps references to `layout`, `intervals` and `weeks`.
  JourneyScores(const Scenario& scenario, PlanId plan, const ScoreLayout& layout,
                const IntervalMap& intervals, const WeekMap& weeks);

  /// Whether there is anything to add: contacts need not be told otherwise.
  [[nodiscard]] bool is_on() const { return is_on_; }
  void clear();
  void add(const ContactRecord& contact);
  void add(const IssueRecord& issue);
  void add(const CustomerRecord& record);
  /// After the last fact, once.
  void close();

  /// Adds the counters of the slots [first, last) to their rows; those of costs need the counters
  /// of contacts to be there.
  void tell_rows(std::size_t first, std::size_t last, std::span<Tally> rows) const;
  /// All but labour, by week.
  void tell_curve(std::vector<CurvePoint>& curve) const;
  /// All but what agents told.
  [[nodiscard]] JourneysTold told() const;

 private:
  /// A contact type while facts come in.
  struct TypeWindow {
    WindowPair<bool> is_scored;
    Duration acceptable_wait{};
  };
  /// The cells of issues of an interval.
  struct IssueCells {
    IssueSums* of_source = nullptr;
    IssueSums* of_segment = nullptr;
    bool is_scored = false;
  };
  struct DueTime {
    bool is_given = false;
    double penalty = 0.0;  ///< [money]
  };
  /// What the week's costs are made of, beside customers.
  struct WeekSums {
    PaidContacts paid;
    double penalties = 0.0;
  };

  void locate(WindowPair<bool>::Half& half, std::int64_t time) const;
  void locate(WindowPair<IssueCells>::Half& half, std::int64_t time);
  [[nodiscard]] ContactsTold& told_of(IssueTypeId type);
  [[nodiscard]] WeekSums& week_around(Time time);
  void add_cost(const ContactRecord& contact);
  /// To the rows that they belong to.
  void add_sums(const ContactOrigin& origin, std::size_t slot, const PlainSums& sums);
  void tell_contacts(std::size_t first, std::size_t last, std::span<Tally> rows) const;
  void tell_issues_of(std::size_t first, std::size_t last, std::span<Tally> rows) const;

  const ScoreLayout& layout_;
  const IntervalMap& intervals_;
  const WeekMap& weeks_;
  bool is_on_;
  Costs costs_;
  Duration fcr_window_;
  std::vector<DueTime> issue_due_;  ///< by issue type
  std::vector<std::string> source_names_;
  std::vector<std::string> segment_names_;

  std::vector<TypeWindow> types_;  ///< by contact type
  WindowPair<IssueCells> issues_;
  Window week_;                               ///< with the week as its slot
  ContactCells cells_;                        ///< of contacts, until close()
  std::vector<JourneySums> by_type_;          ///< [slot * contact types + type]
  std::vector<PlainSums> by_segment_;         ///< [slot * segments + segment]
  std::vector<PlainSums> by_issue_type_;      ///< [slot * issue types + issue type]
  std::vector<IssueSums> by_source_;          ///< [slot * sources + source]
  std::vector<IssueSums> issues_of_segment_;  ///< [slot * segments + segment]
  std::vector<ContactsTold> told_;            ///< without an issue type, then by issue type
  std::vector<WeekSums> week_sums_;           ///< by week, scored facts alone
  CustomerLedger ledger_;
};

}  // namespace holdline
