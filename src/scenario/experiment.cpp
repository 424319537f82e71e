// The sections `experiment` and `score`: how sure to be, and what to show.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/sections.hpp"

namespace holdline {
namespace {

void read_precision(Slot& slot, LoadContext& context, ExperimentSettings& out) {
  constexpr Range kPrecision{1e-5, 1.0};
  double relative = 0.0;
  slot.by_shape({.expected = "a relative half-width, such as 2%, or {relative: ..., metrics: ...}",
                 .scalar =
                     [&](Slot& share) {
                       if (share.share(relative, kPrecision)) out.precision = relative;
                     },
                 .list = {},
                 .mapping =
                     [&](Slot& details) {
                       details.record([&](Record& record) {
                         const bool is_read =
                             record.required("relative", "Relative half-width to reach")
                                 .share(relative, kPrecision);
                         if (is_read) out.precision = relative;
                         Slot metrics =
                             record.optional("metrics", "Of which; default the headline ones");
                         read_metrics(metrics, context, out.precision_metrics);
                       });
                     }});
}

/// What only all settings together can show.
void check_experiment(const Slot& slot, const LoadContext& context,
                      const ExperimentSettings& settings) {
  const Duration horizon = context.calendar.horizon();
  if (settings.warm_up >= horizon) {
    return slot.error(fmt::format("expected a warm_up shorter than the horizon of {}, found {}",
                                  duration_text(horizon), duration_text(settings.warm_up)));
  }
  if (settings.precision && settings.max_replications < settings.replications) {
    slot.error(fmt::format("expected max_replications of at least replications, {}, found {}",
                           settings.replications, settings.max_replications));
  }
  if (settings.mode != RunMode::steady_state) return;
  const Duration batch = (horizon - settings.warm_up) / settings.batches;
  if (batch < kMinute) {
    slot.error(fmt::format("expected batches of 1m or more; {} of them between the warm-up and "
                           "the horizon are {} each",
                           settings.batches, duration_text(batch)),
               "raise world.calendar.days or lower batches");
  }
}

void check_interval(const Slot& slot, const LoadContext& context, const ScoreSettings& settings) {
  constexpr std::int64_t kMostIntervals = 100'000;
  if (!settings.interval) return;
  if (settings.fold_days && kDay % *settings.interval != Duration{0}) {
    return slot.error(fmt::format("expected an interval that divides a day, for by: day lays all "
                                  "days over each other; found {}",
                                  duration_text(*settings.interval)),
                      "say by: horizon");
  }
  const std::int64_t count =
      (settings.fold_days ? kDay : context.calendar.horizon()) / *settings.interval;
  if (count > kMostIntervals) {
    slot.error(fmt::format("expected at most {} intervals, found {}", kMostIntervals, count),
               "lengthen the interval, or say by: day");
  }
}

}  // namespace

void read_metrics(Slot& slot, LoadContext& context, std::vector<std::string>& out) {
  slot.list({1, 200}, [&](Slot& item) {
    std::string name;
    if (!read_metric(item, context, name)) return;
    if (std::find(out.begin(), out.end(), name) != out.end()) {
      return item.error("this metric is named twice");
    }
    out.push_back(std::move(name));
  });
}

bool read_metric(Slot& slot, LoadContext& context, std::string& out) {
  if (context.known_metrics.empty()) return slot.text(out, 1, 100);
  if (slot.is_describing()) {
    std::vector<std::string_view> words(context.known_metrics.begin(), context.known_metrics.end());
    std::size_t none = words.size();
    return slot.word(none, words);
  }
  std::size_t metric = 0;
  if (!slot.name_of(metric, context.known_metrics, "a metric (`holdline list metrics`)"))
    return false;
  out = context.known_metrics[metric];
  return true;
}

void read_experiment(Slot& slot, LoadContext& context, ExperimentSettings& out) {
  static constexpr std::string_view kModes[] = {"terminating", "steady_state"};
  const std::size_t errors = slot.sheet().error_count();
  slot.record([&](Record& record) {
    record
        .optional("mode",
                  "Replications of the horizon from an empty centre, or one long run cut "
                  "into batches")
        .choice(out.mode, kModes);
    record.optional("seed", "Of all random numbers").integer(out.seed);
    Slot replications =
        record.optional("replications", "How many; with a precision, how many at first");
    replications.integer(out.replications, 1, 1'000'000);
    Slot precision = record.off_unless_given("precision",
                                             "Runs until the intervals are so narrow; default "
                                             "none");
    read_precision(precision, context, out);
    Slot most =
        record.optional("max_replications", "Stops there though the precision is not reached");
    most.integer(out.max_replications, 1, 1'000'000);
    record.optional("confidence", "Of all intervals").share(out.confidence, {0.5, 0.9999});
    record.optional("warm_up", "Contacts that arrive before it are not scored")
        .duration(out.warm_up, kAnyDuration);
    Slot batches = record.optional("batches", "In steady_state");
    batches.integer(out.batches, 10, 1000);
    if (out.mode == RunMode::steady_state) {
      for (const Slot* unused : {&replications, &most}) {
        unused->warning("a steady_state run is one long run: this is not used",
                        "say batches and world.calendar.days instead, or mode: terminating");
      }
    } else {
      batches.warning("a terminating run has no batches: this is not used",
                      "say replications instead, or mode: steady_state");
    }
  });
  if (slot.is_given() && slot.sheet().error_count() == errors) {
    check_experiment(slot, context, out);
  }
}

void read_score(Slot& slot, LoadContext& context, ScoreSettings& out) {
  static constexpr std::string_view kVariants[] = {"standard", "all_offered", "with_abandoned",
                                                   "answered"};
  static constexpr std::string_view kEstimations[] = {"pooled", "per_replication"};
  static constexpr std::string_view kBys[] = {"day", "horizon"};
  const std::size_t errors = slot.sheet().error_count();
  slot.record([&](Record& record) {
    record.optional("service_level", "Which of its four formulas (docs/glossary.md)")
        .choice(out.service_level, kVariants);
    record.optional("estimation", "Ratio of sums over replications, or mean of their ratios")
        .choice(out.estimation, kEstimations);
    record.optional("short_abandon", "Abandonments within it are counted as short")
        .duration(out.short_abandon, kAnyDuration);
    record.optional("fcr_window", "Resolved as measured: no further contact within it")
        .duration(out.fcr_window, kPositiveDuration);
    record.optional("interval", "Reports by this interval; default totals only")
        .duration(out.interval, {kMinute, kLongest});
    std::size_t by = out.fold_days ? 0 : 1;
    record.optional("by", "The same time of all days together, or each interval of the horizon")
        .word(by, kBys);
    out.fold_days = by == 0;
    Slot metrics = record.optional("metrics", "Shown in the text; default the headline ones");
    read_metrics(metrics, context, out.metrics);
    Slot composite = record.off_unless_given(
        "composite", "One figure from several, shown beside them; default none");
    read_composite(composite, context, out.composite);
  });
  if (slot.is_given() && slot.sheet().error_count() == errors) check_interval(slot, context, out);
}

}  // namespace holdline
