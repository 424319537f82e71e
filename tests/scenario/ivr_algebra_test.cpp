// The algebra of the menus against cases worked out by hand.
#include "holdline/scenario/ivr_algebra.hpp"

#include <cmath>

#include "holdline/kernel/distribution.hpp"
#include "scenario/ivr_chain.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

constexpr ContactTypeId kPhone{std::size_t{0}};
constexpr ContactTypeId kLoans{std::size_t{1}};

IvrNode transfer(const char* name, ContactTypeId to = {}) {
  IvrNode node;
  node.name = name;
  node.kind = IvrNodeKind::transfer;
  node.transfer_to = to;
  return node;
}

IvrNode prompt(Duration duration, std::size_t next) {
  IvrNode node;
  node.kind = IvrNodeKind::prompt;
  node.duration = duration;
  node.next = IvrNodeId{next};
  return node;
}

/// A menu of 15 s and 2 s to answer; the first option is right for the only need.
IvrNode menu(std::initializer_list<std::size_t> options, std::size_t on_failure) {
  IvrNode node;
  node.kind = IvrNodeKind::menu;
  node.duration = 15 * kSecond;
  node.answer = 2 * kSecond;
  for (const std::size_t next : options) node.options.push_back({"", IvrNodeId{next}});
  node.option_for = {0};
  node.on_failure = IvrNodeId{on_failure};
  node.retries = 1;
  return node;
}

Ivr menus(std::vector<IvrNode> nodes, std::size_t way_out) {
  Ivr ivr;
  ivr.nodes = std::move(nodes);
  ivr.start = IvrNodeId{std::size_t{0}};
  ivr.way_out = IvrNodeId{way_out};
  ivr.contact_types = {true};
  return ivr;
}

double sum_of_ends(const MenuExpectation& is) {
  return is.contained + is.hung_up + is.own_queue + is.misrouted + is.opted_out + is.ended;
}

const MenuCaller kCaller{0, kPhone, false, 0.0, 1.0};

}  // namespace

TEST_CASE("a menu with one retry is worked out by hand", "[scenario][ivr]") {
  Ivr ivr =
      menus({menu({1, 2}, 3), transfer("own"), transfer("other", kLoans), transfer("people")}, 3);
  ivr.nodes[0].speech_failure = 0.2;
  ivr.nodes[0].error = 0.1;
  MenuBehaviour behaviour;
  behaviour.wrong_choice = 0.5;
  // A try: repeats with .2 + .8 x .1 x .5 = .24, errs with .04, is right with .72. Tries: 1.24.
  const MenuExpectation is = expect_menus(ivr, behaviour, kCaller);
  CHECK(is.time_s == Approx(1.24 * 17.0));
  CHECK(is.visits[1] == Approx(1.24 * 0.72));
  CHECK(is.misrouted == Approx(1.24 * 0.04));
  CHECK(is.visits[3] == Approx(0.24 * 0.24));
  CHECK(is.own_queue == Approx(1.24 * 0.72 + 0.24 * 0.24));
  CHECK(is.opted_out == 0.0);
  CHECK(sum_of_ends(is) == Approx(1.0).epsilon(1e-14));
}

TEST_CASE("pressing zero comes before everything else at a try, and less where it is hidden",
          "[scenario][ivr]") {
  Ivr ivr = menus({menu({1}, 1), transfer("own"), transfer("people", kLoans)}, 2);
  ivr.nodes[0].speech_failure = 1.0;
  MenuBehaviour behaviour;
  behaviour.finds_hidden_zero = 0.25;
  MenuCaller caller = kCaller;
  caller.presses_zero = 0.4;
  // The first try, or the second after one that was not understood.
  CHECK(expect_menus(ivr, behaviour, caller).opted_out == Approx(0.4 + 0.6 * 0.4));
  CHECK(expect_menus(ivr, behaviour, caller).misrouted == 0.0);
  CHECK(expect_menus(ivr, behaviour, caller).visits[2] == Approx(0.64));
  ivr.nodes[0].opt_out = OptOut::hidden;
  CHECK(expect_menus(ivr, behaviour, caller).opted_out == Approx(0.1 + 0.9 * 0.1));
  ivr.nodes[0].opt_out = OptOut::none;
  CHECK(expect_menus(ivr, behaviour, caller).opted_out == 0.0);
}

TEST_CASE("whoever knows the menus does not listen where she may barge in", "[scenario][ivr]") {
  Ivr ivr = menus({prompt(8 * kSecond, 1), menu({2}, 2), transfer("own")}, 2);
  MenuCaller caller = kCaller;
  CHECK(expect_menus(ivr, {}, caller).time_s == Approx(25.0));
  caller.knows_menu = true;
  CHECK(expect_menus(ivr, {}, caller).time_s == Approx(2.0));
  ivr.nodes[0].barge_in = false;
  CHECK(expect_menus(ivr, {}, caller).time_s == Approx(10.0));
  ivr.nodes[1].barge_in = false;
  CHECK(expect_menus(ivr, {}, caller).time_s == Approx(25.0));
}

TEST_CASE("hanging up cuts a walk short at a constant hazard", "[scenario][ivr]") {
  Ivr ivr = menus({prompt(60 * kSecond, 1), menu({2}, 2), transfer("own")}, 2);
  MenuBehaviour behaviour;
  behaviour.hang_up_per_s = 1.0 / 60.0;
  const MenuExpectation is = expect_menus(ivr, behaviour, kCaller);
  CHECK(is.visits[1] == Approx(std::exp(-1.0)));
  CHECK(is.own_queue == Approx(std::exp(-77.0 / 60.0)));
  CHECK(is.hung_up == Approx(1.0 - std::exp(-77.0 / 60.0)));
  CHECK(is.time_s == Approx(60.0 * (1.0 - std::exp(-77.0 / 60.0))));
}

