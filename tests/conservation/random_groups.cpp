// Random agent groups: who is there when, and what they can do.
#include <fmt/format.h>

#include "conservation/scenario_draft.hpp"

namespace holdline::test {
namespace {

void write_profile(Draft& draft) {
  RandomText& random = draft.random;
  const int hours = random.between(1, 6);
  const int count = random.between(1, 24 / hours);
  std::vector<std::string> counts;
  for (int i = 0; i < count; ++i) counts.push_back(std::to_string(random.between(0, 6)));
  draft.text += fmt::format(
      "      agents: {{from: {:02d}:00, interval: {}h, counts: [{}], repeat: {}, on_decrease: "
      "{}}}\n",
      random.between(0, 24 - hours * count), hours, joined(counts),
      random.one_of({"day", "week", "none"}), random.one_of({"named", "next_to_finish"}));
}

void write_shifts(Draft& draft) {
  RandomText& random = draft.random;
  draft.text += "      shifts:\n";
  const int shifts = random.between(1, 3);
  for (int i = 0; i < shifts; ++i) {
    const int begin = random.between(0, 23);
    const int length = random.between(4, 12);
    draft.text += fmt::format(
        "        shift_{}:\n          agents: {}\n          hours: "
        "{:02d}:00-{:02d}:00\n",
        i, random.between(0, 4), begin, (begin + length) % 24);
    if (random.chance(30)) {
      draft.text += "          days: " +
                    random.one_of({"monday-friday", "all", "[monday, sunday]", "tuesday"}) + "\n";
    }
    if (random.chance(30)) continue;
    draft.text += "          breaks:\n";
    const auto hour = [&](int offset) { return (begin + offset) % 24; };
    draft.text += fmt::format(
        "            - {{kind: {}, at: {:02d}:{:02d}, length: {}m, stagger: {}m, waves: 3}}\n",
        random.one_of({"break", "training", "meeting"}), hour(1), random.between(0, 20),
        random.between(1, 15), random.between(1, 15));
    if (random.chance(60)) {
      draft.text += fmt::format(
          "            - {{kind: meal, at: {:02d}:{:02d}, length: {}m, paid: {}}}\n", hour(3),
          random.between(0, 20), random.between(5, 35), random.one_of({"true", "false"}));
    }
  }
}

void write_skills(Draft& draft, const std::vector<std::string>& skills) {
  RandomText& random = draft.random;
  if (random.chance(40)) {
    draft.text += fmt::format("      skills: [{}]\n", joined(skills));
    return;
  }
  std::vector<std::string> details;
  for (const std::string& skill : skills) {
    const std::string resolution =
        draft.has_customers() ? ", resolution: " + random.share(-2.0, 2.0) : "";
    details.push_back(fmt::format("{}: {{proficiency: {:.3f}, preference: {}{}}}", skill,
                                  random.real(0.3, 1.6), random.between(1, 3), resolution));
  }
  draft.text += fmt::format("      skills: {{{}}}\n", joined(details));
}

}  // namespace

void write_groups(Draft& draft) {
  RandomText& random = draft.random;
  draft.text += "  agent_groups:\n";
  for (std::size_t i = 0; i < draft.groups.size(); ++i) {
    draft.text += fmt::format("    {}:\n", draft.groups[i]);
    switch (random.between(0, 2)) {
      case 0:
        draft.text += fmt::format("      agents: {}\n", random.between(1, 6));
        break;
      case 1:
        write_profile(draft);
        break;
      default:
        write_shifts(draft);
    }
    write_skills(draft, draft.skills[i]);
    if (draft.has_customers() && random.chance(40)) {
      draft.text += fmt::format("      quality: {}\n", random.share(-1.0, 1.0));
    }
    if (random.chance(50)) draft.text += "      wage: 24.5 EUR/h\n";
    if (random.chance(40)) {
      draft.text += fmt::format("      speed_cv: {}\n", random.share(0.0, 0.6));
    }
    if (random.chance(30)) {
      draft.text += fmt::format(
          "      absence: {{sick: {{probability: {}, paid: true}}, leave: {{probability: {}, paid: "
          "false}}}}\n",
          random.share(0.0, 0.4), random.share(0.0, 0.4));
    }
  }
}

}  // namespace holdline::test
