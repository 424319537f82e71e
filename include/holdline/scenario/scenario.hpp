// A scenario as plain, validated values: the world (what management does not decide) and plans
// (what it does). Immutable once loaded, shared by all threads.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "holdline/kernel/distribution.hpp"
#include "holdline/scenario/arrivals.hpp"
#include "holdline/scenario/customers.hpp"
#include "holdline/scenario/front_end.hpp"
#include "holdline/scenario/policy_choice.hpp"
#include "holdline/util/ids.hpp"
#include "holdline/util/time.hpp"

namespace holdline {

enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

/// A window [begin, end) of a day, from its midnight; end may pass 24:00 for a night shift.
struct DayWindow {
  Duration begin{};
  Duration end{};
};

/// What happens to those waiting when the centre closes.
enum class ClosingRule : std::uint8_t {
  serve,       ///< agents on shift at closing stay until nobody they can serve is waiting
  disconnect,  ///< the queue is cleared
  carry_over,  ///< they wait on (patience runs) into the next opening
};

/// The days of one replication and when the centre is open.
struct Calendar {
  std::uint32_t days = 1;
  Weekday first_day = Weekday::monday;
  /// By weekday; nullopt: closed all day. Default: all day, every day.
  std::array<std::optional<DayWindow>, 7> open;
  std::vector<std::uint32_t> holidays;  ///< days (from 0) on which it is closed, sorted
  ClosingRule at_close = ClosingRule::serve;

  [[nodiscard]] Weekday weekday(std::uint32_t day) const;
  /// The opening window of a day, from the start of the horizon; nullopt when closed.
  [[nodiscard]] std::optional<DayWindow> opening(std::uint32_t day) const;
  /// At an instant of the horizon, by the day's window or by that of the day before if it passes
  /// midnight.
  [[nodiscard]] bool is_open(Duration time) const;
  [[nodiscard]] Duration horizon() const { return static_cast<std::int64_t>(days) * kDay; }
};

struct ContactType {
  std::string name;
  ArrivalProcess arrivals;  ///< none (poisson without rates) where issues alone bring contacts
  Distribution patience = infinite();
  Distribution talk;                 ///< talk time without holds
  std::optional<Distribution> hold;  ///< hold time of contacts with a hold
  double hold_probability = 1.0;     ///< share of contacts with a hold, if `hold` is given
  std::optional<Distribution> wrap_up;
  std::uint32_t priority = 1;                      ///< 1 is served first
  double balk_probability = 0.0;                   ///< leaves at once if it would have to wait
  std::optional<std::uint32_t> balk_queue_length;  ///< leaves at once if this many of its type wait
  Duration acceptable_wait = 20 * kSecond;         ///< AWT, the service level's threshold
};

/// Of those who are there, the share that is gone after a year of a constant rate, which is not
/// negative [1/year].
[[nodiscard]] double share_in_a_year(double rate);

struct World {
  Calendar calendar;
  double busyness_cv = 0.0;  ///< of the day-level gamma factor with mean 1 [1]
  std::vector<ContactType> contact_types;
  std::vector<Segment> segments;       ///< empty: nobody knows whose contacts these are
  std::vector<IssueType> issue_types;  ///< need segments
  double discount_per_year = 0.08;     ///< of what customers are worth beyond the moment [share]
  Behaviour behaviour;
  Outcomes outcomes;

