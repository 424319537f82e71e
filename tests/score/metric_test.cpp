// The catalogue: names, units, variants, and what cannot be divided.
#include "holdline/score/metric.hpp"

#include <cctype>
#include <set>
#include <string>

#include "support/catch.hpp"

namespace holdline::test {
namespace {

double& at(Tally& tally, Counter counter) { return tally[static_cast<std::size_t>(counter)]; }

/// 10 arrived, 1 of them blocked; 6 served, 4 in time; 3 abandoned, 2 in time.
Tally service_levels_tally() {
  Tally tally{};
  at(tally, Counter::arrivals) = 10;
  at(tally, Counter::offered) = 9;
  at(tally, Counter::served) = 6;
  at(tally, Counter::served_within) = 4;
  at(tally, Counter::abandoned) = 3;
  at(tally, Counter::abandoned_within) = 2;
  return tally;
}

}  // namespace

TEST_CASE("every metric has a name of its own, a formula, a definition and a source",
          "[score][metric]") {
  std::set<std::string_view> ids;
  for (const Metric& metric : metrics()) {
    INFO(metric.id);
    CHECK(ids.insert(metric.id).second);
    CHECK(find_metric(metric.id) == &metric);
    CHECK_FALSE(metric.title.empty());
    CHECK_FALSE(metric.definition.empty());
    CHECK_FALSE(metric.source.empty());
    CHECK((metric.numerator == nullptr) == (metric.quantile > 0.0));
    CHECK(to_string(metric.unit) != "invalid");
    for (const char letter : metric.id) {
      CHECK((std::islower(static_cast<unsigned char>(letter)) != 0 || letter == '_' ||
             std::isdigit(static_cast<unsigned char>(letter)) != 0));
    }
  }
  CHECK(find_metric("servicelevel") == nullptr);
}

TEST_CASE("metrics of totals are counts, hours or money; shares have a denominator",
          "[score][metric]") {
  for (const Metric& metric : metrics()) {
    INFO(metric.id);
    if (metric.unit == MetricUnit::share) CHECK(metric.denominator != nullptr);
    if (metric.unit == MetricUnit::hours) CHECK(metric.denominator == nullptr);
    if (metric.quantile > 0.0) CHECK(metric.unit == MetricUnit::seconds);
  }
}

TEST_CASE("the four service levels differ in what abandonment and blocking do to them",
          "[score][metric][trap]") {
  const Tally tally = service_levels_tally();
  const auto value = [&](std::string_view id) { return evaluate(*find_metric(id), tally).value(); };
  CHECK(value("service_level_standard") == 4.0 / 8.0);
  CHECK(value("service_level_all_offered") == 4.0 / 9.0);
  CHECK(value("service_level_with_abandoned") == 6.0 / 10.0);
  CHECK(value("service_level_answered") == 4.0 / 6.0);
  CHECK(value("service_level") == value("service_level_standard"));
}

TEST_CASE("service_level follows the scenario's choice and says so", "[score][metric]") {
  using enum ServiceLevelVariant;
  const Metric& asked = *find_metric("service_level");
  const std::pair<ServiceLevelVariant, std::string_view> variants[] = {
      {standard, "service_level_standard"},
      {all_offered, "service_level_all_offered"},
      {with_abandoned, "service_level_with_abandoned"},
      {answered, "service_level_answered"}};
  for (const auto& [variant, id] : variants) {
    const Metric& resolved = resolve_metric(asked, variant);
    const Metric& explicit_one = *find_metric(id);
    CHECK(resolved.id == "service_level");
    CHECK(resolved.title == explicit_one.title);
    CHECK(resolved.definition == explicit_one.definition);
    CHECK(resolved.is_headline);
    CHECK(resolved.by_contact_type);
    CHECK_FALSE(resolved.by_agent_group);
    CHECK(evaluate(resolved, service_levels_tally()) ==
          evaluate(explicit_one, service_levels_tally()));
    CHECK(&resolve_metric(explicit_one, variant) == &explicit_one);
  }
  const Metric& asa = *find_metric("asa");
  CHECK(&resolve_metric(asa, all_offered) == &asa);
}

TEST_CASE("a ratio without a denominator is undefined, a total of nothing is zero",
          "[score][metric]") {
  const Tally nothing{};
  for (const Metric& metric : metrics()) {
    INFO(metric.id);
    const auto value = evaluate(metric, nothing);
    if (metric.denominator == nullptr && metric.quantile == 0.0) {
      CHECK(value == 0.0);
    } else {
      CHECK_FALSE(value.has_value());
    }
  }
}

TEST_CASE("a cost without a served contact has no cost for each served contact",
          "[score][metric]") {
  Tally tally{};
  at(tally, Counter::labour_cost) = 100.0;
  CHECK_FALSE(evaluate(*find_metric("cost_per_served"), tally).has_value());
}

}  // namespace holdline::test
