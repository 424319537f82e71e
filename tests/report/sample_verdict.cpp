#include "sample_verdict.hpp"

using namespace holdline;

namespace {

Estimate about(double value, double half) {
  return {value, value - half, value + half, true, true, 20};
}

PlanCurve curve_of(std::size_t plan, double cost, double margin, double value, double lost) {
  PlanCurve curve{PlanId{plan}, {}};
  for (int week = 1; week <= 13; ++week) {
    const double share = week / 13.0;
    curve.weeks.push_back(
        {about(cost * share, 900.0 * share), about(margin * share, 1500.0 * share),
         about(value * share, 8000.0 * share), about((margin - cost) * share, 1700.0 * share),
         about((value - cost) * share, 8100.0 * share), about(lost * share, 6.0 * share)});
  }
  return curve;
}

SensitivityEnd end_of(double at, double difference, bool turns, bool surely) {
  return {at, about(difference, 40'000.0), about(difference - 500'000.0, 30'000.0), turns, surely};
}

}  // namespace

Result sample_verdict() {
  Result r;
  r.scenario_name = "Bank";
  r.currency = "EUR";
  r.settings.seed = 7;
  r.plan_names = {"cost_centre", "value_centre"};
  r.agent_group_names = {{"general"}, {"general"}};
  r.contact_type_names = {"phone"};
  r.acceptable_waits = {20 * kSecond};
  r.segment_names = {"retail", "affluent"};
  r.segment_sizes = {40'000, 4'000};
  r.segment_values = {180.0, 900.0};
  r.issue_type_names = {"balance"};
  r.horizon = 91 * kDay;
  for (std::size_t i = 0; i < 2; ++i) {
    PlanRun run;
    run.plan = PlanId{i};
    run.layout.contact_type_count = 1;
    run.layout.agent_group_count = 1;
    run.layout.segment_count = 2;
    run.layout.issue_type_count = 1;
    run.replications = 20;
    run.contacts = 3'000'000;
    r.runs.push_back(run);
  }
  const Metric& lost = *find_metric("customers_lost");
  for (std::uint32_t i = 0; i < 2; ++i) {
    const double count = i == 0 ? 1200.0 : 400.0;
    r.figures.push_back({&lost, PlanId{std::size_t{i}}, {}, std::nullopt, about(count, 6.0)});
    r.figures.push_back({&lost,
                         PlanId{std::size_t{i}},
                         {ScopeKind::segment, 1},
                         std::nullopt,
                         about(count / 10.0, 2.0)});
  }
  r.differences.push_back({&lost, PlanId{0}, PlanId{1}, {}, about(-800.0, 5.0), 2.5});
  r.curves = {curve_of(0, 900'000.0, 1'000'000.0, 1'200'000.0, 1200.0),
              curve_of(1, 1'200'000.0, 1'050'000.0, 2'000'000.0, 400.0)};
  Verdict v;
  v.base = PlanId{0};
  v.other = PlanId{1};
  v.net_value = about(500'000.0, 60'000.0);
  v.cost = about(300'000.0, 1'500.0);
  v.value = about(800'000.0, 61'000.0);
  v.cash = about(-250'000.0, 10'000.0);
  v.variance_reduction = 3.25;
  v.probability = 0.99999;
  v.replications = 20;
  v.wins = 20;
  v.break_even = {BreakEvenSide::other_above, {0.375, 0.35, 0.4, true, true, 20}, 245.0};
  for (int week = 1; week <= 13; ++week) {
    v.cumulative_net.push_back(about(62'500.0 * (week - 5), 60'000.0));
    v.cumulative_cash.push_back(about(-250'000.0 / 13.0 * week, 10'000.0));
  }
  v.other_payback = {5, 5, 6};
  v.base_cash_payback = {1, 1, 1};
  r.verdicts = {v};
  return r;
}

Result sample_tornado() {
  Result r = sample_verdict();
  Sensitivity s;
  s.replications = 5;
  Tornado t{PlanId{0}, PlanId{1}, about(500'000.0, 60'000.0), {}};
  t.bars.push_back(
      {{"world.outcomes.churn.by_contacts.conversion", "share", 0.3, 0.05, 0.5, Source::assumed},
       end_of(0.05, -120'000.0, true, true),
       end_of(0.5, 900'000.0, false, false),
       1'020'000.0});
  t.bars.push_back({{"world.behaviour.redial.decay", "1", 0.8, 0.5, 1.0, Source::assumed},
                    end_of(0.5, 420'000.0, false, false),
                    end_of(1.0, 560'000.0, false, false),
                    140'000.0});
  t.bars.push_back({{"world.behaviour.menu.learns", "share", 0.5, 0.2, 0.8, Source::assumed},
                    end_of(0.2, 500'000.0, false, false),
                    end_of(0.8, 500'000.0, false, false),
                    0.0});
  t.coefficients = t.bars.size();
  s.tornados = {t};
  r.sensitivity = s;
  return r;
}
