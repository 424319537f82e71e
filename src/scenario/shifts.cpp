// The field `shifts` of an agent group: who works when, with breaks and meals.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/sections.hpp"

namespace holdline {
namespace {

bool is_days(std::string_view text) { return text == "all" || parse_days(text).has_value(); }

void read_days(Slot& slot, DaySet& out) {
  // kWeekday is `^(...)$`, days_pattern() `^day(-day)?$`.
  static const std::string kPattern = "^all$|" + days_pattern();
  const auto read_one = [](Slot& item, DaySet& days) {
    std::string text;
    if (!item.text_like(text, "a day, a range such as monday-friday, or all", kPattern, is_days)) {
      return;
    }
    const auto named = text == "all" ? DaySet{true, true, true, true, true, true, true}
                                     : parse_days(text).value_or(DaySet{});
    for (std::size_t day = 0; day < 7; ++day) days[day] = days[day] || named[day];
  };
  DaySet days{};
  slot.by_shape({.expected = "a day, a range such as monday-friday, a list of them, or all",
                 .scalar = [&](Slot& item) { read_one(item, days); },
                 .list =
                     [&](Slot& items) {
                       items.list({1, 7}, [&](Slot& item) { read_one(item, days); });
                     },
                 .mapping = {}});
  if (slot.is_given()) out = days;
}

void read_break(Slot& slot, const DayWindow& hours, ScheduledBreak& out) {
  static constexpr std::string_view kKinds[] = {"break", "meal", "training", "meeting"};
  const std::size_t errors = slot.sheet().error_count();
  bool has_stagger = false;
  bool has_waves = false;
  slot.record([&](Record& record) {
    std::size_t kind = 0;
    record.optional("kind", "What it is").word(kind, kKinds);
    out.kind = static_cast<AgentState>(static_cast<std::size_t>(AgentState::on_break) + kind);
    record.required("at", "Time of day at which it is due").time_of_day(out.at);
    record.required("length", "How long it lasts").duration(out.length, {kSecond, kDay});
    out.paid = out.kind != AgentState::meal;
    record.optional("paid", "Whether it is paid; default true, but false for a meal")
        .boolean(out.paid);
    Slot stagger = record.optional("stagger",
                                   "The i-th agent of the shift goes i mod waves times "
                                   "this later; default 0s");
    has_stagger = stagger.duration(out.stagger, {Duration{0}, kDay});
    Slot waves = record.optional("waves", "Groups that go one after the other");
    has_waves = waves.integer(out.waves, 1, 1000);
  });
  if (!slot.is_given() || slot.sheet().error_count() != errors) return;
  if (has_stagger != has_waves) {
    return slot.error("expected stagger and waves together, found one of them");
  }
  if (out.at < hours.begin) out.at += kDay;  // past midnight, in a night shift
  const Duration last_end = out.at + (out.waves - 1) * out.stagger + out.length;
  if (out.at >= hours.end || last_end > hours.end) {
    slot.error(
        fmt::format("expected a break inside the shift, which ends {} after it begins; this "
                    "one's last wave ends {} after",
                    duration_text(hours.end - hours.begin), duration_text(last_end - hours.begin)));
  }
}

Duration begin_of(const ScheduledBreak& due, std::uint32_t agent) {
  return due.at + (agent % due.waves) * due.stagger;
}

/// Breaks are sorted by `at`; an agent may not be sent on two at once.
void check_overlaps(const Slot& slot, const Shift& shift) {
  constexpr std::uint32_t kAgentsChecked = 1000;  // waves are at most 1000
  for (std::uint32_t agent = 0; agent < std::min(shift.agents, kAgentsChecked); ++agent) {
    for (std::size_t i = 0; i < shift.breaks.size(); ++i) {
      const Duration begin = begin_of(shift.breaks[i], agent);
      for (std::size_t j = i + 1; j < shift.breaks.size(); ++j) {
        const Duration other = begin_of(shift.breaks[j], agent);
        if (other >= begin + shift.breaks[i].length || begin >= other + shift.breaks[j].length) {
          continue;
        }
        return slot.error(fmt::format("two breaks of agent {} of this shift overlap", agent + 1));
      }
    }
  }
}

void read_shift(Slot& slot, Shift& out) {
  const std::size_t errors = slot.sheet().error_count();
  slot.record([&](Record& record) {
    record.required("agents", "Agents who work it").integer(out.agents, 0, 100'000);
    Slot days = record.optional("days",
                                "On which days: a day, a range, a list of them; default "
                                "all");
    read_days(days, out.days);
    const bool has_hours =
        record
            .required("hours",
                      "From when to when; an end at or before the start is on the next "
                      "day")
            .window(out.hours);
    record.off_unless_given("breaks", "Breaks, meals, training and meetings")
        .list({0, 16}, [&](Slot& item) {
          ScheduledBreak due;
          // Without hours a break can only be checked by itself.
          read_break(item, has_hours ? out.hours : DayWindow{Duration{0}, 2 * kDay}, due);
          out.breaks.push_back(due);
        });
  });
  if (slot.sheet().error_count() != errors) return;
  std::stable_sort(out.breaks.begin(), out.breaks.end(),
                   [](const ScheduledBreak& a, const ScheduledBreak& b) { return a.at < b.at; });
  check_overlaps(slot, out);
}

}  // namespace

void read_shifts(Slot& slot, std::vector<Shift>& out) {
  slot.map({1, 1000}, "a shift", [&](Slot& entry) {
    entry.note_own_name();
    Shift shift;
    shift.name = entry.key();
    read_shift(entry, shift);
    out.push_back(std::move(shift));
  });
}

}  // namespace holdline
