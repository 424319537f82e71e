// What each issue must obey, from its own record and the contacts told of it.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "conservation/told_contact.hpp"
#include "conservation/watchful_sink.hpp"

namespace holdline::test {
namespace {

std::string name(const IssueRecord& issue) {
  return fmt::format("issue {} ({}, opened at {} us)", issue.issue, to_string(issue.outcome),
                     issue.opened.time_since_epoch().count());
}

bool reached_nobody(const ContactRecord& contact) {
  switch (contact.outcome) {
    case ContactOutcome::abandoned:
    case ContactOutcome::balked:
    case ContactOutcome::blocked:
    case ContactOutcome::disconnected:
    case ContactOutcome::hung_up:
    case ContactOutcome::callback_failed:
      return true;
    case ContactOutcome::served:
    case ContactOutcome::in_system:
    case ContactOutcome::contained:
    case ContactOutcome::called_back:
      return false;
  }
  return false;
}

bool is_escalation(std::span<const ContactRecord* const> attempts, std::size_t place) {
  return is_handed_over(*attempts[place]) && !attempts[place - 1]->journey->is_misrouted;
}

}  // namespace

std::size_t WatchfulSink::source_of(const IssueRecord& issue) const {
  return issue.type.is_none() ? issue.contact_type.index()
                              : scenario_.world.contact_types.size() + issue.type.index();
}

/// Every contact belongs to an issue that is told once, and every issue has all its contacts.
void WatchfulSink::check_issues() {
  std::vector<const ContactRecord*> contacts;
  for (const ContactRecord& contact : contacts_) {
    if (contact.journey != nullptr) contacts.push_back(&contact);
  }
  const auto key = [](const ContactRecord* contact) {
    return std::tie(contact->journey->issue, contact->journey->attempt);
  };
  std::sort(contacts.begin(), contacts.end(),
            [&](const ContactRecord* a, const ContactRecord* b) { return key(a) < key(b); });
  std::sort(issues_.begin(), issues_.end(),
            [](const IssueRecord& a, const IssueRecord& b) { return a.issue < b.issue; });
  std::size_t first = 0;
  for (std::size_t i = 0; i < issues_.size(); ++i) {
    const IssueRecord& issue = issues_[i];
    // Numbered in the order in which they are opened.
    if (issue.issue != i) complain(name(issue) + " was told twice, or the one before it not");
    if (i > 0 && issue.opened < issues_[i - 1].opened) complain(name(issue) + ": out of order");
    std::size_t last = first;
    while (last < contacts.size() && contacts[last]->journey->issue == issue.issue) ++last;
    check_issue(issue, Attempts(contacts).subspan(first, last - first));
    first = last;
  }
  if (first != contacts.size()) complain("contacts were told of issues that were not");
  check_counts_of_sources();
}

void WatchfulSink::check_issue(const IssueRecord& issue, Attempts attempts) {
  if (attempts.size() != issue.contacts || attempts.empty()) {
    complain(fmt::format("{}: {} contacts told, {} as it says", name(issue), attempts.size(),
                         issue.contacts));
    return;
  }
  const ContactRecord& first = *attempts.front();
  if (first.arrival != issue.opened) complain(name(issue) + " began with no contact");
  // With a machine on the way to the wrong people nobody is misrouted yet.
  const bool is_on_the_way = first.journey->used_self_service &&
                             first.journey->menu > Duration{0} && !first.delayed &&
                             first.agent.is_none();
  if (first.type != issue.contact_type && !first.journey->is_misrouted && !is_on_the_way) {
    complain(name(issue) + " began in another contact type");
  }
  for (std::size_t place = 0; place < attempts.size(); ++place) {
    check_attempt(issue, attempts, place);
  }
  check_sums(issue, attempts);
  check_end(issue, attempts);
}

/// One attempt after another, for a reason.
void WatchfulSink::check_attempt(const IssueRecord& issue, Attempts attempts, std::size_t place) {
  const ContactRecord& contact = *attempts[place];
  const ContactJourney& journey = *contact.journey;
  if (journey.attempt != place || journey.issue_type != issue.type ||
      journey.segment != issue.segment || journey.customer != issue.customer) {
    complain(name(contact) + " is not of its issue");
  }
  if (place == 0) return;
  const ContactRecord& before = *attempts[place - 1];
  if (contact.arrival < end_time(before)) complain(name(contact) + " began before the last ended");
  if (before.journey->is_resolved) complain(name(contact) + " follows one that resolved all");
  if (journey.is_retrial != reached_nobody(before)) {
    complain(name(contact) + " is a retrial after a conversation, or not one after none");
  }
  if (!journey.is_retrial && !is_conversation(before)) {
    complain(name(contact) + " follows no conversation");
  }
  const bool is_passed_on = before.journey->is_misrouted && is_conversation(before);
  if (is_passed_on && (!journey.is_transfer || contact.arrival != end_time(before))) {
    complain(name(contact) + " was not passed on at once after a misroute");
  }
  if (is_escalation(attempts, place) && contact.outcome == ContactOutcome::abandoned) {
    complain(name(contact) + " was handed over for later, and left a line nobody held");
  }
}

void WatchfulSink::check_sums(const IssueRecord& issue, Attempts attempts) {
  IssueRecord told;
  std::size_t others = 0;
  for (std::size_t place = 0; place < attempts.size(); ++place) {
    const ContactRecord& contact = *attempts[place];
    const ContactJourney& journey = *contact.journey;
    told.served = static_cast<std::uint32_t>(told.served + is_conversation(contact));
    told.redials = static_cast<std::uint32_t>(told.redials + journey.is_retrial);
    told.transfers = static_cast<std::uint32_t>(told.transfers + journey.is_transfer);
    told.abandonments = static_cast<std::uint32_t>(told.abandonments +
                                                   (contact.outcome == ContactOutcome::abandoned ||
                                                    contact.outcome == ContactOutcome::hung_up));
    if (!journey.accepted_callback) told.wait += contact.wait;
    told.machine += journey.menu + journey.self_service;
    if (place == 0) continue;
    told.escalations =
        static_cast<std::uint32_t>(told.escalations + is_escalation(attempts, place));
    others += journey.is_transfer || journey.is_retrial ? 0 : 1;
    if (!journey.is_transfer) told.second_contact = std::min(told.second_contact, contact.arrival);
  }
  const auto all = [](const IssueRecord& one) {
    return std::tie(one.served, one.redials, one.transfers, one.escalations, one.abandonments,
                    one.wait, one.machine, one.second_contact);
  };
  if (all(told) != all(issue) || issue.recontacts != others) {
    complain(name(issue) + " adds its contacts up to other sums");
  }
  const Behaviour& behaviour = scenario_.world.behaviour;
  if (issue.redials > behaviour.redial.most || issue.recontacts > behaviour.recontact.most) {
    complain(name(issue) + " was tried more often than anybody does");
  }
}

/// Given up since the customer has left, whether anyway or because of another issue. Those of the
/// very instant in which she leaves may be either.
bool WatchfulSink::is_cut_by_leaving(const IssueRecord& issue) {
  if (issue.outcome != IssueOutcome::given_up || issue.segment.is_none() || issue.is_lost) {
    return false;
  }
  const Time left = stay_of(issue.customer, issue.segment).left;
  return issue.closed > left || (issue.closed == left && !issue.has_experience && !issue.is_late);
}

void WatchfulSink::check_end(const IssueRecord& issue, Attempts attempts) {
  const ContactRecord& last = *attempts.back();
  const bool is_resolved = issue.outcome == IssueOutcome::resolved;
  if (last.journey->is_resolved != is_resolved) complain(name(issue) + ": resolved by nobody");
  if (issue.closed < end_time(last) || (is_resolved && issue.closed != end_time(last)) ||
      issue.closed > end_.end) {
    complain(name(issue) + " closed at another time than its last contact");
  }
  if (last.outcome == ContactOutcome::in_system && issue.outcome != IssueOutcome::open) {
    complain(name(issue) + " ended during a contact");
  }
  if (issue.resolved_by_machine != last.journey->resolved_by_machine) {
    complain(name(issue) + ": resolved by a machine, or not, unlike its contact");
  }
  if (issue.outcome == IssueOutcome::open && issue.closed != end_.end) {
    complain(name(issue) + " was left open before the end");
  }
  bool is_late = false;
  if (!issue.type.is_none()) {
    const auto& due = scenario_.world.issue_types[issue.type.index()].due;
    is_late =
        due && (issue.outcome == IssueOutcome::given_up || issue.opened + *due < issue.closed);
  }
  bool has_experience = scenario_.world.outcomes.is_given && issue.outcome != IssueOutcome::open;
  if (is_cut_by_leaving(issue)) is_late = has_experience = false;
  if (issue.is_late != is_late) complain(name(issue) + " is late, or not, unlike its due time");
  if (issue.has_experience != has_experience ||
      ((issue.is_lost || issue.referrals != 0) && (!has_experience || issue.segment.is_none()))) {
    complain(name(issue) + " left an experience, or none, unlike the scenario");
  }
}

/// What the model counted by source, counted again.
void WatchfulSink::check_counts_of_sources() {
  if (end_.issues.empty()) {
    if (!issues_.empty()) complain("issues were told where there are none");
    return;
  }
  std::vector<IssueCounts> told(end_.issues.size());
  for (const IssueRecord& issue : issues_) {
    IssueCounts& counts = told[source_of(issue)];
    ++counts.opened;
    ++counts.outcomes[static_cast<std::size_t>(issue.outcome)];
    counts.contacts += issue.contacts;
    counts.redials += issue.redials;
    counts.recontacts += issue.recontacts;
    counts.transfers += issue.transfers;
  }
  for (const ContactRecord& contact : contacts_) {
    if (!is_promised(contact) || contact.journey->issue >= issues_.size()) continue;
    IssueCounts& counts = told[source_of(issues_[contact.journey->issue])];
    ++counts.callbacks_promised;
    ++(contact.outcome == ContactOutcome::called_back       ? counts.callbacks_made
       : contact.outcome == ContactOutcome::callback_failed ? counts.callbacks_failed
                                                            : counts.callbacks_pending);
  }
  for (std::size_t source = 0; source < told.size(); ++source) {
    const IssueCounts& mine = told[source];
    const IssueCounts& models = end_.issues[source];
    const auto all = [](const IssueCounts& one) {
      return std::tie(one.opened, one.outcomes[0], one.outcomes[1], one.outcomes[2], one.contacts,
                      one.redials, one.recontacts, one.transfers, one.callbacks_promised,
                      one.callbacks_made, one.callbacks_failed, one.callbacks_pending);
    };
    if (all(mine) != all(models)) {
      complain(
          fmt::format("source {}: {} issues and {} contacts told, {} and {} counted, or "
                      "other ends of them",
                      source, mine.opened, mine.contacts, models.opened, models.contacts));
    }
    if (models.callbacks_promised !=
        models.callbacks_made + models.callbacks_failed + models.callbacks_pending) {
      complain(fmt::format("source {}: callbacks are lost", source));
    }
  }
}

}  // namespace holdline::test
