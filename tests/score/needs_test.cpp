// Which metrics a scenario is told, and where they are.
#include <algorithm>

#include "journey_stream.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

bool is_told(std::string_view id, const Scenario& scenario) {
  return applies(*find_metric(id), scenario);
}

}  // namespace

TEST_CASE("a scenario of queues alone is told the metrics of queues alone", "[score][metric]") {
  const Scenario scenario = two_types_and_groups();
  CHECK_FALSE(has_issues(scenario));
  for (const Metric& metric : metrics()) {
    INFO(metric.id);
    CHECK(applies(metric, scenario) == (metric.needs == MetricNeeds::nothing));
    CHECK(applies(metric, scenario, PlanId{0}) == applies(metric, scenario));
  }
}

TEST_CASE("a metric is told where there is what it needs", "[score][metric]") {
  Scenario scenario = two_types_and_groups();
  scenario.plans.push_back(scenario.plans[0]);
  scenario.plans[1].callback.emplace();
  CHECK(has_issues(scenario));
  CHECK(is_told("fcr", scenario));
  CHECK(is_told("total_cost", scenario));
  CHECK(is_told("mean_callback_delay", scenario));
  CHECK_FALSE(applies(*find_metric("mean_callback_delay"), scenario, PlanId{0}));
  CHECK(applies(*find_metric("mean_callback_delay"), scenario, PlanId{1}));
  for (const char* id : {"net_value", "csat", "late_share", "mean_menu_time", "contained_share",
                         "self_service_share"}) {
    INFO(id);
    CHECK_FALSE(is_told(id, scenario));
  }
  scenario.plans[0].self_service.mode = SelfServiceMode::forced_first;
  CHECK(is_told("contained_share", scenario));
  CHECK_FALSE(is_told("mean_menu_time", scenario));
}

TEST_CASE("costs alone are told as costs", "[score][metric]") {
  Scenario scenario = two_types_and_groups();
  scenario.plans[0].costs.per_contact = 0.5;
  scenario.plans[0].costs.fixed_per_week = 70.0;
  CHECK_FALSE(has_issues(scenario));
  CHECK(is_told("total_cost", scenario));
  CHECK_FALSE(is_told("cost_per_issue_resolved", scenario));
  FactStream facts;
  facts.add(kTypeA, ContactOutcome::abandoned, 0, 0, false);
  const Tally all = score(scenario, facts).totals[0];
  CHECK(value("total_cost", all) == Approx(10.5));
}

TEST_CASE("offered load and full-time equivalents are told to who asks", "[score][metric]") {
  Scenario scenario = two_types_and_groups();
  CHECK_FALSE(is_told("fte", scenario));
  scenario.score.metrics = {"asa", "fte"};
  CHECK(is_told("fte", scenario));
  CHECK_FALSE(is_told("offered_load", scenario));
  scenario.expectations.emplace_back().metric = "offered_load";
  CHECK(is_told("offered_load", scenario));
}

TEST_CASE("the headline of scenarios without issues is what it was", "[score][metric]") {
  for (const Metric& metric : metrics()) {
    if (metric.needs == MetricNeeds::nothing || !metric.is_headline) continue;
    constexpr std::string_view kAdded[] = {"fcr",        "csat_true", "customers_lost",
                                           "total_cost", "net_value", "unreached_share"};
    INFO(metric.id);
    CHECK(std::find(std::begin(kAdded), std::end(kAdded), metric.id) != std::end(kAdded));
  }
}

TEST_CASE("rows are the centre, contact types, agent groups, segments, issue types",
          "[score][layout]") {
  const ScoreLayout layout(two_segments_and_issue_types(), PlanId{0});
  REQUIRE(layout.row_count() == 9);
  constexpr ScopeKind kKinds[] = {
      ScopeKind::all,         ScopeKind::contact_type, ScopeKind::contact_type,
      ScopeKind::agent_group, ScopeKind::agent_group,  ScopeKind::segment,
      ScopeKind::segment,     ScopeKind::issue_type,   ScopeKind::issue_type};
  for (std::size_t i = 0; i < layout.row_count(); ++i) {
    CHECK(layout.row(i).kind == kKinds[i]);
    CHECK(layout.row(i).index == (i == 0 ? 0 : (i - 1) % 2));
    CHECK(layout.place(layout.row(i)) == i);
  }
  CHECK(ScoreLayout(two_types_and_groups(), PlanId{0}).row_count() == 5);
}

TEST_CASE("what a scenario may name of a metric is what the metric has rows for",
          "[score][metric]") {
  const auto known = known_metrics();
  REQUIRE(known.size() == metrics().size());
  for (std::size_t i = 0; i < known.size(); ++i) {
    const Metric& metric = metrics()[i];
    CHECK(known[i].id == metric.id);
    CHECK(known[i].by_contact_type == has_rows(metric, ScopeKind::contact_type));
    CHECK(known[i].by_agent_group == has_rows(metric, ScopeKind::agent_group));
    CHECK(known[i].by_segment == has_rows(metric, ScopeKind::segment));
    CHECK(known[i].by_issue_type == has_rows(metric, ScopeKind::issue_type));
    CHECK(has_rows(metric, ScopeKind::all));
  }
}

}  // namespace holdline::test
