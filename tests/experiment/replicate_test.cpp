#include "experiment/replicate.hpp"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "experiment/plan_statistics.hpp"
#include "support/catch.hpp"
#include "synthetic.hpp"

namespace holdline {
namespace {

/// Scorecards that depend on (replication, lane) only and take unequal times to make.
class MadeUpRunner : public ReplicationRunner {
 public:
  explicit MadeUpRunner(const ScoreLayout& layout) : layout_(layout) {}
  bool run(std::uint32_t replication, std::size_t lane, Scorecard& card) override {
    if (card.totals.empty()) card = made_up_card(layout_);
    Draws draws(1000 * lane + replication);
    if (replication % 7 == 3) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    card.replication = replication;
    for (Tally& tally : card.totals) {
      count_of(tally, Counter::arrivals) = draws.exponential(100.0);
      count_of(tally, Counter::served_within) =
          count_of(tally, Counter::arrivals) * draws.uniform();
    }
    for (WaitHistogram& waits : card.waits) {
      waits.clear();
      for (int i = 0; i < 20; ++i) waits.add(from_seconds(draws.exponential(30.0)));
    }
    return true;
  }

 private:
  ScoreLayout layout_;
};

ReplicationJob made_up_job(const ScoreLayout& layout, std::uint32_t target) {
  ReplicationJob job;
  job.target = job.most = target;
  job.make_runner = [layout] { return std::make_unique<MadeUpRunner>(layout); };
  job.consume = [](std::span<const Scorecard>) { return true; };
  job.extend = [](std::uint32_t done) { return done; };
  return job;
}

}  // namespace

TEST_CASE("statistics are the same bits for any number of threads", "[experiment][replicate]") {
  const ScoreLayout layout = made_up_layout(1, 0, 0);
  std::vector<std::vector<double>> outcomes;
  for (const std::uint32_t threads : {1u, 2u, 3u, 8u}) {
    PlanStatistics first(made_up_catalogue(), layout, RunMode::terminating, Estimation::pooled);
    PlanStatistics second = first;
    ReplicationJob job = made_up_job(layout, 100);
    job.lanes = 2;
    job.threads = threads;
    job.consume = [&](std::span<const Scorecard> cards) {
      REQUIRE(cards.size() == 2);
      REQUIRE(cards[0].replication == first.replications());
      REQUIRE(cards[1].replication == second.replications());
      first.add(cards[0]);
      second.add(cards[1]);
      return true;
    };
    CHECK(replicate(job) == ReplicationEnding::finished);
    std::vector<Figure> figures;
    Confidence confidence(0.95);
    first.append_figures(PlanId(0), confidence, figures);
    second.append_figures(PlanId(1), confidence, figures);
    std::vector<double>& values = outcomes.emplace_back();
    for (const Figure& figure : figures) {
      REQUIRE(figure.estimate.has_interval);
      values.insert(values.end(),
                    {figure.estimate.value, figure.estimate.low, figure.estimate.high});
    }
  }
  for (const std::vector<double>& outcome : outcomes) CHECK(outcome == outcomes.front());
}

TEST_CASE("workers stay a bounded number of replications ahead", "[experiment][replicate]") {
  const ScoreLayout layout = made_up_layout(0, 0, 0);
  ReplicationJob job = made_up_job(layout, 200);
  job.threads = 3;
  std::atomic<std::uint32_t> consumed{0};
  std::atomic<std::uint32_t> furthest_ahead{0};
  class Watched : public ReplicationRunner {
   public:
    Watched(std::atomic<std::uint32_t>& consumed, std::atomic<std::uint32_t>& furthest)
        : consumed_(consumed), furthest_(furthest) {}
    bool run(std::uint32_t replication, std::size_t, Scorecard&) override {
      const std::uint32_t ahead = replication - consumed_.load();
      std::uint32_t known = furthest_.load();
      while (ahead > known && !furthest_.compare_exchange_weak(known, ahead)) {
      }
      return true;
    }

   private:
    std::atomic<std::uint32_t>& consumed_;
    std::atomic<std::uint32_t>& furthest_;
  };
  job.make_runner = [&] { return std::make_unique<Watched>(consumed, furthest_ahead); };
  job.consume = [&](std::span<const Scorecard>) {
    ++consumed;
    return true;
  };
  CHECK(replicate(job) == ReplicationEnding::finished);
  CHECK(consumed == 200);
  CHECK(furthest_ahead <= 12);  // four for each thread
}

TEST_CASE("a stop keeps the unbroken prefix of replications", "[experiment][replicate]") {
  for (const std::uint32_t threads : {1u, 3u}) {
    const ScoreLayout layout = made_up_layout(0, 0, 0);
    std::atomic<bool> stop{false};
    ReplicationJob job = made_up_job(layout, 1'000'000);
    job.threads = threads;
    job.lanes = 2;
    job.stop = &stop;
    std::uint32_t next = 0;
    job.consume = [&](std::span<const Scorecard> cards) {
      REQUIRE(cards[0].replication == next);
      REQUIRE(cards[1].replication == next);
      if (++next == 50) stop = true;
      return true;
    };
    CHECK(replicate(job) == ReplicationEnding::stopped);
    CHECK(next >= 50);
    CHECK(next < 100);
  }
}

TEST_CASE("a stop set beforehand runs nothing", "[experiment][replicate]") {
  for (const std::uint32_t threads : {1u, 2u}) {
    std::atomic<bool> stop{true};
    ReplicationJob job = made_up_job(made_up_layout(0, 0, 0), 10);
    job.threads = threads;
    job.stop = &stop;
    bool has_consumed = false;
    job.consume = [&](std::span<const Scorecard>) { return has_consumed = true; };
    CHECK(replicate(job) == ReplicationEnding::stopped);
    CHECK_FALSE(has_consumed);
  }
}

TEST_CASE("a refusal ends the run at that replication", "[experiment][replicate]") {
  for (const std::uint32_t threads : {1u, 2u}) {
    ReplicationJob job = made_up_job(made_up_layout(0, 0, 0), 1000);
    job.threads = threads;
    std::uint32_t consumed = 0;
    job.consume = [&](std::span<const Scorecard>) { return ++consumed < 5; };
    CHECK(replicate(job) == ReplicationEnding::refused);
    CHECK(consumed == 5);
  }
}

TEST_CASE("a target may be raised until it is not", "[experiment][replicate]") {
  for (const std::uint32_t threads : {1u, 2u, 8u}) {
    ReplicationJob job = made_up_job(made_up_layout(0, 0, 0), 10);
    job.threads = threads;
    job.most = 40;
    std::uint32_t consumed = 0;
    std::vector<std::uint32_t> checkpoints;
    job.consume = [&](std::span<const Scorecard>) { return ++consumed > 0; };
    job.extend = [&](std::uint32_t done) {
      checkpoints.push_back(done);
      return done < 40 ? done * 2 : done;
    };
    CHECK(replicate(job) == ReplicationEnding::finished);
    CHECK(consumed == 40);
    CHECK(checkpoints == std::vector<std::uint32_t>{10, 20, 40});
  }
}

TEST_CASE("what a runner throws reaches the caller", "[experiment][replicate]") {
  class Failing : public ReplicationRunner {
    bool run(std::uint32_t replication, std::size_t, Scorecard&) override {
      if (replication == 20) throw std::bad_alloc();
      return true;
    }
  };
  for (const std::uint32_t threads : {1u, 3u}) {
    ReplicationJob job = made_up_job(made_up_layout(0, 0, 0), 100);
    job.threads = threads;
    job.make_runner = [] { return std::make_unique<Failing>(); };
    CHECK_THROWS_AS(replicate(job), std::bad_alloc);
  }
}

TEST_CASE("what the consumer throws reaches the caller", "[experiment][replicate]") {
  for (const std::uint32_t threads : {1u, 3u}) {
    ReplicationJob job = made_up_job(made_up_layout(0, 0, 0), 100);
    job.threads = threads;
    job.consume = [](std::span<const Scorecard> cards) -> bool {
      if (cards[0].replication == 7) throw std::runtime_error("full");
      return true;
    };
    CHECK_THROWS_WITH(replicate(job), "full");
  }
}

}  // namespace holdline
