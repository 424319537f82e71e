// How each kind of distribution is drawn from a word; see sampler.hpp.
#include "kernel/sampler.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "kernel/exact_inline.hpp"

namespace holdline {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Up to this k an Erlang draw is the log of a product of k units, which cannot underflow
// (2^(-53 * 12) is a normal double) and needs at most 6 more blocks; above, it is a gamma draw.
constexpr double kLargestProduct = 12.0;

/// The number of words, of 2^64, whose unit is below `share` < 1.
std::uint64_t words_below(double share) { return static_cast<std::uint64_t>(share * 0x1p64); }

}  // namespace

Sampler::Sampler(const Distribution& distribution) : spec_(distribution) {
  if (spec_.mass_at_zero >= 1.0) {
    spec_ = deterministic(0.0);
  } else {
    zero_words_ = words_below(std::max(0.0, spec_.mass_at_zero));
  }
  if (spec_.kind == DistributionKind::erlang && spec_.a > kLargestProduct) {
    spec_.kind = DistributionKind::gamma;
    spec_.b /= spec_.a;
  }
  if (!spec_.components.empty()) prepare_parts();
  if (spec_.kind == DistributionKind::piecewise_hazard) prepare_hazard();
  takes_one_word_ = !is_constant() && !needs_further_words();
}

bool Sampler::needs_further_words() const {
  return spec_.kind == DistributionKind::gamma || spec_.kind == DistributionKind::erlang ||
         std::any_of(parts_.begin(), parts_.end(),
                     [](const Sampler& part) { return part.needs_further_words(); });
}

void Sampler::prepare_parts() {
  double total = 0.0;
  for (const double weight : spec_.weights) total += weight;
  double sum = 0.0;
  UInt128 start = 0;
  for (std::size_t i = 0; i < spec_.components.size(); ++i) {
    sum += spec_.weights[i];
    // The last part ends with the last word whatever the sum's rounding.
    const bool last = i + 1 == spec_.components.size() || sum >= total;
    const UInt128 end = last ? UInt128{1} << 64 : UInt128{words_below(sum / total)};
    if (end > start) {
      part_words_.push_back({static_cast<std::uint64_t>(start), end - start});
      parts_.emplace_back(spec_.components[i]);
    }
    start = end;
    if (last) break;
  }
}

void Sampler::prepare_hazard() {
  double sum = 0.0;
  for (std::size_t i = 0; i < spec_.points.size(); ++i) {
    if (i > 0) sum += spec_.weights[i - 1] * (spec_.points[i] - spec_.points[i - 1]);
    cumulative_hazard_.push_back(sum);
  }
}

bool Sampler::is_constant() const {
  if (spec_.kind == DistributionKind::deterministic) return zero_words_ == 0 || spec_.a == 0.0;
  return is_infinite();
}

double Sampler::sample_s(DrawSequence& draws) const {
  if (is_constant()) return is_infinite() ? kInfinity : spec_.a;
  const std::uint64_t word = draws.next_bits();
  return draw_s(word, draws);
}

double Sampler::sample_s(std::uint64_t word) const {
  assert(takes_one_word_);
  if (spec_.kind == DistributionKind::exponential && zero_words_ == 0) {  // as most tasks are
    return spec_.a * exact::hazard_of(word);
  }
  DrawSequence none(StreamKey{}, 0, 0);
  return draw_s(word, none);
}

double Sampler::draw_s(std::uint64_t word, DrawSequence& more) const {
  if (zero_words_ == 0) return draw_nonzero_s(word, more);
  if (word < zero_words_) return 0.0;
  const WordRange rest{zero_words_, (UInt128{1} << 64) - zero_words_};
  return draw_nonzero_s(rest.stretch(word), more);
}

