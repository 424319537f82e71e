// Conservation: what the facts add up to against what the model counted itself.
#pragma once

#include <span>
#include <string_view>

#include "holdline/record/facts.hpp"
#include "score/sums.hpp"

namespace holdline {

class Violations;

/// All facts of a contact type or an agent group in a replication, scored or not.
struct TypeFacts {
  std::string_view name;
  ContactSums contacts;
};
struct GroupFacts {
  std::string_view name;
  Int128 handle = 0;  ///< talk, hold and wrap-up, done or part done, told with contacts [us]
  AgentSums agents;
};

/// Tells every law that does not hold, with the difference. Integers: a law holds exactly or not.
void check_conservation(std::span<const TypeFacts> types, std::span<const GroupFacts> groups,
                        const ReplicationEnd& end, Violations& violations);

}  // namespace holdline
