// The behaviour signature: equal for equal facts, different for any other.
#include "holdline/record/signature.hpp"

#include <functional>
#include <set>
#include <utility>
#include <vector>

#include "recording.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

template <class Fact>
std::uint64_t signature_of(void (BehaviourSignature::*tell)(const Fact&), const Fact& fact) {
  BehaviourSignature signature;
  (signature.*tell)(fact);
  return signature.value();
}

/// The signatures of `fact` and of each of its `changes`; all must differ.
template <class Fact>
void check_all_differ(void (BehaviourSignature::*tell)(const Fact&), const Fact& fact,
                      const std::vector<std::function<void(Fact&)>>& changes) {
  std::set<std::uint64_t> seen{signature_of(tell, fact)};
  for (const auto& change : changes) {
    Fact changed = fact;
    change(changed);
    seen.insert(signature_of(tell, changed));
  }
  CHECK(seen.size() == changes.size() + 1);
}

}  // namespace

TEST_CASE("every field of a contact moves the signature", "[record][signature]") {
  using Change = std::function<void(ContactRecord&)>;
  const std::vector<Change> changes = {
      [](auto& c) { c.type = ContactTypeId{2}; },
      [](auto& c) { c.outcome = ContactOutcome::in_system; },
      [](auto& c) { c.delayed = false; },
      [](auto& c) { c.agent = AgentId{8}; },
      [](auto& c) { c.agent_group = AgentGroupId{1}; },
      [](auto& c) { ++c.index; },
      [](auto& c) { c.arrival += Duration{1}; },
      [](auto& c) { c.queue_entry += Duration{1}; },
      [](auto& c) { c.wait += Duration{1}; },
      [](auto& c) { c.talk += Duration{1}; },
      [](auto& c) { c.hold += Duration{1}; },
      [](auto& c) { c.wrap_up += Duration{1}; },
      [](auto& c) { std::swap(c.talk, c.hold); },
      [](auto& c) { std::swap(c.arrival, c.queue_entry); },
      [](auto& c) { std::swap(c.hold, c.wrap_up); },
  };
  check_all_differ(&BehaviourSignature::on_contact, served_contact(), changes);
}

TEST_CASE("every field of an agent interval moves the signature", "[record][signature]") {
  using Change = std::function<void(AgentInterval&)>;
  const std::vector<Change> changes = {
      [](auto& i) { i.agent = AgentId{8}; },
      [](auto& i) { i.agent_group = AgentGroupId{1}; },
      [](auto& i) { i.state = AgentState::holding; },
      [](auto& i) { i.paid = false; },
      [](auto& i) { i.overrun = true; },
      [](auto& i) { i.begin -= Duration{1}; },
      [](auto& i) { i.end -= Duration{1}; },
      [](auto& i) { std::swap(i.begin, i.end); },
  };
  check_all_differ(&BehaviourSignature::on_agent_interval, talking_interval(), changes);
}

TEST_CASE("seed, replication, horizon and end move the signature, the work done does not",
          "[record][signature]") {
  using StartChange = std::function<void(ReplicationStart&)>;
  const std::vector<StartChange> changes = {[](auto& s) { ++s.replication; },
                                            [](auto& s) { ++s.seed; },
                                            [](auto& s) { s.horizon_end += Duration{1}; }};
  check_all_differ(&BehaviourSignature::on_replication_start, {3, 4, at_s(10)}, changes);

  ReplicationEnd end;
  const auto before = signature_of(&BehaviourSignature::on_replication_end, end);
  end.events = 99;
  CHECK(signature_of(&BehaviourSignature::on_replication_end, end) == before);
  end.end = at_s(1);
  CHECK(signature_of(&BehaviourSignature::on_replication_end, end) != before);
}

TEST_CASE("the order of facts is part of the signature, and it is the same on every machine",
          "[record][signature]") {
  auto other = served_contact();
  ++other.index;
  BehaviourSignature forward;
  forward.on_contact(served_contact());
  forward.on_contact(other);
  forward.on_agent_interval(talking_interval());
  BehaviourSignature backward;
  backward.on_contact(other);
  backward.on_contact(served_contact());
  backward.on_agent_interval(talking_interval());
  CHECK(forward.value() != backward.value());
  CHECK(forward.value() == 0x2844BC7DB5EE4228u);

  forward.clear();
  CHECK(forward.value() == BehaviourSignature{}.value());
}

TEST_CASE("a hundred thousand different contacts have as many signatures", "[record][signature]") {
  std::set<std::uint64_t> seen;
  auto contact = served_contact();
  for (int i = 0; i < 100'000; ++i) {
    contact.talk = Duration{i % 317};
    contact.hold = Duration{i / 317};
    seen.insert(signature_of(&BehaviourSignature::on_contact, contact));
  }
  CHECK(seen.size() == 100'000);
}

}  // namespace holdline::test
