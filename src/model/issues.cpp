// Issues arrive, open and end. Their contacts are in issue_contacts.cpp.
#include "model/center.hpp"

namespace holdline {

void Simulation::Center::start_issues() {
  IssueBook& book = *issues_;
  book.reset(replication_.seed, replication_.number);
  visit_events_.reset();
  issue_events_.reset();
  counts_.issues.assign(tables_.types.size() + book.types.size(), IssueCounts{});
  for (std::uint32_t stream = 0; stream < book.types.size(); ++stream) start_stream(stream);
  for (std::size_t s = 0; s < tables_.scenario.world.segments.size(); ++s) {
    book.acquisition_slots.push_back(calendar_events_.acquire(
        static_cast<std::uint8_t>(EventKind::acquisition), static_cast<std::uint32_t>(s)));
    schedule_acquisition(SegmentId(s));
  }
}

// `stream` has been rewound in this replication.
void Simulation::Center::start_stream(std::uint32_t stream) {
  IssueStream& issues = *issues_->streams[stream];
  issues.slot =
      calendar_events_.acquire(static_cast<std::uint8_t>(EventKind::issue_arrival), stream);
  const Time first = issues.next_arrival();
  if (first == kNever) return;
  calendar_events_.schedule(issues.slot, first, static_cast<std::uint8_t>(EventOrder::arrival));
  look_ahead(issues);
}

// Whose the next issue is, long before it is hers.
void Simulation::Center::look_ahead(IssueStream& issues) {
  if (!issues.segment.is_none()) return;
  issues.ahead = issues_->types[issues.type.index()].whose(issues.customer_words()[0]);
  if (issues.ahead.segment.is_none()) return;
  const CustomerBase& customers = issues_->customers;
  customers.fetch(customers.first_of(issues.ahead.segment) + issues.ahead.place);
}

void Simulation::Center::on_issue_arrival(std::uint32_t stream) {
  IssueBook& book = *issues_;
  IssueStream& arrivals = *book.streams[stream];
  const Block words = arrivals.customer_words();
  const std::uint64_t number = arrivals.last_index();
  const IssueTypeTable::Whose whose = arrivals.ahead;
  const Time next = arrivals.next_arrival();
  if (next != kNever) {
    calendar_events_.schedule(arrivals.slot, next, static_cast<std::uint8_t>(EventOrder::arrival));
    look_ahead(arrivals);
  }
  const IssueTypeTable& type = book.types[arrivals.type.index()];
  SegmentId segment = arrivals.segment;
  std::uint32_t customer = kNone;
  if (segment.is_none()) {
    if (whose.segment.is_none()) return;
    segment = whose.segment;
    customer = book.customers.first_of(segment) + whose.place;
  } else {
    const double places = static_cast<double>(book.customers.block_size(segment));
    customer = book.customers.newcomer(segment, arrivals.block,
                                       static_cast<std::uint32_t>(to_unit(words[0]) * places));
    if (customer == kNone) return;
  }
  if (!book.customers.is_there(customer, view_.now)) return;
  const ContactTypeId contact_type = type.contact_type(segment, words[1]);
  if (contact_type.is_none()) return;
  const std::size_t source = tables_.types.size() + arrivals.type.index();
  const std::uint32_t slot =
      open_issue(arrivals.keys(), number, static_cast<std::uint32_t>(source));
  OpenIssue& issue = book.open[slot];
  issue.draws_ahead = &arrivals.draws_ahead();
  issue.record.type = arrivals.type;
  issue.record.segment = segment;
  issue.record.customer = customer;
  std::uint32_t& first = book.customers.open_issues(customer);
  issue.next = first;
  if (first != kNone) book.open[first].previous = slot;
  first = slot;
  begin_attempt(slot, contact_type);
}

// A contact type's own arrival: its first contact's draws are those of the queues alone. What it
// brings comes in registers: as a struct it would pass through memory where there are no issues
// too.
void Simulation::Center::raise_by_contact_type(ContactTypeId type, std::uint64_t index,
                                               double patience_s, double talk_s,
                                               double handle_factor) {
  const IssueBook::OwnSource& source = issues_->own_source(type, index);
  const std::uint32_t slot = open_issue(source.keys, index, type.value);
  OpenIssue& issue = issues_->open[slot];
  issue.draws_ahead = &source.draws;
  issue.own_type = issue.record.contact_type = type;
  issue.record.opened = view_.now;
  issue.attempts = 1;
  issue.contact = {view_.now, 0, talk_s, handle_factor, type, slot};
  issue.patience_s = patience_s;
  draw_attempt(issue, type);
  begin_contact(slot, false);
}

std::uint32_t Simulation::Center::open_issue(const IssueKeys& keys, std::uint64_t number,
                                             std::uint32_t source) {
  IssueBook& book = *issues_;
  std::uint32_t slot = 0;
  EventSlot event_slot = 0;
  if (book.unused.empty()) {
    slot = static_cast<std::uint32_t>(book.open.size());
    event_slot = issue_events_.acquire(static_cast<std::uint8_t>(EventKind::issue), slot);
    book.open.emplace_back();
    if (front_end_ != nullptr) front_end_->make_room(book.open.size());
  } else {
    slot = book.unused.back();
    book.unused.pop_back();
    event_slot = book.open[slot].slot;
    book.open[slot].renew();
  }
  OpenIssue& issue = book.open[slot];
  issue.slot = event_slot;
  issue.keys = &keys;
  issue.number = number;
  issue.source = source;
  issue.record.issue = book.opened++;
  const Behaviour& behaviour = tables_.scenario.world.behaviour;
  issue.redial_share = behaviour.redial.probability;
  issue.recontact_share = behaviour.recontact.probability;
  ++counts_.issues[source].opened;
  return slot;
}

void Simulation::Center::end_issue(std::uint32_t slot, IssueOutcome outcome) {
  IssueBook& book = *issues_;
  OpenIssue& issue = book.open[slot];
  IssueRecord& record = issue.record;
  record.outcome = outcome;
  record.closed = view_.now;
  // What her leaving cuts short is neither late nor an experience: she has had hers.
  const bool is_cut = outcome == IssueOutcome::given_up && book.has_left(issue, view_.now);
  if (!record.type.is_none() && !is_cut) {
    const auto& due = tables_.scenario.world.issue_types[record.type.index()].due;
    // Whoever gives up will not be served in time either.
    record.is_late = due && (outcome == IssueOutcome::given_up || record.opened + *due < view_.now);
  }
  if (outcome != IssueOutcome::open && !is_cut && tables_.scenario.world.outcomes.is_given) {
    draw_experience(issue);
  }
  ++counts_.issues[issue.source].outcomes[static_cast<std::size_t>(outcome)];
  sink_->on_issue(record);
  const SegmentId segment = record.segment;
  const std::uint32_t customer = record.customer;
  const bool is_lost = record.is_lost;
  const std::int32_t referrals = record.referrals;
  issue_events_.cancel(issue.slot);
  issue.step = IssueStep::unused;
  if (!issue.is_anonymous()) {
    (issue.previous == kNone ? book.customers.open_issues(customer)
                             : book.open[issue.previous].next) = issue.next;
    if (issue.next != kNone) book.open[issue.next].previous = issue.previous;
  }
  book.unused.push_back(slot);
  if (is_lost) lose_customer(customer, segment);
  if (referrals != 0) apply_referrals(segment, referrals);
}

// The run is over.
void Simulation::Center::tell_open_issues() {
  IssueBook& book = *issues_;
  for (std::uint32_t slot = 0; slot < book.open.size(); ++slot) {
    const IssueStep step = book.open[slot].step;
    if (step == IssueStep::unused) continue;
    if (step == IssueStep::front_end || step == IssueStep::callback) tell_cut_contact(slot);
    end_issue(slot, IssueOutcome::open);
  }
  book.customers.tell_left(*sink_);
  counts_.segments = book.customers.counts();
}

}  // namespace holdline
