// State reduction: states are taken out of the chain one by one, the last visited first, each
// replaced by arcs from those before it to those after it; then visits follow in the reverse order.
// A dense matrix, of which only the rows that lead to the state taken out are touched: in a tree
// with ways back to its root, as menus are, these are few.
#include <algorithm>

#include "scenario/ivr_chain.hpp"

namespace holdline {
namespace {

/// States in reach of the start, each after all it leads to but for the ways back (depth first).
std::vector<std::uint32_t> postorder(const std::vector<MenuState>& chain, std::uint32_t start) {
  struct Frame {
    std::uint32_t node;
    std::size_t next_arc = 0;
  };
  std::vector<std::uint32_t> order;
  std::vector<bool> is_seen(chain.size(), false);
  std::vector<Frame> stack{{start}};
  is_seen[start] = true;
  while (!stack.empty()) {
    Frame& frame = stack.back();
    if (frame.next_arc == chain[frame.node].arcs.size()) {
      order.push_back(frame.node);
      stack.pop_back();
      continue;
    }
    const std::uint32_t to = chain[frame.node].arcs[frame.next_arc++].to;
    if (is_seen[to]) continue;
    is_seen[to] = true;
    stack.push_back({to});
  }
  return order;
}

/// The chain, its states numbered in the order in which they are taken out.
class Reduction {
 public:
  Reduction(const std::vector<MenuState>& chain, const std::vector<std::uint32_t>& order)
      : size_(order.size()), arcs_(size_ * size_, 0.0), ends_(size_), leaves_(size_) {
    std::vector<std::size_t> rank(chain.size());
    for (std::size_t i = 0; i < size_; ++i) rank[order[i]] = i;
    for (std::size_t i = 0; i < size_; ++i) {
      const MenuState& state = chain[order[i]];
      ends_[i] = state.end();
      for (const MenuState::Arc& arc : state.arcs) row(i)[rank[arc.to]] = arc.probability;
    }
  }

  /// False if the budget is used up.
  bool eliminate(std::uint64_t& budget) {
    for (std::size_t state = 0; state < size_; ++state) {
      const std::uint64_t steps = take_out(state);
      if (steps > budget) return false;
      budget -= steps;
    }
    return true;
  }

  /// In the order of elimination; the start is the last.
  [[nodiscard]] std::vector<double> visits() const {
    std::vector<double> visits(size_, 0.0);
    for (std::size_t state = size_; state-- > 0;) {
      double enters = state + 1 == size_ ? 1.0 : 0.0;
      for (std::size_t before = state + 1; before < size_; ++before) {
        enters += visits[before] * arcs_[before * size_ + state];
      }
      visits[state] = enters / leaves_[state];
    }
    return visits;
  }

 private:
  [[nodiscard]] double* row(std::size_t state) { return arcs_.data() + state * size_; }

  /// Column `state` stays as it is now, for visits(); the diagonal, staying, is never read. Returns
  /// the steps it took.
  std::uint64_t take_out(std::size_t state) {
    const double* onward = row(state);
    double leaves = ends_[state];
    for (std::size_t to = state + 1; to < size_; ++to) leaves += onward[to];
    leaves_[state] = leaves;
    std::uint64_t steps = 2 * (size_ - state);
    for (std::size_t before = state + 1; before < size_; ++before) {
      double* arcs = row(before);
      if (!(arcs[state] > 0.0)) continue;
      const double passes = arcs[state] / leaves;
      ends_[before] += passes * ends_[state];
      for (std::size_t to = state + 1; to < size_; ++to) arcs[to] += passes * onward[to];
      steps += size_ - state;
    }
    return steps;
  }

  std::size_t size_;
  std::vector<double> arcs_;    ///< probabilities, row by row
  std::vector<double> ends_;    ///< probability of ending
  std::vector<double> leaves_;  ///< 1 - probability of staying, when it was taken out
};

}  // namespace

std::optional<std::vector<double>> expected_visits(const std::vector<MenuState>& chain,
                                                   std::uint32_t start, std::uint64_t& budget) {
  const std::vector<std::uint32_t> order = postorder(chain, start);
  Reduction reduction(chain, order);
  if (!reduction.eliminate(budget)) return std::nullopt;
  const std::vector<double> by_rank = reduction.visits();
  std::vector<double> visits(chain.size(), 0.0);
  for (std::size_t i = 0; i < order.size(); ++i) visits[order[i]] = by_rank[i];
  return visits;
}

}  // namespace holdline
