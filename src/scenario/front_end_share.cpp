// The menus come first, then the machine. Who is misrouted is passed on, and goes on to people too.
#include "scenario/front_end_share.hpp"

#include <vector>

#include "holdline/scenario/ivr_algebra.hpp"
#include "holdline/scenario/machine_algebra.hpp"

namespace holdline {
namespace {

constexpr std::size_t kMostSteps = 20'000'000;

/// Whether an average over the callers with each need, at so many steps a caller, takes too long.
bool is_too_dear(const std::vector<MenuNeed>& needs, const World& world, std::size_t steps) {
  const std::size_t callers = world.segments.size() + 1;
  const std::size_t steps_a_need = callers * (world.contact_types.size() + steps);
  return needs.size() > kMostSteps / steps_a_need;
}

}  // namespace

FrontEndShares::FrontEndShares(const World& world, const Plan& plan) {
  const auto multiply = [this](const MenuNeed& need, double share) {
    shares_.try_emplace({need.contact_type.value, need.need}, 1.0).first->second *= share;
  };
  if (plan.ivr) {
    const std::vector<MenuNeed> needs = menu_needs(*plan.ivr, world);
    const std::size_t nodes = plan.ivr->nodes.size();
    const bool are_unknown = is_too_dear(needs, world, 2 * nodes * nodes);
    for (const MenuNeed& need : needs) {
      if (are_unknown) {
        multiply(need, 0.0);
        continue;
      }
      const MenuExpectation is = expect_menus(*plan.ivr, world, need.contact_type, need.need);
      multiply(need, is.own_queue + is.misrouted + is.opted_out);
    }
  }
  const std::vector<MenuNeed> needs = machine_needs(plan.self_service, world);
  const bool are_unknown = is_too_dear(needs, world, 1);
  for (const MenuNeed& need : needs) {
    multiply(need,
             are_unknown
                 ? 0.0
                 : expect_machine(plan.self_service, world, need.contact_type, need.need).goes_on);
  }
}

double FrontEndShares::of(ContactTypeId contact_type, std::uint32_t need) const {
  const auto found = shares_.find({contact_type.value, need});
  return found == shares_.end() ? 1.0 : found->second;
}

}  // namespace holdline
