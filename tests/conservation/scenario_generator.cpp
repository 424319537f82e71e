// A scenario is written section by section, each with a fair chance of every feature.
#include "conservation/scenario_generator.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "conservation/scenario_draft.hpp"

namespace holdline::test {
namespace {

void write_calendar(Draft& draft) {
  RandomText& random = draft.random;
  draft.days = random.between(1, 3);
  std::string open;
  switch (random.between(0, 3)) {
    case 0:
      break;
    case 1:
      open = ", open: 08:00-18:30";
      break;
    case 2:
      open = ", open: {monday-thursday: 06:00-24:00, friday: 07:15-14:00, sunday: 10:00-16:00}";
      break;
    default:
      open =
          ", open: {monday-tuesday: 00:00-24:00, wednesday: closed, thursday-sunday: 00:00-24:00}";
      if (random.chance(50)) open = ", open: {monday-saturday: 00:00-24:00, sunday: closed}";
  }
  const std::string holidays = draft.days > 1 && random.chance(25) ? ", holidays: [2]" : "";
  draft.text += fmt::format("  calendar: {{days: {}, first_day: {}{}{}, at_close: {}}}\n",
                            draft.days, random.one_of({"monday", "tuesday", "thursday"}), open,
                            holidays, random.one_of({"serve", "disconnect", "carry_over"}));
  if (random.chance(40)) {
    draft.text += fmt::format("  busyness: {{cv: {}}}\n", random.share(0.0, 0.8));
  }
}

void write_contact_types(Draft& draft) {
  RandomText& random = draft.random;
  draft.text += "  contact_types:\n";
  for (const std::string& name : draft.types) {
    const double mean_s = random.real(20.0, 500.0);
    draft.text += fmt::format("    {}:\n", name);
    draft.has_arrivals.push_back(!draft.has_customers() || random.chance(60));
    if (draft.has_arrivals.back()) {
      draft.text +=
          fmt::format("      arrivals: {}\n", random_arrivals(random, random.real(3.0, 40.0)));
    }
    if (random.chance(80)) {
      draft.text +=
          fmt::format("      patience: {}\n", random_distribution(random, random.real(5.0, 600.0)));
    }
    if (random.chance(50)) {
      draft.text += fmt::format("      handle_time: {}\n", random_distribution(random, mean_s));
    } else {
      draft.text += fmt::format("      talk: {}\n", random_distribution(random, mean_s));
      if (random.chance(60)) {
        draft.text += fmt::format("      hold: {{probability: {}, time: {}}}\n",
                                  random.share(0.0, 1.0), random_distribution(random, 40.0));
      }
      if (random.chance(60)) {
        draft.text += fmt::format("      wrap_up: {}\n", random_distribution(random, 60.0));
      }
    }
    draft.text += fmt::format("      priority: {}\n", random.between(1, 3));
    if (random.chance(20)) {
      draft.text += fmt::format("      balking: {{probability: {}}}\n", random.share(0.0, 0.6));
    } else if (random.chance(20)) {
      draft.text += fmt::format("      balking: {{queue_length: {}}}\n", random.between(0, 4));
    }
    if (random.chance(50)) {
      draft.text += fmt::format("      acceptable_wait: {}s\n", random.between(0, 90));
    }
  }
}

/// Groups with the skill in some order, in levels, some after a time.
std::string preference_list(Draft& draft, const std::string& type) {
  RandomText& random = draft.random;
  std::vector<std::string> steps;
  for (std::size_t i = 0; i < draft.groups.size(); ++i) {
    const auto& skills = draft.skills[i];
    if (std::find(skills.begin(), skills.end(), type) == skills.end()) continue;
    std::string step = draft.groups[i];
    if (random.chance(40))
      step = fmt::format("{{group: {}, after: {}s}}", step, random.between(0, 90));
    if (random.chance(25)) step = "[" + step + "]";
    steps.insert(steps.begin() + random.between(0, static_cast<int>(steps.size())), step);
  }
  return joined(steps);
}

void write_routing(Draft& draft) {
  RandomText& random = draft.random;
  if (random.chance(50)) {
    draft.text += fmt::format("  routing: {}\n", random_routing_policy(random, draft.types));
    return;
  }
  draft.text += fmt::format("  routing:\n    agent_for_contact: {}\n    contact_for_agent: {}\n",
                            random_routing_policy(random, draft.types),
                            random_routing_policy(random, draft.types));
  if (random.chance(60)) {
    draft.text += "    preferences:\n";
    for (const std::string& type : draft.types) {
      draft.text += fmt::format("      {}: [{}]\n", type, preference_list(draft, type));
    }
  }
}

void write_plan(Draft& draft) {
  RandomText& random = draft.random;
  draft.text += "plan:\n";
  if (random.chance(25)) draft.text += fmt::format("  trunks: {}\n", random.between(1, 12));
  if (random.chance(15)) {
    draft.text += fmt::format("  queue_limit: {}\n", random.between(0, 8));
  } else if (random.chance(15)) {
    draft.text += fmt::format("  queue_limit: {{{}: {}}}\n", draft.types[0], random.between(0, 4));
  }
  write_groups(draft);
  write_routing(draft);
  if (random.chance(70)) draft.text += fmt::format("  breaks: {}\n", random_break_policy(random));
  if (random.chance(60)) {
    draft.text += fmt::format("  staffing: {}\n", random_staffing_policy(random));
  }
  if (draft.has_customers()) write_front_end(draft);
}

void write_experiment(Draft& draft, std::uint64_t number) {
  RandomText& random = draft.random;
  const bool is_steady = random.chance(20);
  draft.text += fmt::format("experiment: {{mode: {}, seed: {}, replications: {}{}{}}}\n",
                            is_steady ? "steady_state" : "terminating", number,
                            random.between(2, 3), is_steady ? ", batches: 10" : "",
                            is_steady || random.chance(20) ? ", warm_up: 2h" : "");
  if (random.chance(40)) {
    draft.text +=
        fmt::format("score: {{interval: {}, by: {}}}\n", random.one_of({"15m", "1h", "4h"}),
                    random.one_of({"day", "horizon"}));
  }
}

void choose_names(Draft& draft) {
  RandomText& random = draft.random;
  const int types = random.between(1, 3);
  for (int i = 0; i < types; ++i) draft.types.push_back(fmt::format("type_{}", i));
  const int groups = random.between(1, 3);
  for (int i = 0; i < groups; ++i) {
    draft.groups.push_back(fmt::format("group_{}", i));
    draft.skills.push_back(random.some(draft.types));
  }
  // Somebody must be able to serve each type.
  for (const std::string& type : draft.types) {
    bool is_served = false;
    for (const auto& skills : draft.skills) {
      is_served |= std::find(skills.begin(), skills.end(), type) != skills.end();
    }
    if (!is_served) draft.skills.back().push_back(type);
  }
}

void choose_customers(Draft& draft) {
  RandomText& random = draft.random;
  const int segments = random.between(1, 3);
  for (int i = 0; i < segments; ++i) draft.segments.push_back(fmt::format("segment_{}", i));
  const int issues = random.between(1, 3);
  for (int i = 0; i < issues; ++i) draft.issues.push_back(fmt::format("issue_{}", i));
}

}  // namespace

bool has_customers(std::uint64_t number) { return number % 5 < 2; }

std::string random_scenario(std::uint64_t number) {
  Draft draft{RandomText(number), 1, {}, {}, {}, {}, {}, {}, {}};
  choose_names(draft);
  if (has_customers(number)) choose_customers(draft);
  draft.text = fmt::format("holdline: 1\nname: Random scenario {}\nworld:\n", number);
  write_calendar(draft);
  write_contact_types(draft);
  if (draft.has_customers()) write_customers(draft);
  write_plan(draft);
  if (draft.random.chance(15)) {
    draft.text += "plans:\n  as_it_is: {}\n  few_lines: {trunks: 3}\n";
  }
  write_experiment(draft, number);
  return draft.text;
}

}  // namespace holdline::test
