// Whoever has no weight or no arrivals does not come: her row would be an average over nobody.
#include "scenario/callers.hpp"

#include <algorithm>

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

double weight_of(const World& world, std::size_t segment, std::uint32_t need,
                 ContactTypeId contact_type) {
  const Segment& who = world.segments[segment];
  const IssueType& issue = world.issue_types[need];
  const double frequency = segment < issue.frequency.size() ? issue.frequency[segment] : 1.0;
  const auto channel = [&](std::size_t type) {
    const double factor = type < who.channels.size() ? who.channels[type] : 1.0;
    return issue.contact_types[type] * factor;
  };
  double all = 0.0;
  for (std::size_t type = 0; type < world.contact_types.size(); ++type) all += channel(type);
  if (!(all > 0.0)) return 0.0;
  return who.count * frequency * channel(contact_type.index()) / all;
}

std::vector<MenuNeed> needs_by(const std::vector<bool>& contact_types, const World& world) {
  std::vector<MenuNeed> needs;
  const std::size_t issue_count = world.issue_types.size();
  for (std::size_t issue = 0; issue < issue_count; ++issue) {
    for (std::size_t type = 0; type < contact_types.size(); ++type) {
      if (!contact_types[type] || !comes_by(world.issue_types[issue], world, type)) continue;
      needs.push_back({ContactTypeId{type}, static_cast<std::uint32_t>(issue)});
    }
  }
  for (std::size_t type = 0; type < contact_types.size(); ++type) {
    if (!contact_types[type] || type >= world.contact_types.size()) continue;
    if (!has_own_arrivals(world.contact_types[type].arrivals)) continue;
    needs.push_back({ContactTypeId{type}, static_cast<std::uint32_t>(issue_count + type)});
  }
  return needs;
}

std::vector<MenuNeed> menu_needs(const Ivr& ivr, const World& world) {
  return needs_by(ivr.contact_types, world);
}

}  // namespace holdline
