// A sink that does not ask for spans is told fact by fact, in the order across kinds.
#include <array>
#include <string>

#include "holdline/record/record_sink.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

class Written final : public RecordSink {
 public:
  void on_contact(const ContactRecord& contact) override {
    text += "c" + std::to_string(contact.index) + " ";
  }
  void on_agent_interval(const AgentInterval& interval) override {
    text += "a" + std::to_string(interval.agent.value) + " ";
  }
  std::string text;
};

}  // namespace

TEST_CASE("a span of facts is told in the order in which they came, whatever their kind",
          "[record]") {
  std::array<ContactRecord, 2> contacts;
  contacts[0].index = 7;
  contacts[1].index = 8;
  std::array<AgentInterval, 3> intervals;
  for (std::size_t i = 0; i < intervals.size(); ++i) intervals[i].agent = AgentId{i};
  constexpr auto contact = FactKind::contact, interval = FactKind::agent_interval;
  const std::array order{interval, contact, interval, interval, contact};
  Written sink;
  sink.on_facts({order, contacts, intervals});
  CHECK(sink.text == "a0 c7 a1 a2 c8 ");
}
