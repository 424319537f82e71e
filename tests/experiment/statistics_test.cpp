#include <atomic>
#include <chrono>
#include <cstdlib>
#include <new>

#include "experiment/plan_comparison.hpp"
#include "experiment/plan_statistics.hpp"
#include "support/catch.hpp"
#include "synthetic.hpp"

namespace {
std::atomic<std::uint64_t> allocation_count{0};
}

// Counts every allocation of this test program.
void* operator new(std::size_t size) {
  allocation_count.fetch_add(1, std::memory_order_relaxed);
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace holdline {
namespace {

void fill(Tally& tally, double arrivals, double within) {
  count_of(tally, Counter::arrivals) = arrivals;
  count_of(tally, Counter::served_within) = within;
}

PlanStatistics statistics_of(const ScoreLayout& layout, RunMode mode,
                             Estimation estimation = Estimation::pooled) {
  return PlanStatistics(made_up_catalogue(), layout, mode, estimation);
}

}  // namespace

TEST_CASE("figures come by interval, row and metric, totals first", "[experiment][statistics]") {
  const ScoreLayout layout = made_up_layout(2, 1, 2);
  PlanStatistics statistics = statistics_of(layout, RunMode::terminating);
  statistics.add(made_up_card(layout));
  std::vector<Figure> figures;
  Confidence confidence(0.95);
  statistics.append_figures(PlanId(3), confidence, figures);
  // Totals: centre and two types with 3 metrics, a group with 2; no quantiles by interval.
  REQUIRE(figures.size() == 3 * 3 + 2 + 2 * (4 * 2));
  CHECK(figures[0].metric->id == "arrivals");
  CHECK(figures[2].metric->id == "p90");
  CHECK(figures[4].row.kind == ScopeKind::contact_type);
  CHECK(figures[10].row.kind == ScopeKind::agent_group);
  CHECK_FALSE(figures[10].interval.has_value());
  CHECK(figures[11].interval == 0u);
  CHECK(figures.back().interval == 1u);
  CHECK(figures.back().metric->id == "level");
  CHECK(figures.back().plan == PlanId(3));
  CHECK_FALSE(figures[1].estimate.is_defined);  // 0/0
}

TEST_CASE("pooled and per-replication ratios are two numbers", "[experiment][statistics]") {
  const ScoreLayout layout = made_up_layout(0, 0, 0);
  Confidence confidence(0.95);
  const Metric& level = *made_up_catalogue()[1];
  PlanStatistics pooled = statistics_of(layout, RunMode::terminating);
  PlanStatistics separate =
      statistics_of(layout, RunMode::terminating, Estimation::per_replication);
  Scorecard card = made_up_card(layout);
  const double days[3][2] = {{100.0, 50.0}, {20.0, 20.0}, {0.0, 0.0}};
  for (const auto& day : days) {
    fill(card.totals[0], day[0], day[1]);
    pooled.add(card);
    separate.add(card);
  }
  CHECK(pooled.total(level, 0, confidence).value == Approx(70.0 / 120.0));
  CHECK(pooled.total(level, 0, confidence).observations == 3);
  CHECK(separate.total(level, 0, confidence).value == 0.75);
  CHECK(separate.total(level, 0, confidence).observations == 2);
}

TEST_CASE("in steady state batches are the observations and totals their sum",
          "[experiment][statistics]") {
  const ScoreLayout layout = made_up_layout(0, 0, 10);
  PlanStatistics statistics = statistics_of(layout, RunMode::steady_state);
  Scorecard card = made_up_card(layout);
  for (std::size_t i = 0; i < 10; ++i)
    fill(card.intervals[i], 100.0 + static_cast<double>(i), 80.0);
  fill(card.totals[0], 1045.0, 800.0);
  statistics.add(card);
  Confidence confidence(0.95);
  std::vector<Figure> figures;
  statistics.append_figures(PlanId(0), confidence, figures);
  REQUIRE(figures.size() == 3);  // no figures of batches
  CHECK(figures[0].estimate.value == 1045.0);
  CHECK(figures[0].estimate.observations == 10);
  // Half-width: 10 x t(9) x sd / sqrt(10), sd of 0..9 = 3.02765.
  CHECK(figures[0].estimate.high - 1045.0 ==
        Approx(10.0 * 2.262157163 * 3.027650354 / std::sqrt(10.0)));
  CHECK(figures[1].estimate.value == 800.0 / 1045.0);
  CHECK_FALSE(figures[2].estimate.has_interval);
}

TEST_CASE("quantiles have intervals from ten replications on", "[experiment][statistics]") {
  const ScoreLayout layout = made_up_layout(0, 0, 0);
  Confidence confidence(0.95);
  const Metric& p90 = *made_up_catalogue()[2];
  PlanStatistics statistics = statistics_of(layout, RunMode::terminating);
  CHECK_FALSE(statistics.total(p90, 0, confidence).is_defined);
  Draws draws(41);
  Scorecard card = made_up_card(layout);
  for (int i = 0; i < 1000; ++i) card.waits[0].add(from_seconds(draws.exponential(60.0)));
  for (int i = 1; i <= 12; ++i) {
    statistics.add(card);
    const Estimate estimate = statistics.total(p90, 0, confidence);
    CHECK(estimate.is_defined);
    CHECK(estimate.has_interval == (i >= 10));
    CHECK(estimate.value == Approx(60.0 * std::log(10.0)).epsilon(0.2));
  }
}

TEST_CASE("a quantile that the data do not bound has no interval", "[experiment][statistics]") {
  WaitSections sections;
  Draws draws(42);
  for (int i = 0; i < 12; ++i) {
    WaitHistogram few;
    for (int k = 0; k < 3; ++k) few.add(from_seconds(draws.exponential(60.0)));
    sections.add(few);
  }
  Confidence confidence(0.95);
  CHECK_FALSE(sections.quantile(0.99, confidence).has_interval);
  CHECK(sections.quantile(0.5, confidence).has_interval);
}

TEST_CASE("rows match by contact type and by the name of agent groups", "[experiment][compare]") {
  std::vector<AgentGroup> base(3), other(2);
  base[0].name = "general";
  base[1].name = "night";
  base[2].name = "backup";
  other[0].name = "backup";
  other[1].name = "general";
  const auto rows = match_rows(made_up_layout(2, 3, 0), base, made_up_layout(2, 2, 0), other);
  REQUIRE(rows.size() == 5);
  CHECK((rows[2].base == 2 && rows[2].other == 2));
  CHECK((rows[3].base == 3 && rows[3].other == 4));
  CHECK((rows[4].base == 5 && rows[4].other == 3));
}

TEST_CASE("a comparison pairs replications and says what pairing gained", "[experiment][compare]") {
  const ScoreLayout layout = made_up_layout(0, 0, 0);
  PlanComparison comparison(made_up_catalogue(), layout, layout, {{0, 0}}, RunMode::terminating,
                            Estimation::pooled);
  PlanStatistics base_statistics = statistics_of(layout, RunMode::terminating);
  PlanStatistics other_statistics = base_statistics;
  Draws draws(43);
  Scorecard base = made_up_card(layout);
  Scorecard other = made_up_card(layout);
  for (int i = 0; i < 40; ++i) {
    const double arrivals = 1000.0 + 100.0 * draws.normal();
    const double luck = 30.0 * draws.normal();
    fill(base.totals[0], arrivals, 0.8 * arrivals + luck);
    fill(other.totals[0], arrivals, 0.9 * arrivals + luck + 3.0 * draws.normal());
    base.waits[0].clear();
    other.waits[0].clear();
    for (int k = 0; k < 50; ++k) {
      const double wait = draws.exponential(60.0);
      base.waits[0].add(from_seconds(wait));
      other.waits[0].add(from_seconds(0.5 * wait));
    }
    base_statistics.add(base);
    other_statistics.add(other);
    comparison.add(base, other);
  }
  Confidence confidence(0.95);
  std::vector<Difference> differences;
  comparison.append_differences(PlanId(0), base_statistics, PlanId(1), other_statistics, confidence,
                                differences);
  REQUIRE(differences.size() == 3);
  CHECK(differences[0].difference.value == 0.0);  // the same arrivals came
  CHECK(differences[0].difference.high == 0.0);
  CHECK(differences[0].variance_reduction == 0.0);
  CHECK(differences[1].difference.value == Approx(0.1).margin(0.003));
  CHECK(differences[1].difference.low > 0.09);
  CHECK(differences[1].variance_reduction > 50.0);
  CHECK(differences[2].difference.value == Approx(-0.5 * 60.0 * std::log(10.0)).epsilon(0.1));
  CHECK(differences[2].difference.high < 0.0);
  CHECK(differences[2].variance_reduction > 1.0);
}

TEST_CASE("adding a scorecard allocates nothing and takes little time",
          "[experiment][statistics]") {
  const ScoreLayout layout = made_up_layout(1, 1, 0);
  std::vector<const Metric*> catalogue;
  for (int i = 0; i < 25; ++i) {  // the size of the real one
    catalogue.insert(catalogue.end(), made_up_catalogue().begin(), made_up_catalogue().begin() + 2);
  }
  PlanStatistics statistics(catalogue, layout, RunMode::terminating, Estimation::pooled);
  PlanComparison comparison(catalogue, layout, layout, {{0, 0}, {1, 1}, {2, 2}},
                            RunMode::terminating, Estimation::pooled);
  Scorecard card = made_up_card(layout);
  Draws draws(44);
  for (WaitHistogram& waits : card.waits) {
    for (int i = 0; i < 3000; ++i) waits.add(from_seconds(draws.exponential(60.0)));
  }
  for (int i = 0; i < 32; ++i) statistics.add(card);  // every section has met its largest wait
  const std::uint64_t before = allocation_count.load();
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 1000; ++i) {
    statistics.add(card);
    comparison.add(card, card);
  }
  const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - begin;
  CHECK(allocation_count.load() == before);
  INFO(taken.count() / 1000.0 << " us for each replication");
  CHECK(taken.count() / 1000.0 < 500.0);  // aim: 50; room for sanitizers and busy machines
}

}  // namespace holdline
