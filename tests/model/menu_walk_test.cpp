// Walks through small menus against values worked by hand. The frequencies are checked at 5
// standard deviations, error probability below 10^-6 each, with fixed seeds.
#include "model/menu_walk.hpp"

#include <cmath>

#include "support/catch.hpp"
#include "support/ivr_nodes.hpp"

using namespace holdline;
using holdline::test::transfer_node;

namespace {

constexpr std::uint64_t kWalks = 100'000;
constexpr ContactTypeId kPhone{std::size_t{0}}, kLoans{std::size_t{1}};

// 0: a menu of `options` options, the first of them right (to 1: people), the others to 2: loans;
// on failure and for zero: 3: people again.
Ivr one_menu(std::size_t options = 3) {
  Ivr ivr;
  IvrNode menu;
  menu.kind = IvrNodeKind::menu;
  menu.duration = 15 * kSecond;
  menu.answer = 2 * kSecond;
  for (std::size_t i = 0; i < options; ++i) menu.options.push_back({"", IvrNodeId(i == 0 ? 1 : 2)});
  menu.option_for = {0};
  menu.on_failure = IvrNodeId(3);
  ivr.nodes = {menu, transfer_node(), transfer_node(kLoans), transfer_node()};
  ivr.start = IvrNodeId(0);
  ivr.way_out = IvrNodeId(3);
  return ivr;
}

struct Totals {
  double transferred = 0, contained = 0, hung_up = 0, misrouted = 0, opted_out = 0, learns = 0;
  double errors = 0, visits = 0, duration_s = 0, duration_squared = 0;
};

MenuWalk walk_once(const MenuMap& map, std::uint64_t index, const CallerTraits& caller) {
  DrawSequence draws(make_stream_key(11, Purpose::menu, "test"), 0, index);
  return map.walk(0, kPhone, caller, draws);
}

// Means over kWalks walks.
Totals walk_often(const Ivr& ivr, const MenuBehaviour& behaviour, const CallerTraits& caller = {}) {
  const MenuMap map(ivr, behaviour);
  Totals sum;
  const double share = 1.0 / static_cast<double>(kWalks);
  for (std::uint64_t i = 0; i < kWalks; ++i) {
    const MenuWalk walk = walk_once(map, i, caller);
    sum.transferred += walk.end == WalkEnd::transferred ? share : 0.0;
    sum.contained += walk.end == WalkEnd::contained ? share : 0.0;
    sum.hung_up += walk.end == WalkEnd::hung_up ? share : 0.0;
    sum.misrouted += walk.misrouted ? share : 0.0;
    sum.opted_out += walk.opted_out ? share : 0.0;
    sum.learns += walk.learns ? share : 0.0;
    sum.errors += walk.errors * share;
    sum.visits += walk.visits * share;
    const double duration_s = to_seconds(walk.duration);
    sum.duration_s += duration_s * share;
    sum.duration_squared += duration_s * duration_s * share;
  }
  return sum;
}

void check_share(double found, double expected) {
  INFO("found " << found << ", expected " << expected);
  CHECK(std::abs(found - expected) <=
        5.0 * std::sqrt(expected * (1.0 - expected) / static_cast<double>(kWalks)));
}

void check_duration(const Totals& found, double expected_s) {
  const double variance = found.duration_squared - found.duration_s * found.duration_s;
  INFO("found " << found.duration_s << " s, expected " << expected_s << " s");
  CHECK(std::abs(found.duration_s - expected_s) <=
        5.0 * std::sqrt(variance / static_cast<double>(kWalks)));
}

}  // namespace

TEST_CASE("without behaviour a walk takes the sum of its durations and the right option",
          "[model][menus]") {
  Ivr ivr = one_menu();
  IvrNode prompt;
  prompt.kind = IvrNodeKind::prompt;
  prompt.duration = 8 * kSecond;
  prompt.next = IvrNodeId(0);
  ivr.nodes.push_back(prompt);
  ivr.start = IvrNodeId(4);
  const MenuBehaviour behaviour;
  const MenuMap map(ivr, behaviour);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const MenuWalk walk = walk_once(map, i, {});
    REQUIRE(walk.end == WalkEnd::transferred);
    REQUIRE(walk.queue == kPhone);
    REQUIRE(walk.duration == 25 * kSecond);
    REQUIRE(walk.visits == 3);
    REQUIRE(walk.errors == 0);
    REQUIRE_FALSE((walk.misrouted || walk.opted_out || walk.learns));
    // Whoever knows it and may barge in needs her answer alone.
    REQUIRE(walk_once(map, i, {.knows_menu = true}).duration == 2 * kSecond);
  }
  for (IvrNode& node : ivr.nodes) node.barge_in = false;
  const MenuMap patient(ivr, behaviour);
  CHECK(walk_once(patient, 0, {.knows_menu = true}).duration == 25 * kSecond);
}

