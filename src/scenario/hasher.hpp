// The serialisation that hash_of() hashes, so that each part of a scenario can state its own.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "holdline/scenario/scenario.hpp"

namespace holdline {

class Hasher;

/// What the plan puts before and around its agents; nothing where it has none of it, so that older
/// scenarios keep their hashes.
void add_front_end(Hasher& hasher, const Plan& plan);

/// Customers, issues, behaviour, outcomes and what belongs to them elsewhere; nothing where a
/// scenario has none of it.
void add_customers(Hasher& hasher, const Scenario& scenario);

/// FNV-1a over values: every field in the order of its declaration, every list with its length.
class Hasher {
 public:
  [[nodiscard]] std::uint64_t value() const { return state_; }

  void add(std::uint64_t bits) {
    for (int i = 0; i < 8; ++i) {
      state_ = (state_ ^ (bits & 0xFFu)) * UINT64_C(0x100000001B3);
      bits >>= 8;
    }
  }
  void add(std::int64_t value) { add(static_cast<std::uint64_t>(value)); }
  void add(std::uint32_t value) { add(static_cast<std::uint64_t>(value)); }
  void add(bool value) { add(static_cast<std::uint64_t>(value)); }
  void add(double value) { add(std::bit_cast<std::uint64_t>(value == 0.0 ? 0.0 : value)); }
  void add(Duration value) { add(static_cast<std::int64_t>(value.count())); }
  template <class Tag>
  void add(Id<Tag> id) {
    add(id.value);
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void add(Enum value) { add(static_cast<std::uint64_t>(value)); }
  void add(const std::string& text) {
    add(static_cast<std::uint64_t>(text.size()));
    for (const char c : text) {
      state_ = (state_ ^ static_cast<unsigned char>(c)) * UINT64_C(0x100000001B3);
    }
  }
  template <class T>
  void add(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <class T>
  void add(const std::vector<T>& values) {
    add(static_cast<std::uint64_t>(values.size()));
    for (const T& value : values) add(value);
  }

  void add(const DayWindow& window) {
    add(window.begin);
    add(window.end);
  }
  void add(const Profile& profile) {
    add(profile.span);
    add(profile.offset);
    add(profile.interval);
    add(profile.values);
  }
  void add(const Distribution& of) {
    add(of.kind);
    add(of.a);
    add(of.b);
    add(of.c);
    add(of.mass_at_zero);
    add(of.points);
    add(of.weights);
    add(of.components);
  }
  void add(const Calendar& calendar) {
    add(calendar.days);
    add(calendar.first_day);
    for (const auto& window : calendar.open) add(window);
    add(calendar.holidays);
    add(calendar.at_close);
  }
  void add(const ArrivalProcess& arrivals) {
    add(arrivals.kind);
    add(arrivals.rate_per_s);
    add(arrivals.handle_time_factor);
    add(arrivals.has_busyness);
    add(arrivals.gap);
    add(arrivals.gap_distribution);
    add(arrivals.batch_mean);
    add(arrivals.burst_factor);
    add(arrivals.burst_mean);
    add(arrivals.calm_mean);
    add(arrivals.recorded);
  }
  void add(const ContactType& type) {
    add(type.name);
    add(type.arrivals);
    add(type.patience);
    add(type.talk);
    add(type.hold);
    add(type.hold_probability);
    add(type.wrap_up);
    add(type.priority);
    add(type.balk_probability);
    add(type.balk_queue_length);
    add(type.acceptable_wait);
  }
  void add(const PolicyChoice& choice) {
    add(choice.entry ? choice.entry->name : std::string());
    add(static_cast<std::uint64_t>(choice.values.size()));
    for (const ParameterValue& parameter : choice.values) {
      add(static_cast<std::uint64_t>(parameter.index()));
      std::visit([this](const auto& value) { add(value); }, parameter);
    }
  }
  void add(const Skill& skill) {
    add(skill.type);
    add(skill.proficiency);
    add(skill.preference);
  }
  void add(const ScheduledBreak& due) {
    add(due.kind);
    add(due.at);
    add(due.length);
    add(due.paid);
    add(due.stagger);
    add(due.waves);
  }
  void add(const Shift& shift) {
    add(shift.name);
    add(shift.agents);
    for (const bool works : shift.days) add(works);
    add(shift.hours);
    add(shift.breaks);
  }
  void add(const AbsenceCause& cause) {
    add(cause.name);
    add(cause.probability);
    add(cause.paid);
  }
  void add(const AgentGroup& group) {
    add(group.name);
    add(group.skills);
    add(group.wage_per_h);
    add(group.speed_cv);
    add(group.agents);
    add(group.follows_opening_hours);
    add(group.on_decrease);
    add(group.shifts);
    add(group.absence);
  }
  void add(const GroupPreference& preference) {
    add(preference.group);
    add(preference.level);
    add(preference.after);
  }
  void add(const Plan& plan) {
    add(plan.name);
    add(plan.trunks);
    add(plan.queue_limit);
    add(plan.queue_limits);
    add(plan.agent_groups);
    add(plan.routing.agent_for_contact);
    add(plan.routing.contact_for_agent);
    add(plan.routing.preferences);
    add(plan.breaks);
    add(plan.staffing);
    add_front_end(*this, plan);
  }
  void add(const ExperimentSettings& settings) {
    add(settings.mode);
    add(settings.seed);
    add(settings.replications);
    add(settings.precision);
    add(settings.precision_metrics);
    add(settings.max_replications);
    add(settings.confidence);
    add(settings.warm_up);
    add(settings.batches);
  }
  void add(const ScoreSettings& score) {
    add(score.service_level);
    add(score.estimation);
    add(score.short_abandon);
    add(score.interval);
    add(score.fold_days);
    add(score.metrics);
  }
  void add(const Expectation& expectation) {
    add(expectation.metric);
    add(expectation.plan);
    add(expectation.contact_type);
    add(expectation.agent_group);
    add(expectation.comparison);
    add(expectation.bound);
  }

 private:
  std::uint64_t state_ = UINT64_C(0xCBF29CE484222325);
};

}  // namespace holdline
