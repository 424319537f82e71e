// Rates of first contacts: what the issues' arrival processes bring to each contact type.
#include "scenario/first_contacts.hpp"

#include <algorithm>

#include "scenario/front_end_share.hpp"
#include "scenario/staffing.hpp"

namespace holdline {
namespace {

/// Customers at the start, each counted with her frequency.
double weighted_customers(const World& world, const IssueType& type) {
  double customers = 0.0;
  for (std::size_t i = 0; i < world.segments.size(); ++i) {
    customers += world.segments[i].count * type.frequency[i];
  }
  return customers;
}

}  // namespace

std::vector<double> shares_of(const World& world, const IssueType& type) {
  std::vector<double> shares(world.contact_types.size(), 0.0);
  const double customers = weighted_customers(world, type);
  for (std::size_t i = 0; i < world.segments.size(); ++i) {
    const Segment& segment = world.segments[i];
    double weights = 0.0;
    for (std::size_t t = 0; t < shares.size(); ++t) {
      weights += type.contact_types[t] * segment.channels[t];
    }
    if (!(weights > 0.0) || !(customers > 0.0)) continue;
    const double of_all = segment.count * type.frequency[i] / customers;
    for (std::size_t t = 0; t < shares.size(); ++t) {
      shares[t] += of_all * type.contact_types[t] * segment.channels[t] / weights;
    }
  }
  return shares;
}

FirstContacts::FirstContacts(const World& world)
    : world_(&world), parts_(world.contact_types.size()) {
  const auto add = [this](std::size_t type, std::size_t need, const ArrivalProcess& arrivals,
                          double share) {
    Part part{&arrivals, static_cast<std::uint32_t>(need), share};
    if (arrivals.kind == ArrivalKind::renewal) {
      part.renewals_per_s = 1.0 / mean_s(arrivals.gap_distribution);
    }
    parts_[type].push_back(part);
    ++cost_;
  };
  for (std::size_t type = 0; type < parts_.size(); ++type) {
    add(type, world.issue_types.size() + type, world.contact_types[type].arrivals, 1.0);
  }
  for (std::size_t issue = 0; issue < world.issue_types.size(); ++issue) {
    const std::vector<double> shares = shares_of(world, world.issue_types[issue]);
    for (std::size_t type = 0; type < shares.size(); ++type) {
      if (shares[type] > 0.0) add(type, issue, world.issue_types[issue].arrivals, shares[type]);
    }
  }
}

FirstContacts FirstContacts::to_people(const Plan& plan) const {
  FirstContacts those = *this;
  const FrontEndShares shares(*world_, plan);
  for (std::size_t type = 0; type < those.parts_.size(); ++type) {
    for (Part& part : those.parts_[type]) part.share *= shares.of(ContactTypeId{type}, part.need);
  }
  return those;
}

FirstContactRate FirstContacts::at(std::size_t contact_type, Duration time) const {
  const Calendar& calendar = world_->calendar;
  double rate = 0.0;
  double work = 0.0;
  for (const Part& part : parts_[contact_type]) {
    const double comes = part.share * (part.arrivals->kind == ArrivalKind::renewal
                                           ? part.renewals_per_s
                                           : arrival_rate_at(*part.arrivals, calendar, time));
    const Profile& factor = part.arrivals->handle_time_factor;
    rate += comes;
    work += comes * (factor.values.empty() ? 1.0 : value_at(factor, calendar, time));
  }
  return {rate, rate > 0.0 ? work / rate : 1.0};
}

FirstWeek first_week(const World& world, const ArrivalProcess& arrivals) {
  World alone;
  alone.calendar = world.calendar;
  alone.contact_types.emplace_back().arrivals = arrivals;
  double seconds = 0.0;
  double open = 0.0;
  double closed = 0.0;
  for (const Stretch& stretch : stretches(alone, Plan{}, 7)) {
    const double length_s = to_seconds(stretch.end - stretch.begin);
    const double count = length_s * arrival_rate_at(arrivals, world.calendar, stretch.begin);
    seconds += length_s;
    if (stretch.is_open) {
      open += count;
    } else if (!is_meant_closed(stretch, arrivals)) {
      closed += count;
    }
  }
  return {.per_s = seconds > 0.0 ? open / seconds : 0.0,
          .closed_share = closed > 0.0 ? closed / (open + closed) : 0.0};
}

double issues_per_year(const World& world, const IssueType& type, const FirstWeek& week) {
  constexpr double kYear_s = 365.0 * 86400.0;
  const double customers = weighted_customers(world, type);
  return customers > 0.0 ? week.per_s * kYear_s / customers : 0.0;
}

}  // namespace holdline
