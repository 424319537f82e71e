// State reduction: states are taken out of the chain one by one, the last visited first, each
// replaced by arcs from those before it to those after it; then visits follow in the reverse order.
// In a tree with ways back to its root, as menus are, this adds hardly any arcs.
#include <algorithm>
#include <map>

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

class Reduction {
 public:
  Reduction(const std::vector<MenuState>& chain, std::uint32_t start)
      : order_(postorder(chain, start)),
        out_(chain.size()),
        from_(chain.size()),
        end_(chain.size(), 0.0),
        leaves_(chain.size(), 1.0),
        visits_(chain.size(), 0.0) {
    for (const std::uint32_t node : order_) {
      end_[node] = chain[node].end();
      for (const MenuState::Arc& arc : chain[node].arcs) {
        out_[node][arc.to] = arc.probability;
        from_[arc.to][node] = arc.probability;
      }
    }
  }

  bool eliminate(std::uint64_t& budget) {
    for (const std::uint32_t node : order_) {
      const std::uint64_t steps = (out_[node].size() + 1) * (from_[node].size() + 1);
      if (steps > budget) return false;
      budget -= steps;
      take_out(node);
    }
    return true;
  }

  std::vector<double> visits() {
    for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
      double enters = node == order_.rbegin() ? 1.0 : 0.0;
      for (const auto& [before, probability] : from_[*node]) {
        enters += visits_[before] * probability;
      }
      visits_[*node] = enters / leaves_[*node];
    }
    return std::move(visits_);
  }

 private:
  /// Of what is left of the chain; `from_[node]` stays as it is now, for visits().
  void take_out(std::uint32_t node) {
    out_[node].erase(node);  // staying is not leaving
    from_[node].erase(node);
    double leaves = end_[node];
    for (const auto& [to, probability] : out_[node]) leaves += probability;
    leaves_[node] = leaves;
    for (const auto& [before, probability] : from_[node]) {
      const double passes = probability / leaves;
      out_[before].erase(node);
      end_[before] += passes * end_[node];
      for (const auto& [to, onward] : out_[node]) {
        out_[before][to] += passes * onward;
        from_[to][before] = out_[before][to];
      }
    }
    for (const auto& [to, probability] : out_[node]) from_[to].erase(node);
  }

  std::vector<std::uint32_t> order_;
  std::vector<std::map<std::uint32_t, double>> out_;
  std::vector<std::map<std::uint32_t, double>> from_;
  std::vector<double> end_;     ///< probability of ending, by state
  std::vector<double> leaves_;  ///< 1 - probability of staying, when it was taken out
  std::vector<double> visits_;
};

}  // namespace

std::optional<std::vector<double>> expected_visits(const std::vector<MenuState>& chain,
                                                   std::uint32_t start, std::uint64_t& budget) {
  Reduction reduction(chain, start);
  if (!reduction.eliminate(budget)) return std::nullopt;
  return reduction.visits();
}

}  // namespace holdline
