// Metrics as the catalogue of the scorer has them.
#include <fmt/format.h>

#include "cli/catalogue.hpp"
#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "holdline/score/metric.hpp"
#include "report/display.hpp"
#include "report/glossary_letters.hpp"

namespace holdline::cli {
namespace {

std::string_view unit_words(MetricUnit unit) {
  switch (unit) {
    case MetricUnit::count:
      return "count, for each replication";
    case MetricUnit::share:
      return "share, 0 to 1 (shown in per cent)";
    case MetricUnit::seconds:
      return "seconds";
    case MetricUnit::money:
      return "money, in the scenario's currency";
    case MetricUnit::hours:
      return "hours";
    case MetricUnit::erlang:
      return "erlang";
    case MetricUnit::one:
      break;
  }
  return "a number";
}

std::string rows_words(const Metric& metric) {
  std::string out = "the centre";
  if (metric.by_contact_type) out += ", each contact type";
  if (metric.by_agent_group) out += ", each agent group";
  if (metric.by_segment) out += ", each segment";
  if (metric.by_issue_type) out += ", each issue type";
  return out;
}

std::string_view needs_words(MetricNeeds needs) {
  switch (needs) {
    case MetricNeeds::nothing:
      return "nothing: always told";
    case MetricNeeds::naming:
      return "to be named in the scenario, or issues";
    case MetricNeeds::issues:
      return "issues: redials, recontacts, menus, machines, outcomes or customers";
    case MetricNeeds::outcomes:
      return "world.outcomes";
    case MetricNeeds::customers:
      return "world.customers";
    case MetricNeeds::menus:
      return "a plan with ivr";
    case MetricNeeds::self_service:
      return "a plan with self_service";
    case MetricNeeds::automation:
      return "a plan with ivr or self_service";
    case MetricNeeds::callback:
      return "a plan with callback";
    case MetricNeeds::due_times:
      return "an issue type with due";
    case MetricNeeds::costs:
      return "issues, customers, or a plan with costs";
  }
  return "";
}

// As docs/glossary.md says it: no formula shows it.
constexpr const char* kPassedOn =
    "A call led to the wrong people, who pass it on, is a contact with each of them: both "
    "count, as in an ACD's reports. Metrics of issues count it once.";

std::string letters_of(const std::vector<const Metric*>& shown) {
  const std::string letters = report::letters_text(shown);
  if (letters.empty()) return {};
  return fmt::format("\n{}\n\n{}\n", report::wrapped("with " + letters, kTextWidth, 2),
                     report::wrapped(kPassedOn, kTextWidth, 0));
}

std::string_view direction_words(int better) {
  return better > 0 ? "higher" : better < 0 ? "lower" : "neither";
}

}  // namespace

std::string metrics_text() {
  std::vector<Entry> entries;
  std::vector<const Metric*> shown;
  for (const Metric& metric : metrics()) {
    shown.push_back(&metric);
    const std::string_view unit =
        metric.unit == MetricUnit::money ? "money" : to_string(metric.unit);
    entries.push_back({fmt::format("{}{}", metric.id, metric.is_headline ? " *" : ""),
                       fmt::format("[{}] {}: {}", unit, metric.title, metric.definition)});
  }
  return entries_text("Metrics (* shown when a scenario names none)", entries) + letters_of(shown);
}

std::string metric_text(const std::string& name) {
  std::vector<std::string> ids;
  for (const Metric& metric : metrics()) ids.emplace_back(metric.id);
  const Metric* metric = find_metric(name);
  if (metric == nullptr) {
    throw UsageError(fmt::format("no metric '{}'{}", name, suggestion(name, ids)));
  }
  return entries_text(fmt::format("{}: {}", metric->id, metric->title),
                      {{"definition", std::string(metric->definition)},
                       {"unit", std::string(unit_words(metric->unit))},
                       {"for", rows_words(*metric)},
                       {"needs", std::string(needs_words(metric->needs))},
                       {"better", std::string(direction_words(metric->better))},
                       {"source", std::string(metric->source)}}) +
         letters_of({metric});
}

}  // namespace holdline::cli