TEST_CASE("errors repeat a menu until its retries are used up, or lead astray", "[model][menus]") {
  MenuBehaviour behaviour;
  behaviour.error_base = 0.2;
  behaviour.error_per_option = 0.05;
  behaviour.wrong_choice = 0.4;
  behaviour.learns = 0.3;
  // Five options: e = .2 + 2 x .05 = .3; wrong .12, repeats r = .18, right .7 of each of three
  // tries.
  const double r = 0.18, tries = 1 + r + r * r;
  const Totals found = walk_often(one_menu(5), behaviour);
  check_share(found.misrouted, 0.12 * tries);
  CHECK(found.transferred == Approx(1.0));
  check_share(found.learns, 0.3);
  check_duration(found, 17.0 * tries);
  CHECK(found.errors == Approx(0.3 * tries).epsilon(0.02));
  CHECK(found.visits == Approx(2.0));

  // Errors of a menu with one option can only repeat: none of them goes elsewhere.
  const Totals alone = walk_often(one_menu(1), behaviour);
  CHECK(alone.misrouted == 0.0);
  check_duration(alone, 17.0 * (1 + 0.2 + 0.04));
}

TEST_CASE("an answer that is not understood comes before an error of her own", "[model][menus]") {
  Ivr ivr = one_menu();
  ivr.nodes[0].speech_failure = 0.25;
  ivr.nodes[0].error = 0.2;
  ivr.nodes[0].retries = 0;
  MenuBehaviour behaviour;
  behaviour.error_base = 0.9;  // the node's own counts
  behaviour.wrong_choice = 1.0;
  const Totals found = walk_often(ivr, behaviour);
  check_share(found.misrouted, 0.75 * 0.2);
  CHECK(found.errors == Approx(0.25 + 0.15).epsilon(0.02));
}

TEST_CASE("each of the other options is as likely to be the wrong one", "[model][menus]") {
  Ivr ivr = one_menu(3);
  ivr.nodes[0].options = {{"", IvrNodeId(2)}, {"", IvrNodeId(1)}, {"", IvrNodeId(4)}};
  ivr.nodes[0].option_for = {1};
  IvrNode bye;
  bye.kind = IvrNodeKind::hang_up;
  ivr.nodes.push_back(bye);
  MenuBehaviour behaviour;
  behaviour.error_base = 0.6;
  behaviour.wrong_choice = 1.0;
  const Totals found = walk_often(ivr, behaviour);
  check_share(found.misrouted, 0.3);
  check_share(found.hung_up, 0.3);
}

TEST_CASE("pressing zero leads out at each try, less where the way out is hidden",
          "[model][menus]") {
  MenuBehaviour behaviour;
  behaviour.finds_hidden_zero = 0.25;
  behaviour.error_base = 0.5;
  behaviour.wrong_choice = 0.0;
  Ivr ivr = one_menu();
  const CallerTraits caller{.presses_zero = 0.4};
  const auto expected = [](double p) {
    const double again = (1 - p) * 0.5;
    return p * (1 + again + again * again);
  };
  check_share(walk_often(ivr, behaviour, caller).opted_out, expected(0.4));
  ivr.nodes[0].opt_out = OptOut::hidden;
  check_share(walk_often(ivr, behaviour, caller).opted_out, expected(0.1));
  ivr.nodes[0].opt_out = OptOut::none;
  CHECK(walk_often(ivr, behaviour, caller).opted_out == 0.0);
}

TEST_CASE("a task resolves the issue with its success times the caller's factor",
          "[model][menus]") {
  Ivr ivr = one_menu();
  ivr.nodes[1].kind = IvrNodeKind::self_service;
  ivr.nodes[1].task = exponential(40.0);
  ivr.nodes[1].success = 0.5;
  ivr.nodes[1].next = IvrNodeId(3);
  const Totals found = walk_often(ivr, {}, {.self_service_factor = 1.2});
  check_share(found.contained, 0.6);
  check_share(found.transferred, 0.4);
  check_duration(found, 57.0);
  CHECK(walk_often(ivr, {}, {.self_service_factor = 10.0}).contained == Approx(1.0));
}

