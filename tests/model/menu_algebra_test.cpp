// Walks against the algebra of absorbing chains: time, ends and visits of the same menus, found
// exactly there and by drawing here (5 standard deviations, error probability below 10^-6 each).
#include <cmath>

#include "holdline/scenario/ivr_algebra.hpp"
#include "model/menu_walk.hpp"
#include "support/catch.hpp"
#include "support/ivr_nodes.hpp"

using namespace holdline;
using holdline::test::ivr_node;
using holdline::test::transfer_node;

namespace {

constexpr std::uint64_t kAlgebraWalks = 200'000;

IvrNode menu(Duration duration, std::vector<std::size_t> nexts, std::uint32_t right,
             std::size_t on_failure) {
  IvrNode made = ivr_node(IvrNodeKind::menu, duration);
  made.answer = 2 * kSecond;
  for (const std::size_t next : nexts) made.options.push_back({"", IvrNodeId(next)});
  made.option_for = {right};
  made.on_failure = IvrNodeId(on_failure);
  return made;
}

// Welcome (0), main menu (1) with a way back from the second menu (2), a task (3), two queues, a
// hang-up and a prompt that returns to the main menu.
Ivr winding_menus() {
  Ivr ivr;
  IvrNode main = menu(15 * kSecond, {2, 3, 4, 7, 6}, 0, 7);
  main.retries = 1;
  IvrNode second = menu(9 * kSecond, {1, 3, 5}, 1, 6);
  second.opt_out = OptOut::hidden;
  second.speech_failure = 0.15;
  second.error = 0.2;
  second.barge_in = false;
  IvrNode task = ivr_node(IvrNodeKind::self_service, {}, 4);
  task.task = exponential(40.0);
  task.success = 0.5;
  ivr.nodes = {ivr_node(IvrNodeKind::prompt, 8 * kSecond, 1),
               main,
               second,
               task,
               transfer_node(),
               transfer_node(ContactTypeId(1)),
               ivr_node(IvrNodeKind::hang_up),
               ivr_node(IvrNodeKind::prompt, 5 * kSecond, 1)};
  ivr.start = IvrNodeId(0);
  ivr.way_out = IvrNodeId(4);
  return ivr;
}

struct Means {
  double time_s = 0, time_squared = 0, contained = 0, hung_up = 0, own_queue = 0, misrouted = 0;
  double opted_out = 0, visits = 0, visits_squared = 0;
};

Means draw(const Ivr& ivr, const MenuBehaviour& behaviour, const CallerTraits& traits) {
  const MenuMap map(ivr, behaviour);
  Means sum;
  const double share = 1.0 / static_cast<double>(kAlgebraWalks);
  for (std::uint64_t i = 0; i < kAlgebraWalks; ++i) {
    DrawSequence draws(make_stream_key(5, Purpose::menu, "algebra"), 0, i);
    const MenuWalk walk = map.walk(0, ContactTypeId(0), traits, draws);
    const double time_s = to_seconds(walk.duration);
    const double visits = walk.visits;
    sum.time_s += time_s * share;
    sum.time_squared += time_s * time_s * share;
    sum.visits += visits * share;
    sum.visits_squared += visits * visits * share;
    const bool is_led = walk.end == WalkEnd::transferred && !walk.opted_out;
    sum.contained += walk.end == WalkEnd::contained ? share : 0.0;
    sum.hung_up += walk.end == WalkEnd::hung_up ? share : 0.0;
    sum.own_queue += is_led && !walk.misrouted ? share : 0.0;
    sum.misrouted += is_led && walk.misrouted ? share : 0.0;
    sum.opted_out += walk.opted_out ? share : 0.0;
  }
  return sum;
}

void check_mean(double found, double squares, double expected) {
  INFO("found " << found << ", expected " << expected);
  const double variance = squares - found * found;
  CHECK(std::abs(found - expected) <=
        5.0 * std::sqrt(variance / static_cast<double>(kAlgebraWalks)));
}

void check_algebra(double found, double expected) { check_mean(found, found, expected); }

}  // namespace

TEST_CASE("drawn walks agree with the algebra of absorbing chains", "[model][menus]") {
  MenuBehaviour behaviour;
  behaviour.error_base = 0.1;
  behaviour.error_per_option = 0.05;
  behaviour.wrong_choice = 0.6;
  behaviour.finds_hidden_zero = 0.25;
  behaviour.hang_up_per_s = 0.003;
  const Ivr ivr = winding_menus();
  for (const bool knows_menu : {false, true}) {
    const MenuExpectation exact =
        expect_menus(ivr, behaviour, {0, ContactTypeId(0), knows_menu, 0.12, 1.3});
    const Means found = draw(ivr, behaviour, {knows_menu, 0.12, 1.3});
    check_mean(found.time_s, found.time_squared, exact.time_s);
    check_algebra(found.contained, exact.contained);
    check_algebra(found.hung_up, exact.hung_up + exact.ended);
    check_algebra(found.own_queue, exact.own_queue);
    check_algebra(found.misrouted, exact.misrouted);
    check_algebra(found.opted_out, exact.opted_out);
    double visits = 0.0;
    for (const double each : exact.visits) visits += each;
    check_mean(found.visits, found.visits_squared, visits);
  }
}
