// Random scenarios with customers, issues, retrials, menus, machines and callbacks, as text.
#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace holdline::test {

// Raw words of the engine alone: those the standard fixes.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(engine_()) % bound; }
  bool coin() { return below(2) == 0; }
  std::string share() { return std::to_string(below(101)) + "%"; }

 private:
  std::mt19937 engine_;
};

// Menus that lead some astray, a machine, callbacks.
inline std::string random_front_end(Dice& dice) {
  std::string text;
  if (dice.coin()) {
    text += "  ivr:\n    start: main\n    way_out: people\n";
    if (dice.coin()) text += "    ports: " + std::to_string(1 + dice.below(4)) + "\n";
    text +=
        "    nodes:\n      main: {menu: {duration: 10s, options: {need: people, second: {next: "
        "to_second, for: others}}, error: " +
        dice.share() +
        ", on_failure: people}}\n      people: {transfer: {}}\n      to_second: {transfer: {to: "
        "second}}\n";
  }
  if (dice.coin()) {
    text += "  self_service: {mode: " + std::string(dice.coin() ? "optional" : "forced_first") +
            ", duration: {exponential: {mean: 1m}}, success: " + dice.share() + "}\n";
  }
  if (dice.coin()) {
    text += "  callback: {offer: {queue_length: " + std::to_string(dice.below(3)) +
            "}, place: " + (dice.coin() ? "kept" : "list") + ", tries: 2}\n";
  }
  return text;
}

inline std::string random_issue_scenario(std::uint32_t seed) {
  Dice dice(seed);
  const auto number = [&](std::uint32_t from, std::uint32_t count) {
    return std::to_string(from + dice.below(count));
  };
  const char* closing[] = {"serve", "disconnect", "carry_over"};
  std::string text = "holdline: 1\nname: laws\nworld:\n  calendar: {days: " + number(1, 3) +
                     ", open: 08:00-" + number(10, 8) + ":00, at_close: " + closing[dice.below(3)] +
                     "}\n  contact_types:\n";
  const auto type = [&](const std::string& name, bool has_arrivals) {
    text += "    " + name + ": {handle_time: {exponential: {mean: " + number(1, 8) +
            "m}}, patience: {exponential: {mean: " + number(1, 10) + "m}}";
    if (has_arrivals) text += ", arrivals: {poisson: {rate: " + number(1, 30) + "/h}}";
    if (dice.coin()) text += ", balking: {probability: 10%}";
    text += "}\n";
  };
  type("phone", dice.coin());
  type("second", dice.coin());
  text += "  customers:\n    segments:\n";
  for (const char* segment : {"few", "many"}) {
    text += std::string("      ") + segment + ": {count: " + number(1, 300) +
            ", leaves: " + number(0, 99) + "%/year, acquired: " + number(0, 5000) +
            "/year, patience_factor: " + number(1, 3) + ", channels: {second: " + number(1, 3) +
            "}}\n";
  }
  text += "  issues:\n    need: {arrivals: {poisson: {rate: " + number(5, 60) +
          "/h}}, frequency: {few: " + number(1, 4) +
          "}, contact_types: {phone: 60%, second: 40%}, due: " + number(1, 30) + "h}\n" +
          "    other: {per_customer: " + number(1, 300) +
          "/year, contact_type: second, difficulty: 1}\n";
  text +=
      "  behaviour:\n    marked_resolved: " + dice.share() +
      "\n    redial: {probability: " + dice.share() +
      ", delay: {exponential: {mean: " + number(1, 90) +
      "m}}, other_contact_type: " + dice.share() +
      "}\n    recontact: {probability: " + dice.share() +
      ", delay: {exponential: {mean: " + number(1, 40) + "h}}, most: " + number(0, 4) +
      "}\n    menu: {}\n    self_service: {}\n    callback: {}\n    transfer: {}\n  outcomes: {}\n";
  text += "plan:\n";
  if (dice.coin()) text += "  trunks: " + number(2, 8) + "\n";
  if (dice.coin()) text += "  queue_limit: " + number(0, 6) + "\n";
  text += "  agent_groups:\n    a: {agents: " + number(1, 4) +
          ", skills: [phone]}\n    b: {agents: " + number(1, 4) + ", skills: [second, phone]}\n";
  if (dice.coin()) {
    text += "  escalation: {phone: {to: second, probability: " + dice.share() +
            ", delay: {exponential: {mean: " + number(1, 300) + "m}}, handle_factor: 1.2}}\n";
  }
  text += random_front_end(dice);
  if (dice.coin()) text += "experiment: {mode: steady_state}\n";
  return text;
}

}  // namespace holdline::test
