// Menus and the rest of a plan's front end: what is read, and what a plan's patch makes of it.
#include "examples.hpp"
#include "holdline/scenario/ivr_algebra.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

const Scenario& front_end() {
  static const Scenario kScenario = [] {
    const auto file = kExamples / "good" / "front_end.yaml";
    LoadResult result = load_scenario(file.string(), built_in(), {}, kMetrics);
    if (!result.scenario) throw std::runtime_error("cannot load " + file.string());
    return std::move(*result.scenario);
  }();
  return kScenario;
}

const Plan& plan(const char* name) {
  return front_end().plans[front_end().find_plan(name).value().index()];
}

const IvrNode& node(const Ivr& ivr, std::string_view name) {
  const auto found = std::find_if(ivr.nodes.begin(), ivr.nodes.end(),
                                  [name](const IvrNode& one) { return one.name == name; });
  if (found == ivr.nodes.end()) throw std::runtime_error("no node " + std::string(name));
  return *found;
}

const std::string& name_of(const Ivr& ivr, IvrNodeId id) { return ivr.nodes[id.index()].name; }

/// kSmall with menus of these options, and the usual callers.
std::string with_menu(const std::string& options, const std::string& more = {}) {
  return with(kSmall, "world:\n", "world:\n  behaviour: {menu: {}}\n") +
         "  ivr:\n    start: main\n    way_out: people\n    nodes:\n      people: " +
         "{transfer: {}}\n      main: {menu: {duration: 9s, on_failure: people, options: " +
         options + "}}\n" + more;
}

}  // namespace

TEST_CASE("menus are read into a table of nodes that name each other by number",
          "[scenario][ivr]") {
  const Ivr& ivr = *plan("as_it_is").ivr;
  CHECK(ivr.contact_types == std::vector<bool>{true, false, false});
  CHECK(ivr.ports == 40u);
  CHECK(name_of(ivr, ivr.start) == "welcome");
  CHECK(name_of(ivr, ivr.way_out) == "people");
  CHECK(ivr.changed_on == std::vector<std::uint32_t>{1, 29});
  CHECK(ivr.forgotten_for == 7 * kDay);
  CHECK(node(ivr, "welcome").kind == IvrNodeKind::prompt);
  CHECK_FALSE(node(ivr, "welcome").barge_in);
  const IvrNode& main = node(ivr, "main");
  CHECK(main.kind == IvrNodeKind::menu);
  CHECK(main.answer == 3 * kSecond);
  CHECK(main.error == 0.05);
  CHECK(main.speech_failure == 0.01);
  CHECK(main.retries == 3);
  CHECK(main.opt_out == OptOut::hidden);
  CHECK(node(ivr, "lending").answer == 2 * kSecond);
  CHECK_FALSE(node(ivr, "lending").error.has_value());
  CHECK(node(ivr, "balance_task").task == exponential(40.0));
  CHECK(node(ivr, "balance_task").success == 0.6);
  CHECK(node(ivr, "people").transfer_to.is_none());
  CHECK(node(ivr, "to_loans").transfer_to == ContactTypeId{std::size_t{2}});
  CHECK(node(ivr, "bye").kind == IvrNodeKind::hang_up);
}

TEST_CASE("an option serves its name, those it is for, or all others", "[scenario][ivr]") {
  const Ivr& ivr = *plan("as_it_is").ivr;
  // balance, loan, mortgage; phone, chat, loans.
  CHECK(node(ivr, "main").option_for == std::vector<std::uint32_t>{0, 1, 1, 3, 3, 3});
  CHECK(node(ivr, "lending").option_for == std::vector<std::uint32_t>{2, 0, 1, 2, 2, 2});
}

TEST_CASE("machine, callback, escalation and costs are read", "[scenario]") {
  const Plan& base = plan("as_it_is");
  CHECK(base.self_service.mode == SelfServiceMode::forced_first);
  CHECK(base.self_service.contact_types == std::vector<bool>{true, false, false});
  CHECK(base.self_service.success_by_issue == std::vector<double>{0.6, 0.35, 0.35});
  CHECK(base.self_service.passes_context);
  REQUIRE(base.callback);
  CHECK(base.callback->expected_wait == 2 * kMinute);
  CHECK_FALSE(base.callback->queue_length.has_value());
  CHECK(base.callback->predictor == WaitPredictor::load_based);
  CHECK(base.callback->place == CallbackPlace::list);
  CHECK(base.callback->priority == 2);
  CHECK(base.callback->slot == kHour);
  CHECK(base.callback->ring == 15 * kSecond);
  CHECK(base.callback->redial_after == 10 * kMinute);
  CHECK(base.callback->tries == 2);
  REQUIRE(base.escalations.size() == 3);
  REQUIRE(base.escalations[0]);
  CHECK(base.escalations[0]->to == ContactTypeId{std::size_t{2}});
  CHECK(base.escalations[0]->delay == exponential(7200.0));
  CHECK(base.escalations[0]->handle_factor == 1.15);
  REQUIRE(base.escalations[1]);
  CHECK(base.escalations[1]->delay == deterministic(0.0));
  CHECK_FALSE(base.escalations[2].has_value());
  CHECK(base.costs.per_self_service == 0.10);
  CHECK(base.costs.per_menu_min == 0.02);
  CHECK(base.costs.per_callback == 0.05);
  CHECK(base.costs.per_contact == 0.04);
  CHECK(base.costs.fixed_per_week == 800.0);
}

