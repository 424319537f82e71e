// The catalogue, from metrics.def, and what can be asked of one metric. All of it is made when
// compiled: nothing to initialise, nothing to change.
#include "holdline/score/metric.hpp"

#include <array>
#include <iterator>

namespace holdline {
namespace {

struct Rows {
  bool contact_types = false;
  bool agent_groups = false;
};
constexpr Rows kTypes{true, false};
constexpr Rows kGroups{false, true};
constexpr Rows kBoth{true, true};

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
#include "score/metrics.def"
};
#undef HOLDLINE_WAIT_QUANTILE
#undef HOLDLINE_RATIO
#undef HOLDLINE_TOTAL
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
