// The section `world.customers`: who they are, what they are worth, how many there are.
#include <fmt/format.h>

#include "kernel/exact_math.hpp"
#include "scenario/sections.hpp"

namespace holdline {
namespace {

constexpr std::uint32_t kMostCustomers = 10'000'000;

/// Below this hazard of leaving or discounting, value without end is no longer a figure [1/year].
constexpr double kLeastHazard = 1e-6;

/// Whoever never leaves and is not discounted would be worth infinitely much.
void check_worth(const Slot& slot, const World& world) {
  const double discount = exact::log(1.0 + world.discount_per_year);
  for (const Segment& segment : world.segments) {
    const double hazard = discount - exact::log(1.0 - segment.leaves_per_year) -
                          exact::log(1.0 - segment.service_churn_per_year);
    if (segment.value_per_year <= 0.0 || hazard >= kLeastHazard) continue;
    slot.error(
        fmt::format("a customer of `{}` who never leaves and is not discounted would be worth "
                    "infinitely much",
                    segment.name),
        "set the segment's `leaves` or `service_churn`, or the `discount`, above 0");
  }
}

/// Advertising at a loss may be meant; more often it is a value for a month or a cost of all.
void warn_of_dear_newcomers(Slot& entry, const World& world) {
  const Segment& segment = world.segments.back();
  if (segment.value_per_year <= 0.0 || segment.acquired_per_year <= 0.0) return;
  const double worth = world.customer_equity(SegmentId{world.segments.size() - 1});
  if (!(segment.acquisition_cost > worth)) return;
  entry.warning(fmt::format("winning a customer costs {:.2f}, and she is worth {:.2f} from then on",
                            segment.acquisition_cost, worth),
                "check that `value` is of one customer and a year, and `acquisition_cost` of one "
                "customer");
}

void read_segments(Slot& slot, LoadContext& context, World& out) {
  std::uint64_t count = 0;
  slot.map({1, 100}, "a segment", [&](Slot& entry) {
    entry.note_own_name();
    Segment segment;
    segment.name = entry.key();
    read_segment(entry, context, segment);
    count += segment.count;
    context.segments.push_back(segment.name);
    out.segments.push_back(std::move(segment));
    warn_of_dear_newcomers(entry, out);
  });
  if (count > kMostCustomers) {
    slot.error(
        fmt::format("expected at most {} customers together, found {}", kMostCustomers, count));
  }
}

}  // namespace

void read_customers(Slot& slot, LoadContext& context, World& out) {
  const std::size_t errors = slot.sheet().error_count();
  slot.record([&](Record& record) {
    record.optional("discount", "By how much a year what customers are worth later counts less")
        .coefficient(out.discount_per_year,
                     {{Measure::share_per_year, {0.0, 1.0}}, Source::assumed});
    Slot segments = record.required("segments", "Kinds of customers");
    read_segments(segments, context, out);
  });
  if (slot.is_given() && slot.sheet().error_count() == errors) check_worth(slot, out);
}

}  // namespace holdline
