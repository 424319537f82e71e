// The catalogue of metrics: one identifier, one formula, one unit for each
// (src/score/metrics_*.def). The report, the JSON, `holdline list metrics` and docs/glossary.md all
// come from it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

/// What a scorer adds up, for each scope and interval. Counts of contacts, times in seconds (summed
/// as integer microseconds, converted once at the end of a replication), money in the currency.
enum class Counter : std::uint8_t {
  // contacts, by contact type and interval of arrival; for an agent group only those it served
  arrivals,
  offered,  // to the queue: arrivals - blocked - contained - hung up
  served,
  abandoned,
  balked,
  blocked,
  disconnected,
  in_system,
  delayed,           // offered, and no agent was free for it on arrival
  waited,            // the delayed among served and abandoned
  served_within,     // served within the acceptable wait
  abandoned_within,  // abandoned within the acceptable wait
  short_abandoned,   // abandoned within the short-abandon threshold
  wait_served_s,
  wait_abandoned_s,
  wait_s,          // served and abandoned
  wait_delayed_s,  // of the waited
  wait_all_s,      // whatever the outcome: the integral of the number waiting
  excess_wait_s,   // beyond the acceptable wait, served and abandoned
  talk_s,          // talk, hold and wrap-up: of the served and the called back
  hold_s,
  wrap_up_s,
  // agents, by agent group and clock interval
  available_s,     // within scheduled time
  busy_s,          // talking, holding, wrap-up within scheduled time
  busy_overrun_s,  // the same after the shift's end
  overrun_s,       // all time worked after the shift's end
  pause_s,         // breaks, meals, training, meetings
  absent_s,
  sent_home_s,
  scheduled_s,         // all scheduled time, absent and sent home included, overrun not
  paid_s,              // overrun included
  paid_unavailable_s,  // paid pauses, absence and time after being sent home
  labour_cost,         // paid time x wage
  // both
  elapsed_s,  // the interval's part of the scored horizon

  // The rest is where contacts belong to issues (or a plan has costs).
  // contacts, by contact type, segment and issue type
  contained,
  hung_up,
  called_back,
  callback_failed,
  automated,            // were in menus or with a machine
  walked,               // spent time in menus
  menu_s,               // of those
  menu_errors,          // likewise
  opted_out,            // pressed zero
  misrouted,            // reached people who could not help
  transfers,            // handed over by an agent
  retrials,             // after an attempt that reached nobody
  used_machine,         // self-service between menus and queue
  resolved_by_machine,  // of those
  to_human_s,           // arrival to answer, of the served
  offered_callback,
  promised_callback,
  callback_delay_s,  // of the called back
  predicted,         // served, with a predicted wait
  prediction_error_s,
  prediction_abs_error_s,
  // agents
  reserved_s,          // waiting for customers to answer, within scheduled time
  reserved_overrun_s,  // the same after the shift's end
  // issues, by source (contact type or issue type) and segment, and interval of opening
  issues,
  issues_resolved,
  issues_given_up,
  issues_open,
  resolved_first,
  marked_first,
  silent,          // answered, and no further contact within the window
  issue_contacts,  // of those issues, whenever
  redials,
  recontacts,
  escalated,  // issues
  to_resolution_s,
  due,          // with a due time
  late,         // of those
  experienced,  // ended where there are outcomes
  satisfied,
  answered,  // the survey
  satisfied_answers,
  recommendation,  // promoters - detractors
  recommendation_answers,
  effort,
  ease,
  ease_answers,
  // customers, by segment and interval
  customer_periods,  // 1 where the next two are known
  customers_at_start,
  customers_at_end,
  customers_lost,
  customers_left_anyway,
  customers_acquired,
  customers_referred,
  customers_kept_away,
  customer_s,  // time of all customers together
  // money
  margin,
  equity_change,
  self_service_cost,
  menu_cost,
  callback_cost,
  contact_cost,
  fixed_cost,
  lateness_cost,
  acquisition_cost,
};
inline constexpr std::size_t kCounterCount =
    static_cast<std::size_t>(Counter::acquisition_cost) + 1;

/// The counters of one scope and interval in one replication.
using Tally = std::array<double, kCounterCount>;

enum class MetricUnit : std::uint8_t { count, share, seconds, money, hours, erlang, one };
[[nodiscard]] std::string_view to_string(MetricUnit unit);

/// For which rows a metric has a meaning.
enum class ScopeKind : std::uint8_t { all, contact_type, agent_group, segment, issue_type };

/// What a scenario must have for a metric to mean anything there.
enum class MetricNeeds : std::uint8_t {
  nothing,
  naming,        ///< to be named in the scenario (or issues): told only to who asks
  issues,        ///< a contact belongs to an issue: redials, menus, machines, outcomes, customers
  outcomes,      ///< what customers make of it
  customers,     ///< segments
  menus,         ///< in the plan
  self_service,  ///< in the plan
  automation,    ///< menus or self-service in the plan
  callback,      ///< in the plan
  due_times,     ///< of an issue type
  costs,         ///< issues, customers, or a plan with costs beside labour
};

/// Empty for `nothing`.
[[nodiscard]] std::string_view to_string(MetricNeeds needs);

/// A metric: a ratio of two linear sums of counters (a total has the denominator 1), or a quantile
/// of the waits of the served and abandoned.
struct Metric {
  std::string_view id;
  std::string_view title;
  std::string_view definition;  ///< the formula in the glossary's letters
  std::string_view source;
  MetricUnit unit = MetricUnit::one;
  bool by_contact_type = false;
  bool by_agent_group = false;
  bool by_segment = false;
  bool by_issue_type = false;
  MetricNeeds needs = MetricNeeds::nothing;
  bool is_headline = false;  ///< shown when the scenario does not list metrics
  int better = 0;            ///< +1 higher is better, -1 lower is better, 0 neither
  double (*numerator)(const Tally&) = nullptr;
  double (*denominator)(const Tally&) = nullptr;  ///< nullptr: a total for each replication
  double quantile = 0.0;                          ///< in (0, 1) for wait quantiles, else 0
};

/// All metrics, in the order of the catalogue.
[[nodiscard]] std::span<const Metric> metrics();
/// The same, as far as reading a scenario must know them.
[[nodiscard]] std::span<const KnownMetric> known_metrics();
/// nullptr if there is none of this name.
[[nodiscard]] const Metric* find_metric(std::string_view id);
/// The metric to compute when `metric` is asked for: `service_level` follows the scenario's choice
/// of variant (same identifier, that variant's title and formula); every other metric is itself.
[[nodiscard]] const Metric& resolve_metric(const Metric& metric, ServiceLevelVariant variant);
/// Whether the metric is told for rows of this kind.
[[nodiscard]] bool has_rows(const Metric& metric, ScopeKind kind);
/// Whether the scenario (with this plan, or with any) has what the metric needs; else it is not
/// told.
[[nodiscard]] bool applies(const Metric& metric, const Scenario& scenario, PlanId plan);
[[nodiscard]] bool applies(const Metric& metric, const Scenario& scenario);
/// The metric over these sums; nullopt when it is undefined (nothing to divide by: blank, never 0)
/// or a quantile, which sums cannot give.
[[nodiscard]] std::optional<double> evaluate(const Metric& metric, const Tally& tally);

}  // namespace holdline
