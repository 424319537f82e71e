// Warnings about customers, issues and what they do that can be run but are likely a slip.
#include <fmt/format.h>

#include <algorithm>

#include "holdline/util/text.hpp"
#include "scenario/first_contacts.hpp"
#include "scenario/sections.hpp"

namespace holdline {
namespace {

constexpr double kMostIssuesPerYear = 100.0;
constexpr double kMostAttempts = 20.0;

/// `of_frequency_1`: issues a year of a customer of frequency 1, by issue type.
void check_frequency(const World& world, const LoadContext& context,
                     const std::vector<double>& of_frequency_1, Sheet& sheet) {
  for (std::size_t segment = 0; segment < world.segments.size(); ++segment) {
    double all = 0.0;
    double most = 0.0;
    std::size_t most_frequent = 0;
    for (std::size_t issue = 0; issue < world.issue_types.size(); ++issue) {
      const double per_year = of_frequency_1[issue] * world.issue_types[issue].frequency[segment];
      all += per_year;
      if (per_year <= most) continue;
      most = per_year;
      most_frequent = issue;
    }
    if (all <= kMostIssuesPerYear) continue;
    const IssueSource& source = context.issue_sources[most_frequent];
    sheet.report(Severity::warning, source.arrivals, source.path,
                 fmt::format("a customer of `{}` has {} issues a year, {} of them of this type",
                             world.segments[segment].name, rounded(all), rounded(most)),
                 "are there more customers, or fewer issues?");
  }
}

/// A process whose rate can be made smaller for a few newcomers.
bool is_scalable(ArrivalKind kind) {
  return kind == ArrivalKind::poisson || kind == ArrivalKind::batch || kind == ArrivalKind::bursty;
}

/// Issues are looked at once, a first week each.
void check_arrivals(const World& world, const LoadContext& context, Sheet& sheet) {
  std::vector<double> of_frequency_1;
  for (std::size_t i = 0; i < world.issue_types.size(); ++i) {
    const IssueType& type = world.issue_types[i];
    const FirstWeek week = first_week(world, type.arrivals);
    of_frequency_1.push_back(issues_per_year(world, type, week));
    const bool has_profile = type.arrivals.rate_per_s.span != ProfileSpan::constant;
    if (!has_profile || week.closed_share <= 0.0) continue;
    const IssueSource& source = context.issue_sources[i];
    sheet.report(Severity::warning, source.arrivals, source.path + ".arrivals",
                 closed_volume_text(week.closed_share), {});
  }
  check_frequency(world, context, of_frequency_1, sheet);
}

void check_newcomers(const World& world, const LoadContext& context, Sheet& sheet) {
  const bool may_come = world.outcomes.is_given ||
                        std::any_of(world.segments.begin(), world.segments.end(),
                                    [](const Segment& s) { return s.acquired_per_year > 0.0; });
  if (!may_come) return;
  for (std::size_t i = 0; i < world.issue_types.size(); ++i) {
    if (is_scalable(world.issue_types[i].arrivals.kind)) continue;
    const IssueSource& source = context.issue_sources[i];
    sheet.report(Severity::warning, source.arrivals, source.path + ".arrivals",
                 "customers who come later raise no issues of this type, for its arrivals cannot "
                 "be scaled to their number",
                 "poisson, batch and bursty arrivals can");
  }
}

/// Further attempts if each of them fails.
double expected_attempts(const Retrial& retrial) {
  double sum = 0.0;
  double reaches = 1.0;
  double again = retrial.probability;
  for (std::uint32_t i = 0; i < retrial.most; ++i) {
    reaches *= again;
    sum += reaches;
    again *= retrial.decay;
  }
  return sum;
}

void check_retrial(const Retrial& retrial, std::string_view name, const LoadContext& context,
                   Sheet& sheet) {
  const double attempts = expected_attempts(retrial);
  if (attempts <= kMostAttempts) return;
  sheet.report(Severity::warning, context.behaviour, "world.behaviour." + std::string(name),
               fmt::format("whoever fails again and again tries {} times more on average",
                           rounded(attempts)),
               "lower probability, decay or most");
}

}  // namespace

std::string closed_volume_text(double share) {
  return fmt::format("{:.3g} % of the volume lies outside opening hours and does not come",
                     100.0 * share);
}

void check_customers(const World& world, const LoadContext& context, Sheet& sheet) {
  check_arrivals(world, context, sheet);
  check_newcomers(world, context, sheet);
  check_retrial(world.behaviour.redial, "redial", context, sheet);
  check_retrial(world.behaviour.recontact, "recontact", context, sheet);
}

}  // namespace holdline
