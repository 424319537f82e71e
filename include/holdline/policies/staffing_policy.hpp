// How many of the agents on shift stay? Asked from time to time for each agent group.
#pragma once

#include <cstdint>

#include "holdline/kernel/random.hpp"
#include "holdline/policies/center_view.hpp"
#include "holdline/policies/parameters.hpp"

namespace holdline {

class StaffingPolicy {
 public:
  virtual ~StaffingPolicy() = default;

  /// How often it wants to be asked, from opening on; zero for never. Asked once.
  [[nodiscard]] virtual Duration review_period() const { return Duration{0}; }

  /// How many idle agents of the group go home now, unpaid for the rest of their shift. The model
  /// sends those first in the routing policy's order of idle agents, at most as many as are idle.
  [[nodiscard]] virtual std::uint32_t send_home(const CenterView&, AgentGroupId, DrawSequence&) {
    return 0;
  }
};

}  // namespace holdline