TEST_CASE("a task contains some, loses some, and sends the rest on", "[scenario][ivr]") {
  IvrNode task;
  task.kind = IvrNodeKind::self_service;
  task.task = exponential(40.0);
  task.success = 0.6;
  task.next = IvrNodeId{std::size_t{1}};
  const Ivr ivr = menus({task, transfer("own")}, 1);
  MenuBehaviour behaviour;
  behaviour.hang_up_per_s = 0.025;  // as fast as the task ends: one of two hangs up
  MenuCaller caller = kCaller;
  caller.self_service_factor = 0.5;
  MenuExpectation is = expect_menus(ivr, behaviour, caller);
  CHECK(is.hung_up == Approx(0.5));
  CHECK(is.contained == Approx(0.5 * 0.3));
  CHECK(is.own_queue == Approx(0.5 * 0.7));
  CHECK(is.time_s == Approx(20.0));
  caller.self_service_factor = 10.0;  // no more than certain
  is = expect_menus(ivr, behaviour, caller);
  CHECK(is.contained == Approx(0.5));
  CHECK(is.own_queue == 0.0);
}

TEST_CASE("two menus that lead back to each other sum a geometric series", "[scenario][ivr]") {
  // Errs at the first with .2 x .5 = .1 and comes to the second, whose only option leads back.
  Ivr ivr = menus({menu({1, 2}, 3), transfer("own"), menu({0}, 3), transfer("people")}, 3);
  ivr.nodes[0].error = 0.2;
  ivr.nodes[0].retries = 0;
  ivr.nodes[2].error = 0.0;
  MenuBehaviour behaviour;
  behaviour.wrong_choice = 0.5;
  const MenuExpectation is = expect_menus(ivr, behaviour, kCaller);
  CHECK(is.visits[0] == Approx(1.0 / 0.9));
  CHECK(is.visits[2] == Approx(0.1 / 0.9));
  CHECK(is.visits[1] == Approx(0.8 / 0.9));
  CHECK(is.visits[3] == Approx(0.1 / 0.9));
  CHECK(is.time_s == Approx(17.0 * 1.1 / 0.9));
}

TEST_CASE("a node that hangs up ends the call without a queue", "[scenario][ivr]") {
  IvrNode bye;
  bye.kind = IvrNodeKind::hang_up;
  const MenuExpectation is = expect_menus(menus({prompt(kSecond, 1), bye}, 1), {}, kCaller);
  CHECK(is.ended == 1.0);
  CHECK(is.own_queue == 0.0);
}

TEST_CASE("expected visits are those of summing a chain's steps one by one", "[scenario][ivr]") {
  constexpr std::uint32_t kStates = 30;
  std::uint32_t seed = 12345;
  const auto next = [&seed] { return (seed = seed * 1664525u + 1013904223u) >> 8; };
  std::vector<MenuState> chain(kStates);
  for (MenuState& state : chain) {
    for (int k = 0; k < 4; ++k) {
      const std::uint32_t to = next() % kStates;
      bool is_there = false;
      for (const MenuState::Arc& arc : state.arcs) is_there |= arc.to == to;
      if (!is_there) state.arcs.push_back({to, 0.23});
    }
    state.ended = 1.0 - 0.23 * static_cast<double>(state.arcs.size());
  }
  std::vector<double> expected(kStates, 0.0);
  std::vector<double> now(kStates, 0.0);
  now[7] = 1.0;
  for (int step = 0; step < 2000; ++step) {  // 0.92^2000 < 1e-72 are left
    std::vector<double> after(kStates, 0.0);
    for (std::uint32_t i = 0; i < kStates; ++i) {
      expected[i] += now[i];
      for (const MenuState::Arc& arc : chain[i].arcs) after[arc.to] += now[i] * arc.probability;
    }
    now = after;
  }
  std::uint64_t budget = 1'000'000;
  const auto visits = expected_visits(chain, 7, budget);
  REQUIRE(visits);
  for (std::uint32_t i = 0; i < kStates; ++i) CHECK((*visits)[i] == Approx(expected[i]));
  CHECK(budget < 1'000'000);
  budget = 10;
  CHECK_FALSE(expected_visits(chain, 7, budget));
}

TEST_CASE("callers are mixed as they are at the start", "[scenario][ivr]") {
  Ivr ivr = menus({prompt(10 * kSecond, 1), transfer("own")}, 1);
  ivr.contact_types = {true, false};
  World world;
  world.contact_types.resize(2);
  world.segments.resize(2);
  world.segments[0].count = 300;
  world.segments[0].knows_menu = 0.5;
  world.segments[1].count = 100;
  world.segments[1].channels = {0.5, 1.0};
  world.issue_types.resize(1);
  world.issue_types[0].frequency = {1.0, 2.0};
  world.issue_types[0].contact_types = {1.0, 1.0};
  // By phone come 300 x 1/2, of whom half listen, and 200 x 1/3, who all do.
  const double known = 150.0;
  const double unknown = 200.0 / 3.0;
  const MenuExpectation is = expect_menus(ivr, world, kPhone, 0);
  CHECK(is.time_s == Approx(10.0 * (0.5 * known + unknown) / (known + unknown)));
  CHECK(sum_of_ends(is) == Approx(1.0));
  CHECK(menu_needs(ivr, world).size() == 1);
  world.contact_types[0].arrivals.rate_per_s.values = {1.0};
  REQUIRE(menu_needs(ivr, world).size() == 2);
  CHECK(menu_needs(ivr, world)[1].need == 1);
  CHECK(expect_menus(ivr, world, kPhone, 1).time_s == Approx(10.0));
}
