// Distributions as people know them: `{lognormal: {mean: 3m, cv: 1.2}}`. Each kind takes one of
// several sets of parameters; conversions are the kernel's.
#include <fmt/format.h>

#include "scenario/distribution_parts.hpp"
#include "scenario/sections.hpp"

namespace holdline {
namespace {

constexpr double kLn2 = 0.69314718055994530942;
constexpr Range kCv{1e-3, 100.0};
constexpr Range kShape{0.05, 1e6};

void read_deterministic(Slot& slot, const LoadContext&, Infinity, Distribution& out) {
  double value = 0.0;
  const int set = slot.one_of_records(
      {[&](Record& r) { r.required("value", "The one value").duration_s(value, kAnyDuration); }});
  if (set == 0) out = deterministic(value);
}

void read_exponential(Slot& slot, const LoadContext&, Infinity, Distribution& out) {
  double mean = 0.0;
  double median = 0.0;
  const int set = slot.one_of_records(
      {[&](Record& r) { r.required("mean", "Mean").duration_s(mean, kPositiveDuration); },
       [&](Record& r) { r.required("median", "Median").duration_s(median, kPositiveDuration); }});
  if (set == 0) out = exponential(mean);
  if (set == 1) out = exponential(median / kLn2);
}

/// Median and 90th percentile, in this order; false (and an error) if they are not.
void median_p90_fields(Record& r, double& median, double& p90) {
  r.required("median", "Median").duration_s(median, kPositiveDuration);
  r.required("p90", "90th percentile, above the median").duration_s(p90, kPositiveDuration);
}

bool is_ordered(const Slot& slot, double low, double high, const char* what) {
  if (low < high) return true;
  slot.error(fmt::format("expected {}", what));
  return false;
}

void read_lognormal(Slot& slot, const LoadContext&, Infinity, Distribution& out) {
  double mean = 0.0;
  double cv = 0.0;
  double median = 0.0;
  double p90 = 0.0;
  double log_mean = 0.0;
  double log_sd = 0.0;
  const int set = slot.one_of_records(
      {[&](Record& r) {
         r.required("mean", "Mean").duration_s(mean, kPositiveDuration);
         r.required("cv", "Standard deviation over mean").number(cv, kCv);
       },
       [&](Record& r) { median_p90_fields(r, median, p90); },
       [&](Record& r) {
         r.required("log_mean", "Mean of the logarithm of the seconds")
             .number(log_mean, {-14.0, 20.0});
         r.required("log_sd", "Standard deviation of the logarithm of the seconds")
             .number(log_sd, {1e-3, 10.0});
       }});
  if (set == 0) out = lognormal_mean_cv(mean, cv);
  if (set == 1 && is_ordered(slot, median, p90, "a p90 above the median")) {
    out = lognormal_median_p90(median, p90);
  }
  if (set == 2) out = lognormal(log_mean, log_sd);
}

void read_gamma(Slot& slot, const LoadContext&, Infinity, Distribution& out) {
  double mean = 0.0;
  double cv = 0.0;
  double shape = 0.0;
  double scale = 0.0;
  const int set =
      slot.one_of_records({[&](Record& r) {
                             r.required("mean", "Mean").duration_s(mean, kPositiveDuration);
                             r.required("cv", "Standard deviation over mean").number(cv, kCv);
                           },
                           [&](Record& r) {
                             r.required("mean", "Mean").duration_s(mean, kPositiveDuration);
                             r.required("shape", "Shape").number(shape, kShape);
                           },
                           [&](Record& r) {
                             r.required("shape", "Shape").number(shape, kShape);
                             r.required("scale", "Scale").duration_s(scale, kPositiveDuration);
                           }});
  if (set == 0) out = gamma_mean_cv(mean, cv);
  if (set == 1) out = gamma(shape, mean / shape);
  if (set == 2) out = gamma(shape, scale);
}

void read_erlang(Slot& slot, const LoadContext&, Infinity, Distribution& out) {
  double mean = 0.0;
  std::uint32_t k = 1;
  const int set = slot.one_of_records({[&](Record& r) {
    r.required("k", "Number of exponential phases").integer(k, 1, 1000);
    r.required("mean", "Mean of the whole").duration_s(mean, kPositiveDuration);
  }});
  if (set == 0) out = erlang(static_cast<int>(k), mean);
}

void read_weibull(Slot& slot, const LoadContext&, Infinity, Distribution& out) {
  constexpr Range kWeibullShape{0.05, 100.0};
  double mean = 0.0;
  double median = 0.0;
  double p90 = 0.0;
  double shape = 0.0;
  double scale = 0.0;
  const int set = slot.one_of_records(
      {[&](Record& r) {
         r.required("shape", "Shape; below 1 the hazard falls").number(shape, kWeibullShape);
         r.required("mean", "Mean").duration_s(mean, kPositiveDuration);
       },
       [&](Record& r) {
         r.required("shape", "Shape; below 1 the hazard falls").number(shape, kWeibullShape);
         r.required("scale", "Scale").duration_s(scale, kPositiveDuration);
       },
       [&](Record& r) { median_p90_fields(r, median, p90); }});
  if (set == 0) out = weibull_mean_shape(mean, shape);
  if (set == 1) out = weibull(shape, scale);
  if (set == 2 && is_ordered(slot, median, p90, "a p90 above the median")) {
    out = weibull_median_p90(median, p90);
  }
}

void read_uniform(Slot& slot, const LoadContext&, Infinity, Distribution& out) {
  double min = 0.0;
  double max = 0.0;
  const int set = slot.one_of_records({[&](Record& r) {
    r.required("min", "Smallest value").duration_s(min, kAnyDuration);
    r.required("max", "Largest value").duration_s(max, kPositiveDuration);
  }});
  if (set == 0 && is_ordered(slot, min, max, "max above min")) out = uniform(min, max);
}

void read_triangular(Slot& slot, const LoadContext&, Infinity, Distribution& out) {
  double min = 0.0;
  double mode = 0.0;
  double max = 0.0;
  const int set = slot.one_of_records({[&](Record& r) {
    r.required("min", "Smallest value").duration_s(min, kAnyDuration);
    r.required("mode", "Most likely value").duration_s(mode, kAnyDuration);
    r.required("max", "Largest value").duration_s(max, kPositiveDuration);
  }});
  if (set != 0 || !is_ordered(slot, min, max, "max above min")) return;
  if (mode < min || mode > max) return slot.error("expected a mode from min to max");
  out = triangular(min, mode, max);
}

struct Kind {
  std::string_view name;
  std::string_view help;
  ReadKind* read;
};
constexpr Kind kKinds[] = {
    {"deterministic", "Always the same", read_deterministic},
    {"exponential", "Memoryless", read_exponential},
    {"lognormal", "Handle times usually are", read_lognormal},
    {"gamma", "Gamma", read_gamma},
    {"erlang", "Sum of k exponential phases", read_erlang},
    {"weibull", "Hazard that rises or falls with a power of time", read_weibull},
    {"uniform", "Between two bounds", read_uniform},
    {"triangular", "Between two bounds, with a most likely value", read_triangular},
    {"hyperexponential", "One of several exponential phases", read_hyperexponential},
    {"mixture", "One of several distributions", read_mixture},
    {"piecewise_hazard", "Hazard rate by elapsed time", read_piecewise_hazard},
    {"empirical", "Recorded values, each equally likely", read_empirical},
};

bool is_scalar(const Slot& slot) {
  return slot.is_given() && slot.node()->kind == NodeKind::scalar;
}

/// For a bare duration, of which the distribution is not said.
std::string duration_hint(const Slot& slot) {
  const std::string& text = slot.node()->text;
  if (!parse_duration(text)) return {};
  return fmt::format("write {{deterministic: {{value: {0}}}}} or {{exponential: {{mean: {0}}}}}",
                     text);
}

void read_kinds(Slot& slot, const LoadContext& context, Infinity infinity, Distribution& out) {
  const auto fields = [&](Record& record) {
    for (const Kind& kind : kKinds) {
      Slot parameters = record.kind(kind.name, kind.help);
      kind.read(parameters, context, infinity, out);
    }
    double mass_at_zero = 0.0;
    record.optional("mass_at_zero", "Probability of 0, beside the distribution")
        .share(mass_at_zero);
    out.mass_at_zero = mass_at_zero;
  };
  constexpr std::string_view kForm = "a distribution, such as {exponential: {mean: 5m}}";
  if (is_scalar(slot)) return slot.expected(kForm, duration_hint(slot));
  slot.record(fields, kForm);
}

}  // namespace

void read_distribution(Slot& slot, const LoadContext& context, Infinity infinity_rule,
                       Distribution& out) {
  if (infinity_rule == Infinity::refused) {
    return slot.definition("distribution", [&](Slot& defined) {
      read_kinds(defined, context, Infinity::refused, out);
    });
  }
  static constexpr std::string_view kInfinite[] = {"infinite"};
  constexpr std::string_view kForm =
      "a distribution, such as {exponential: {mean: 5m}}, or infinite";
  slot.definition("patience", [&](Slot& defined) {
    defined.by_shape(
        {.expected = kForm,
         .scalar =
             [&](Slot& word) {
               std::size_t index = 0;
               if (is_scalar(word) && word.node()->text != kInfinite[0]) {
                 return word.expected(kForm, duration_hint(word));
               }
               if (word.word(index, kInfinite)) out = infinite();
             },
         .list = {},
         .mapping = [&](Slot& kinds) { read_kinds(kinds, context, Infinity::allowed, out); }});
  });
}

}  // namespace holdline
