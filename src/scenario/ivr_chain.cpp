// The probabilities of one visit, after docs/model.md, "Menus": at each try presses zero, is not
// understood, errs, or takes the right option, in this order.
#include "scenario/ivr_chain.hpp"

#include <algorithm>

#include "scenario/discounting.hpp"

namespace holdline {
namespace {

/// One node of the chain being made.
class NodeVisit {
 public:
  NodeVisit(const MenuBehaviour& behaviour, const MenuCaller& caller)
      : behaviour_(behaviour), caller_(caller) {}

  MenuState of(const IvrNode& node) {
    state_ = {};
    switch (node.kind) {
      case IvrNodeKind::prompt:
        add_stay(discounted_s(to_seconds(listens(node) ? node.duration : Duration{0}), hazard()));
        add_arc(node.next, 1.0 - state_.hung_up);
        break;
      case IvrNodeKind::menu:
        add_menu(node);
        break;
      case IvrNodeKind::self_service: {
        add_stay(discounted_s(node.task, hazard()));
        const double success = std::min(1.0, node.success * caller_.self_service_factor);
        const double done = 1.0 - state_.hung_up;
        state_.contained = done * success;
        add_arc(node.next, done * (1.0 - success));
        break;
      }
      case IvrNodeKind::transfer:
      case IvrNodeKind::hang_up:
        state_.ended = 1.0;
        break;
    }
    return std::move(state_);
  }

 private:
  [[nodiscard]] double hazard() const { return behaviour_.hang_up_per_s; }
  [[nodiscard]] bool listens(const IvrNode& node) const {
    return !(node.barge_in && caller_.knows_menu);
  }

  /// `stay_s` is the expected time of a stay that hanging up may cut short.
  void add_stay(double stay_s) {
    state_.time_s = stay_s;
    state_.hung_up = std::min(1.0, hazard() * stay_s);
  }

  void add_arc(IvrNodeId to, double probability) {
    if (!(probability > 0.0)) return;
    for (MenuState::Arc& arc : state_.arcs) {
      if (arc.to == to.value) {
        arc.probability += probability;
        return;
      }
    }
    state_.arcs.push_back({to.value, probability});
  }

  [[nodiscard]] double zero_share(const IvrNode& node) const {
    if (node.opt_out == OptOut::none) return 0.0;
    const double hidden = node.opt_out == OptOut::hidden ? behaviour_.finds_hidden_zero : 1.0;
    return std::min(1.0, caller_.presses_zero * hidden);
  }

  [[nodiscard]] double error_share(const IvrNode& node) const {
    if (node.error) return *node.error;
    const double further =
        node.options.size() > 3 ? static_cast<double>(node.options.size() - 3) : 0.0;
    return std::min(1.0, behaviour_.error_base + behaviour_.error_per_option * further);
  }

  void add_menu(const IvrNode& node) {
    const Duration listening = listens(node) ? node.duration : Duration{0};
    const double stay_s = discounted_s(to_seconds(node.answer + listening), hazard());
    const double hangs_up = std::min(1.0, hazard() * stay_s);
    const std::uint32_t option = node.option_for[caller_.need];
    const double zero = (1.0 - hangs_up) * zero_share(node);
    const double answers = (1.0 - hangs_up) * (1.0 - zero_share(node));
    const bool is_served = option != kNoOption;
    const double heard = is_served ? answers * (1.0 - node.speech_failure) : 0.0;
    const double errs = heard * error_share(node);
    const double others = static_cast<double>(node.options.size()) - 1.0;
    const double wrong = others > 0.0 ? errs * behaviour_.wrong_choice : 0.0;
    const double right = heard * (1.0 - error_share(node));
    const double repeats = (is_served ? answers * node.speech_failure : answers) + (errs - wrong);
    double tries = 0.0;    // expected
    double reaches = 1.0;  // the try under way
    for (std::uint32_t i = 0; i <= node.retries; ++i) {
      tries += reaches;
      reaches *= repeats;
    }
    state_.time_s = tries * stay_s;
    state_.hung_up = tries * hangs_up;
    state_.opted_out = tries * zero;
    for (std::uint32_t i = 0; i < node.options.size(); ++i) {
      add_arc(node.options[i].next, tries * (i == option ? right : wrong / std::max(1.0, others)));
    }
    add_arc(node.on_failure, reaches);
  }

  const MenuBehaviour& behaviour_;
  const MenuCaller& caller_;
  MenuState state_;
};

}  // namespace

std::vector<MenuState> menu_chain(const Ivr& ivr, const MenuBehaviour& behaviour,
                                  const MenuCaller& caller) {
  std::vector<MenuState> chain;
  NodeVisit visit(behaviour, caller);
  chain.reserve(ivr.nodes.size());
  for (const IvrNode& node : ivr.nodes) chain.push_back(visit.of(node));
  return chain;
}

Successors successors_of(const std::vector<MenuState>& chain) {
  Successors successors(chain.size());
  for (std::size_t i = 0; i < chain.size(); ++i) {
    for (const MenuState::Arc& arc : chain[i].arcs) successors[i].push_back(arc.to);
  }
  return successors;
}

std::vector<bool> ends_of(const std::vector<MenuState>& chain) {
  std::vector<bool> ends;
  for (const MenuState& state : chain) ends.push_back(state.end() > 0.0);
  return ends;
}

}  // namespace holdline
