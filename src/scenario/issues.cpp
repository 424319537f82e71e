// The section `world.issues`: why customers contact the centre, how often, and by which contact
// types.
#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "scenario/first_contacts.hpp"
#include "scenario/sections.hpp"
#include "scenario/staffing.hpp"

namespace holdline {
namespace {

constexpr Range kFrequency{0.0, 1000.0};

/// Seconds of a week in which the centre is open, holidays apart.
double open_seconds_of_a_week(const Calendar& calendar) {
  double open_s = 0.0;
  for (const auto& window : calendar.open) {
    if (window) open_s += to_seconds(window->end - window->begin);
  }
  return open_s;
}

/// The rate while open at which all customers together have `per_customer` issues a year each,
/// those of frequency 1, though the centre is not always open [1/s].
double rate_of_customers(double per_customer, const World& world, const IssueType& type) {
  constexpr double kYear_s = 365.0 * 86400.0;
  double customers = 0.0;
  for (std::size_t i = 0; i < world.segments.size(); ++i) {
    customers += world.segments[i].count * type.frequency[i];
  }
  const double open_s = open_seconds_of_a_week(world.calendar);
  if (!(open_s > 0.0)) return 0.0;
  return per_customer * customers / kYear_s * (to_seconds(kWeek) / open_s);
}

/// The shares of contact types, one of 1 or several that sum to 1.
void contact_type_fields(Record& record, LoadContext& context, IssueType& out) {
  Slot one = record.kind("contact_type", "The contact type by which it is raised", "contact type");
  std::size_t index = 0;
  if (one.name_of(index, context.contact_types, "a contact type")) out.contact_types[index] = 1.0;
  Slot several =
      record.kind("contact_types", "Several contact types, each with its share", "contact type");
  double sum = 0.0;
  const std::size_t errors = several.sheet().error_count();
  several.map({1, 1000}, "a contact type", [&](Slot& entry) {
    double share = 0.0;
    const bool is_read = entry.share(share);
    Slot name = entry.key_slot();
    if (!name.name_of(index, context.contact_types, "a contact type") || !is_read) return;
    out.contact_types[index] = share;
    sum += share;
  });
  if (several.is_given() && several.sheet().error_count() == errors &&
      std::fabs(sum - 1.0) > 1e-9) {
    several.error(fmt::format("expected shares that sum to 1, found {:.10g}", sum));
  }
}

void arrival_fields(Record& record, LoadContext& context, const World& world, IssueType& out,
                    IssueSource& source, std::vector<double>& handle_time_s) {
  Slot arrivals =
      record.kind("arrivals", "All customers' issues at the start's size of the base", "arrivals");
  read_arrivals(arrivals, context, out.arrivals, handle_time_s);
  Slot per_customer =
      record.kind("per_customer",
                  "Issues of a customer of frequency 1, at a constant rate while open", "arrivals");
  const Slot& given = per_customer.is_given() ? per_customer : arrivals;
  source.arrivals = given.position();
  if (!per_customer.is_given() && !per_customer.is_describing()) return;
  double per_year = 0.0;
  const CoefficientSpec spec{{Measure::number_per_year, {0.0, 100'000.0}}};
  if (!per_customer.coefficient(per_year, spec)) return;
  out.arrivals.rate_per_s.values = {rate_of_customers(per_year, world, out)};
}

/// Every segment that raises the issue must have a contact type left to raise it by.
void check_reach(const Slot& slot, const World& world, const IssueType& type) {
  if (world.segments.empty()) return;  // told of already
  const double all = std::accumulate(type.frequency.begin(), type.frequency.end(), 0.0);
  if (!(all > 0.0)) return slot.error("expected a frequency above 0 for a segment at least");
  for (std::size_t i = 0; i < world.segments.size(); ++i) {
    const Segment& segment = world.segments[i];
    double weight = 0.0;
    for (std::size_t t = 0; t < type.contact_types.size(); ++t) {
      weight += type.contact_types[t] * segment.channels[t];
    }
    if (type.frequency[i] <= 0.0 || weight > 0.0) continue;
    slot.error(
        fmt::format("customers of `{}` use none of this issue's contact types", segment.name),
        "raise one of the segment's channels above 0, or set its frequency to 0");
  }
}

/// Mean handle time of the contact types it is raised by [s].
double mean_handle_s(const World& world, const IssueType& type) {
  const std::vector<double> shares = shares_of(world, type);
  double mean_s = 0.0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i] > 0.0) mean_s += shares[i] * holdline::mean_handle_s(world.contact_types[i]);
  }
  return mean_s;
}

void read_issue(Slot& slot, LoadContext& context, const World& world, IssueType& out,
                IssueSource& source) {
  const std::size_t errors = slot.sheet().error_count();
  std::vector<double> handle_time_s;
  out.frequency.assign(world.segments.size(), 1.0);
  out.contact_types.assign(context.contact_types.size(), 0.0);
  slot.record([&](Record& record) {
    description_field(record);
    // Before `per_customer`, which needs it.
    Slot frequency = record.optional(
        "frequency", "Relative number of issues of a customer, by segment; default 1 for each");
    read_weights(frequency, context.segments, "a segment", kFrequency, out.frequency);
    arrival_fields(record, context, world, out, source, handle_time_s);
    contact_type_fields(record, context, out);
    record.optional("difficulty", "Subtracted from the logit of resolution")
        .coefficient(out.difficulty, number_of(Source::stated, {-10.0, 10.0}));
    record.off_unless_given("due", "From the first contact; default none")
        .duration(out.due, kPositiveDuration);
    record.optional("lateness_penalty", "Of an issue not resolved when due; default 0")
        .coefficient(out.lateness_penalty, {{Measure::money, {0.0, 1e9}, context.currency}});
  });
  if (!slot.is_given() || slot.sheet().error_count() != errors) return;
  check_reach(slot, world, out);
  // Not after an error: the contact types may be wrong.
  if (slot.sheet().error_count() == 0 && !handle_time_s.empty()) {
    scale_to_aht(slot, handle_time_s, mean_handle_s(world, out), out.arrivals);
  }
}

}  // namespace

void read_issues(Slot& slot, LoadContext& context, World& out) {
  if (slot.is_given() && context.segments.empty()) {
    slot.error("issues are raised by customers, and there are none",
               "add world.customers with a segment at least");
  }
  slot.map({1, 1000}, "an issue type", [&](Slot& entry) {
    entry.note_own_name();
    IssueType type;
    type.name = entry.key();
    IssueSource source;
    source.path = entry.path();
    source.issue = entry.position();
    read_issue(entry, context, out, type, source);
    context.issue_types.push_back(type.name);
    out.issue_types.push_back(std::move(type));
    context.issue_sources.push_back(std::move(source));
  });
}

}  // namespace holdline
