// What each contact must obey.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "conservation/told_contact.hpp"
#include "conservation/watchful_sink.hpp"
#include "kernel/sampler.hpp"

namespace holdline::test {
namespace {

// Whoever was promised a callback is back in the queue whenever nobody answered, full or not.
bool waited_in_queue(const ContactRecord& contact) {
  return contact.delayed && contact.outcome != ContactOutcome::blocked &&
         contact.outcome != ContactOutcome::balked && !is_promised(contact);
}

/// The largest number of intervals that overlap, ends before beginnings at the same instant.
class Overlap {
 public:
  void add(Time begin, Time end) {
    if (begin == end) return;
    ++changes_[begin].second;
    ++changes_[end].first;
  }
  [[nodiscard]] std::int64_t most() const {
    std::int64_t now = 0;
    std::int64_t most = 0;
    for (const auto& [time, change] : changes_) {
      now += change.second - change.first;
      most = std::max(most, now);
    }
    return most;
  }

 private:
  std::map<Time, std::pair<std::int64_t, std::int64_t>> changes_;  ///< ends, beginnings
};

}  // namespace

bool WatchfulSink::is_open_at(Time time) const {
  const auto day = static_cast<std::uint32_t>(time.time_since_epoch() / kDay);
  const auto window = scenario_.world.calendar.opening(day);
  return window && Time{window->begin} <= time && time < Time{window->end};
}

bool WatchfulSink::is_closing(Time time) const {
  for (std::uint32_t day = 0; day < scenario_.world.calendar.days; ++day) {
    const auto window = scenario_.world.calendar.opening(day);
    if (window && Time{window->end} == time) return true;
  }
  return false;
}

/// By contact: its own patience, drawn again from its address, where the facts tell the address: of
/// an issue raised by an arrival of the contact type it is known for the first contact.
std::vector<std::optional<Duration>> WatchfulSink::draw_patience() const {
  std::vector<Sampler> samplers;
  std::vector<StreamKey> keys;
  for (const ContactType& type : scenario_.world.contact_types) {
    samplers.emplace_back(type.patience);
    keys.push_back(make_stream_key(start_.seed, Purpose::contact, type.name));
  }
  std::map<std::uint64_t, ContactTypeId> raised;  // by issue
  for (const IssueRecord& issue : issues_) {
    if (issue.type.is_none()) raised.emplace(issue.issue, issue.contact_type);
  }
  std::vector<std::uint64_t> so_far(samplers.size());
  std::map<std::uint64_t, std::uint64_t> arrival_of;
  for (const auto& [issue, type] : raised) arrival_of[issue] = so_far[type.index()]++;

  std::vector<std::optional<Duration>> patience(contacts_.size());
  for (std::size_t i = 0; i < contacts_.size(); ++i) {
    const ContactRecord& contact = contacts_[i];
    std::size_t type = contact.type.index();
    std::uint64_t index = contact.index;
    double factor = 1.0;
    if (const ContactJourney* journey = contact.journey) {
      const auto arrival = arrival_of.find(journey->issue);
      if (arrival == arrival_of.end() || journey->attempt != 0 || journey->accepted_callback) {
        continue;
      }
      type = raised.at(journey->issue).index();
      index = arrival->second;
      if (journey->used_self_service && plan_.self_service.mode == SelfServiceMode::forced_first) {
        factor = scenario_.world.behaviour.self_service.patience_factor;
      }
    }
    const Block words = block_at(keys[type], start_.replication, index);
    double patience_s = 0.0;
    samplers[type].fill_s({&words, 1}, 0, keys[type], start_.replication, index, {&patience_s, 1});
    patience[i] = from_seconds(patience_s * factor);
  }
  return patience;
}

void WatchfulSink::check_each_contact() {
  const std::vector<std::optional<Duration>> patience = draw_patience();
  for (std::size_t i = 0; i < contacts_.size(); ++i) {
    const ContactRecord& contact = contacts_[i];
    check_outcome(contact, patience[i]);
    if (contact.wait < Duration{0}) complain(name(contact) + " waited less than nothing");
    if (contact.talk < Duration{0} || contact.hold < Duration{0} || contact.wrap_up < Duration{0}) {
      complain(name(contact) + " was handled for less than nothing");
    }
    if (contact.queue_entry < contact.arrival) complain(name(contact) + " queued before arriving");
    if (!contact.delayed && contact.wait > Duration{0}) {
      complain(name(contact) + " waited but was not delayed");
    }
    if (!is_handed_over(contact) && !is_open_at(contact.arrival)) {
      complain(name(contact) + " arrived outside opening hours");
    }
    if (contact.queue_entry + contact.wait > end_.end) {
      complain(name(contact) + " was told after the end");
    }
  }
}

void WatchfulSink::check_outcome(const ContactRecord& contact, std::optional<Duration> patience) {
  const ContactType& type = scenario_.world.contact_types[contact.type.index()];
  const bool is_answered = !contact.agent.is_none();
  switch (contact.outcome) {
    case ContactOutcome::served:
      if (!is_answered) complain(name(contact) + " was served by nobody");
      // At the very instant her patience ends, a contact is answered before she leaves.
      if (patience && contact.wait > *patience)
        complain(name(contact) + " was served after leaving");
      break;
    case ContactOutcome::abandoned:
      if (patience && contact.wait != *patience)
        complain(name(contact) + " left when patience had not ended");
      break;
    case ContactOutcome::balked:
      if (type.balk_probability <= 0.0 && !type.balk_queue_length) {
        complain(name(contact) + " balked, which its type never does");
      }
      if (!contact.delayed) complain(name(contact) + " balked though an agent was free");
      if (is_handed_over(contact)) complain(name(contact) + " balked after a hand-over");
      break;
    case ContactOutcome::blocked:
      if (!plan_.trunks && !plan_.queue_limit && !(plan_.ivr && plan_.ivr->ports) &&
          !plan_.queue_limits[contact.type.index()].has_value()) {
        complain(name(contact) + " was blocked without a limit");
      }
      break;
    case ContactOutcome::disconnected:
      if (scenario_.world.calendar.at_close != ClosingRule::disconnect ||
          !is_closing(contact.queue_entry + contact.wait)) {
        complain(name(contact) + " was disconnected, but not at a closing");
      }
      break;
    case ContactOutcome::in_system:
      if (patience && contact.wait > *patience)
        complain(name(contact) + " stayed after patience had ended");
      break;
    case ContactOutcome::contained:
    case ContactOutcome::hung_up:
    case ContactOutcome::called_back:
    case ContactOutcome::callback_failed:
      if (contact.journey == nullptr) {
        complain(name(contact) + " ended as none can where there are queues alone");
      }
      break;
  }
  if (is_answered) return;
  if (contact.talk + contact.hold + contact.wrap_up != Duration{0}) {
    complain(name(contact) + " was handled by nobody");
  }
  const bool is_refused =
      contact.outcome == ContactOutcome::blocked || contact.outcome == ContactOutcome::balked;
  if (is_refused && contact.wait != Duration{0}) complain(name(contact) + " waited to be refused");
}

void WatchfulSink::check_told_once() {
  std::vector<std::vector<bool>> is_told(scenario_.world.contact_types.size());
  for (const ContactRecord& contact : contacts_) {
    auto& told = is_told[contact.type.index()];
    if (told.size() <= contact.index) told.resize(contact.index + 1);
    if (told[contact.index]) complain(name(contact) + " was told twice");
    told[contact.index] = true;
  }
  for (std::size_t type = 0; type < is_told.size(); ++type) {
    const bool is_all =
        std::find(is_told[type].begin(), is_told[type].end(), false) == is_told[type].end();
    if (!is_all || is_told[type].size() != end_.contact_types[type].arrived) {
      complain(fmt::format("type {}: {} arrived, and not all of them were told", type,
                           end_.contact_types[type].arrived));
    }
  }
}

/// Contacts reach the queue in the order of their numbers; a type's queue is first come, first
/// answered, but for those who are called back.
void WatchfulSink::check_in_order() {
  std::vector<ContactRecord> contacts = contacts_;
  std::sort(contacts.begin(), contacts.end(), [](const ContactRecord& a, const ContactRecord& b) {
    return std::tie(a.type, a.index) < std::tie(b.type, b.index);
  });
  Time last_arrival{};
  Time last_answer{};
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    const ContactRecord& contact = contacts[i];
    if (i == 0 || contacts[i - 1].type != contact.type) last_arrival = last_answer = Time{};
    if (contact.queue_entry < last_arrival) complain(name(contact) + " arrived out of order");
    last_arrival = contact.queue_entry;
    if (contact.agent.is_none() || is_promised(contact)) continue;
    const Time answer = answer_time(contact);
    if (answer < last_answer) complain(name(contact) + " was answered out of turn");
    last_answer = answer;
  }
}

