// Random menus and machines before the queue, callbacks out of it, hand-overs after it. The menus'
// nodes lead on to later ones, so that every path ends and every node is reached; only a wrong
// choice may lead back.
#include <fmt/format.h>

#include "conservation/scenario_draft.hpp"

namespace holdline::test {
namespace {

class RandomMenus {
 public:
  explicit RandomMenus(Draft& draft)
      : draft_(draft), random_(draft.random), inner_(random_.between(1, 5)) {}

  void write() {
    draft_.text += "  ivr:\n    start: node_0\n    way_out: people\n";
    if (random_.chance(30)) {
      draft_.text += fmt::format("    contact_types: [{}]\n", joined(random_.some(draft_.types)));
    }
    if (random_.chance(30)) draft_.text += fmt::format("    ports: {}\n", random_.between(1, 8));
    if (random_.chance(30)) {
      draft_.text += fmt::format("    changed_on: [{}]\n    forgotten_for: {}h\n",
                                 random_.between(1, draft_.days), random_.between(1, 40));
    }
    draft_.text += "    nodes:\n";
    for (int i = 0; i < inner_; ++i) write_node(i);
    draft_.text += "      people: {transfer: {}}\n";
    for (const std::string& end : ends_) draft_.text += end;
  }

 private:
  std::string node(int i) const { return i < inner_ ? fmt::format("node_{}", i) : "people"; }

  // A later node, or an end of its own.
  std::string onward(int from) {
    if (random_.chance(50)) return node(random_.between(from + 1, inner_));
    const std::string name = fmt::format("end_{}", ends_.size());
    ends_.push_back(random_.chance(25) ? fmt::format("      {}: {{hang_up: {{}}}}\n", name)
                                       : fmt::format("      {}: {{transfer: {{to: {}}}}}\n", name,
                                                     random_.pick(draft_.types)));
    return name;
  }

  void write_node(int i) {
    switch (random_.between(0, 3)) {
      case 0:
        draft_.text +=
            fmt::format("      {}: {{prompt: {{duration: {}, next: {}, barge_in: {}}}}}\n", node(i),
                        random_.seconds(0.0, 20.0), node(i + 1), random_.one_of({"true", "false"}));
        break;
      case 1:
        draft_.text +=
            fmt::format("      {}: {{self_service: {{duration: {}, success: {}, next: {}}}}}\n",
                        node(i), random_distribution(random_, random_.real(5.0, 90.0)),
                        random_.share(0.0, 0.9), node(i + 1));
        break;
      default:
        write_menu(i);
    }
  }

  // The first option leads on and takes all for whom there is no other.
  void write_menu(int i) {
    std::string options = fmt::format("others: {{next: {}, for: others}}", node(i + 1));
    for (const std::string& issue : draft_.issues) {
      if (random_.chance(50)) options += fmt::format(", {}: {}", issue, onward(i));
    }
    if (random_.chance(40)) {
      options += fmt::format(", by_type: {{next: {}, for: [{}]}}", onward(i), draft_.types[0]);
    }
    if (random_.chance(30)) {
      options += fmt::format(", nobodys: {{next: {}, for: []}}", node(random_.between(0, inner_)));
    }
    draft_.text += fmt::format("      {}:\n        menu:\n          duration: {}\n", node(i),
                               random_.seconds(0.0, 30.0));
    draft_.text += fmt::format("          options: {{{}}}\n          on_failure: {}\n", options,
                               random_.chance(60) ? "people" : onward(i));
    const auto maybe = [&](const char* key, const std::string& value) {
      if (random_.chance(40)) draft_.text += fmt::format("          {}: {}\n", key, value);
    };
    maybe("answer", random_.seconds(0.0, 4.0));
    maybe("barge_in", random_.one_of({"true", "false"}));
    maybe("error", random_.share(0.0, 0.4));
    maybe("speech_failure", random_.share(0.0, 0.3));
    maybe("retries", fmt::format("{}", random_.between(0, 4)));
    maybe("opt_out", random_.one_of({"offered", "hidden", "none"}));
  }

  Draft& draft_;
  RandomText& random_;
  int inner_;
  std::vector<std::string> ends_;
};

void write_machine(Draft& draft) {
  RandomText& random = draft.random;
  const std::string mode = random.one_of({"none", "optional", "forced_first"});
  draft.text += fmt::format(
      "  self_service:\n    mode: {}\n    duration: {}\n    success: {}\n    passes_context: {}\n",
      mode, random_distribution(random, random.real(5.0, 120.0)), random.share(0.0, 0.9),
      random.one_of({"true", "false"}));
  if (random.chance(30)) {
    draft.text += fmt::format("    contact_types: [{}]\n", joined(random.some(draft.types)));
  }
  if (random.chance(40)) {
    draft.text += fmt::format("    success_by_issue: {{{}: {}}}\n", random.pick(draft.issues),
                              random.share(0.0, 1.0));
  }
}

void write_callback(Draft& draft) {
  RandomText& random = draft.random;
  const std::string predictor = random.one_of({"head_of_line", "last_served", "load_based"});
  const std::string offer = random.chance(50)
                                ? fmt::format("queue_length: {}", random.between(0, 3))
                                : fmt::format("expected_wait: {}s", random.between(0, 60));
  draft.text += fmt::format("  callback:\n    offer: {{{}, predictor: {}}}\n", offer, predictor);
  if (random.chance(30)) {
    draft.text += fmt::format("    contact_types: [{}]\n", joined(random.some(draft.types)));
  }
  if (random.chance(50)) {
    draft.text += fmt::format("    place: list\n    priority: {}\n", random.between(1, 3));
    if (random.chance(50)) draft.text += fmt::format("    slot: {}m\n", random.between(1, 90));
  }
  const auto maybe = [&](const char* key, const std::string& value) {
    if (random.chance(60)) draft.text += fmt::format("    {}: {}\n", key, value);
  };
  maybe("ring", random.chance(20) ? "0s" : random.seconds(1.0, 40.0));
  maybe("redial_after", random.chance(20) ? "0s" : random.seconds(1.0, 900.0));
  maybe("tries", fmt::format("{}", random.between(1, 4)));
}

// To the next contact type and never from the last: no round.
void write_escalation(Draft& draft) {
  RandomText& random = draft.random;
  draft.text += "  escalation:\n";
  for (std::size_t i = 0; i + 1 < draft.types.size(); ++i) {
    if (i > 0 && random.chance(50)) continue;
    draft.text +=
        fmt::format("    {}: {{to: {}, probability: {}, delay: {}, handle_factor: {}}}\n",
                    draft.types[i], draft.types[i + 1], random.share(0.2, 1.0),
                    random_distribution(random, random.real(60.0, 7200.0)), random.share(0.8, 1.4));
  }
}

}  // namespace

void write_front_end(Draft& draft) {
  RandomText& random = draft.random;
  if (random.chance(60)) RandomMenus(draft).write();
  if (random.chance(55)) write_machine(draft);
  if (random.chance(65)) write_callback(draft);
  if (draft.types.size() > 1 && random.chance(50)) write_escalation(draft);
  if (random.chance(50)) {
    draft.text +=
        "  costs: {per_self_service: 0.10 EUR, per_menu_min: 0.02 EUR, per_callback: 0.05 EUR, "
        "per_contact: 0.04 EUR, fixed: 800 EUR/week}\n";
  }
}

}  // namespace holdline::test