  /// What a customer of the segment is worth from now on: value / (ln(1 + discount) - ln(1 -
  /// leaves) - ln(1 - service churn)), the margin of a customer who leaves at a constant hazard,
  /// discounted [money].
  [[nodiscard]] double customer_equity(SegmentId segment) const;
};

struct Skill {
  ContactTypeId type;
  double proficiency = 1.0;      ///< handle times divide by it [1]
  std::uint32_t preference = 1;  ///< rank among the group's contact types, 1 first
  double resolution = 0.0;       ///< added to the logit of resolution [1]
};

struct ScheduledBreak {
  AgentState kind = AgentState::on_break;  ///< on_break, meal, training, meeting
  Duration at{};  ///< from midnight of the shift's day (past 24 h in a night shift)
  Duration length{};
  bool paid = true;
  Duration stagger{};  ///< the i-th agent of the shift begins i mod waves x stagger later
  std::uint32_t waves = 1;
};

struct Shift {
  std::string name;
  std::uint32_t agents = 0;
  std::array<bool, 7> days{true, true, true, true, true, true, true};
  DayWindow hours;  ///< end may pass 24:00
  std::vector<ScheduledBreak> breaks;
};

/// Who leaves when the number of agents of a profile falls.
enum class LeavingRule : std::uint8_t {
  named,          ///< the last by number: agent i is there whenever more than i are asked for
  next_to_finish  ///< idle ones at once, then whoever finishes next
};

struct AbsenceCause {
  std::string name;
  double probability = 0.0;  ///< that an agent is away for a whole shift (of a day)
  bool paid = true;
};

struct AgentGroup {
  std::string name;
  std::vector<Skill> skills;
  double wage_per_h = 0.0;  ///< in the scenario's currency [1/h]
  double quality = 0.0;     ///< of the conversation, added to the logit of satisfaction [1]
  double speed_cv = 0.0;    ///< of the lognormal handle-time factor between agents, mean 1 [1]
  Profile agents;           ///< agents by interval (integers); empty if there are shifts
  bool follows_opening_hours = true;  ///< a constant number: only while the centre is open
  LeavingRule on_decrease = LeavingRule::next_to_finish;
  std::vector<Shift> shifts;
  std::vector<AbsenceCause> absence;
};

/// One step of a contact type's order of preference between groups.
struct GroupPreference {
  AgentGroupId group;
  std::uint32_t level = 1;  ///< groups of one level are equal to the routing policy; 1 first
  Duration after{};         ///< open to contacts that have waited this long
};

struct Routing {
  PolicyChoice agent_for_contact;
  PolicyChoice contact_for_agent;                         ///< may be the same policy
  std::vector<std::vector<GroupPreference>> preferences;  ///< by contact type; sorted by level
};

struct Plan {
  std::string name;
  std::string description;
  std::optional<std::uint32_t> trunks;       ///< lines: held from arrival to the end of talk
  std::optional<std::uint32_t> queue_limit;  ///< contacts waiting, all types together
  std::vector<std::optional<std::uint32_t>> queue_limits;  ///< by contact type
  std::vector<AgentGroup> agent_groups;
  Routing routing;
  PolicyChoice breaks;
  PolicyChoice staffing;
  std::optional<Ivr> ivr;
  SelfService self_service;
  std::optional<Callback> callback;
  std::vector<std::optional<Escalation>> escalations;  ///< by contact type; may be empty
  Costs costs;
};

enum class RunMode : std::uint8_t {
  terminating,   ///< replications of the horizon from an empty centre
  steady_state,  ///< one long run, cut at the horizon, in batches after a warm-up
};

/// How sure to be, and how to get there.
struct ExperimentSettings {
  RunMode mode = RunMode::terminating;
  std::uint64_t seed = 1;
  std::uint32_t replications = 20;
  std::optional<double> precision;  ///< stop when the relative half-width is at most this
  std::vector<std::string>
      precision_metrics;  ///< metric names it is asked of; empty: the headline ones
  std::uint32_t max_replications = 10'000;  ///< cap of the sequential procedure
  double confidence = 0.95;
  Duration warm_up{};          ///< facts of arrivals before it are not scored
  std::uint32_t batches = 30;  ///< steady_state
};

enum class ServiceLevelVariant : std::uint8_t { standard, all_offered, with_abandoned, answered };
enum class Estimation : std::uint8_t { pooled, per_replication };

/// One part of the composite score: from 0 at `worst` to 1 at `best`, straight between, cut beyond.
struct CompositePart {
  std::string metric;
  double weight = 1.0;
  double worst = 0.0;  ///< in the metric's unit; above or below `best`
  double best = 0.0;
};

struct ScoreSettings {
  ServiceLevelVariant service_level = ServiceLevelVariant::standard;
  Estimation estimation = Estimation::pooled;
  Duration short_abandon = 5 * kSecond;
  Duration fcr_window = 7 * kDay;        ///< no further contact within it: resolved, as measured
  std::optional<Duration> interval;      ///< report by this interval; nullopt: totals only
  bool fold_days = true;                 ///< intervals of the day over all days, or of the horizon
  std::vector<std::string> metrics;      ///< shown in the text report; empty: the headline ones
  std::vector<CompositePart> composite;  ///< empty: none
};

enum class Comparison : std::uint8_t { at_least, at_most };

/// How a bound was written. Whoever loads without known metrics checks it against the unit.
enum class BoundKind : std::uint8_t { number, share, duration, money };

/// What a bound of a metric is written in. `any`: it is not checked.
enum class BoundUnit : std::uint8_t { any, number, share, seconds, hours, money };

/// What reading a scenario must know of a metric that it may name.
struct KnownMetric {
  std::string_view id;
  BoundUnit unit = BoundUnit::any;
  bool by_contact_type = true;
  bool by_agent_group = true;
  bool by_segment = false;
  bool by_issue_type = false;
};

/// A gate: `metric` of a plan (and a contact type or group) against a bound.
struct Expectation {
  std::string metric;
  std::optional<PlanId> plan;  ///< nullopt: every plan
  std::optional<ContactTypeId> contact_type;
  std::optional<std::string> agent_group;
  std::optional<SegmentId> segment;
  std::optional<IssueTypeId> issue_type;
  Comparison comparison = Comparison::at_least;
  double bound = 0.0;  ///< in the metric's unit; without known metrics durations are in seconds
  BoundKind bound_kind = BoundKind::number;
  std::string location;  ///< file:line:column, for messages
};

/// Where a number comes from.
enum class Source : std::uint8_t { stated, data, paper, vendor, assumed };
[[nodiscard]] std::string_view to_string(Source source);

/// A number of the model that may be doubted: an input with its source and the range to try it in.
struct Coefficient {
  /// As for --set: `world.behaviour.redial.probability`, `plans.lean.self_service.success`; of a
  /// figure that plans take over from the base plan, `plan.self_service.success`.
  std::string path;
  std::string unit;  ///< "share", "s", "1", "1/h", "EUR", ...
  double value = 0.0;
  double low = 0.0;  ///< low <= value <= high, unless the user's value lies outside the range
  double high = 0.0;
  Source source = Source::stated;
  std::vector<PlanId> plans = {};  ///< those it acts in, in order; empty: the world's, in all

  [[nodiscard]] bool acts_in(PlanId plan) const;
};

struct Scenario {
  std::string file;  ///< as given by the user; not part of the results
  std::string name;
  std::string description;
  std::string currency = "EUR";
  World world;
  std::vector<Plan>
      plans;  ///< at least one; the only plan of a file without `plans` is named `base`
  ExperimentSettings experiment;
  ScoreSettings score;
  std::vector<Expectation> expectations;
  std::vector<Coefficient> coefficients;  ///< each once, in the order of the file's sections
  std::uint64_t hash = 0;                 ///< of the normalised values: equal scenarios, equal hash

  [[nodiscard]] std::optional<PlanId> find_plan(const std::string& name) const;
};

/// Whether contacts belong to issues there, in every plan: facts then carry journeys. If not, the
/// scenario is of queues alone.
[[nodiscard]] bool has_issues(const Scenario& scenario);

}  // namespace holdline
