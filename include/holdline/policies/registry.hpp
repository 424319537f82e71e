// All policies by kind and name: the ones of policies.def and those an embedder registers at run
// time through the same function. A value, not a global: whoever loads a scenario passes one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "holdline/policies/break_policy.hpp"
#include "holdline/policies/outcome_policy.hpp"
#include "holdline/policies/parameters.hpp"
#include "holdline/policies/routing_policy.hpp"
#include "holdline/policies/staffing_policy.hpp"

namespace holdline {

enum class PolicyKind : std::uint8_t {
  routing,
  breaks,
  staffing,
  resolution,
  satisfaction,
  effort,
  recommendation,
  survey_response,
  churn,
  referral
};
inline constexpr std::size_t kPolicyKindCount = 10;
[[nodiscard]] std::string_view to_string(PolicyKind kind);

/// What a policy must know of the plan to build itself.
struct PolicySetup {
  std::size_t contact_type_count = 0;
  std::size_t agent_count = 0;
  std::size_t agent_group_count = 0;
};

/// Makes a fresh policy for one replication from checked values.
template <class Policy>
using FactoryOf =
    std::function<std::unique_ptr<Policy>(const ParameterValues&, const PolicySetup&)>;
using PolicyFactory = std::variant<FactoryOf<RoutingPolicy>, FactoryOf<BreakPolicy>,
                                   FactoryOf<StaffingPolicy>, FactoryOf<ResolutionPolicy>,
                                   FactoryOf<SatisfactionPolicy>, FactoryOf<EffortPolicy>,
                                   FactoryOf<RecommendationPolicy>, FactoryOf<SurveyResponsePolicy>,
                                   FactoryOf<ChurnPolicy>, FactoryOf<ReferralPolicy>>;

struct PolicyEntry {
  std::string name;     ///< named by the rule
  std::string summary;  ///< one sentence
  std::vector<ParameterSpec> parameters;
  PolicyFactory factory;  ///< its alternative is the kind
  /// Cross-parameter rule: a message ("stages: ...") when the values do not fit together, else
  /// empty. May be null.
  std::function<std::string(const ParameterValues&)> check;
};

/// The kind, from the factory.
[[nodiscard]] PolicyKind kind_of(const PolicyEntry& entry);

/// The defaults of a parameter table, those by contact type spread over all types.
[[nodiscard]] ParameterValues default_values(std::span<const ParameterSpec> parameters,
                                             std::size_t contact_type_count);

/// What is wrong with an entry's own table (an empty name or help, a default of another type or out
/// of its bounds, ...), or an empty string.
[[nodiscard]] std::string find_malformed(const PolicyEntry& entry);

class PolicyRegistry {
 public:
  /// The policies of policies.def.
  [[nodiscard]] static PolicyRegistry built_in();

  /// Throws std::invalid_argument if the kind has this name already or the entry is malformed
  /// (find_malformed).
  void add(PolicyEntry entry);

  [[nodiscard]] const PolicyEntry* find(PolicyKind kind, std::string_view name) const;
  [[nodiscard]] std::span<const PolicyEntry> entries(PolicyKind kind) const;

 private:
  std::vector<PolicyEntry> entries_[kPolicyKindCount];
};

}  // namespace holdline
