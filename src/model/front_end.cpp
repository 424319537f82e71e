// Menus and the machine before the queue. What happens in them is drawn when they begin; two events
// at most then tell when the caller is through the menus and when the machine has done.
#include <algorithm>

#include "model/center.hpp"

namespace holdline {

bool Simulation::Center::has_front_end(ContactTypeId type) const {
  return front_end_ != nullptr && front_end_->meets(type);
}

// For so long after a change nobody knows the menus.
bool Simulation::Center::are_menus_forgotten() const {
  const Ivr& ivr = *tables_.plan.ivr;
  for (const std::uint32_t day : ivr.changed_on) {
    const Time change{static_cast<std::int64_t>(day) * kDay};
    if (change <= view_.now && view_.now < change + ivr.forgotten_for) return true;
  }
  return false;
}

CallerTraits Simulation::Center::caller_traits(const OpenIssue& issue) {
  const IssueRecord& record = issue.record;
  CallerTraits caller = front_end_->caller(record.segment);
  caller.knows_menu = !issue.is_anonymous() && tables_.plan.ivr && !are_menus_forgotten() &&
                      issues_->customers.knows_menu(record.customer, record.segment);
  return caller;
}

void Simulation::Center::begin_front_end(std::uint32_t slot) {
  OpenIssue& issue = issues_->open[slot];
  const bool has_menus = front_end_->has_menus(issue.contact.type);
  const auto& ivr = tables_.plan.ivr;
  if (has_menus && ivr->ports && front_end_->ports_in_use >= *ivr->ports) {
    end_before_queue(slot, ContactOutcome::blocked);
    return;
  }
  draw_visit(issue, has_menus);
  FrontEndVisit& visit = front_end_->visit(slot);
  if (!visit.walk) {
    begin_machine(slot);
    return;
  }
  ++front_end_->ports_in_use;
  visit.is_in_menus = true;
  stay_in_front_end(slot, visit.walk->duration);
}

// One clock of hanging up runs through menus and machine.
void Simulation::Center::draw_visit(const OpenIssue& issue, bool has_menus) {
  FrontEndVisit& visit = front_end_->visit(issue.contact.issue);
  visit.walk.reset();
  visit.talk = MachineTalk{};
  visit.is_in_menus = false;
  const World& world = tables_.scenario.world;
  const CallerTraits caller = caller_traits(issue);
  const auto draws = [&](std::span<const Block> known, StreamKey key) {
    return WordsAhead(known, key, replication_.number, issue.number, issue.lane);
  };
  HangUpClock fresh(world.behaviour.menu, issues_->drawn->menu_hazard());
  HangUpClock* clock = &fresh;
  ContactTypeId queue = issue.contact.type;
  if (has_menus) {
    const std::size_t need = issue.record.type.is_none()
                                 ? world.issue_types.size() + issue.contact.type.index()
                                 : issue.record.type.index();
    WordsAhead words = draws(issues_->drawn->menu(), issue.keys->menu);
    words.next_bits();  // the clock's
    MenuWalk& walk = visit.walk.emplace(fresh);
    front_end_->menus->walk(static_cast<std::uint32_t>(need), queue, caller, words, walk);
    if (walk.end != WalkEnd::transferred) return;
    queue = walk.queue;
    clock = &walk.clock;
  }
  if (!front_end_->machine.answers(queue)) return;
  const double trust =
      issue.is_anonymous() ? CustomerView{}.trust : issues_->customers.trust(issue.record.customer);
  visit.talk = front_end_->machine.talk(
      issue.record.type, trust, caller.self_service_factor, visit.walk ? visit.walk->errors : 0,
      *clock, draws(issues_->drawn->self_service(), issue.keys->self_service));
}

// A stage that takes no time needs no event.
void Simulation::Center::stay_in_front_end(std::uint32_t slot, Duration length) {
  front_end_->visit(slot).began = view_.now;
  if (length <= Duration{0}) {
    on_front_end_end(slot);
    return;
  }
  const EventSlot place = visit_events_.acquire(static_cast<std::uint8_t>(EventKind::issue), slot);
  visit_events_.schedule(place, view_.now + length,
                         static_cast<std::uint8_t>(EventOrder::front_end));
}

void Simulation::Center::on_front_end_end(std::uint32_t slot) {
  if (front_end_->visit(slot).is_in_menus) {
    end_menus(slot);
  } else {
    end_machine(slot);
  }
}

void Simulation::Center::end_menus(std::uint32_t slot) {
  FrontEndVisit& visit = front_end_->visit(slot);
  OpenIssue& issue = issues_->open[slot];
  const MenuWalk& walk = *visit.walk;
  visit.is_in_menus = false;
  --front_end_->ports_in_use;
  ContactJourney& journey = issue.journey;
  journey.menu = walk.duration;
  journey.menu_errors = static_cast<std::uint16_t>(std::min<std::uint32_t>(walk.errors, 0xFFFF));
  journey.opted_out = walk.opted_out;
  if (walk.learns && !issue.is_anonymous()) {
    issues_->customers.set_knows_menu(issue.record.customer, true);
  }
  switch (walk.end) {
    case WalkEnd::hung_up:
      end_before_queue(slot, ContactOutcome::hung_up);
      break;
    case WalkEnd::contained:
      end_contained(slot);
      break;
    case WalkEnd::transferred:
      issue.contact.type = walk.queue;
      begin_machine(slot);
      break;
  }
}

void Simulation::Center::begin_machine(std::uint32_t slot) {
  const MachineTalk& talk = front_end_->visit(slot).talk;
  if (talk.is_accepted) {
    stay_in_front_end(slot, talk.duration);
  } else {
    join_queue_stage(slot);
  }
}

void Simulation::Center::end_machine(std::uint32_t slot) {
  const MachineTalk& talk = front_end_->visit(slot).talk;
  OpenIssue& issue = issues_->open[slot];
  const SelfServiceBehaviour& behaviour = tables_.scenario.world.behaviour.self_service;
  issue.journey.used_self_service = true;
  issue.journey.self_service = talk.duration;
  if (talk.has_hung_up) {
    end_before_queue(slot, ContactOutcome::hung_up);
    return;
  }
  if (!issue.is_anonymous()) {
    CustomerBase& customers = issues_->customers;
    const double trust = customers.trust(issue.record.customer);
    customers.set_trust(issue.record.customer, trust_after(trust, talk.has_succeeded, behaviour));
  }
  if (talk.has_succeeded) {
    end_contained(slot);
    return;
  }
  ++issue.machine_failures;
  if (front_end_->machine.is_forced()) {
    ++issue.forced_failures;
    issue.patience_s *= behaviour.patience_factor;
  }
  issue.has_context = tables_.plan.self_service.passes_context;
  if (!issue.has_context) issue.contact.handle_factor *= behaviour.handle_factor;
  join_queue_stage(slot);
}

void Simulation::Center::end_contained(std::uint32_t slot) {
  OpenIssue& issue = issues_->open[slot];
  issue.record.resolved_by_machine = issue.journey.resolved_by_machine = true;
  issue.journey.is_resolved = issue.journey.is_marked_resolved = true;
  if (issue.attempts == 1) issue.record.marked_at_first_contact = true;
  end_before_queue(slot, ContactOutcome::contained);
}

// Of the stage under way, the part that has passed.
void Simulation::Center::tell_cut_contact(std::uint32_t slot) {
  if (issues_->open[slot].step == IssueStep::callback) {
    end_callback(slot, ContactOutcome::in_system);
    return;
  }
  const FrontEndVisit& visit = front_end_->visit(slot);
  ContactJourney& journey = issues_->open[slot].journey;
  if (visit.is_in_menus) {
    journey.menu = view_.now - visit.began;
  } else {
    journey.used_self_service = true;
    journey.self_service = view_.now - visit.began;
  }
  end_before_queue(slot, ContactOutcome::in_system);
}

}  // namespace holdline
