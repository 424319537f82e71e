// The centre of one replication: who waits, who works, and what happens next. One handler a kind of
// event; the handlers are in the .cpp file of the thing they are about:
//   contacts.cpp  a contact arrives, is refused, waits, abandons
//   service.cpp   an agent serves a contact
//   routing.cpp   the two questions, and the stages that open with waiting time
//   agents.cpp    an agent's states, told as intervals
//   shifts.cpp    shifts, targets, openings and closings
//   breaks.cpp    breaks that are due, going home early
//   issues.cpp    issues arrive, open and end
//   issue_contacts.cpp  their contacts begin and end
//   retrials.cpp  redials, contacts again, escalations
//   outcomes.cpp  what customers make of it
//   customers.cpp customers come and go
//   front_end.cpp menus and machines before the queue
//   callbacks.cpp promised callbacks
//   simulate.cpp  the event loop, start and end of a replication
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "holdline/model/simulate.hpp"
#include "kernel/entity_queue.hpp"
#include "kernel/event_queue.hpp"
#include "model/agent.hpp"
#include "model/arrival_stream.hpp"
#include "model/contact.hpp"
#include "model/event_kinds.hpp"
#include "model/fact_buffer.hpp"
#include "model/front_end.hpp"
#include "model/integral.hpp"
#include "model/issue_book.hpp"
#include "model/plan_tables.hpp"
#include "model/roster.hpp"

namespace holdline {

class Simulation::Center {
 public:
  Center(const Scenario& scenario, PlanId plan);

  void run(const Replication& replication, RecordSink& sink, const std::atomic<bool>* stop);

 private:
  static constexpr std::uint32_t kNone = kNoIndex;
  static constexpr std::uint32_t kMaxDue = 16;  ///< breaks of a shift (the format's bound)

  struct DueEntry {
    const ScheduledBreak* spec = nullptr;
    Time scheduled;
  };
  /// Of an agent group: agents on shift, at work, and past their shift's end.
  struct GroupIntegrals {
    Integral scheduled, busy, overrun;
  };
  /// The address of the draws of a contact's handling.
  struct HandlingDraws {
    const IssueKeys* keys = nullptr;  ///< null: those of the contact type
    std::uint64_t index = 0;
    std::uint32_t lane = 0;
    std::uint32_t occurs_lane = 0;  ///< whether there is a hold: a lane that no sampler reaches
  };

  // simulate.cpp
  void start(const Replication& replication);
  void handle_agent_event(EntityQueue::Number number);
  void handle_calendar_event(const Event& event);
  void handle_issue_event(const Event& event);
  void advance_to(Time now);  ///< time never goes back
  template <bool has_issues>
  [[gnu::flatten]] bool loop(const std::atomic<bool>* stop);
  [[nodiscard]] bool must_stop(const std::atomic<bool>* stop) const;
  void finish(bool is_complete);
  void tell_integrals();
  void tell_unfinished();
  void tell_in_service(AgentId agent);
  void make_keys();
  void make_groups();
  void schedule_first_events();
  void draw_speeds();
  [[gnu::noinline, gnu::cold]] void fault(std::string_view what);

  // contacts.cpp
  void on_arrival(ContactTypeId type);
  void offer(const Contact& contact, double patience_s);
  /// Whoever joined first of those whose patience ends now.
  [[nodiscard]] std::uint32_t first_of_tie(std::uint32_t place, std::uint64_t rank);
  void on_patience_expired(std::uint32_t place);
  std::uint32_t take_place();
  void join_queue(const Contact& contact, double patience_s);
  enum class QueueEnd : std::uint8_t { front, back };
  void enqueue(const Contact& contact, std::uint32_t queue, QueueEnd end, Time deadline);
  void begin_stages(std::uint32_t place);
  Contact leave_queue(std::uint32_t place);
  [[nodiscard]] bool is_queue_full(ContactTypeId type) const;
  [[nodiscard]] bool balks(const Contact& contact) const;
  void tell_unserved(const Contact& contact, ContactOutcome outcome, bool delayed);
  void write_unserved(ContactRecord& record, const Contact& contact, ContactOutcome outcome,
                      bool delayed) const;
  void clear_queues(ContactOutcome outcome);

