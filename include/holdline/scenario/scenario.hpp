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
#include "holdline/policies/registry.hpp"
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
  [[nodiscard]] Duration horizon() const { return static_cast<std::int64_t>(days) * kDay; }
};

/// How a profile's values lie on the calendar.
enum class ProfileSpan : std::uint8_t {
  constant,  ///< one value
  day,       ///< repeats each day, from midnight + offset
  week,      ///< repeats each week, from Monday's midnight + offset
  horizon,   ///< once, from the start of the horizon + offset
};

/// A step function of time: values[i] holds for the i-th interval. Outside: nothing (0).
struct Profile {
  ProfileSpan span = ProfileSpan::constant;
  Duration offset{};
  Duration interval = kDay;
  std::vector<double> values;
};

enum class ArrivalKind : std::uint8_t { poisson, fixed_interval, batch, bursty, renewal, recorded };

/// How contacts of a type arrive, during opening hours only.
struct ArrivalProcess {
  ArrivalKind kind = ArrivalKind::poisson;
  Profile rate_per_s;          ///< poisson, batch (of batches), bursty (state 1): rates [1/s]
  Profile handle_time_factor;  ///< multiplies handle times by interval of arrival [1]; empty: 1
  bool has_busyness = true;    ///< whether the day-level factor applies (poisson, batch, bursty)
  Duration gap{};  ///< fixed_interval: one arrival each gap, the first a gap after opening
  Distribution gap_distribution;  ///< renewal: gaps from each opening
  double batch_mean = 1.0;    ///< batch: sizes are 1 + geometric with this mean (>= 1) [contacts]
  double burst_factor = 1.0;  ///< bursty: rate in the busy state = factor x profile, >= 1 [1]
  Duration burst_mean{};      ///< bursty: mean time in the busy state (exponential)
  Duration calm_mean{};       ///< bursty: mean time in the calm state (exponential); the calm rate
                              ///< is such that the long-run rate is the profile (checked >= 0)
  std::vector<Duration>
      recorded;  ///< recorded: arrival times from the start of the horizon, sorted
};

struct ContactType {
  std::string name;
  ArrivalProcess arrivals;
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

struct World {
  Calendar calendar;
  double busyness_cv = 0.0;  ///< of the day-level gamma factor with mean 1 [1]
  std::vector<ContactType> contact_types;
};

/// A policy chosen by name, its values checked against its table. `entry` is kept alive here.
struct PolicyChoice {
  std::shared_ptr<const PolicyEntry> entry;
  ParameterValues values;
};

struct Skill {
  ContactTypeId type;
  double proficiency = 1.0;      ///< handle times divide by it [1]
  std::uint32_t preference = 1;  ///< rank among the group's contact types, 1 first
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

struct ScoreSettings {
  ServiceLevelVariant service_level = ServiceLevelVariant::standard;
  Estimation estimation = Estimation::pooled;
  Duration short_abandon = 5 * kSecond;
  std::optional<Duration> interval;  ///< report by this interval; nullopt: totals only
  bool fold_days = true;             ///< intervals of the day over all days, or of the horizon
  std::vector<std::string> metrics;  ///< shown in the text report; empty: the headline ones
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
};

/// A gate: `metric` of a plan (and a contact type or group) against a bound.
struct Expectation {
  std::string metric;
  std::optional<PlanId> plan;  ///< nullopt: every plan
  std::optional<ContactTypeId> contact_type;
  std::optional<std::string> agent_group;
  Comparison comparison = Comparison::at_least;
  double bound = 0.0;  ///< in the metric's unit; without known metrics durations are in seconds
  BoundKind bound_kind = BoundKind::number;
  std::string location;  ///< file:line:column, for messages
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
  std::uint64_t hash = 0;  ///< of the normalised values: equal scenarios, equal hash

  [[nodiscard]] std::optional<PlanId> find_plan(const std::string& name) const;
};

}  // namespace holdline
