// The steady state of a finite continuous-time Markov chain, for queues without a formula.
// Elimination as Grassmann, Taksar and Heyman do it (1985): it never subtracts, so even the
// smallest probabilities have full relative precision; and within the band of the transitions, so
// that a queue of two dimensions numbered along the longer one costs states x band^2.
#pragma once

#include <cstddef>
#include <vector>

namespace holdline::theory {

/// States 0, 1, ...; state 0 must be within reach of all. Those out of reach from it get 0.
class MarkovChain {
 public:
  explicit MarkovChain(std::size_t states) : states_(states) {}

  /// Adds to the rate from one state to another; a rate of 0, and one to itself, change nothing.
  void add(std::size_t from, std::size_t to, double rate);

  [[nodiscard]] std::size_t states() const { return states_; }
  /// Probabilities by state. Throws std::length_error if that would take many seconds, and
  /// std::invalid_argument if state 0 is out of reach of some state.
  [[nodiscard]] std::vector<double> steady_state() const;
  /// The largest |flow in - flow out| of a state under these probabilities.
  [[nodiscard]] double imbalance(const std::vector<double>& probabilities) const;

 private:
  struct Transition {
    std::size_t from;
    std::size_t to;
    double rate;
  };
  std::size_t states_;
  std::size_t band_ = 0;  ///< the largest |from - to|
  std::vector<Transition> transitions_;
};

}  // namespace holdline::theory
