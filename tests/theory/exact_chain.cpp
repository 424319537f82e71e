// State reduction in a band, and the way back up.
#include "theory/exact_chain.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace holdline::theory {
namespace {

/// Rates q(i, j) of |i - j| <= band; what elimination fills in stays there.
class BandMatrix {
 public:
  BandMatrix(std::size_t states, std::size_t band)
      : band_(band), width_(2 * band + 1), values_(states * width_, 0.0) {}
  double& at(std::size_t i, std::size_t j) { return values_[i * width_ + (j + band_ - i)]; }

 private:
  std::size_t band_;
  std::size_t width_;
  std::vector<double> values_;
};

/// Takes out state k: whoever went there goes on at once to where k would have gone. Leaves in
/// column k the mean time spent in k per unit of time in each lower state.
void eliminate(BandMatrix& rates, std::size_t k, std::size_t first) {
  double down = 0.0;
  for (std::size_t j = first; j < k; ++j) down += rates.at(k, j);
  if (!(down > 0.0)) throw std::invalid_argument("a state from which state 0 is out of reach");
  for (std::size_t i = first; i < k; ++i) {
    double& into = rates.at(i, k);
    if (into == 0.0) continue;
    into /= down;
    for (std::size_t j = first; j < k; ++j) {
      if (i != j) rates.at(i, j) += into * rates.at(k, j);
    }
  }
}

}  // namespace

void MarkovChain::add(std::size_t from, std::size_t to, double rate) {
  if (from >= states_ || to >= states_) throw std::out_of_range("no such state");
  if (!(rate >= 0.0) || !std::isfinite(rate)) throw std::invalid_argument("not a rate");
  if (rate == 0.0 || from == to) return;
  band_ = std::max(band_, from > to ? from - to : to - from);
  transitions_.push_back({from, to, rate});
}

std::vector<double> MarkovChain::steady_state() const {
  constexpr double kMaxOperations = 1e10;
  constexpr double kMaxValues = 3e7;
  const auto n = static_cast<double>(states_);
  const auto band = static_cast<double>(band_);
  if (n * band * band > kMaxOperations || n * (2.0 * band + 1.0) > kMaxValues) {
    throw std::length_error("a chain too large to solve in a test");
  }
  BandMatrix rates(states_, band_);
  for (const Transition& each : transitions_) rates.at(each.from, each.to) += each.rate;
  const auto first = [&](std::size_t k) { return k > band_ ? k - band_ : 0; };
  for (std::size_t k = states_; k-- > 1;) eliminate(rates, k, first(k));

  // From state 0 up. It may be less likely than the smallest double, so what has been found is
  // scaled down before it overflows; what then vanishes is nothing to the sum.
  constexpr double kLarge = 1e200;
  std::vector<double> weights(states_, 0.0);
  weights[0] = 1.0;
  for (std::size_t k = 1; k < states_; ++k) {
    for (std::size_t i = first(k); i < k; ++i) weights[k] += weights[i] * rates.at(i, k);
    if (weights[k] < kLarge) continue;
    for (std::size_t i = 0; i <= k; ++i) weights[i] /= kLarge;
  }
  double total = 0.0;
  for (const double weight : weights) total += weight;
  for (double& weight : weights) weight /= total;
  return weights;
}

double MarkovChain::imbalance(const std::vector<double>& probabilities) const {
  std::vector<double> net(states_, 0.0);
  for (const Transition& each : transitions_) {
    const double flow = probabilities[each.from] * each.rate;
    net[each.from] -= flow;
    net[each.to] += flow;
  }
  double largest = 0.0;
  for (const double each : net) largest = std::max(largest, std::abs(each));
  return largest;
}

}  // namespace holdline::theory
