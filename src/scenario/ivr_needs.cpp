// Who comes to the menus, and with what need.
#include <algorithm>

#include "holdline/scenario/ivr_algebra.hpp"

namespace holdline {
namespace {

/// A contact type whose contacts all belong to issues has a process without any arrivals.
bool has_own_arrivals(const ArrivalProcess& arrivals) {
  switch (arrivals.kind) {
    case ArrivalKind::poisson:
    case ArrivalKind::batch:
    case ArrivalKind::bursty:
      return !arrivals.rate_per_s.values.empty();
    case ArrivalKind::recorded:
      return !arrivals.recorded.empty();
    case ArrivalKind::fixed_interval:
    case ArrivalKind::renewal:
      return true;
  }
  return true;
}

/// Whether a customer may raise the issue there: the type has weight in the issue and in a segment.
bool comes_by(const IssueType& issue, const World& world, std::size_t type) {
  if (type >= issue.contact_types.size() || !(issue.contact_types[type] > 0.0)) return false;
  return std::any_of(world.segments.begin(), world.segments.end(), [type](const Segment& segment) {
    return type >= segment.channels.size() || segment.channels[type] > 0.0;
  });
}

}  // namespace

std::vector<MenuNeed> menu_needs(const Ivr& ivr, const World& world) {
  std::vector<MenuNeed> needs;
  const std::size_t issue_count = world.issue_types.size();
  for (std::size_t issue = 0; issue < issue_count; ++issue) {
    for (std::size_t type = 0; type < ivr.contact_types.size(); ++type) {
      if (!ivr.contact_types[type] || !comes_by(world.issue_types[issue], world, type)) continue;
      needs.push_back({ContactTypeId{type}, static_cast<std::uint32_t>(issue)});
    }
  }
  for (std::size_t type = 0; type < ivr.contact_types.size(); ++type) {
    if (!ivr.contact_types[type] || type >= world.contact_types.size()) continue;
    if (!has_own_arrivals(world.contact_types[type].arrivals)) continue;
    needs.push_back({ContactTypeId{type}, static_cast<std::uint32_t>(issue_count + type)});
  }
  return needs;
}

}  // namespace holdline
