// A walk through the menus, drawn as a whole when it begins: nothing outside can change it, so that
// a contact costs one event for all the menus instead of one a node (docs/model.md, "Menus").
//
// Draws: word 0 is the unit exponential that is laid along the hazard of hanging up, so that one
// draw decides for the whole walk and a longer menu can only lose more callers; word 1 whether she
// knows the menu afterwards; then two words each try of a menu, and what a task needs.
#pragma once

#include <cstdint>
#include <vector>

#include "holdline/scenario/customers.hpp"
#include "holdline/scenario/front_end.hpp"
#include "kernel/sampler.hpp"
#include "model/attempt_draws.hpp"

namespace holdline {

/// What the front end must know of whoever calls.
struct CallerTraits {
  bool knows_menu = false;
  double presses_zero = 0.0;         ///< at each try of a menu that offers a human
  double self_service_factor = 1.0;  ///< multiplies the success of machines [1]
};

/// The time until she hangs up on machines: an exponential laid along the hazard, which is constant
/// within a node and grows from node to node with the time and the errors so far.
class HangUpClock {
 public:
  /// `unit` is an exponential draw of mean 1.
  HangUpClock(const MenuBehaviour& behaviour, double unit) : behaviour_(&behaviour), left_(unit) {}
  /// From the next word of `draws`.
  static HangUpClock draw(const MenuBehaviour& behaviour, DrawSequence& draws);

  /// A node begins (or the machine): the hazard is set for its time.
  void begin_node(std::uint32_t errors);
  /// Stays for `length` of the node, which is `length_s`, or hangs up within it; returns the time
  /// she stayed.
  Duration stay(Duration length, double length_s);

  [[nodiscard]] bool has_hung_up() const { return has_hung_up_; }
  [[nodiscard]] Duration elapsed() const { return elapsed_; }

 private:
  const MenuBehaviour* behaviour_;
  double left_;                ///< of the exponential [1]
  double hazard_per_s_ = 0.0;  ///< [1/s]
  Duration elapsed_{};         ///< in menus and with machines
  bool has_hung_up_ = false;
};

enum class WalkEnd : std::uint8_t { transferred, contained, hung_up };

/// How a walk went.
struct MenuWalk {
  explicit MenuWalk(const HangUpClock& fresh) : clock(fresh) {}

  WalkEnd end = WalkEnd::hung_up;
  ContactTypeId queue;  ///< transferred: the queue she joins
  Duration duration{};
  std::uint32_t errors = 0;  ///< wrong options, no answers and answers not understood
  std::uint32_t visits = 0;  ///< of nodes
  bool opted_out = false;
  bool misrouted = false;  ///< `queue` is not that of her own contact type
  bool learns = false;     ///< knows the menu from now on
  HangUpClock clock;       ///< as the walk left it; goes on with the machine that may follow
};

/// The menus of a plan, prepared for walking. Immutable and shared by threads.
class MenuMap {
 public:
  /// A walk of more visits ends as hung up. Nobody comes near: load refuses menus of more than
  /// 100,000 *expected* visits.
  static constexpr std::uint32_t kMostVisits = 100'000;

  /// Both must outlive the map.
  MenuMap(const Ivr& ivr, const MenuBehaviour& behaviour);

  /// `need` is the index into IvrNode::option_for; `own_type` the contact's own queue.
  [[nodiscard]] MenuWalk walk(std::uint32_t need, ContactTypeId own_type,
                              const CallerTraits& caller, DrawSequence& draws) const;
  /// The same when the first word is used: the clock of `walk`, which is fresh, was made of it.
  void walk(std::uint32_t need, ContactTypeId own_type, const CallerTraits& caller,
            WordsAhead& words, MenuWalk& walk) const;

 private:
  class Walker;

  struct Length {
    Duration exact{};
    double s = 0.0;
  };
  /// A node, with what every walk would work out again. Aligned, so that none lies on two cache
  /// lines.
  struct alignas(64) Node {
    const IvrNode* spec = nullptr;
    IvrNodeKind kind = IvrNodeKind::hang_up;
    std::uint32_t task = 0;   ///< self_service: the place in tasks_ of its duration
    Length heard, known;      ///< (of a try) for those who listen, and who need not
    double errs = 0.0;        ///< menu: of those understood, at each try
    double finds_zero = 0.0;  ///< menu: multiplies the share that presses zero
  };
  static_assert(sizeof(Node) == 64);
  [[nodiscard]] double error_share(const IvrNode& node) const;

  const Ivr& ivr_;
  const MenuBehaviour& behaviour_;
  std::vector<Node> nodes_;
  std::vector<Sampler> tasks_;
};

}  // namespace holdline
