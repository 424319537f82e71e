// How many first contacts come, by contact type: those of its own arrivals and those that issues
// bring. For the plausibility warnings and the work offered; not on the simulation's path.
#pragma once

#include <cstddef>
#include <vector>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

class FirstContacts {
 public:
  explicit FirstContacts(const World& world);

  /// The rate at an instant while open, without redials and recontacts [1/s].
  [[nodiscard]] double rate_at(std::size_t contact_type, Duration time) const;
  /// Of those the ones that issues bring [1/s].
  [[nodiscard]] double rate_of_issues_at(std::size_t contact_type, Duration time) const;
  /// What one rate_at for every contact type costs, in looks at a profile.
  [[nodiscard]] std::size_t cost() const { return cost_; }

 private:
  struct Part {
    std::size_t issue_type = 0;
    double share = 0.0;  ///< of its issues, those of all segments together
  };

  const World* world_;
  std::vector<std::vector<Part>> parts_;  ///< by contact type
  std::size_t cost_;
};

/// How many issues of a type a customer of frequency 1 has in a year of 365 days, by the rates of
/// the first week [1/year].
[[nodiscard]] double issues_per_year(const World& world, const IssueType& type);

}  // namespace holdline
