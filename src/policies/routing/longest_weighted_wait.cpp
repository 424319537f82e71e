// Idea: waits count by type: the next contact is the one with the largest weight x time waited, so
// that an urgent type overtakes but nobody starves, as strict priority lets happen.
// LONGESTWEIGHTED- WAITINGTIME of ContactCenters; the generalised c-mu rule with quadratic costs
// (van Mieghem 1995).
#include <utility>
#include <vector>

#include "policies/choices.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class LongestWeightedWait final : public RoutingPolicy {
 public:
  explicit LongestWeightedWait(const ParameterValues& values)
      : weights_(std::get<std::vector<double>>(values[0])) {}

  std::size_t choose_contact(const CenterView& center, AgentId, std::span<const QueueHead> heads,
                             DrawSequence&) override {
    const auto weighted = [&](const QueueHead& head) {
      return weights_[head.type.index()] * static_cast<double>((center.now - head.since).count());
    };
    return first_by(heads, [&](const QueueHead& a, const QueueHead& b) {
      const double first = weighted(a);
      const double second = weighted(b);
      return first != second ? first > second : a.since < b.since;
    });
  }

 private:
  std::vector<double> weights_;  ///< by ContactTypeId
};

}  // namespace

PolicyEntry longest_weighted_wait_routing_policy() {
  return {.name = "longest_weighted_wait",
          .summary = "The contact with the largest weight x time waited; the agent idle longest",
          .parameters = {{.name = "weights",
                          .kind = ParameterKind::by_contact_type,
                          .unit = "1",
                          .min = 0.0,
                          .max = 1e6,
                          .default_value = 1.0,
                          .help = "What a second of waiting counts, by contact type."}},
          .factory = make_factory<LongestWeightedWait>(),
          .check = nullptr};
}

}  // namespace holdline