  // service.cpp
  /// `talk` is the contact's where no factor changes it.
  void serve(AgentId agent, const Contact& contact, Duration talk, bool delayed);
  HandlingTimes schedule_end(AgentId agent, const Contact& contact, Duration talk);
  void begin_service(AgentId agent, const Contact& contact, const HandlingTimes& times,
                     bool delayed);
  [[nodiscard]] std::uint32_t next_at_once(AgentId agent) const;
  void go_on_with(AgentId agent, std::uint32_t place);
  void tell_handling(AgentId agent);
  void tell_end(AgentId agent);
  void count_contact_of(AgentId agent);
  void assign(AgentId agent, const Contact& contact, bool delayed);
  HandlingTimes draw_handling(const Contact& contact, Duration talk, AgentId agent);
  HandlingTimes draw_parts(const Contact& contact, Duration talk, AgentId agent, double own_factor,
                           const HandlingDraws& from);
  void on_talk_end(AgentId agent);
  void end_contact(AgentId agent);
  void tell_served(const Service& service, AgentId agent, ContactOutcome outcome);
  void write_served(ContactRecord& record, const Service& service, AgentId agent,
                    ContactOutcome outcome) const;
  void release_trunk() { --trunks_in_use_; }

  // issues.cpp
  [[gnu::noinline, gnu::cold]] void start_issues();
  [[gnu::noinline, gnu::flatten]] void on_issue_arrival(std::uint32_t stream);
  [[gnu::noinline, gnu::flatten]] void raise_by_contact_type(ContactTypeId type,
                                                             std::uint64_t index, double patience_s,
                                                             double talk_s, double handle_factor);
  std::uint32_t open_issue(const IssueKeys& keys, std::uint64_t number, std::uint32_t source);
  void draw_attempt(OpenIssue& issue, ContactTypeId type);
  void draw_contact(OpenIssue& issue, ContactTypeId type);
  // Most contacts take the same dozen steps from here to the queue: as one function they spare a
  // fifth of their instructions, which saved and restored registers between the steps.
  [[gnu::noinline, gnu::flatten]] void begin_attempt(std::uint32_t issue, ContactTypeId type);
  void begin_contact(std::uint32_t issue, bool is_retrial);
  void begin_journey(OpenIssue& issue);
  void count_contact(OpenIssue& issue);
  /// The contact under way joins the queue of its contact type; trunk held.
  [[gnu::noinline, gnu::flatten]] void join_queue_stage(std::uint32_t issue);
  /// The contact under way ends before it has reached a queue.
  [[gnu::noinline]] void end_before_queue(std::uint32_t issue, ContactOutcome outcome);
  [[gnu::noinline, gnu::flatten]] void tell_unserved_of_issue(Contact contact,
                                                              ContactOutcome outcome, bool delayed);
  [[gnu::noinline]] HandlingTimes draw_handling_of_issue(Contact contact, Duration talk,
                                                         AgentId agent);
  void tell_served_of_issue(const Service& service, AgentId agent, ContactOutcome outcome);
  // As one function, like the way in: the steps at the end of most issues.
  [[gnu::noinline, gnu::flatten]] std::uint32_t end_contact_of_issue(AgentId agent);
  void tell_journey(OpenIssue& issue, ContactRecord& record);
  void end_issue(std::uint32_t issue, IssueOutcome outcome);
  void tell_open_issues();
  /// The draws of the contact under way, from `lane` of its lanes on.
  [[nodiscard]] Block block_of(const OpenIssue& issue, StreamKey key,
                               std::uint32_t lane = 0) const {
    return block_at(key, replication_.number, issue.number, issue.lane + lane);
  }
  [[nodiscard]] DrawSequence draws_of(const OpenIssue& issue, StreamKey key,
                                      std::uint32_t lane = 0) const {
    return DrawSequence(key, replication_.number, issue.number, issue.lane + lane);
  }
  /// A draw whose first word is known; further ones, if it takes any, come from `lane` on.
  [[nodiscard]] double draw_s(const Sampler& sampler, std::uint64_t first_word,
                              const OpenIssue& issue, StreamKey key, std::uint32_t lane) const {
    if (sampler.takes_one_word()) return sampler.sample_s(first_word);
    DrawSequence draws(first_word, key, replication_.number, issue.number, issue.lane + lane);
    return sampler.sample_s(draws);
  }

  // retrials.cpp
  [[gnu::noinline]] void on_issue_due(std::uint32_t issue);
  /// `step` is redial or recontact. Ends the issue if she does not.
  void try_again(std::uint32_t issue, IssueStep step);
  void contact_again(std::uint32_t issue, double other_contact_type);
  bool escalate(std::uint32_t issue);
  void begin_escalation(std::uint32_t issue);
  [[gnu::noinline]] void begin_transfer(std::uint32_t issue);
  void hand_over(std::uint32_t issue);
  void wait_for(std::uint32_t issue, IssueStep step, Duration delay);

  // outcomes.cpp
  bool draw_resolution(OpenIssue& issue, const Service& service, AgentId agent);
  [[nodiscard]] double resolution_probability(const OpenIssue& issue, const Service& service,
                                              AgentId agent) const;
  void draw_experience(OpenIssue& issue);

