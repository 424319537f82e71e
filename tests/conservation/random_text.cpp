// Every distribution, arrival process and policy of the format, with random parameters.
#include "conservation/random_text.hpp"

#include <cmath>
#include <utility>

namespace holdline::test {
namespace {

const PolicyEntry& any_of(RandomText& random, PolicyKind kind) {
  static const PolicyRegistry registry = PolicyRegistry::built_in();
  const auto entries = registry.entries(kind);
  return entries[static_cast<std::size_t>(random.between(0, static_cast<int>(entries.size()) - 1))];
}

std::string names_of(RandomText& random, PolicyKind kind) { return any_of(random, kind).name; }

/// One line for each kind of distribution; `choice` from 0 to 14.
std::string distribution_of_kind(RandomText& random, double mean_s, int choice) {
  const double cv = random.real(0.3, 2.0);
  switch (choice) {
    case 0:
      return fmt::format("deterministic: {{value: {:.3f}s}}", mean_s);
    case 1:
      return fmt::format("exponential: {{mean: {:.3f}s}}", mean_s);
    case 2:
      return fmt::format("exponential: {{median: {:.3f}s}}", mean_s);
    case 3:
      return fmt::format("lognormal: {{mean: {:.3f}s, cv: {:.3f}}}", mean_s, cv);
    case 4:
      return fmt::format("lognormal: {{median: {:.3f}s, p90: {:.3f}s}}", mean_s, 3.0 * mean_s);
    case 5:
      return fmt::format("gamma: {{mean: {:.3f}s, cv: {:.3f}}}", mean_s, cv);
    case 6:
      return fmt::format("erlang: {{k: {}, mean: {:.3f}s}}", random.between(1, 5), mean_s);
    case 7:
      return fmt::format("weibull: {{shape: {:.3f}, mean: {:.3f}s}}", random.real(0.5, 3.0),
                         mean_s);
    case 8:
      return fmt::format("uniform: {{min: 0s, max: {:.3f}s}}", 2.0 * mean_s);
    case 9:
      return fmt::format("triangular: {{min: 0s, mode: {:.3f}s, max: {:.3f}s}}", 0.5 * mean_s,
                         2.0 * mean_s);
    case 10:
      return fmt::format("hyperexponential: {{mean: {:.3f}s, cv: {:.3f}}}", mean_s, 1.0 + cv);
    case 11:
      return fmt::format(
          "mixture: [{{weight: 0.3, of: {{deterministic: {{value: {:.3f}s}}}}}}, "
          "{{weight: 0.7, of: {{exponential: {{mean: {:.3f}s}}}}}}]",
          mean_s, mean_s);
    case 12:
      return fmt::format(
          "piecewise_hazard: [{{from: 0s, rate: {:.6f}/s}}, {{from: {:.3f}s, rate: {:.6f}/s}}]",
          0.5 / mean_s, mean_s, 2.0 / mean_s);
    case 13:
      return fmt::format("empirical: {{values: [{:.3f}s, {:.3f}s, {:.3f}s, 0s]}}", 0.5 * mean_s,
                         mean_s, 2.5 * mean_s);
    default:
      return "empirical: {file: data/handle_times.csv, column: seconds}";
  }
}

std::string rates(RandomText& random, double per_h) {
  if (random.chance(15)) return "volumes: data/volumes.csv";
  if (random.chance(50)) return fmt::format("rate: {:.3f}/h", per_h);
  const int hours = random.between(1, 6);
  const int count = random.between(1, 24 / hours);
  std::string list;
  for (int i = 0; i < count; ++i) {
    list += fmt::format("{}{:.3f}", i == 0 ? "" : ", ",
                        random.chance(20) ? 0.0 : random.real(0.5, 1.5) * per_h);
  }
  const int latest = 24 - hours * count;
  return fmt::format("rates: [{}], per: h, interval: {}h, from: {:02d}:00, repeat: {}", list, hours,
                     random.between(0, latest), random.one_of({"day", "week", "none"}));
}

std::string busyness(RandomText& random) { return random.chance(20) ? ", busyness: false" : ""; }

}  // namespace

std::string random_distribution(RandomText& random, double mean_s) {
  std::string text = distribution_of_kind(random, mean_s, random.between(0, 14));
  if (random.chance(15)) text += fmt::format(", mass_at_zero: {}", random.share(0.0, 0.5));
  return "{" + text + "}";
}

std::string random_arrivals(RandomText& random, double per_h) {
  const double gap_s = 3600.0 / per_h;
  switch (random.between(0, 7)) {
    case 0:
      return fmt::format("{{fixed_interval: {{every: {:.3f}s}}}}", gap_s);
    case 1:
      return fmt::format("{{batch: {{{}, mean_size: {:.3f}{}}}}}", rates(random, per_h / 3.0),
                         random.real(1.0, 5.0), busyness(random));
    case 2:
      return fmt::format("{{bursty: {{{}, factor: {:.3f}, busy: 20m, calm: 50m{}}}}}",
                         rates(random, per_h), random.real(1.0, 3.4), busyness(random));
    case 3:
      return fmt::format(
          "{{renewal: {{gap: {}}}}}",
          distribution_of_kind(random, gap_s, random.between(0, 12)).insert(0, "{") + "}");
    case 4:
      return "{recorded: {file: data/arrivals.csv, column: time}}";
    default:
      return fmt::format("{{poisson: {{{}{}}}}}", rates(random, per_h), busyness(random));
  }
}

std::string random_routing_policy(RandomText& random, const std::vector<std::string>& types) {
  if (random.chance(15)) {
    return fmt::format("{{longest_weighted_wait: {{weights: {{{}: {:.3f}}}}}}}", random.pick(types),
                       random.real(0.0, 5.0));
  }
  if (random.chance(15)) {
    return "{widening: {after: [0s, 15s, 45s], min_proficiency: [1.1, 0.9, 0.2]}}";
  }
  return names_of(random, PolicyKind::routing);
}

std::string random_break_policy(RandomText& random) {
  if (random.chance(30)) {
    return fmt::format("{{limit: {{total: {}m, queue_length: {}}}}}", random.between(0, 60),
                       random.between(0, 3));
  }
  if (random.chance(40)) {
    return fmt::format("{{defer_when_busy: {{queue_length: {}, max_delay: {}m, ask_every: {}s}}}}",
                       random.between(0, 2), random.between(0, 90), random.between(1, 600));
  }
  return names_of(random, PolicyKind::breaks);
}

std::string random_staffing_policy(RandomText& random) {
  if (random.chance(40)) {
    return fmt::format(
        "{{send_home_when_idle: {{review_period: {}m, idle_share: {}, at_once: {}, keep: {}}}}}",
        random.between(1, 60), random.share(0.0, 0.6), random.between(1, 3), random.between(0, 2));
  }
  return names_of(random, PolicyKind::staffing);
}

std::string random_outcome_policy(RandomText& random, PolicyKind kind) {
  const PolicyEntry& entry = any_of(random, kind);
  ParameterValues values = default_values(entry.parameters, 1);
  std::string text;
  for (std::size_t i = 0; i < entry.parameters.size(); ++i) {
    const ParameterSpec& spec = entry.parameters[i];
    if (spec.source.empty() || !random.chance(40)) continue;
    // Four digits: what is checked here is what the reader will read.
    const double value = std::round(random.real(spec.low, spec.high) * 1e4) / 1e4;
    const ParameterValue before = std::exchange(values[i], value);
    if (entry.check && !entry.check(values).empty()) {
      values[i] = before;
    } else {
      text += fmt::format("{}{}: {:.4f}", text.empty() ? "" : ", ", spec.name, value);
    }
  }
  return text.empty() ? entry.name : fmt::format("{{{}: {{{}}}}}", entry.name, text);
}

}  // namespace holdline::test