double Sampler::draw_nonzero_s(std::uint64_t word, DrawSequence& more) const {
  switch (spec_.kind) {
    case DistributionKind::deterministic:
      return spec_.a;
    case DistributionKind::exponential:
      return spec_.a * exact::hazard_of(word);
    case DistributionKind::lognormal:
      return exact::exp_clamped(spec_.a + spec_.b * exact::normal_quantile_of(to_unit(word)));
    case DistributionKind::gamma:
      return draw_gamma_s(word, more);
    case DistributionKind::erlang:
      return draw_erlang_s(word, more);
    case DistributionKind::weibull:
      return spec_.b * exact::exp_clamped(exact::log_normal(exact::hazard_of(word)) / spec_.a);
    case DistributionKind::uniform:
      return spec_.a + (spec_.b - spec_.a) * to_unit(word);
    case DistributionKind::triangular:
      return invert_triangular_s(word);
    case DistributionKind::hyperexponential:
    case DistributionKind::mixture:
      return draw_part_s(word, more);
    case DistributionKind::piecewise_hazard:
      return invert_hazard_s(exact::hazard_of(word));
    case DistributionKind::empirical:
      return spec_.points[static_cast<std::size_t>((UInt128{word} * spec_.points.size()) >> 64)];
    case DistributionKind::infinite:
      return kInfinity;
  }
  return kInfinity;
}

double Sampler::invert_triangular_s(std::uint64_t word) const {
  const double range = spec_.c - spec_.a;
  const double unit = to_unit(word);
  if (unit * range < spec_.b - spec_.a) {
    return spec_.a + std::sqrt(unit * range * (spec_.b - spec_.a));
  }
  return spec_.c - std::sqrt(to_unit(~word) * range * (spec_.c - spec_.b));
}

double Sampler::invert_hazard_s(double hazard) const {
  const std::vector<double>& ends = cumulative_hazard_;
  std::size_t i = 0;
  if (ends.size() <= kFewPieces) {
    for (std::size_t piece = 1; piece < ends.size(); ++piece) i += ends[piece] <= hazard;
  } else {
    i = static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), hazard) -
                                 ends.begin()) -
        1;
  }
  // Only the last piece can be reached with a rate of zero: the sum stands still over any other.
  if (spec_.weights[i] <= 0.0) return kInfinity;
  return spec_.points[i] + (hazard - cumulative_hazard_[i]) / spec_.weights[i];
}

double Sampler::draw_part_s(std::uint64_t word, DrawSequence& more) const {
  std::size_t i = part_words_.size() - 1;
  while (word < part_words_[i].start) --i;
  return parts_[i].draw_s(part_words_[i].stretch(word), more);
}

double Sampler::draw_erlang_s(std::uint64_t word, DrawSequence& more) const {
  double product = to_unit(~word);
  for (double phase = 1.0; phase < spec_.a; phase += 1.0) product *= more.next_unit();
  return -exact::log_normal(product) * (spec_.b / spec_.a);
}

// Marsaglia and Tsang (2000); for a shape below 1, a draw of shape + 1 times unit^(1 / shape).
double Sampler::draw_gamma_s(std::uint64_t word, DrawSequence& more) const {
  const double shape = spec_.a < 1.0 ? spec_.a + 1.0 : spec_.a;
  const double d = shape - 1.0 / 3.0;
  const double c = 1.0 / std::sqrt(9.0 * d);
  double scale_s = spec_.b;
  if (spec_.a < 1.0) {
    scale_s *= exact::exp_clamped(exact::log_normal(more.next_unit()) / spec_.a);
  }
  for (;; word = more.next_bits()) {
    const double z = exact::normal_quantile_of(to_unit(word));
    const double root = 1.0 + c * z;
    if (root <= 0.0) continue;
    const double v = root * root * root;
    const double unit = more.next_unit();
    const double z2 = z * z;
    if (unit < 1.0 - 0.0331 * z2 * z2 ||
        exact::log_normal(unit) < 0.5 * z2 + d * (1.0 - v + exact::log_normal(v))) {
      return scale_s * d * v;
    }
  }
}

}  // namespace holdline
