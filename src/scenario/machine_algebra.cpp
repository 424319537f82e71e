// A talk lasts its duration or until the caller hangs up; success counts only if she stayed.
#include "holdline/scenario/machine_algebra.hpp"

#include <algorithm>

#include "scenario/callers.hpp"
#include "scenario/discounting.hpp"

namespace holdline {
namespace {

constexpr double kTrustOfAnonymous = 0.5;

struct Talk {
  double time_s = 0.0;
  double hung_up = 0.0;
};

MachineExpectation of_caller(const SelfService& machine, const Talk& talk, double acceptance,
                             double success) {
  MachineExpectation is;
  is.tries = machine.mode == SelfServiceMode::forced_first ? 1.0 : std::min(1.0, acceptance);
  is.time_s = is.tries * talk.time_s;
  is.hung_up = is.tries * talk.hung_up;
  is.contained = is.tries * (1.0 - talk.hung_up) * std::min(1.0, success);
  is.goes_on = 1.0 - is.hung_up - is.contained;
  return is;
}

void add(MachineExpectation& sum, const MachineExpectation& part, double weight) {
  sum.tries += weight * part.tries;
  sum.time_s += weight * part.time_s;
  sum.contained += weight * part.contained;
  sum.hung_up += weight * part.hung_up;
  sum.goes_on += weight * part.goes_on;
}

}  // namespace

MachineExpectation expect_machine(const SelfService& machine, const World& world,
                                  ContactTypeId contact_type, std::uint32_t need) {
  const double hazard = world.behaviour.menu.hang_up_per_s;
  Talk talk;
  talk.time_s = discounted_s(machine.duration, hazard);
  talk.hung_up = std::min(1.0, hazard * talk.time_s);
  const double success =
      need < machine.success_by_issue.size() ? machine.success_by_issue[need] : machine.success;
  const double acceptance = 2.0 * world.behaviour.self_service.acceptance;
  if (need >= world.issue_types.size()) {
    return of_caller(machine, talk, acceptance * kTrustOfAnonymous, success);
  }
  MachineExpectation sum;
  double all = 0.0;
  for (std::size_t i = 0; i < world.segments.size(); ++i) {
    const Segment& segment = world.segments[i];
    const double weight = weight_of(world, i, need, contact_type);
    add(sum,
        of_caller(machine, talk, acceptance * segment.trust, success * segment.self_service_factor),
        weight);
    all += weight;
  }
  MachineExpectation mean;
  if (all > 0.0) add(mean, sum, 1.0 / all);
  return mean;
}

std::vector<MenuNeed> machine_needs(const SelfService& machine, const World& world) {
  if (machine.mode == SelfServiceMode::none) return {};
  return needs_by(machine.contact_types, world);
}

}  // namespace holdline