  // customers.cpp
  [[gnu::noinline, gnu::cold]] void on_acquisition(SegmentId segment);
  void schedule_acquisition(SegmentId segment);
  /// Whether there is room for her; else the run ends.
  bool add_customer(SegmentId segment, CustomerChange why);
  [[gnu::noinline, gnu::cold]] void tell_excess();
  [[gnu::noinline, gnu::cold]] void lose_customer(std::uint32_t customer, SegmentId segment);
  [[gnu::noinline, gnu::cold]] void apply_referrals(SegmentId segment, std::int32_t referrals);
  void begin_block(SegmentId segment, std::size_t block);
  void start_stream(std::uint32_t stream);
  void look_ahead(IssueStream& issues);

  // front_end.cpp
  /// Whether contacts of the type meet menus or a machine before the queue.
  [[nodiscard]] bool has_front_end(ContactTypeId type) const;
  /// The contact under way has reached the centre, trunk held. Ends in on_front_end_end, or at
  /// once.
  void begin_front_end(std::uint32_t issue);
  void on_front_end_end(std::uint32_t issue);
  /// The run ends within the front end or before a promised call: tells the contact as in system.
  void tell_cut_contact(std::uint32_t issue);
  [[nodiscard]] bool are_menus_forgotten() const;
  CallerTraits caller_traits(const OpenIssue& issue);
  void draw_visit(const OpenIssue& issue, bool has_menus);
  void stay_in_front_end(std::uint32_t issue, Duration length);
  void end_menus(std::uint32_t issue);
  void begin_machine(std::uint32_t issue);
  void end_machine(std::uint32_t issue);
  void end_contained(std::uint32_t issue);

  // callbacks.cpp
  [[nodiscard]] Duration predict(ContactTypeId type) const;
  [[gnu::noinline]] bool promise_callback(Contact contact, double patience_s);
  [[nodiscard]] double callback_unit(const OpenIssue& issue, std::uint32_t word) const;
  void await_call(std::uint32_t issue, Time when);
  [[gnu::noinline]] void on_callback_due(std::uint32_t issue);
  [[gnu::noinline]] void join_as_promised(std::uint32_t issue);
  [[nodiscard]] bool is_promised(const Contact& contact) const;
  Contact leave_as_promised(std::uint32_t place);
  [[gnu::noinline]] void end_promise(std::uint32_t place, ContactOutcome outcome);
  [[gnu::noinline]] void call_back(AgentId agent, Contact contact);
  [[gnu::noinline]] void on_ring_end(AgentId agent);
  void end_callback(std::uint32_t issue, ContactOutcome outcome);

  // routing.cpp
  AgentId find_agent(ContactTypeId type, std::uint64_t index, Duration waited);
  AgentId choose_agent(ContactTypeId type, std::uint64_t index,
                       std::span<const AgentGroupId> groups);
  std::uint32_t find_contact(AgentId agent);
  void add_head(const SkillEntry& skill, std::uint32_t queue, std::uint32_t priority);
  std::size_t choose_head(AgentId agent);
  void take_waiting(AgentId agent, std::uint32_t place);
  [[nodiscard]] bool is_open(Duration open_after, Duration waited) const;
  [[gnu::noinline, gnu::cold]] void on_stage(std::uint32_t contact);
  void dispatch_waiting();
  [[nodiscard]] DrawSequence agent_draws(AgentId agent, StreamKey key);

  // agents.cpp
  /// Her places in agent_events_.
  [[nodiscard]] static EntityQueue::Number phase_number(AgentId agent) { return agent.value; }
  [[nodiscard]] EntityQueue::Number break_number(AgentId agent) const {
    return tables_.agent_count + agent.value;
  }
  void on_agent_phase(AgentId agent);
  void become_free(AgentId agent);
  void become_idle(AgentId agent);
  void end_idle(AgentId agent);
  void begin_work(AgentId agent);
  void end_work(AgentId agent);
  [[gnu::noinline, gnu::cold]] void go_offline(AgentId agent);
  void flush(AgentId agent, Time until);
  void flush_handling(AgentId agent, Time until);
  void tell_interval(AgentId agent, AgentState state, bool paid, Time begin, Time end);

