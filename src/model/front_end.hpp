// What a plan puts before and around its queues, prepared for running, and where the contacts under
// way in it stand. Center::front_end_ points to it; null where the plan has none of it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/menu_walk.hpp"
#include "model/plan_tables.hpp"
#include "model/self_service.hpp"
#include "model/wait_prediction.hpp"
#include "scenario/staffing.hpp"

namespace holdline {

/// Where a contact's walk and talk will have led, known since it began.
struct FrontEndVisit {
  std::optional<MenuWalk> walk;  ///< none: no menus before this queue
  MachineTalk talk;              ///< after the menus
  Time began;                    ///< the stage under way
  bool is_in_menus = false;      ///< the stage under way: holds a port
};

/// A callback that was promised and has not ended.
struct PromisedCall {
  Time promised;
  Time deadline = kNever;  ///< her patience for it ends
  Time entered;            ///< the stay in a queue that is under way, or the last one, began
  Duration waited{};       ///< stays in queues that have ended
  std::uint32_t calls = 0;
};

struct FrontEnd {
  explicit FrontEnd(const PlanTables& tables)
      : machine(tables.plan.self_service, tables.scenario.world.behaviour.self_service) {
    if (tables.plan.ivr) menus.emplace(*tables.plan.ivr, tables.scenario.world.behaviour.menu);
    for (const ContactType& type : tables.scenario.world.contact_types) {
      const ContactTypeId id(mean_handles_s.size());
      mean_handles_s.push_back(mean_handle_s(type));
      meets_menus.push_back(tables.plan.ivr && tables.plan.ivr->contact_types[id.index()]);
      meets_any.push_back(meets_menus.back() != 0 || machine.answers(id));
    }
    CallerTraits anybody;
    anybody.presses_zero = tables.scenario.world.behaviour.menu.presses_zero;
    callers_.push_back(anybody);
    for (const Segment& segment : tables.scenario.world.segments) {
      CallerTraits caller = anybody;
      caller.presses_zero = segment.presses_zero.value_or(anybody.presses_zero);
      caller.self_service_factor = segment.self_service_factor;
      callers_.push_back(caller);
    }
  }

  /// To the start of a replication.
  void reset() {
    last_waits.assign(mean_handles_s.size(), Duration{0});
    ports_in_use = 0;
  }
  /// Whether contacts of the type meet menus, and whether they meet anything, before the queue.
  [[nodiscard]] bool has_menus(ContactTypeId type) const { return meets_menus[type.index()] != 0; }
  [[nodiscard]] bool meets(ContactTypeId type) const { return meets_any[type.index()] != 0; }
  /// Who does not know the menus; of segment none: nobody knows whose contact it is.
  [[nodiscard]] const CallerTraits& caller(SegmentId segment) const {
    static_assert(SegmentId::none_value + 1 == 0);
    return callers_[segment.value + 1];
  }
  /// Slots of open issues are numbered below `issues` from now on.
  void make_room(std::size_t issues) {
    if (issues > visits.size()) visits.resize(issues);
  }
  FrontEndVisit& visit(std::uint32_t issue) { return visits[issue]; }
  PromisedCall& call(std::uint32_t issue) {
    if (issue >= calls.size()) calls.resize(std::size_t{issue} + 1);
    return calls[issue];
  }

  std::optional<MenuMap> menus;
  SelfServiceMachine machine;
  std::vector<std::uint8_t> meets_menus, meets_any;  ///< by contact type
  std::vector<double> mean_handles_s;  ///< by contact type, before agents' factors [s]
  std::vector<Duration> last_waits;    ///< by contact type: of the last one answered on the line
  std::uint32_t ports_in_use = 0;

 private:
  std::vector<FrontEndVisit> visits;   ///< by open issue
  std::vector<PromisedCall> calls;     ///< by open issue
  std::vector<CallerTraits> callers_;  ///< without a segment, then by segment
};

}  // namespace holdline
