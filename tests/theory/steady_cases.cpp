// Steady states with exact answers: loss, delay, abandonment, general patience, priorities.
#include <fmt/format.h>

#include "theory/exact_queues.hpp"
#include "theory/theory_case.hpp"

namespace holdline::theory {
namespace {

constexpr double kMinute_s = 60.0;

/// What every queue with abandonment is asked.
std::vector<Check> abandonment_checks(const AbandonmentQueue& queue, double detects) {
  std::vector<Check> checks{
      {.metric = "abandonment_share", .expected = queue.abandonment_share, .detects = 4 * detects},
      {.metric = "delayed_share", .expected = queue.delayed_share, .detects = 3 * detects},
      {.metric = "mean_wait", .expected = queue.mean_wait_s, .detects = 4 * detects},
      {.metric = "asa", .expected = queue.asa_s, .detects = 4 * detects},
      {.metric = "mean_time_to_abandon",
       .expected = queue.time_to_abandon_s,
       .detects = 4 * detects},
      {.metric = "mean_queue_length", .expected = queue.queue_length, .detects = 5 * detects},
      {.metric = "occupancy", .expected = queue.occupancy, .detects = detects},
  };
  // Where hardly anybody is served in time the share is too rare to be measured.
  if (queue.served_within > 0.1) {
    checks.push_back({.metric = "service_level_all_offered",
                      .expected = queue.served_within,
                      .detects = 3 * detects});
    checks.push_back({.metric = "service_level_standard",
                      .expected = queue.served_within / (1.0 - queue.abandoned_within),
                      .detects = 3 * detects});
  }
  return checks;
}

}  // namespace

std::vector<Case> loss_cases() {
  struct Row {
    const char* file;
    double load;
    int lines;
    double detects;
  };
  std::vector<Case> cases;
  for (const Row& row :
       {Row{"load_180_lines_200", 180, 200, .09}, Row{"load_100_lines_110", 100, 110, .045},
        Row{"load_48_lines_50", 48, 50, .02}, Row{"load_20_lines_25", 20, 25, .02},
        Row{"load_10_lines_10", 10, 10, .01}, Row{"load_10_lines_10_deterministic", 10, 10, .01},
        Row{"load_10_lines_10_lognormal", 10, 10, .01}, Row{"load_8_4_lines_12", 8.4, 12, .02},
        Row{"load_5_lines_10", 5, 10, .03}, Row{"load_1_lines_1", 1, 1, .01}}) {
    const double blocked = erlang_b(row.load, row.lines);
    cases.push_back(
        {.file = fmt::format("erlang_b/{}.yaml", row.file),
         .checks = {
             {.metric = "blocked_share", .expected = blocked, .detects = row.detects},
             {.metric = "carried_load", .expected = row.load * (1.0 - blocked), .detects = .01},
             {.metric = "mean_wait", .expected = 0.0}}});
  }
  return cases;
}

std::vector<Case> delay_cases() {
  struct Row {
    const char* file;
    double load;
    int agents;
    double mean_s;
    double detects;  ///< of the wait; half of it for the share delayed
  };
  std::vector<Case> cases;
  for (const Row& row :
       {Row{"load_48_agents_50", 48, 50, 60, .15}, Row{"load_95_agents_100", 95, 100, 60, .1},
        Row{"load_180_agents_200", 180, 200, 60, .15}, Row{"load_0_8_agents_1", .8, 1, 1, .03},
        Row{"load_20_agents_25", 20, 25, 60, .06}, Row{"load_10_agents_14", 10, 14, 60, .04},
        Row{"load_8_4_agents_12", 8.4, 12, 60, .04}, Row{"load_5_agents_7", 5, 7, 60, .04},
        Row{"load_2_agents_3", 2, 3, 1, .04}}) {
    const double delayed = erlang_c(row.load, row.agents);
    const double spare = row.agents - row.load;
    const double service_level = 1.0 - delayed * std::exp(-spare * 20.0 / row.mean_s);
    cases.push_back(
        {.file = fmt::format("erlang_c/{}.yaml", row.file),
         .checks = {
             {.metric = "delayed_share", .expected = delayed, .detects = row.detects / 2},
             {.metric = "asa", .expected = delayed * row.mean_s / spare, .detects = row.detects},
             {.metric = "mean_wait_delayed",
              .expected = row.mean_s / spare,
              .detects = row.detects},
             {.metric = "service_level", .expected = service_level, .detects = row.detects / 2},
             {.metric = "occupancy", .expected = row.load / row.agents, .detects = .01}}});
  }
  struct Service {
    const char* file;
    double cv;
  };
  for (const Service& service : {Service{"exponential", 1.0}, Service{"deterministic", 0.0},
                                 Service{"lognormal_cv_1_2", 1.2}}) {
    cases.push_back(
        {.file = fmt::format("mg1/{}.yaml", service.file),
         .checks = {
             {.metric = "asa", .expected = mg1_mean_wait_s(.8, 1.0, service.cv), .detects = .04},
             {.metric = "delayed_share", .expected = .8, .detects = .01}}});
  }
  return cases;
}

std::vector<Case> abandonment_cases() {
  struct Row {
    const char* file;
    double rate_per_min, aht_min, patience_min;
    int agents;
    double detects = .01;
  };
  std::vector<Case> cases;
  for (const Row& row : {Row{"rate_48_per_min_aht_1m_patience_2m_agents_40", 48, 1, 2, 40},
                         Row{"rate_48_per_min_aht_1m_patience_2m_agents_45", 48, 1, 2, 45},
                         Row{"rate_48_per_min_aht_1m_patience_2m_agents_50", 48, 1, 2, 50},
                         Row{"rate_48_per_min_aht_1m_patience_2m_agents_55", 48, 1, 2, 55, .02},
                         Row{"rate_48_per_min_aht_1m_patience_30s_agents_50", 48, 1, .5, 50},
                         Row{"rate_48_per_min_aht_1m_patience_10m_agents_50", 48, 1, 10, 50, .013},
                         Row{"rate_4_2_per_min_aht_2m_patience_1m_agents_12", 4.2, 2, 1, 12},
                         Row{"rate_200_per_h_aht_3m_patience_5m_agents_13", 200. / 60, 3, 5, 13},
                         Row{"rate_200_per_h_aht_3m_patience_5m_agents_14", 200. / 60, 3, 5, 14},
                         Row{"rate_3_5_per_min_aht_3m_patience_5m_agents_13", 3.5, 3, 5, 13},
                         Row{"rate_3_5_per_min_aht_3m_patience_5m_agents_9", 3.5, 3, 5, 9},
                         Row{"rate_10_per_min_aht_5m_patience_3m_agents_50", 10, 5, 3, 50},
                         Row{"rate_10_per_min_aht_5m_patience_3m_agents_40", 10, 5, 3, 40},
                         Row{"rate_1_per_min_aht_5m_patience_2m_agents_5", 1, 5, 2, 5}}) {
    const AbandonmentQueue queue =
        abandonment_queue(row.rate_per_min / kMinute_s, row.aht_min * kMinute_s, row.agents,
                          exponential_patience(row.patience_min * kMinute_s), 20.0);
    cases.push_back({.file = fmt::format("erlang_a/{}.yaml", row.file),
                     .checks = abandonment_checks(queue, row.detects)});
  }
  return cases;
}

std::vector<Case> general_patience_cases() {
  struct Row {
    const char* file;
    Patience patience;
    int agents;
    double detects;
  };
  const double mean_s = 2 * kMinute_s;
  const Patience balking = with_balking(.1, exponential_patience(mean_s));
  const std::vector<Row> rows{
      {"deterministic_agents_45", deterministic_patience(mean_s), 45, .04},
      {"deterministic_agents_50", deterministic_patience(mean_s), 50, .22},
      {"uniform_agents_45", uniform_patience(2 * mean_s), 45, .01},
      {"uniform_agents_50", uniform_patience(2 * mean_s), 50, .013},
      {"lognormal_sd_2_agents_45", lognormal_patience(mean_s, 1.0), 45, .013},
      {"lognormal_sd_2_agents_50", lognormal_patience(mean_s, 1.0), 50, .02},
      {"lognormal_sd_4_agents_45", lognormal_patience(mean_s, 2.0), 45, .01},
      {"lognormal_sd_4_agents_50", lognormal_patience(mean_s, 2.0), 50, .01},
      {"exponential_with_mass_at_zero_agents_45", balking, 45, .01},
      {"exponential_with_mass_at_zero_agents_50", balking, 50, .015},
      {"weibull_shape_0_5_agents_45", weibull_patience(mean_s, .5), 45, .01},
      {"weibull_shape_0_5_agents_50", weibull_patience(mean_s, .5), 50, .01},
  };
  std::vector<Case> cases;
  for (const Row& row : rows) {
    cases.push_back({.file = fmt::format("general_patience/{}.yaml", row.file),
                     .checks = abandonment_checks(abandonment_queue(48 / kMinute_s, kMinute_s,
                                                                    row.agents, row.patience, 20.0),
                                                  row.detects)});
  }
  // The same queue with balking said by its own key: those who balk are counted apart.
  const AbandonmentQueue queue = abandonment_queue(48 / kMinute_s, kMinute_s, 50, balking, 20.0);
  cases.push_back(
      {.file = "general_patience/exponential_and_balking_agents_50.yaml",
       .checks = {{.metric = "balked_share", .expected = .1 * queue.delayed_share, .detects = .03},
                  {.metric = "abandonment_share",
                   .expected = queue.abandonment_share - .1 * queue.delayed_share,
                   .detects = .06},
                  {.metric = "asa", .expected = queue.asa_s, .detects = .04},
                  {.metric = "occupancy", .expected = queue.occupancy, .detects = .01}}});
  return cases;
}

std::vector<Case> priority_cases() {
  struct Row {
    const char* file;
    std::vector<double> rates_per_min;
    double mean_s;
    int agents;
    double detects;
  };
  std::vector<Case> cases;
  for (const Row& row : {Row{"three_classes", {8, 16, 24}, 60.0, 50, .15},
                         Row{"two_classes", {1.4, 2.8}, 120.0, 12, .03}}) {
    std::vector<double> rates_per_s = row.rates_per_min;
    for (double& rate : rates_per_s) rate /= kMinute_s;
    const std::vector<double> waits = priority_mean_waits_s(rates_per_s, row.mean_s, row.agents);
    Case each{.file = fmt::format("priorities/{}.yaml", row.file), .checks = {}};
    for (std::uint32_t type = 0; type < waits.size(); ++type) {
      each.checks.push_back({.metric = "mean_wait",
                             .expected = waits[type],
                             .detects = row.detects,
                             .contact_type = type});
    }
    cases.push_back(std::move(each));
  }
  return cases;
}

}  // namespace holdline::theory
