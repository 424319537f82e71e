// The machine before the queue, against values worked by hand (5 standard deviations, error
// probability below 10^-6 each, fixed seeds).
#include "model/self_service.hpp"

#include <cmath>

#include "support/catch.hpp"

using namespace holdline;

namespace {

constexpr std::uint64_t kTalks = 100'000;

struct Shares {
  double accepted = 0, succeeded = 0, hung_up = 0, duration_s = 0;
};

Shares talk_often(const SelfService& spec, const SelfServiceBehaviour& behaviour, double trust,
                  double factor = 1.0, const MenuBehaviour& menu = {}, IssueTypeId issue = {}) {
  const SelfServiceMachine machine(spec, behaviour);
  const Sampler unit_exponential(exponential(1.0));
  Shares sum;
  const double share = 1.0 / static_cast<double>(kTalks);
  for (std::uint64_t i = 0; i < kTalks; ++i) {
    DrawSequence draws(make_stream_key(3, Purpose::self_service, "test"), 0, i);
    DrawSequence hazard(make_stream_key(3, Purpose::menu, "test"), 0, i);
    HangUpClock clock(menu, unit_exponential.sample_s(hazard));
    const MachineTalk talk = machine.talk(issue, trust, factor, 1, clock, WordsAhead(draws));
    sum.accepted += talk.is_accepted ? share : 0.0;
    sum.succeeded += talk.has_succeeded ? share : 0.0;
    sum.hung_up += talk.has_hung_up ? share : 0.0;
    sum.duration_s += to_seconds(talk.duration) * share;
  }
  return sum;
}

void check_talks(double found, double expected) {
  INFO("found " << found << ", expected " << expected);
  CHECK(std::abs(found - expected) <=
        5.0 * std::sqrt(expected * (1.0 - expected) / static_cast<double>(kTalks)));
}

SelfService machine(SelfServiceMode mode, double success) {
  SelfService spec;
  spec.mode = mode;
  spec.contact_types = {true};
  spec.duration = deterministic(90.0);
  spec.success = success;
  return spec;
}

}  // namespace

TEST_CASE("an optional machine is accepted by trust, a forced one always", "[model][machines]") {
  SelfServiceBehaviour behaviour;
  behaviour.acceptance = 0.5;
  check_talks(talk_often(machine(SelfServiceMode::optional, 0.4), behaviour, 0.5).accepted, 0.5);
  check_talks(talk_often(machine(SelfServiceMode::optional, 0.4), behaviour, 0.2).accepted, 0.2);
  const Shares sure = talk_often(machine(SelfServiceMode::optional, 0.4), {}, 0.9);
  CHECK(sure.accepted == Approx(1.0));  // 1 x 2 x .9, at most 1
  const Shares forced = talk_often(machine(SelfServiceMode::forced_first, 0.4), behaviour, 0.0);
  CHECK(forced.accepted == Approx(1.0));
  check_talks(forced.succeeded, 0.4);
  CHECK(forced.duration_s == Approx(90.0));
}

TEST_CASE("success is by issue type times the segment's factor, at most 1", "[model][machines]") {
  SelfService spec = machine(SelfServiceMode::forced_first, 0.4);
  spec.success_by_issue = {0.2, 0.8};
  check_talks(talk_often(spec, {}, 0.5, 0.5).succeeded, 0.2);  // nobody's issue type
  check_talks(talk_often(spec, {}, 0.5, 0.5, {}, IssueTypeId(1)).succeeded, 0.4);
  CHECK(talk_often(spec, {}, 0.5, 2.0, {}, IssueTypeId(1)).succeeded == Approx(1.0));
}

TEST_CASE("she hangs up on the machine by the menus' hazard", "[model][machines]") {
  MenuBehaviour menu;
  menu.hang_up_per_s = 0.004;
  menu.hang_up_per_error = 0.5;  // one error: .006
  const Shares found = talk_often(machine(SelfServiceMode::forced_first, 0.5), {}, 0.5, 1.0, menu);
  const double stays = std::exp(-90 * 0.006);
  check_talks(found.hung_up, 1 - stays);
  check_talks(found.succeeded, stays * 0.5);
  CHECK(found.duration_s == Approx((1 - stays) / 0.006).epsilon(0.01));
}

TEST_CASE("trust rises by a share of what is missing and falls by a share of itself",
          "[model][machines]") {
  SelfServiceBehaviour behaviour;
  CHECK(trust_after(0.5, true, behaviour) == 0.5);
  CHECK(trust_after(0.5, false, behaviour) == 0.5);
  behaviour.trust_gain = 0.1;
  behaviour.trust_loss = 0.3;
  CHECK(trust_after(0.5, true, behaviour) == Approx(0.55));
  CHECK(trust_after(0.5, false, behaviour) == Approx(0.35));
}
