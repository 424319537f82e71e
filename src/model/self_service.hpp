// The machine that answers between the menus and the queue: whether she talks to it, for how long
// and with what success, drawn as a whole; and what it does to her trust in machines
// (docs/model.md, "Self-service").
//
// Draws: acceptance (word 0), success (word 1), then the duration.
#pragma once

#include <vector>

#include "model/menu_walk.hpp"

namespace holdline {

/// A conversation with the machine. Not accepted: nothing else of it counts.
struct MachineTalk {
  bool is_accepted = false;
  bool has_succeeded = false;  ///< the issue is resolved
  bool has_hung_up = false;
  Duration duration{};
};

/// The self-service of a plan, prepared for talking. Immutable and shared by threads.
class SelfServiceMachine {
 public:
  /// Both must outlive it.
  SelfServiceMachine(const SelfService& self_service, const SelfServiceBehaviour& behaviour);

  [[nodiscard]] bool answers(ContactTypeId type) const {
    return spec_.mode != SelfServiceMode::none && spec_.contact_types[type.index()];
  }
  [[nodiscard]] bool is_forced() const { return spec_.mode == SelfServiceMode::forced_first; }

  /// `issue` may be none. `trust` of the anonymous is .5. `clock` and `errors` come from the menus
  /// (a fresh clock and none where there are no menus).
  [[nodiscard]] MachineTalk talk(IssueTypeId issue, double trust, double self_service_factor,
                                 std::uint32_t errors, HangUpClock& clock,
                                 WordsAhead&& words) const;

 private:
  [[nodiscard]] double success(IssueTypeId issue) const;

  const SelfService& spec_;
  const SelfServiceBehaviour& behaviour_;
  Sampler duration_;
};

/// Trust in machines after one has succeeded or failed. A talk she left changes nothing.
[[nodiscard]] double trust_after(double trust, bool has_succeeded,
                                 const SelfServiceBehaviour& behaviour);

}  // namespace holdline
