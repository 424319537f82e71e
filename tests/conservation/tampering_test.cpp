// The watchful sink is itself watched: facts changed on their way to it must not pass.
#include <functional>
#include <optional>

#include "conservation/watchful_sink.hpp"
#include "holdline/model/simulate.hpp"
#include "holdline/scenario/load.hpp"
#include "support/catch.hpp"

namespace holdline {
namespace {

constexpr const char* kScenario = R"(
holdline: 1
name: A day to tamper with
world:
  calendar: {open: 08:00-18:00, at_close: disconnect}
  contact_types:
    calls:
      arrivals: {poisson: {rate: 60/h}}
      patience: {exponential: {mean: 2m}}
      talk: {exponential: {mean: 3m}}
      wrap_up: {deterministic: {value: 20s}}
    mails:
      arrivals: {poisson: {rate: 2/h}}
      handle_time: {exponential: {mean: 3m}}
plan:
  trunks: 6
  agent_groups:
    team: {agents: 3, skills: [calls]}
    desk: {agents: 1, skills: [mails]}
)";

using ContactChange = std::function<std::optional<ContactRecord>(ContactRecord)>;
using IntervalChange = std::function<std::optional<AgentInterval>(AgentInterval)>;

/// Passes facts on, but changes the first to which a change applies (nullopt from the change: the
/// fact is dropped; a fact given back as it was: not this one).
class Tampering final : public RecordSink {
 public:
  Tampering(RecordSink& next, ContactChange contact, IntervalChange interval)
      : next_(next), contact_(std::move(contact)), interval_(std::move(interval)) {}

  void on_replication_start(const ReplicationStart& start) override {
    next_.on_replication_start(start);
  }
  void on_contact(const ContactRecord& contact) override {
    const auto changed = contact_ && !is_done_ ? contact_(contact) : contact;
    const bool is_same = changed && changed->wait == contact.wait &&
                         changed->agent == contact.agent && changed->index == contact.index &&
                         changed->arrival == contact.arrival && changed->talk == contact.talk &&
                         changed->agent_group == contact.agent_group &&
                         changed->outcome == contact.outcome;
    is_done_ |= !is_same;
    if (changed) next_.on_contact(*changed);
  }
  void on_agent_interval(const AgentInterval& interval) override {
    const auto changed = interval_ && !is_done_ ? interval_(interval) : interval;
    const bool is_same = changed && changed->begin == interval.begin &&
                         changed->end == interval.end && changed->state == interval.state;
    is_done_ |= !is_same;
    if (changed) next_.on_agent_interval(*changed);
  }
  void on_replication_end(const ReplicationEnd& end) override { next_.on_replication_end(end); }
  [[nodiscard]] bool is_done() const { return is_done_; }

 private:
  RecordSink& next_;
  ContactChange contact_;
  IntervalChange interval_;
  bool is_done_ = false;
};

/// What the watchful sink says to the day so changed.
std::string complaints(const ContactChange& contact, const IntervalChange& interval) {
  const LoadResult loaded =
      load_scenario_text(kScenario, "tamper.yaml", PolicyRegistry::built_in());
  REQUIRE(loaded.scenario.has_value());
  test::WatchfulSink watchful(*loaded.scenario, PlanId{0});
  Tampering tampering(watchful, contact, interval);
  Simulation(*loaded.scenario, PlanId{0}).run({}, tampering);
  CHECK(tampering.is_done() == (contact != nullptr || interval != nullptr));
  return watchful.complaints();
}

bool mentions(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("the watchful sink has nothing to say to the day as it was", "[conservation]") {
  CHECK(complaints(nullptr, nullptr) == "");
}

TEST_CASE("the watchful sink notices contacts that could not have been so", "[conservation]") {
  const auto after = [](ContactOutcome outcome, auto change) -> ContactChange {
    return [=](ContactRecord contact) -> std::optional<ContactRecord> {
      if (contact.outcome != outcome || contact.wait == Duration{0}) return contact;
      return change(contact);
    };
  };
  const auto said = [&](ContactOutcome outcome, auto change) {
    return complaints(after(outcome, change), nullptr);
  };
  using Maybe = std::optional<ContactRecord>;
  CHECK(mentions(said(ContactOutcome::served, [](ContactRecord) -> Maybe { return std::nullopt; }),
                 "not all of them were told"));
  CHECK(mentions(said(ContactOutcome::served,
                      [](ContactRecord contact) -> Maybe {
                        --contact.index;
                        return contact;
                      }),
                 "told twice"));
  CHECK(mentions(said(ContactOutcome::abandoned,
                      [](ContactRecord contact) -> Maybe {
                        contact.wait -= Duration{1};
                        return contact;
                      }),
                 "left when patience had not ended"));
  CHECK(mentions(said(ContactOutcome::served,
                      [](ContactRecord contact) -> Maybe {
                        contact.talk += Duration{1};
                        return contact;
                      }),
                 "worked other times"));
  CHECK(mentions(said(ContactOutcome::served,
                      [](ContactRecord contact) -> Maybe {
                        contact.wait += kHour;
                        return contact;
                      }),
                 "served after leaving"));
  CHECK(mentions(said(ContactOutcome::served,
                      [](ContactRecord contact) -> Maybe {
                        contact.arrival -= 24 * kHour;
                        return contact;
                      }),
                 "outside opening hours"));
  CHECK(mentions(said(ContactOutcome::served,
                      [](ContactRecord contact) -> Maybe {
                        contact.agent = AgentId{3};
                        contact.agent_group = AgentGroupId{1};
                        return contact;
                      }),
                 "no such skill"));
  CHECK(mentions(said(ContactOutcome::abandoned,
                      [](ContactRecord contact) -> Maybe {
                        contact.outcome = ContactOutcome::disconnected;
                        return contact;
                      }),
                 "not at a closing"));
}

TEST_CASE("the watchful sink notices agent time that could not have been so", "[conservation]") {
  const auto said = [&](AgentState state, auto change) {
    return complaints(nullptr, [=](AgentInterval interval) -> std::optional<AgentInterval> {
      if (interval.state != state || interval.end - interval.begin < kSecond) return interval;
      return change(interval);
    });
  };
  using Maybe = std::optional<AgentInterval>;
  const std::string longer = said(AgentState::talking, [](AgentInterval interval) -> Maybe {
    interval.end += Duration{1};
    return interval;
  });
  CHECK(mentions(longer, "in two states at once"));
  CHECK(mentions(longer, "worked other times"));
  CHECK(mentions(longer, "us rostered"));
  CHECK(mentions(said(AgentState::wrap_up,
                      [](AgentInterval interval) -> Maybe {
                        interval.state = AgentState::available;
                        return interval;
                      }),
                 "worked other times"));
  CHECK(mentions(said(AgentState::available, [](AgentInterval) -> Maybe { return std::nullopt; }),
                 "us rostered"));
  CHECK(mentions(said(AgentState::talking,
                      [](AgentInterval interval) -> Maybe {
                        interval.end = interval.begin;
                        return interval;
                      }),
                 "empty"));
}

}  // namespace
}  // namespace holdline
