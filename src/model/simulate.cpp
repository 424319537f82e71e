// The event loop, and the start and end of a replication.
#include "holdline/model/simulate.hpp"

#include <fmt/format.h>

#include <cassert>

#include "model/center.hpp"

namespace holdline {
namespace {

bool has_any_break(const Plan& plan) {
  for (const AgentGroup& group : plan.agent_groups) {
    for (const Shift& shift : group.shifts) {
      if (!shift.breaks.empty()) return true;
    }
  }
  return false;
}

}  // namespace

Simulation::Simulation(const Scenario& scenario, PlanId plan)
    : center_(std::make_unique<Center>(scenario, plan)) {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;

void Simulation::run(const Replication& replication, RecordSink& sink,
                     const std::atomic<bool>* stop) {
  center_->run(replication, sink, stop);
}

Simulation::Center::Center(const Scenario& scenario, PlanId plan)
    : tables_(scenario, plan),
      roster_(tables_, tables_.make_staffing()->review_period()),
      has_breaks_(has_any_break(tables_.plan)) {
  for (const ContactType& type : scenario.world.contact_types) {
    streams_.emplace_back(type, scenario.world);
  }
  const Plan& values = tables_.plan;
  if (values.ivr || values.self_service.mode != SelfServiceMode::none || values.callback) {
    front_end_ = std::make_unique<FrontEnd>(tables_);
  }
  if (tables_.has_issues) issues_ = std::make_unique<IssueBook>(tables_, front_end_.get());
  if (scenario.experiment.mode == RunMode::steady_state) {
    cut_ = Time{scenario.world.calendar.horizon()};
  }
}

void Simulation::Center::run(const Replication& replication, RecordSink& sink,
                             const std::atomic<bool>* stop) {
  sink_ = &sink;
  facts_.open(sink);
  start(replication);
  const bool is_complete = issues_ != nullptr ? loop<true>(stop) : loop<false>(stop);
  finish(is_complete && counts_.excess.empty());
}

void Simulation::Center::advance_to(Time now) {
  assert(now >= view_.now);
  view_.now = now;
}

// Each queue has its own branch: a wrong guess of what comes next is found out from the ranks
// alone.
template <bool has_issues>
[[gnu::flatten]] bool Simulation::Center::loop(const std::atomic<bool>* stop) {
  constexpr std::uint64_t kLookEvery = 4096;
  const std::uint64_t end = rank_of(cut_);
  for (;;) {
    const std::uint64_t agent = agent_events_.rank_bound();
    const std::uint64_t patience = patience_events_.rank_bound();
    const std::uint64_t calendar = calendar_events_.rank_bound();
    std::uint64_t first = std::min(std::min(agent, patience), calendar);
    const std::uint64_t visit = has_issues ? visit_events_.rank_bound() : 0;
    if constexpr (has_issues) {
      first = std::min(first, std::min(visit, issue_events_.rank_bound()));
    }
    if (first >= end) return true;  // also when all are empty
    const Time now = time_of_rank(first);
    if (agent == first) {
      if (!agent_events_.settle()) continue;
      advance_to(now);
      handle_agent_event(agent_events_.pop_settled());
    } else if (calendar == first) {
      if (!calendar_events_.settle()) continue;
      advance_to(now);
      handle_calendar_event(calendar_events_.pop_settled());
    } else if (!has_issues || patience == first) {
      if (!patience_events_.settle()) continue;
      advance_to(now);
      on_patience_expired(first_of_tie(patience_events_.pop_settled(), first));
    } else if (visit == first) {
      if (!visit_events_.settle()) continue;
      advance_to(now);
      const Event event = visit_events_.pop_settled();
      visit_events_.release(event.slot);
      on_front_end_end(event.entity);
    } else {
      if (!issue_events_.settle()) continue;
      advance_to(now);
      handle_issue_event(issue_events_.pop_settled());
    }
    ++counts_.events;
    if (counts_.events % kLookEvery == 0 && must_stop(stop)) return false;
  }
}

bool Simulation::Center::must_stop(const std::atomic<bool>* stop) const {
  if (!counts_.excess.empty()) return true;
  return stop != nullptr && stop->load(std::memory_order_relaxed);
}

void Simulation::Center::handle_agent_event(EntityQueue::Number number) {
  if (number < tables_.agent_count) {
    on_agent_phase(AgentId(number));
  } else {
    on_break_again(AgentId(number - tables_.agent_count));
  }
}

void Simulation::Center::handle_calendar_event(const Event& event) {
  if (static_cast<EventKind>(event.kind) == EventKind::arrival) {
    on_arrival(ContactTypeId(event.entity));
  } else if (static_cast<EventKind>(event.kind) == EventKind::roster) {
    on_roster();
  } else if (static_cast<EventKind>(event.kind) == EventKind::issue_arrival) {
    on_issue_arrival(event.entity);
  } else if (static_cast<EventKind>(event.kind) == EventKind::stage) {
    on_stage(event.entity);
  } else {
    on_acquisition(SegmentId(event.entity));
  }
}

void Simulation::Center::handle_issue_event(const Event& event) {
  if (issues_->open[event.entity].step == IssueStep::callback) {
    on_callback_due(event.entity);
  } else {
    on_issue_due(event.entity);
  }
}

void Simulation::Center::fault(std::string_view what) {
  if (!counts_.fault.empty()) return;
  counts_.fault = fmt::format("{} (plan {}, replication {}, time {} us)", what, tables_.plan.name,
                              replication_.number, view_.now.time_since_epoch().count());
}

void Simulation::Center::make_keys() {
  if (has_keys_ && keyed_seed_ == replication_.seed) return;
  const std::uint64_t seed = replication_.seed;
  hold_keys_.clear();
  wrap_up_keys_.clear();
  balk_keys_.clear();
  routing_keys_.clear();
  for (const ContactTypeTable& type : tables_.types) {
    hold_keys_.push_back(make_stream_key(seed, Purpose::hold, type.spec->name));
    wrap_up_keys_.push_back(make_stream_key(seed, Purpose::wrap_up, type.spec->name));
    balk_keys_.push_back(make_stream_key(seed, Purpose::balking, type.spec->name));
    routing_keys_.push_back(make_stream_key(seed, Purpose::routing, type.spec->name));
  }
  speed_keys_.clear();
  absence_keys_.clear();
  for (const std::string& crew : tables_.crews) {
    speed_keys_.push_back(make_stream_key(seed, Purpose::agent_speed, crew));
    absence_keys_.push_back(make_stream_key(seed, Purpose::absence, crew));
  }
  choice_key_ = make_stream_key(seed, Purpose::routing, "");
  break_key_ = make_stream_key(seed, Purpose::breaks, "");
  staffing_key_ = make_stream_key(seed, Purpose::staffing, "");
  keyed_seed_ = seed;
  has_keys_ = true;
}

void Simulation::Center::draw_speeds() {
  for (const AgentGroupTable& group : tables_.groups) {
    if (group.spec->speed_cv <= 0.0) continue;
    const Sampler speed(lognormal_mean_cv(1.0, group.spec->speed_cv));
    for (std::uint32_t a = group.first_agent; a < group.first_agent + group.agent_count; ++a) {
      const Person& person = tables_.persons[a];
      DrawSequence draws(speed_keys_[person.crew], replication_.number, person.place);
      agents_[a].speed = speed.sample_s(draws);
    }
  }
}

void Simulation::Center::start(const Replication& replication) {
  replication_ = replication;
  make_keys();
  agent_choice_ = tables_.make_routing(tables_.plan.routing.agent_for_contact);
  contact_choice_ = tables_.make_routing(tables_.plan.routing.contact_for_agent);
  break_policy_ = tables_.make_breaks();
  staffing_policy_ = tables_.make_staffing();
  idle_order_ = agent_choice_->idle_order();

  const std::size_t types = tables_.types.size();
  const std::size_t groups = tables_.groups.size();
  const auto& callback = tables_.plan.callback;
  const bool has_lists = callback && callback->place == CallbackPlace::list;
  const std::size_t queues = has_lists ? 2 * types : types;
  queue_views_.assign(queues, QueueView{});
  heads_.assign(queues, kNone);
  tails_.assign(queues, kNone);
  listed_ = 0;
  if (front_end_ != nullptr) front_end_->reset();
  targets_.assign(groups, 0);
  pending_leaves_.resize(groups);
  for (auto& leaves : pending_leaves_) leaves.clear();
  pending_leave_count_ = 0;
  agents_.assign(tables_.agent_count, Agent{});
  agent_views_.assign(tables_.agent_count, AgentView{});
  due_breaks_.resize(has_breaks_ ? std::size_t{tables_.agent_count} * kMaxDue : 0);
  make_groups();
  pool_.clear();
  stages_.clear();
  free_places_.clear();
  joined_ = 0;
  trunks_in_use_ = 0;
  trunk_limit_ = tables_.plan.trunks.value_or(kNone);
  is_draining_ = false;
  view_ = CenterView{Time{}, std::span(queue_views_).first(types), agent_views_, group_views_, 0};
  counts_.events = 0;
  counts_.fault.clear();
  counts_.excess.clear();
  counts_.contact_types.assign(types, ContactTypeCounts{});
  counts_.agent_groups.assign(groups, AgentGroupCounts{});
  queue_integrals_.assign(types, Integral{});
  group_integrals_.assign(groups, GroupIntegrals{});
  draw_speeds();
  schedule_first_events();
  sink_->on_replication_start(
      {replication.number, replication.seed, Time{tables_.scenario.world.calendar.horizon()}});
  if (issues_ != nullptr) start_issues();
}

void Simulation::Center::make_groups() {
  group_views_.resize(tables_.groups.size());
  for (std::size_t g = 0; g < tables_.groups.size(); ++g) {
    const AgentGroupTable& table = tables_.groups[g];
    AgentGroupView& view = group_views_[g];
    if (view.agent_count == table.agent_count && is_idle_set_made_) {
      view.idle.clear();
    } else {
      view.idle = IdleSet(table.first_agent, table.agent_count, idle_order_);
    }
    view.on_shift = view.working = view.on_break = 0;
    view.first_agent = table.first_agent;
    view.agent_count = table.agent_count;
    const bool has_sole_type =
        table.skills.size() == 1 && table.skills.front().open_after == Duration{0};
    for (std::uint32_t a = 0; a < table.agent_count; ++a) {
      agent_views_[table.first_agent + a].group = AgentGroupId(g);
      if (has_sole_type) {
        agents_[table.first_agent + a].sole_type = table.skills.front().type.value;
      }
    }
  }
  is_idle_set_made_ = true;
}

void Simulation::Center::schedule_first_events() {
  const auto slot = [this](EventKind kind, std::size_t entity) {
    return calendar_events_.acquire(static_cast<std::uint8_t>(kind),
                                    static_cast<std::uint32_t>(entity));
  };
  agent_events_.reset();
  agent_events_.reserve((has_breaks_ ? 2 : 1) * tables_.agent_count);
  patience_events_.reset();
  calendar_events_.reset();
  roster_slot_ = slot(EventKind::roster, 0);
  roster_.reset();
  calendar_events_.schedule(roster_slot_, roster_.next_time(),
                            static_cast<std::uint8_t>(EventOrder::roster));
  arrival_slots_.clear();
  for (std::size_t type = 0; type < streams_.size(); ++type) {
    arrival_slots_.push_back(slot(EventKind::arrival, type));
    streams_[type].reset(replication_.seed, replication_.number);
    const Time first = streams_[type].next_arrival();
    if (first != kNever) {
      calendar_events_.schedule(arrival_slots_[type], first,
                                static_cast<std::uint8_t>(EventOrder::arrival));
    }
  }
}

void Simulation::Center::finish(bool is_complete) {
  // A terminating run ends with its last event or its horizon, a steady-state run with its cut.
  if (is_complete) {
    view_.now = std::max(view_.now, Time{tables_.scenario.world.calendar.horizon()});
  }
  if (is_complete) tell_unfinished();
  if (is_complete && issues_ != nullptr) tell_open_issues();
  tell_integrals();
  counts_.end = view_.now;
  counts_.is_complete = is_complete;
  facts_.hand_over();
  sink_->on_replication_end(counts_);
}

void Simulation::Center::tell_integrals() {
  for (std::size_t type = 0; type < queue_integrals_.size(); ++type) {
    counts_.contact_types[type].queue_integral = queue_integrals_[type].value();
  }
  for (std::size_t group = 0; group < group_integrals_.size(); ++group) {
    AgentGroupCounts& counts = counts_.agent_groups[group];
    counts.scheduled_integral = group_integrals_[group].scheduled.value();
    counts.busy_integral = group_integrals_[group].busy.value();
    counts.overrun_integral = group_integrals_[group].overrun.value();
  }
}

// Whoever is still waiting, served or at work when the run ends is told as such, never dropped.
void Simulation::Center::tell_unfinished() {
  clear_queues(ContactOutcome::in_system);
  for (std::uint32_t a = 0; a < agents_.size(); ++a) {
    const AgentId agent{a};
    Agent& state = agents_[a];
    if (state.phase == AgentPhase::offline) continue;
    const bool is_working = state.is_handling();
    if (state.is_occupied()) settle_leaving(agent);
    flush(agent, view_.now);
    GroupIntegrals& integrals = group_integrals_[tables_.group_of[a].index()];
    (state.in_overrun ? integrals.overrun : integrals.scheduled).fall(view_.now);
    if (is_working) {
      end_work(agent);
      tell_in_service(agent);
    } else if (state.phase == AgentPhase::dialing) {
      end_callback(state.service.issue, ContactOutcome::in_system);
    }
  }
}

// The parts of a contact done by now.
void Simulation::Center::tell_in_service(AgentId agent) {
  Service service = agents_[agent.index()].service;
  Duration left = view_.now - service.answered;
  for (Duration* part : {&service.talk, &service.hold, &service.wrap_up}) {
    *part = std::min(*part, left);
    left -= *part;
  }
  ++counts_.contact_types[service.type.index()]
        .outcomes[static_cast<std::size_t>(ContactOutcome::in_system)];
  if (service.issue == kNone) {
    tell_served(service, agent, ContactOutcome::in_system);
  } else {
    tell_served_of_issue(service, agent, ContactOutcome::in_system);
  }
}

}  // namespace holdline
