// Rows are put together by hand in one buffer: a trace is a million rows, and integer microseconds
// need no floating-point formatting to be exact.
#include "holdline/record/trace_writer.hpp"

#include <algorithm>
#include <charconv>
#include <exception>
#include <initializer_list>
#include <ostream>
#include <string_view>

namespace holdline {
namespace {

constexpr std::string_view kJourneyColumns =
    ",issue,issue_type,segment,customer,attempt,retrial,transfer,misrouted,menu_s,menu_errors,"
    "opted_out,self_service,self_service_s,predicted_wait_s,callback_offered,callback_accepted,"
    "callback_delay_s,reserved_s,resolved,marked_resolved,resolved_by_machine";

constexpr std::size_t kBufferSize = std::size_t{1} << 16;

void append_integer(std::string& text, std::uint64_t value) {
  char digits[20];
  const auto last = std::to_chars(digits, digits + sizeof digits, value).ptr;
  text.append(digits, last);
}

/// Microseconds as seconds with six decimals.
void append_seconds(std::string& text, std::int64_t ticks) {
  auto magnitude = static_cast<std::uint64_t>(ticks);
  if (ticks < 0) {
    text += '-';
    magnitude = 0 - magnitude;
  }
  append_integer(text, magnitude / 1'000'000);
  char decimals[7] = {'.', '0', '0', '0', '0', '0', '0'};
  auto rest = magnitude % 1'000'000;
  for (int place = 6; place > 0; --place, rest /= 10) {
    decimals[place] = static_cast<char>('0' + rest % 10);
  }
  text.append(decimals, sizeof decimals);
}

void append_flags(std::string& text, std::initializer_list<bool> flags) {
  for (const bool flag : flags) text += flag ? ",true" : ",false";
}

/// An empty field if there is none.
void append_duration(std::string& text, bool is_there, Duration duration) {
  text += ',';
  if (is_there) append_seconds(text, duration.count());
}

/// As CSV wants it: in quotes when it holds a delimiter, a quote or a line end.
std::string quoted(const std::string& name) {
  if (name.find_first_of(",\"\r\n") == std::string::npos) return name;
  std::string text = "\"";
  for (const char letter : name) {
    if (letter == '"') text += '"';
    text += letter;
  }
  return text + '"';
}

std::vector<std::string> quoted(const std::vector<std::string>& names) {
  std::vector<std::string> texts;
  texts.reserve(names.size());
  for (const auto& name : names) texts.push_back(quoted(name));
  return texts;
}

}  // namespace

TraceWriter::TraceWriter(std::ostream& out, const std::string& plan,
                         const std::vector<std::string>& contact_types,
                         const std::vector<std::string>& agent_groups,
                         const std::optional<JourneyNames>& journeys)
    : out_(out),
      plan_(quoted(plan)),
      contact_types_(quoted(contact_types)),
      agent_groups_(quoted(agent_groups)) {
  buffer_.reserve(kBufferSize + 1024);
  buffer_ =
      "replication,plan,contact_type,index,arrival_s,queue_entry_s,outcome,delayed,wait_s,talk_s,"
      "hold_s,wrap_up_s,agent_group,agent";
  if (journeys) {
    has_journeys_ = true;
    issue_types_ = quoted(journeys->issue_types);
    segments_ = quoted(journeys->segments);
    buffer_ += kJourneyColumns;
  }
  buffer_ += '\n';
}

TraceWriter::~TraceWriter() { flush(); }

void TraceWriter::on_replication_start(const ReplicationStart& start) {
  prefix_.clear();
  append_integer(prefix_, start.replication);
  prefix_ += ',' + plan_ + ',';
}

void TraceWriter::on_contact(const ContactRecord& contact) {
  std::string& row = buffer_;
  row += prefix_;
  row += contact_types_[contact.type.index()];
  row += ',';
  append_integer(row, contact.index);
  row += ',';
  append_seconds(row, contact.arrival.time_since_epoch().count());
  row += ',';
  append_seconds(row, contact.queue_entry.time_since_epoch().count());
  row += ',';
  row += to_string(contact.outcome);
  row += contact.delayed ? ",true" : ",false";
  for (const Duration part : {contact.wait, contact.talk, contact.hold, contact.wrap_up}) {
    row += ',';
    append_seconds(row, part.count());
  }
  row += ',';
  if (!contact.agent_group.is_none()) row += agent_groups_[contact.agent_group.index()];
  row += ',';
  if (!contact.agent.is_none()) append_integer(row, contact.agent.value);
  if (has_journeys_) write_journey(contact);
  row += '\n';
  if (row.size() >= kBufferSize) write_out();
}

void TraceWriter::write_journey(const ContactRecord& contact) {
  std::string& row = buffer_;
  if (contact.journey == nullptr) {
    row.append(
        static_cast<std::size_t>(std::count(kJourneyColumns.begin(), kJourneyColumns.end(), ',')),
        ',');
    return;
  }
  const ContactJourney& journey = *contact.journey;
  row += ',';
  append_integer(row, journey.issue);
  row += ',';
  if (!journey.issue_type.is_none()) row += issue_types_[journey.issue_type.index()];
  row += ',';
  if (!journey.segment.is_none()) row += segments_[journey.segment.index()];
  row += ',';
  if (journey.customer != ContactJourney{}.customer) append_integer(row, journey.customer);
  row += ',';
  append_integer(row, journey.attempt);
  append_flags(row, {journey.is_retrial, journey.is_transfer, journey.is_misrouted});
  append_duration(row, true, journey.menu);
  row += ',';
  append_integer(row, journey.menu_errors);
  append_flags(row, {journey.opted_out, journey.used_self_service});
  append_duration(row, journey.used_self_service, journey.self_service);
  append_duration(row, journey.has_prediction, journey.predicted_wait);
  append_flags(row, {journey.was_offered_callback, journey.accepted_callback});
  append_duration(row, journey.accepted_callback, journey.callback_delay);
  append_duration(row, journey.accepted_callback, journey.reserved);
  append_flags(row, {journey.is_resolved, journey.is_marked_resolved, journey.resolved_by_machine});
}

void TraceWriter::on_replication_end(const ReplicationEnd&) { write_out(); }

void TraceWriter::write_out() {
  if (is_good_) {
    // A stream may be set to throw; a sink may not.
    try {
      out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
      is_good_ = static_cast<bool>(out_);
    } catch (const std::exception&) {
      is_good_ = false;
    }
  }
  buffer_.clear();
}

void TraceWriter::flush() {
  write_out();
  if (!is_good_) return;
  try {
    is_good_ = static_cast<bool>(out_.flush());
  } catch (const std::exception&) {
    is_good_ = false;
  }
}

}  // namespace holdline
