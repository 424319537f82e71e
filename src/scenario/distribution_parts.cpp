// Distributions made of parts: phases, mixtures, hazards by time, recorded values.
#include "scenario/distribution_parts.hpp"

#include <fmt/format.h>

#include <cmath>

#include "scenario/csv.hpp"

namespace holdline {
namespace {

/// Whether the shares sum to 1 within 1e-9; never scaled silently.
bool sums_to_one(const Slot& slot, std::span<const double> weights) {
  double sum = 0.0;
  for (const double weight : weights) sum += weight;
  if (std::fabs(sum - 1.0) <= 1e-9) return true;
  slot.error(fmt::format("expected weights that sum to 1, found a sum of {:.10g}", sum));
  return false;
}

}  // namespace

void read_hyperexponential(Slot& slot, const LoadContext&, Infinity, Distribution& out) {
  double mean = 0.0;
  double cv = 1.0;
  std::vector<double> weights;
  std::vector<double> means;
  const int set = slot.one_of_records(
      {[&](Record& r) {
         r.required("mean", "Mean").duration_s(mean, kPositiveDuration);
         r.required("cv", "Standard deviation over mean").number(cv, {1.0, 100.0});
       },
       [&](Record& r) {
         r.required("weights", "Share of each phase").list({1, 100}, [&](Slot& item) {
           double weight = 0.0;
           if (item.share(weight)) weights.push_back(weight);
         });
         r.required("means", "Mean of each phase").list({1, 100}, [&](Slot& item) {
           double value = 0.0;
           if (item.duration_s(value, kPositiveDuration)) means.push_back(value);
         });
       }});
  if (set == 0) out = hyperexponential_mean_cv(mean, cv);
  if (set != 1) return;
  if (weights.size() != means.size()) {
    return slot.error(fmt::format("expected as many weights as means, found {} and {}",
                                  weights.size(), means.size()));
  }
  if (sums_to_one(slot, weights)) out = hyperexponential(weights, means);
}

void read_mixture(Slot& slot, const LoadContext& context, Infinity infinity, Distribution& out) {
  std::vector<double> weights;
  std::vector<Distribution> parts;
  const std::size_t errors = slot.sheet().error_count();
  slot.list({1, 100}, [&](Slot& item) {
    item.record([&](Record& r) {
      double weight = 0.0;
      r.required("weight", "Share of this part").share(weight);
      Distribution part;
      Slot of = r.required("of", "Its distribution");
      read_distribution(of, context, infinity, part);
      weights.push_back(weight);
      parts.push_back(std::move(part));
    });
  });
  if (!slot.is_given() || slot.sheet().error_count() != errors) return;
  if (sums_to_one(slot, weights)) out = mixture(std::move(weights), std::move(parts));
}

void read_piecewise_hazard(Slot& slot, const LoadContext&, Infinity infinity, Distribution& out) {
  std::vector<double> starts;
  std::vector<double> rates;
  const std::size_t errors = slot.sheet().error_count();
  slot.list({1, 1000}, [&](Slot& item) {
    item.record([&](Record& r) {
      double from = 0.0;
      double rate = 0.0;
      r.required("from", "Where this hazard begins; the first 0s").duration_s(from, kAnyDuration);
      r.required("rate", "Hazard rate from there on").rate(rate, 1e9);
      const bool is_first = starts.empty();
      if (is_first && from != 0.0) r.self().error("expected the first piece from 0s");
      if (!is_first && from <= starts.back()) {
        r.self().error("expected a start after that of the piece before");
      }
      starts.push_back(from);
      rates.push_back(rate);
    });
  });
  if (!slot.is_given() || slot.sheet().error_count() != errors) return;
  if (rates.back() == 0.0 && infinity == Infinity::refused) {
    return slot.error("expected a last rate above 0: with 0 some would never end",
                      "only patience may never end");
  }
  out = piecewise_hazard(std::move(starts), std::move(rates));
}

void read_empirical(Slot& slot, const LoadContext& context, Infinity, Distribution& out) {
  std::vector<double> values;
  std::string file;
  std::string column;
  const int set = slot.one_of_records(
      {[&](Record& r) {
         r.required("values", "Recorded durations").list({1, 200'000}, [&](Slot& item) {
           double value = 0.0;
           if (item.duration_s(value, kAnyDuration)) values.push_back(value);
         });
       },
       [&](Record& r) {
         r.required("file", "CSV file, relative to the scenario").text(file, 1, 4096);
         r.required("column", "Heading of the column of durations").text(column, 1, 1000);
       }});
  if (set == 1) {
    const std::string path = resolve_file(slot, context, file);
    if (path.empty()) return;
    Diagnostics found;
    auto read = read_column(path, column, false, found);
    slot.sheet().add(found);
    if (!read) return;
    values = std::move(*read);
    if (values.empty()) return slot.error("the column has no values");
  }
  if (set >= 0) out = empirical(std::move(values));
}

}  // namespace holdline