void WatchfulSink::check_capacity() {
  Overlap lines;
  Overlap waiting;
  std::vector<Overlap> waiting_by_type(scenario_.world.contact_types.size());
  for (const ContactRecord& contact : contacts_) {
    const Time leaves_queue = contact.queue_entry + contact.wait;
    // Those who hand over or call back find a line beyond those that callers compete for.
    if (is_promised(contact)) {
      lines.add(contact.arrival, contact.queue_entry);
    } else if (!is_handed_over(contact)) {
      lines.add(contact.arrival, leaves_queue + contact.talk + contact.hold);
    }
    if (!waited_in_queue(contact)) continue;
    waiting.add(contact.queue_entry, leaves_queue);
    waiting_by_type[contact.type.index()].add(contact.queue_entry, leaves_queue);
  }
  const auto check = [&](const std::optional<std::uint32_t>& limit, const Overlap& used,
                         const std::string& what) {
    if (limit && used.most() > *limit) {
      complain(fmt::format("{} at once: {}, with a limit of {}", what, used.most(), *limit));
    }
  };
  check(plan_.trunks, lines, "lines in use");
  check(plan_.queue_limit, waiting, "contacts waiting");
  for (std::size_t type = 0; type < waiting_by_type.size(); ++type) {
    check(plan_.queue_limits[type], waiting_by_type[type],
          fmt::format("contacts of type {} waiting", type));
  }
}

}  // namespace holdline::test
