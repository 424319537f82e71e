// The catalogue of metrics: one identifier, one formula, one unit for each (src/score/metrics.def).
// The report, the JSON, `holdline list metrics` and docs/glossary.md all come from it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace holdline {

/// What a scorer adds up, for each scope and interval. Counts of contacts, times in seconds (summed
/// as integer microseconds, converted once at the end of a replication), money in the currency.
enum class Counter : std::uint8_t {
  // contacts, by contact type and interval of arrival; for an agent group only those it served
  arrivals,
  offered,       // arrivals - blocked
  served,
  abandoned,
  balked,
  blocked,
  disconnected,
  in_system,
  delayed,
  served_within,     // served within the acceptable wait
  abandoned_within,  // abandoned within the acceptable wait
  short_abandoned,   // abandoned within the short-abandon threshold
  wait_served_s,
  wait_abandoned_s,
  wait_s,         // served and abandoned
  wait_delayed_s,
  excess_wait_s,  // beyond the acceptable wait, served and abandoned
  talk_s,
  hold_s,
  wrap_up_s,
  // agents, by agent group and clock interval
  available_s,
  busy_s,          // talking, holding, wrap-up within scheduled time
  busy_overrun_s,  // the same after the shift's end
  overrun_s,       // all time worked after the shift's end
  pause_s,         // breaks, meals, training, meetings
  absent_s,
  sent_home_s,
  scheduled_s,     // all scheduled time, absent and sent home included, overrun not
  paid_s,          // overrun included
  labour_cost,     // paid time x wage
};
inline constexpr std::size_t kCounterCount = 30;

/// The counters of one scope and interval in one replication.
using Tally = std::array<double, kCounterCount>;

enum class MetricUnit : std::uint8_t { count, share, seconds, money, hours, erlang, one };
[[nodiscard]] std::string_view to_string(MetricUnit unit);

/// For which rows a metric has a meaning.
enum class ScopeKind : std::uint8_t { all, contact_type, agent_group };

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
  bool is_headline = false;       ///< shown when the scenario does not list metrics
  int better = 0;                 ///< +1 higher is better, -1 lower is better, 0 neither
  double (*numerator)(const Tally&) = nullptr;
  double (*denominator)(const Tally&) = nullptr;  ///< nullptr: a total for each replication
  double quantile = 0.0;          ///< in (0, 1) for wait quantiles, else 0
};

/// All metrics, in the order of the catalogue.
[[nodiscard]] std::span<const Metric> metrics();
/// nullptr if there is none of this name.
[[nodiscard]] const Metric* find_metric(std::string_view id);

}  // namespace holdline