TEST_CASE("a patch removes each part of the front end", "[scenario][plans]") {
  const Plan& bare = plan("without");
  CHECK_FALSE(bare.ivr.has_value());
  CHECK(bare.self_service.mode == SelfServiceMode::none);
  CHECK_FALSE(bare.callback.has_value());
  for (const auto& escalation : bare.escalations) CHECK_FALSE(escalation.has_value());
  CHECK(bare.costs.fixed_per_week == 0.0);
}

TEST_CASE("a patch changes a node key by key, replaces one of another kind, adds and removes",
          "[scenario][plans]") {
  const Plan& shorter = plan("shorter");
  const Ivr& ivr = *shorter.ivr;
  CHECK_FALSE(ivr.ports.has_value());
  CHECK(name_of(ivr, ivr.start) == "main");
  const IvrNode& main = node(ivr, "main");
  CHECK(main.duration == 10 * kSecond);
  CHECK(main.answer == 3 * kSecond);
  REQUIRE(main.options.size() == 3);
  CHECK(main.options[2].name == "other");
  CHECK(name_of(ivr, main.options[2].next) == "news");
  CHECK(main.option_for[3] == 2);  // still for others
  CHECK(node(ivr, "balance_task").kind == IvrNodeKind::transfer);
  CHECK(node(ivr, "news").kind == IvrNodeKind::prompt);
  CHECK(ivr.nodes.size() == 6);
  CHECK(shorter.self_service.duration == deterministic(60.0));
  CHECK(shorter.self_service.success == 0.35);
  CHECK_FALSE(shorter.callback->expected_wait.has_value());
  CHECK(shorter.callback->queue_length == 10u);
  CHECK(shorter.callback->tries == 2);
  CHECK(shorter.escalations[0]->delay == deterministic(3600.0));
  CHECK(shorter.escalations[0]->probability == 0.6);
  CHECK_FALSE(shorter.escalations[1].has_value());
  CHECK(shorter.escalations[2]->probability == 0.05);
  CHECK(shorter.costs.fixed_per_week == 900.0);
  CHECK(shorter.costs.per_contact == 0.04);
}

TEST_CASE("an option that nobody needs is told, unless it says so", "[scenario][ivr]") {
  const auto warnings = [](const std::string& options) {
    const LoadResult result = load_text(with_menu(options));
    CHECK(result.scenario.has_value());
    std::string text;
    for (const Diagnostic& diagnostic : result.diagnostics) text += diagnostic.message;
    return text;
  };
  CHECK(warnings("{calls: people, mail: people}").empty());
  CHECK(warnings("{calls: people, mail: people, hours: people}") ==
        "no issue type or contact type is called `hours`: only a wrong choice leads here");
  CHECK(warnings("{calls: people, mail: people, hours: {next: people, for: []}}").empty());
}

TEST_CASE("the hash knows the front end", "[scenario][hash]") {
  const auto hash_of_plan = [](const std::string& text) {
    const LoadResult result = load_text(text);
    REQUIRE(result.scenario);
    return result.scenario->hash;
  };
  const std::string menu = with_menu("{calls: people, mail: people}");
  std::vector<std::uint64_t> hashes;
  for (const std::string& text :
       {kSmall, menu, with(menu, "duration: 9s", "duration: 8s"),
        with(menu, "duration: 9s", "duration: 9s, retries: 1"),
        with(menu, "start: main", "start: main\n    ports: 5"),
        kSmall + "  costs: {fixed: 1 EUR/week}\n", kSmall + "  costs: {per_contact: 1 EUR}\n",
        kSmall + "  callback: {offer: {queue_length: 3}}\n",
        kSmall + "  callback: {offer: {expected_wait: 3s}}\n",
        kSmall + "  escalation: {calls: {to: mail, probability: 50%}}\n",
        kSmall + "  escalation: {mail: {to: calls, probability: 50%}}\n",
        kSmall + "  self_service: {mode: optional, duration: {deterministic: {value: 1m}}, "
                 "success: 50%}\n"}) {
    INFO(text);
    hashes.push_back(hash_of_plan(text));
    CHECK(std::count(hashes.begin(), hashes.end(), hashes.back()) == 1);
  }
  CHECK(hash_of_plan(kSmall + "  costs: {}\n") == hashes.front());
}