  // shifts.cpp
  [[gnu::noinline, gnu::cold]] void on_roster();
  void on_shift_start(AgentId agent, Time until, std::uint32_t day);
  void on_shift_end(AgentId agent);
  void begin_shift(AgentId agent, Time until);
  void begin_overrun(AgentId agent, Time since);
  [[gnu::noinline, gnu::cold]] void begin_absence(AgentId agent);
  bool draw_absence(AgentId agent, std::uint32_t day);
  void on_target(AgentGroupId group, std::uint32_t agents);
  void add_agents(AgentGroupId group, std::uint32_t count);
  void remove_agents(AgentGroupId group, std::uint32_t count);
  [[nodiscard]] AgentId latest_worker_since(AgentGroupId group, Time time) const;
  [[gnu::noinline, gnu::cold]] void settle_leaving(AgentId agent);
  bool stays_for_queue(AgentId agent);  ///< after closing, somebody she may serve is waiting
  void on_closing();

  // breaks.cpp
  void on_break_due(AgentId agent, const ScheduledBreak& spec);
  [[gnu::noinline, gnu::cold]] void on_break_again(AgentId agent);
  [[gnu::noinline, gnu::cold]] bool try_break(AgentId agent);
  void begin_break(AgentId agent, const DueEntry& due);
  [[gnu::noinline, gnu::cold]] void on_break_end(AgentId agent);
  void drop_breaks(AgentId agent);
  void on_review();

  PlanTables tables_;
  Roster roster_;
  bool has_breaks_;
  // Three small queues are faster than one: what ends is most often replaced in the same slot, and
  // patience is most often cancelled far from the root. No EventOrder is used in two of them.
  EntityQueue agent_events_;     ///< by phase_number() and break_number()
  EntityQueue patience_events_;  ///< by place in the pool; first_of_tie() says who goes first
  EventQueue calendar_events_;   ///< roster, stage, arrival, issue_arrival, acquisition
  EventQueue visit_events_;      ///< issue: a stage before the queue ends; few at once, soon over
  EventQueue issue_events_;      ///< issue: its other steps; many at once, for days
  std::vector<ArrivalStream> streams_;
  std::unique_ptr<FrontEnd> front_end_;  ///< null where the plan has nothing before its queues
  std::unique_ptr<IssueBook> issues_;    ///< null where the scenario has no issues

  // The state, and the part of it that policies see.
  CenterView view_;
  std::vector<QueueView> queue_views_;
  std::vector<AgentView> agent_views_;
  std::vector<AgentGroupView> group_views_;
  std::vector<Agent> agents_;
  std::vector<DueEntry> due_breaks_;  ///< kMaxDue for each agent
  std::vector<WaitingContact> pool_;
  std::vector<WaitingStage> stages_;  ///< by place in the pool; empty where nothing opens later
  std::vector<std::uint32_t> free_places_;
  std::vector<std::uint32_t> tied_places_;    ///< scratch of first_of_tie()
  std::uint32_t joined_ = 0;                  ///< contacts that ever joined a queue, modulo 2^32
  std::vector<std::uint32_t> heads_, tails_;  ///< by contact type; then of callback lists
  std::uint32_t listed_ = 0;                  ///< contacts on callback lists
  std::vector<std::uint32_t> targets_;        ///< by group: agents wanted
  std::vector<std::vector<Time>> pending_leaves_;  ///< by group: when a busy one should have left
  std::uint32_t pending_leave_count_ = 0;          ///< of all groups
  std::uint32_t trunks_in_use_ = 0, trunk_limit_ = kNone;
  bool is_draining_ = false;  ///< closed, and those waiting are still served
  EventSlot roster_slot_ = 0;
  std::vector<EventSlot> arrival_slots_;

  std::unique_ptr<RoutingPolicy> agent_choice_, contact_choice_;
  std::unique_ptr<BreakPolicy> break_policy_;
  std::unique_ptr<StaffingPolicy> staffing_policy_;
  IdleOrder idle_order_ = IdleOrder::longest_idle;
  bool is_idle_set_made_ = false;
  std::vector<AgentGroupId> candidates_;
  std::vector<QueueHead> head_candidates_;
  std::vector<std::uint32_t> head_places_;  ///< of head_candidates_

  Replication replication_;
  RecordSink* sink_ = nullptr;
  FactBuffer facts_;  ///< on their way to sink_
  ReplicationEnd counts_;
  std::vector<Integral> queue_integrals_;  ///< by contact type
  std::vector<GroupIntegrals> group_integrals_;
  Time cut_ = kNever;  ///< steady state: the run stops here
  std::vector<StreamKey> hold_keys_, wrap_up_keys_, balk_keys_, routing_keys_;  ///< by contact type
  StreamKey choice_key_, break_key_, staffing_key_;
  std::vector<StreamKey> speed_keys_, absence_keys_;  ///< by crew
  std::uint64_t keyed_seed_ = 0;
  bool has_keys_ = false;
};

}  // namespace holdline
