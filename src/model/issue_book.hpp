// What the centre keeps when its scenario has issues: customers, open issues, and what their draws
// and decisions need. Center::issues_ points to it, or to nothing: then the model is queues alone.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "holdline/policies/outcome_policy.hpp"
#include "model/customer_base.hpp"
#include "model/front_end.hpp"
#include "model/issue_source.hpp"
#include "model/open_issue.hpp"
#include "model/plan_tables.hpp"

namespace holdline {

struct IssueBook {
  /// `front_end` may be null. Both must outlive the book.
  IssueBook(const PlanTables& tables, const FrontEnd* front_end);

  /// To the start of a replication; keeps the memory.
  void reset(std::uint64_t seed, std::uint32_t replication);

  /// From `begin` until before `end`.
  struct Opening {
    Time begin, end;
  };
  /// The opening that `time` is in, or the next one; nullptr after the last.
  [[nodiscard]] const Opening* opening_from(Time time) const;
  /// `time`, or the next opening after it; kNever after the last closing.
  [[nodiscard]] Time next_open(Time time) const;
  /// The issue type's table; nullptr for issues raised by a contact type's own arrivals.
  [[nodiscard]] const IssueTypeTable* type_of(const OpenIssue& issue) const {
    return issue.record.type.is_none() ? nullptr : &types[issue.record.type.index()];
  }
  [[nodiscard]] double resolution_skill(ContactTypeId type, AgentGroupId group) const {
    return resolution_skills[type.index() * group_count + group.index()];
  }
  [[nodiscard]] CustomerView customer_view(const OpenIssue& issue) const {
    return customers.view(issue.record.customer, issue.record.segment);
  }
  /// Whether its customer has left; the anonymous never do.
  [[nodiscard]] bool has_left(const OpenIssue& issue, Time now) const {
    return !issue.is_anonymous() && !customers.is_there(issue.record.customer, now);
  }
  /// Of the contact under way, as drawn for its contact type; her segment makes it hers.
  void set_patience(OpenIssue& issue, double patience_s) const;
  /// The issue as policies see it.
  [[nodiscard]] IssueView view(const OpenIssue& issue, Time now) const;
  /// Samplers are shared by all contact types' own and issues' later attempts.
  struct ContactSamplers {
    Sampler patience, talk;
    ProfileCursor handle_factor;
  };

  CustomerBase customers;
  std::vector<OpenIssue> open;          ///< slots
  std::vector<std::uint32_t> unused;    ///< of those, latest first
  std::uint64_t opened = 0;             ///< numbers the issues
  const AttemptDraws* drawn = nullptr;  ///< of the attempt that began last
  AttemptDraws own_drawn;               ///< those, if they were not drawn ahead

  std::vector<IssueTypeTable> types;
  /// Those of the start come first, by issue type; blocks of newcomers as they were first needed.
  std::vector<std::unique_ptr<IssueStream>> streams;
  /// Some of `streams`: of the issue types that the customers of a block have.
  struct StreamRange {
    std::size_t begin = 0, end = 0;
  };
  std::vector<std::vector<StreamRange>> block_streams;  ///< by segment and block
  /// Of issues raised by a contact type's own arrivals, which bring their first contact's patience
  /// and talk.
  struct OwnSource {
    IssueKeys keys;
    DrawsAhead draws;
  };
  std::vector<OwnSource> own_sources;        ///< by contact type
  std::vector<ContactSamplers> samplers;     ///< by contact type
  std::vector<ProfileCursor> issue_factors;  ///< handle-time factor by issue type
  Sampler redial_delay, recontact_delay;
  std::vector<std::optional<Sampler>> escalation_delays;  ///< by contact type
  std::vector<double> resolution_skills;                  ///< [type * groups + group]
  std::size_t group_count = 0;

  std::unique_ptr<ResolutionPolicy> resolution;
  bool resolution_looks_back = false;
  std::unique_ptr<SatisfactionPolicy> satisfaction;
  std::unique_ptr<EffortPolicy> effort;
  std::unique_ptr<RecommendationPolicy> recommendation;
  std::unique_ptr<SurveyResponsePolicy> survey_response;
  std::unique_ptr<ChurnPolicy> churn;
  std::unique_ptr<ReferralPolicy> referral;

  // Acquisition, by segment.
  std::vector<StreamKey> acquisition_keys;
  std::vector<std::uint64_t> acquisitions;  ///< gaps used
  std::vector<std::uint64_t> kept_away;     ///< by word of mouth: of the next ones to join
  std::vector<EventSlot> acquisition_slots;

  /// Lets a stream know what will be asked of its issues.
  void draw_ahead(IssueStream& stream) const;
  /// The source of the contact type's own issues, whose draws hold issue `number` from then on.
  const OwnSource& own_source(ContactTypeId type, std::uint64_t number);

 private:
  void make_policies();

  const PlanTables& tables_;
  const FrontEnd* front_end_;
  std::vector<Opening> openings_;  ///< those that touch are one
  std::uint32_t replication_ = 0;
  std::uint64_t keyed_seed_ = 0;
  bool has_keys_ = false;
};

}  // namespace holdline
