// Idea: who is rostered stays. The neutral staffing policy.
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

/// Both answers are the defaults of the contract: never asked, nobody sent home.
class FixedRoster final : public StaffingPolicy {};

}  // namespace

PolicyEntry fixed_roster_staffing_policy() {
  return {.name = "fixed_roster",
          .summary = "Agents stay for their whole shift",
          .parameters = {},
          .factory = make_factory<FixedRoster>(),
          .check = nullptr};
}

}  // namespace holdline
