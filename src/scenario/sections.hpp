// The sections of a scenario file, one source file each. Every function here runs both ways: it
// reads a slot into values, or describes it (fields.hpp). What a later section must know of an
// earlier one, and where in the text a value stands, is in the LoadContext.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "holdline/policies/registry.hpp"
#include "holdline/scenario/scenario.hpp"
#include "scenario/fields.hpp"

namespace holdline {

/// Where a contact type's values stand, for the warnings that come after reading.
struct ContactTypeSource {
  std::string path;
  Position type, arrivals, patience, handle_time;
};

/// The same for an issue type.
struct IssueSource {
  std::string path;
  Position issue, arrivals;
};

/// The same for a plan.
struct PlanSource {
  std::string path;
  Position plan, agent_groups;
  Position ivr, self_service, callback, escalation;  ///< line 0 where the plan has none
  std::vector<Position> groups;
};

/// What the sections of one load know of each other.
struct LoadContext {
  explicit LoadContext(const PolicyRegistry& policies) : registry(&policies) {}

  void know(std::span<const KnownMetric> known) {
    metrics = known;
    for (const KnownMetric& metric : known) known_metrics.emplace_back(metric.id);
  }

  const PolicyRegistry* registry;
  Document* document = nullptr;            ///< where merged plans live; null: describing
  std::string folder;                      ///< files are named relative to it
  std::span<const KnownMetric> metrics;    ///< empty: nothing about metrics is checked
  std::vector<std::string> known_metrics;  ///< their names
  std::string currency = "EUR";
  Calendar calendar;
  const World* world = nullptr;            ///< once read; plans are read after it
  std::vector<std::string> contact_types;  ///< names, also of those that are wrong inside
  std::vector<std::string> segments;       ///< the same
  std::vector<std::string> issue_types;    ///< the same
  bool has_opening_hours = false;          ///< calendar.open is given
  bool is_calendar_read = true;            ///< without an error: it is what was meant
  bool has_issues = false;                 ///< contact types need no arrivals of their own
  bool has_outcomes = false;               ///< moods count
  bool has_machines = false;               ///< behaviour.self_service is given: trust counts
  bool has_menu_behaviour = false;         ///< behaviour.menu is given
  bool has_callback_behaviour = false;     ///< behaviour.callback is given
  std::vector<std::string> plans;
  std::vector<std::vector<std::string>> groups;  ///< names by plan
  std::vector<ContactTypeSource> type_sources;
  std::vector<IssueSource> issue_sources;
  Position behaviour;  ///< of the section
  std::vector<PlanSource> plan_sources;
  std::map<const PolicyEntry*, std::shared_ptr<const PolicyEntry>> entries;
};

void read_scenario(Slot& root, LoadContext& context, Scenario& out);
/// `description`, of a part whose own is kept nowhere.
void description_field(Record& record);

void read_world(Slot& slot, LoadContext& context, World& out);
void read_calendar(Slot& slot, Calendar& out);
void read_contact_types(Slot& slot, LoadContext& context, std::vector<ContactType>& out);
/// `handle_time_s` gets the AHT by interval if the volumes file has one.
void read_arrivals(Slot& slot, LoadContext& context, ArrivalProcess& out,
                   std::vector<double>& handle_time_s);
/// Turns an AHT by interval into factors on handle times whose mean is `mean_s`.
void scale_to_aht(const Slot& slot, const std::vector<double>& handle_time_s, double mean_s,
                  ArrivalProcess& out);
/// The three ways to state a rate over time, with `more` fields beside them; true if one was read.
bool read_rates(Slot& slot, LoadContext& context, Visit<Record> more, Profile& out,
                std::vector<double>& handle_time_s);

void read_customers(Slot& slot, LoadContext& context, World& out);
void read_segment(Slot& slot, LoadContext& context, Segment& out);
/// Coefficients by name (`{affluent: 2}`), 1 where nothing is said; `out` gets one for each name.
void read_weights(Slot& slot, std::span<const std::string> names, std::string_view what,
                  Range range, std::vector<double>& out);
void read_issues(Slot& slot, LoadContext& context, World& out);
void read_behaviour(Slot& slot, LoadContext& context, Behaviour& out);
void read_outcomes(Slot& slot, LoadContext& context, Outcomes& out);

enum class Infinity : std::uint8_t { allowed, refused };
void read_distribution(Slot& slot, const LoadContext& context, Infinity infinity,
                       Distribution& out);

/// `plan` alone, or every plan of `plans` merged into it.
void read_plans(Slot& base, Slot& patches, LoadContext& context, std::vector<Plan>& out);
/// A whole plan; its contact types are `context.contact_types`.
void read_plan(Slot& slot, LoadContext& context, Plan& out, PlanSource& source);
void read_agent_groups(Slot& slot, LoadContext& context, std::vector<AgentGroup>& out,
                       PlanSource& source);
void read_shifts(Slot& slot, std::vector<Shift>& out);
void read_routing(Slot& slot, LoadContext& context, const std::vector<AgentGroup>& groups,
                  Routing& out);
/// A policy of this kind by name, or by name with parameters; `out` keeps its default otherwise.
void read_policy(Slot& slot, PolicyKind kind, LoadContext& context, PolicyChoice& out);
/// Only the name, with default parameters.
void read_policy_name(Slot& slot, PolicyKind kind, LoadContext& context, PolicyChoice& out);
/// `{longest_idle: {...}}` as fields of a record.
void policy_fields(Record& record, PolicyKind kind, LoadContext& context, PolicyChoice& out);
/// The policy of this name with default parameters.
[[nodiscard]] PolicyChoice default_policy(PolicyKind kind, std::string_view name,
                                          LoadContext& context);

/// The same for `slot`, which is absent: its parameters may be coefficients, which are noted.
[[nodiscard]] PolicyChoice default_policy(const Slot& slot, PolicyKind kind, std::string_view name,
                                          LoadContext& context);

void read_experiment(Slot& slot, LoadContext& context, ExperimentSettings& out);
void read_score(Slot& slot, LoadContext& context, ScoreSettings& out);
void read_expectations(Slot& slot, LoadContext& context, std::vector<Expectation>& out);
bool read_metric(Slot& slot, LoadContext& context, std::string& out);
/// What is known of a metric; nullptr if there is none of this name, or nothing is known.
[[nodiscard]] const KnownMetric* find_known(const LoadContext& context, std::string_view id);
/// A bound as people write it (80%, 30s, 120 EUR, 12.5) in the metric's unit; true if it was given
/// and right. `metric` may be nullptr: nothing is checked.
bool read_bound(Slot& slot, const LoadContext& context, const KnownMetric* metric, double& out,
                BoundKind& kind);
void read_composite(Slot& slot, LoadContext& context, std::vector<CompositePart>& out);
/// A list of names of metrics.
void read_metrics(Slot& slot, LoadContext& context, std::vector<std::string>& out);

/// The frame of a profile, `interval`, `from` and `repeat`: how values lie on the calendar.
void profile_fields(Record& record, Profile& out);
/// Whether `count` values fit between the profile's start and its span's end; says so otherwise.
bool fits_span(const Slot& slot, const Profile& profile, const Calendar& calendar);

using DaySet = std::array<bool, 7>;
/// A day (`monday`, `mon`) or a range of them (`friday-sunday`).
[[nodiscard]] std::optional<DaySet> parse_days(std::string_view text);
/// parse_days as a regular expression.
[[nodiscard]] const std::string& days_pattern();

/// The file a scenario names, resolved against its folder; empty (and an error) if it lies outside.
[[nodiscard]] std::string resolve_file(const Slot& slot, const LoadContext& context,
                                       const std::string& name);

/// Warnings about a scenario that can be run but is likely a slip (docs/scenario.md, "Warnings").
void check_plausibility(const Scenario& scenario, const LoadContext& context, Sheet& sheet);

void check_customers(const World& world, const LoadContext& context, Sheet& sheet);
/// What is said of a share of volume that comes while the centre is closed.
[[nodiscard]] std::string closed_volume_text(double share);

void read_ivr(Slot& slot, LoadContext& context, std::optional<Ivr>& out);
void read_self_service(Slot& slot, LoadContext& context, SelfService& out);
void read_callback(Slot& slot, LoadContext& context, std::optional<Callback>& out);
void read_escalations(Slot& slot, LoadContext& context,
                      std::vector<std::optional<Escalation>>& out);
/// `plan`: what else of it was read, which says what there is to pay for.
void read_costs(Slot& slot, const LoadContext& context, const Plan& plan, Costs& out);
/// A list of contact types as one flag each; all of them when it is not given.
void read_contact_type_set(Slot& slot, const LoadContext& context, std::vector<bool>& out);

/// 64 bits of the values that decide results: neither file names nor comments nor descriptions.
[[nodiscard]] std::uint64_t hash_of(const Scenario& scenario);

}  // namespace holdline
