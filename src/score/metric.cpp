// The catalogue, from the tables metrics_*.def, and what can be asked of one metric. All of it is
// made when compiled: nothing to initialise, nothing to change.
#include "holdline/score/metric.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace holdline {
namespace {

/// The rows of a metric beside the centre's, and what the scenario must have.
struct Rows {
  bool contact_types = false;
  bool agent_groups = false;
  bool segments = false;
  bool issue_types = false;
  MetricNeeds needs = MetricNeeds::nothing;
};
constexpr Rows kTypes{true, false};
constexpr Rows kGroups{false, true};
constexpr Rows kBoth{true, true};
constexpr Rows kContacts{true, false, true, true};
constexpr Rows kEveryRow{true, true, true, true};
constexpr Rows kNamedTypes{true, false, false, false, MetricNeeds::naming};
constexpr Rows kNamedGroups{false, true, false, false, MetricNeeds::naming};
constexpr Rows kReserved{false, true, false, false, MetricNeeds::callback};
constexpr Rows kCustomers{false, false, true, false, MetricNeeds::customers};
constexpr Rows kCentreIssues{false, false, false, false, MetricNeeds::issues};
constexpr Rows kCentreCustomers{false, false, false, false, MetricNeeds::customers};
constexpr Rows kCentreCosts{false, false, false, false, MetricNeeds::costs};
constexpr Rows contacts_with(MetricNeeds needs) { return {true, false, true, true, needs}; }
constexpr Rows kJourneys = contacts_with(MetricNeeds::issues);
constexpr Rows kAutomated = contacts_with(MetricNeeds::automation);
constexpr Rows kMenus = contacts_with(MetricNeeds::menus);
constexpr Rows kMachines = contacts_with(MetricNeeds::self_service);
constexpr Rows kCallbacks = contacts_with(MetricNeeds::callback);
constexpr Rows kIssues = contacts_with(MetricNeeds::issues);
constexpr Rows kOutcomes = contacts_with(MetricNeeds::outcomes);
constexpr Rows kContactCosts = contacts_with(MetricNeeds::costs);
constexpr Rows kDueIssues{false, false, true, true, MetricNeeds::due_times};

constexpr Metric make_metric(std::string_view id, MetricUnit unit, int better, Rows rows,
                             bool is_headline, std::string_view title, std::string_view definition,
                             std::string_view source) {
  Metric metric;
  metric.id = id;
  metric.title = title;
  metric.definition = definition;
  metric.source = source;
  metric.unit = unit;
  metric.by_contact_type = rows.contact_types;
  metric.by_agent_group = rows.agent_groups;
  metric.by_segment = rows.segments;
  metric.by_issue_type = rows.issue_types;
  metric.needs = rows.needs;
  metric.is_headline = is_headline;
  metric.better = better;
  return metric;
}

constexpr Metric with_sums(Metric metric, double (*numerator)(const Tally&),
                           double (*denominator)(const Tally&)) {
  metric.numerator = numerator;
  metric.denominator = denominator;
  return metric;
}

constexpr Metric with_quantile(Metric metric, double quantile) {
  metric.quantile = quantile;
  return metric;
}

#define N(counter) tally[static_cast<std::size_t>(Counter::counter)]
// Contacts that came as far as the queue; those that people dealt with; all that is paid.
#define QUEUED N(arrivals) - N(contained) - N(hung_up)
#define HANDLED N(served) + N(called_back)
#define TOTAL_COST                                                                            \
  N(labour_cost) + N(self_service_cost) + N(menu_cost) + N(callback_cost) + N(contact_cost) + \
      N(fixed_cost) + N(lateness_cost) + N(acquisition_cost)
#define HOLDLINE_TOTAL(id, unit, better, rows, headline, sum, title, definition, source)     \
  with_sums(                                                                                 \
      make_metric(#id, MetricUnit::unit, better, rows, headline, title, definition, source), \
      [](const Tally& tally) -> double { return sum; }, nullptr),
#define HOLDLINE_RATIO(id, unit, better, rows, headline, numerator, denominator, title,      \
                       definition, source)                                                   \
  with_sums(                                                                                 \
      make_metric(#id, MetricUnit::unit, better, rows, headline, title, definition, source), \
      [](const Tally& tally) -> double { return numerator; },                                \
      [](const Tally& tally) -> double { return denominator; }),
#define HOLDLINE_WAIT_QUANTILE(id, share, headline, title, definition)                         \
  with_quantile(make_metric(#id, MetricUnit::seconds, -1, kTypes, headline, title, definition, \
                            "order statistics"),                                               \
                share),
constexpr Metric kMetrics[] = {
#include "score/metrics_contacts.def"
//
#include "score/metrics_journeys.def"
//
#include "score/metrics_issues.def"
//
#include "score/metrics_customers.def"
//
#include "score/metrics_money.def"
};
#undef HOLDLINE_WAIT_QUANTILE
#undef HOLDLINE_RATIO
#undef HOLDLINE_TOTAL
#undef TOTAL_COST
#undef HANDLED
#undef QUEUED
#undef N

constexpr const Metric& named(std::string_view id) {
  for (const Metric& metric : kMetrics) {
    if (metric.id == id) return metric;
  }
  throw "no metric of this name";  // not a constant expression: refused when compiled
}

constexpr BoundUnit bound_unit(MetricUnit unit) {
  switch (unit) {
    case MetricUnit::share:
      return BoundUnit::share;
    case MetricUnit::seconds:
      return BoundUnit::seconds;
    case MetricUnit::hours:
      return BoundUnit::hours;
    case MetricUnit::money:
      return BoundUnit::money;
    case MetricUnit::count:
    case MetricUnit::erlang:
    case MetricUnit::one:
      return BoundUnit::number;
  }
  return BoundUnit::number;
}

constexpr auto kKnownMetrics = [] {
  std::array<KnownMetric, std::size(kMetrics)> known{};
  for (std::size_t i = 0; i < known.size(); ++i) {
    const Metric& metric = kMetrics[i];
    known[i] = {
        metric.id,         bound_unit(metric.unit), metric.by_contact_type, metric.by_agent_group,
        metric.by_segment, metric.by_issue_type};
  }
  return known;
}();

/// A variant under the name `service_level`, shown wherever that is shown.
constexpr Metric as_service_level(const Metric& variant) {
  Metric metric = variant;
  metric.id = "service_level";
  metric.by_agent_group = false;
  metric.is_headline = true;
  return metric;
}

constexpr Metric kServiceLevels[] = {as_service_level(named("service_level_standard")),
                                     as_service_level(named("service_level_all_offered")),
                                     as_service_level(named("service_level_with_abandoned")),
                                     as_service_level(named("service_level_answered"))};

}  // namespace

std::string_view to_string(MetricUnit unit) {
  switch (unit) {
    case MetricUnit::count:
      return "count";
    case MetricUnit::share:
      return "share";
    case MetricUnit::seconds:
      return "s";
    case MetricUnit::money:
      return "money";
    case MetricUnit::hours:
      return "h";
    case MetricUnit::erlang:
      return "erlang";
    case MetricUnit::one:
      return "1";
  }
  return "invalid";
}

std::span<const Metric> metrics() { return kMetrics; }

std::span<const KnownMetric> known_metrics() { return kKnownMetrics; }

const Metric* find_metric(std::string_view id) {
  for (const Metric& metric : kMetrics) {
    if (metric.id == id) return &metric;
  }
  return nullptr;
}

const Metric& resolve_metric(const Metric& metric, ServiceLevelVariant variant) {
  if (metric.id != "service_level") return metric;
  switch (variant) {
    case ServiceLevelVariant::standard:
      return kServiceLevels[0];
    case ServiceLevelVariant::all_offered:
      return kServiceLevels[1];
    case ServiceLevelVariant::with_abandoned:
      return kServiceLevels[2];
    case ServiceLevelVariant::answered:
      return kServiceLevels[3];
  }
  return metric;
}

bool has_rows(const Metric& metric, ScopeKind kind) {
  switch (kind) {
    case ScopeKind::all:
      return true;
    case ScopeKind::contact_type:
      return metric.by_contact_type;
    case ScopeKind::agent_group:
      return metric.by_agent_group;
    case ScopeKind::segment:
      return metric.by_segment;
    case ScopeKind::issue_type:
      return metric.by_issue_type;
  }
  return false;
}

std::optional<double> evaluate(const Metric& metric, const Tally& tally) {
  if (metric.numerator == nullptr) return std::nullopt;
  const double numerator = metric.numerator(tally);
  if (metric.denominator == nullptr) return numerator;
  const double denominator = metric.denominator(tally);
  if (denominator == 0.0) return std::nullopt;
  return numerator / denominator;
}

}  // namespace holdline
