// How many first contacts come, by contact type: those of its own arrivals and those that issues
// bring. For the plausibility warnings and the work offered; not on the simulation's path.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

/// First contacts of a type at an instant.
struct FirstContactRate {
  double per_s = 0.0;          ///< without redials and recontacts [1/s]
  double handle_factor = 1.0;  ///< of their handle times, by interval of arrival, on average [1]
};

class FirstContacts {
 public:
  explicit FirstContacts(const World& world);

  /// Of them, those that go on to people in this plan, as its menus and its machine do to callers
  /// at the start (front_end_share.hpp). None where that would take too long to find out.
  [[nodiscard]] FirstContacts to_people(const Plan& plan) const;
  /// Those of its own arrivals and those that issues bring, while open.
  [[nodiscard]] FirstContactRate at(std::size_t contact_type, Duration time) const;
  /// What one look at every contact type costs, in looks at a profile.
  [[nodiscard]] std::size_t cost() const { return cost_; }

 private:
  struct Part {
    const ArrivalProcess* arrivals = nullptr;
    std::uint32_t need = 0;     ///< an issue type, or, from their number on, a contact type
    double share = 0.0;         ///< of its arrivals, those of all segments together
    double renewals_per_s = 0;  ///< of a renewal process, whose gaps may be many recorded values
  };

  const World* world_;
  std::vector<std::vector<Part>> parts_;  ///< by contact type; its own arrivals first
  std::size_t cost_ = 0;
};

/// The share of a type's issues that is raised by each contact type, those of all segments
/// together.
[[nodiscard]] std::vector<double> shares_of(const World& world, const IssueType& type);

/// Arrivals over the first week of the horizon.
struct FirstWeek {
  double per_s = 0.0;         ///< while open, over all hours [1/s]
  double closed_share = 0.0;  ///< of the volume, outside opening hours though not meant to be [1]
};
[[nodiscard]] FirstWeek first_week(const World& world, const ArrivalProcess& arrivals);

/// How many issues of a type a customer of frequency 1 has in a year of 365 days [1/year].
[[nodiscard]] double issues_per_year(const World& world, const IssueType& type,
                                     const FirstWeek& week);

}  // namespace holdline
