// The trace: what a row says, exactly, and what happens when the stream refuses it.
#include "holdline/record/trace_writer.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <streambuf>

#include "recording.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

const std::string kHeading =
    "replication,plan,contact_type,index,arrival_s,queue_entry_s,outcome,delayed,wait_s,talk_s,"
    "hold_s,wrap_up_s,agent_group,agent\n";

std::string trace_of(const std::vector<ContactRecord>& contacts, const std::string& plan = "base") {
  std::ostringstream out;
  TraceWriter writer(out, plan, {"regular", "inter,net"}, {"general \"A\""});
  writer.on_replication_start({3, 1, at_s(3600)});
  for (const auto& contact : contacts) writer.on_contact(contact);
  writer.on_replication_end({});
  CHECK(writer.is_good());
  return out.str();
}

/// Refuses every byte, as a full disk does.
class FullDisk : public std::streambuf {
 public:
  int refused = 0;

 protected:
  int_type overflow(int_type) override {
    ++refused;
    return traits_type::eof();
  }
  std::streamsize xsputn(const char*, std::streamsize) override {
    ++refused;
    return 0;
  }
};

}  // namespace

TEST_CASE("docs/cli.md names every outcome a trace may have", "[record][trace][docs]") {
  std::ifstream file(std::string(HOLDLINE_SOURCE_DIR) + "/docs/cli.md");
  REQUIRE(file.is_open());
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t begin = text.find("`outcome` is one of ");
  REQUIRE(begin != std::string::npos);
  const std::string listed = text.substr(begin, text.find("\n\n", begin) - begin);
  std::size_t quotes = 0;
  for (const char c : listed) quotes += c == '`' ? 1u : 0u;
  CHECK(quotes == 2 * (1 + kContactOutcomeCount));
  for (std::size_t i = 0; i < kContactOutcomeCount; ++i) {
    const std::string name(to_string(static_cast<ContactOutcome>(i)));
    INFO(name);
    CHECK(listed.find("`" + name + "`") != std::string::npos);
  }
}

TEST_CASE("a trace row keeps every microsecond and quotes names that need it", "[record][trace]") {
  CHECK(trace_of({served_contact()}) ==
        kHeading +
            "3,base,\"inter,net\",12,30.000001,30.000002,served,true,1.500000,100.000000,0.000020,"
            "0.999999,\"general \"\"A\"\"\",7\n");
}

TEST_CASE("a contact that met no agent leaves the agent's fields empty", "[record][trace]") {
  auto contact = served_contact();
  contact.type = ContactTypeId{0};
  contact.outcome = ContactOutcome::abandoned;
  contact.delayed = false;
  contact.agent = AgentId{};
  contact.agent_group = AgentGroupId{};
  contact.talk = contact.hold = contact.wrap_up = Duration{0};
  CHECK(trace_of({contact}, "lean") ==
        kHeading +
            "3,lean,regular,12,30.000001,30.000002,abandoned,false,1.500000,0.000000,0.000000,"
            "0.000000,,\n");
}

TEST_CASE("a trace of issues says what came before and after the queue", "[record][trace]") {
  std::ostringstream out;
  TraceWriter writer(out, "base", {"regular", "internet"}, {"general"},
                     JourneyNames{{"loan", "card,lost"}, {"retail"}});
  writer.on_replication_start({3, 1, at_s(3600)});
  auto contact = served_contact();
  writer.on_contact(contact);
  ContactJourney journey;
  journey.issue = 41;
  contact.journey = &journey;
  writer.on_contact(contact);
  journey.issue_type = IssueTypeId{1};
  journey.segment = SegmentId{0};
  journey.customer = 99;
  journey.attempt = 2;
  journey.is_retrial = journey.is_misrouted = journey.opted_out = true;
  journey.menu = Duration{12'345'678};
  journey.menu_errors = 3;
  journey.used_self_service = journey.has_prediction = true;
  journey.self_service = 60 * kSecond;
  journey.predicted_wait = 90 * kSecond;
  journey.was_offered_callback = journey.accepted_callback = true;
  journey.callback_delay = kHour;
  journey.reserved = Duration{20'000'001};
  journey.is_resolved = true;
  writer.on_contact(contact);
  writer.on_replication_end({});
  const std::string queue =
      "3,base,internet,12,30.000001,30.000002,served,true,1.500000,100.000000,0.000020,0.999999,"
      "general,7";
  const std::string heading = kHeading.substr(0, kHeading.size() - 1);
  CHECK(out.str() ==
        heading +
            ",issue,issue_type,segment,customer,attempt,retrial,transfer,misrouted,menu_s,"
            "menu_errors,opted_out,self_service,self_service_s,predicted_wait_s,callback_offered,"
            "callback_accepted,callback_delay_s,reserved_s,resolved,marked_resolved,"
            "resolved_by_machine\n" +
            queue + ",,,,,,,,,,,,,,,,,,,,,\n" + queue +
            ",41,,,,0,false,false,false,0.000000,0,false,false,,,false,false,,,false,false,false"
            "\n" +
            queue +
            ",41,\"card,lost\",retail,99,2,true,false,true,12.345678,3,true,true,60.000000,"
            "90.000000,true,true,3600.000000,20.000001,true,false,false\n");
}

TEST_CASE("a trace longer than its buffer loses no row", "[record][trace]") {
  const std::vector<ContactRecord> contacts(5000, served_contact());
  const std::string trace = trace_of(contacts);
  CHECK(std::count(trace.begin(), trace.end(), '\n') == 5001);
  CHECK(trace.size() ==
        kHeading.size() + 5000 * (trace_of({served_contact()}).size() - kHeading.size()));
}

TEST_CASE("an empty trace still has its heading", "[record][trace]") {
  std::ostringstream out;
  { TraceWriter writer(out, "base", {}, {}); }
  CHECK(out.str() == kHeading);
}

TEST_CASE("a stream that refuses bytes is noticed, not asked again, and nothing is thrown",
          "[record][trace]") {
  const bool throws = GENERATE(false, true);
  FullDisk disk;
  std::ostream out(&disk);
  if (throws) out.exceptions(std::ios::badbit | std::ios::failbit);
  TraceWriter writer(out, "base", {"regular", "internet"}, {"general"});
  writer.on_replication_start({});
  writer.on_contact(served_contact());
  CHECK(writer.is_good());
  writer.on_replication_end({});
  CHECK_FALSE(writer.is_good());
  const int refused = disk.refused;
  writer.on_contact(served_contact());
  writer.flush();
  CHECK(disk.refused == refused);
}

}  // namespace holdline::test