TEST_CASE("she hangs up by a hazard constant within a node", "[model][menus]") {
  Ivr ivr = one_menu();
  ivr.nodes[0].duration = 118 * kSecond;
  ivr.nodes[1].kind = IvrNodeKind::prompt;
  ivr.nodes[1].duration = 60 * kSecond;
  ivr.nodes[1].next = IvrNodeId(3);
  MenuBehaviour behaviour;
  behaviour.hang_up_per_s = 0.004;
  behaviour.hang_up_growth = 0.5;
  behaviour.hang_up_per_error = 2.0;
  // Without errors: 120 s at .004, then 60 s at .004 x (1 + .5 x 2) = .008.
  const Totals smooth = walk_often(ivr, behaviour);
  const double first = std::exp(-0.48), second = std::exp(-0.48);
  check_share(smooth.hung_up, 1.0 - first * second);
  check_duration(smooth, (1 - first) / 0.004 + first * (1 - second) / 0.008);

  // One error of two tries, seldom: the second try at the menu's hazard still, the prompt at
  // .004 x (1 + .5 x 4 + 2 x 1).
  ivr.nodes[0].speech_failure = 0.3;
  ivr.nodes[0].retries = 1;
  ivr.nodes[0].on_failure = IvrNodeId(1);
  const double two = first * first;
  const double after_one = std::exp(-60 * 0.004 * 5.0), after_two = std::exp(-60 * 0.004 * 7.0);
  const double stays = 0.7 * first * second + 0.3 * two * (0.7 * after_one + 0.3 * after_two);
  check_share(walk_often(ivr, behaviour).hung_up, 1.0 - stays);
}

TEST_CASE("a hazard that grows from node to node agrees with its integral", "[model][menus]") {
  // 40 prompts of 10 s: numerical integration of the stepwise hazard, a second at a time.
  Ivr ivr;
  for (std::size_t i = 0; i < 40; ++i) {
    IvrNode prompt;
    prompt.kind = IvrNodeKind::prompt;
    prompt.duration = 10 * kSecond;
    prompt.next = IvrNodeId(i + 1);
    ivr.nodes.push_back(prompt);
  }
  ivr.nodes.push_back(transfer_node());
  ivr.start = IvrNodeId(0);
  MenuBehaviour behaviour;
  behaviour.hang_up_per_s = 0.0005;
  behaviour.hang_up_growth = 1.5;
  double survival = 1.0, mean_s = 0.0;
  for (int ms = 0; ms < 400'000; ++ms) {
    const double minutes = (ms / 10'000) * 10.0 / 60.0;
    const double next = survival * std::exp(-0.0005 * (1 + 1.5 * minutes) / 1000.0);
    mean_s += 0.5 * (survival + next) / 1000.0;
    survival = next;
  }
  const Totals found = walk_often(ivr, behaviour);
  check_share(found.hung_up, 1.0 - survival);
  check_duration(found, mean_s);
}

TEST_CASE("under the same draws more errors take longer and hiding the way out keeps callers in",
          "[model][menus]") {
  const Ivr ivr = one_menu();
  Ivr hidden = ivr;
  hidden.nodes[0].opt_out = OptOut::hidden;
  MenuBehaviour few, many;
  few.error_base = 0.1;
  many.error_base = 0.3;
  few.wrong_choice = many.wrong_choice = 0.0;
  few.finds_hidden_zero = many.finds_hidden_zero = 0.5;
  const MenuMap easy(ivr, few), hard(ivr, many), closed(hidden, few);
  const CallerTraits caller{.presses_zero = 0.3};
  int longer = 0, kept = 0;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const MenuWalk a = walk_once(easy, i, caller);
    const MenuWalk b = walk_once(hard, i, caller);
    const MenuWalk c = walk_once(closed, i, caller);
    REQUIRE(a.duration <= b.duration);
    REQUIRE((a.opted_out || !c.opted_out || a.errors > 0 || c.errors > 0));
    longer += a.duration < b.duration;
    kept += a.opted_out && !c.opted_out;
  }
  CHECK(longer > 1000);
  CHECK(kept > 1000);
}

TEST_CASE("menus that never end are cut as hung up", "[model][menus]") {
  Ivr ivr = one_menu(1);
  ivr.nodes[0].options[0].next = IvrNodeId(0);
  const MenuBehaviour behaviour;
  const MenuMap map(ivr, behaviour);
  const MenuWalk walk = walk_once(map, 0, {});
  CHECK(walk.end == WalkEnd::hung_up);
  CHECK(walk.visits == MenuMap::kMostVisits);
}
