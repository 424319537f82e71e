// What experiences do to customers. Each kind answers one question with a number; the model draws,
// with draws that belong to the customer and her issue and are the same in every plan.
//
// Contract for all: the answer depends on the arguments and the policy's parameters alone. Use
// logistic() of this header, not std::exp, to keep results the same on every machine.
#pragma once

#include <cstdint>

#include "holdline/policies/parameters.hpp"
#include "holdline/util/ids.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

/// 1 / (1 + exp(-logit)) with the kernel's own exponential.
[[nodiscard]] double logistic(double logit);
/// ln(p / (1 - p)), p in (0, 1), likewise.
[[nodiscard]] double logit(double probability);

/// A customer, as far as a policy may know. The anonymous have the defaults.
struct CustomerView {
  SegmentId segment;             ///< none: anonymous
  double value_per_year = 0.0;   ///< [money/year]
  double trust = 0.5;            ///< in machines, [0, 1]
  double mood = 0.5;             ///< towards the company, [0, 1]
  std::uint32_t issues = 0;      ///< ended before this one
  std::uint32_t bad_issues = 0;  ///< of those, the ones that left her unsatisfied, since the last
                                 ///< that satisfied her
};

/// A served contact, at its end.
struct ServedContactView {
  ContactTypeId type;
  AgentGroupId agent_group;
  double skill = 0.0;         ///< agents' resolution skill minus the issue's difficulty [logit]
  std::uint32_t attempt = 0;  ///< 0: the issue's first contact
  Duration wait{};
  Duration handle{};
  bool has_context = false;  ///< a machine passed on what it had learnt
  bool is_escalated = false;
};

/// An issue so far.
struct IssueView {
  IssueTypeId type;  ///< none: raised by an arrival of the contact type
  ContactTypeId contact_type;
  bool is_resolved = false;
  bool resolved_by_machine = false;
  std::uint32_t contacts = 0;  ///< attempts by the customer herself
  std::uint32_t served = 0;    ///< contacts served by agents
  std::uint32_t abandonments = 0;
  std::uint32_t transfers = 0;
  std::uint32_t menu_errors = 0;
  std::uint32_t forced_failures = 0;   ///< forced self-service that failed
  std::uint32_t machine_failures = 0;  ///< self-service that failed, forced or not
  Duration wait{};                     ///< in queues, on the line
  Duration callback_wait{};            ///< for promised callbacks, off the line
  Duration machine{};                  ///< in menus and with machines
  Duration age{};                      ///< from the first contact to now
  double quality = 0.0;                ///< of the conversations, mean over served contacts [logit]
  bool is_late = false;
  double effort = 0.0;  ///< by the effort policy; 0 when that is being asked
};

/// P(this contact resolves the issue), [0, 1]. Asked when a served contact ends.
class ResolutionPolicy {
 public:
  virtual ~ResolutionPolicy() = default;
  /// Whether the answer depends on more than the contact. If not, `issue` and `customer` may be
  /// left blank, which spares describing them after each contact. The same in every call.
  [[nodiscard]] virtual bool looks_back() const { return true; }
  [[nodiscard]] virtual double resolution_probability(const ServedContactView& contact,
                                                      const IssueView& issue,
                                                      const CustomerView& customer) = 0;
};

/// What the issue has cost her in effort so far, >= 0 [1]; and how easy she would call it.
class EffortPolicy {
 public:
  virtual ~EffortPolicy() = default;
  [[nodiscard]] virtual double effort(const IssueView& issue) = 0;
  /// CES 2.0: agreement with "made it easy for me to handle my issue", 1 to 7; falls with effort.
  [[nodiscard]] virtual double ease(double effort) = 0;
};

/// P(satisfied: 4 or 5 of five) when an issue is over, [0, 1].
class SatisfactionPolicy {
 public:
  virtual ~SatisfactionPolicy() = default;
  [[nodiscard]] virtual double satisfaction_probability(const IssueView& issue,
                                                        const CustomerView& customer) = 0;
};

/// P(answers the survey after an issue), [0, 1].
class SurveyResponsePolicy {
 public:
  virtual ~SurveyResponsePolicy() = default;
  [[nodiscard]] virtual double response_probability(const IssueView& issue,
                                                    const CustomerView& customer,
                                                    bool is_satisfied) = 0;
};

/// How likely to recommend: both >= 0, together at most 1; the rest is passive.
struct RecommendationShares {
  double promoter = 0.0;   ///< 9 or 10 of ten
  double detractor = 0.0;  ///< 0 to 6
};

class RecommendationPolicy {
 public:
  virtual ~RecommendationPolicy() = default;
  [[nodiscard]] virtual RecommendationShares recommendation(const IssueView& issue,
                                                            const CustomerView& customer,
                                                            bool is_satisfied) = 0;
};

/// P(the customer leaves because of how this issue went), [0, 1]. `customer` is as before it.
class ChurnPolicy {
 public:
  virtual ~ChurnPolicy() = default;
  [[nodiscard]] virtual double churn_probability(const IssueView& issue,
                                                 const CustomerView& customer,
                                                 bool is_satisfied) = 0;
};

/// Expected number of customers won by what is told of this issue, in [-10, 10]; negative: kept
/// away. `recommendation` is +1 for a promoter, 0, or -1 for a detractor.
class ReferralPolicy {
 public:
  virtual ~ReferralPolicy() = default;
  [[nodiscard]] virtual double referrals(const IssueView& issue, const CustomerView& customer,
                                         int recommendation) = 0;
};

}  // namespace holdline
