#include "model/menu_walk.hpp"

#include <algorithm>

#include "kernel/exact_inline.hpp"

namespace holdline {

HangUpClock HangUpClock::draw(const MenuBehaviour& behaviour, DrawSequence& draws) {
  return {behaviour, unit_of(draws.next_bits())};
}

double HangUpClock::unit_of(std::uint64_t word) { return exact::hazard_of(word); }

void HangUpClock::begin_node(std::uint32_t errors) {
  const double minutes = to_seconds(elapsed_) / 60.0;
  hazard_per_s_ = behaviour_->hang_up_per_s * (1.0 + behaviour_->hang_up_growth * minutes +
                                               behaviour_->hang_up_per_error * errors);
}

Duration HangUpClock::stay(Duration length) {
  const double spent = hazard_per_s_ * to_seconds(length);
  if (spent > left_) {
    has_hung_up_ = true;
    length = std::min(length, from_seconds(left_ / hazard_per_s_));
  }
  left_ = std::max(0.0, left_ - spent);
  elapsed_ += length;
  return length;
}

MenuMap::MenuMap(const Ivr& ivr, const MenuBehaviour& behaviour)
    : ivr_(ivr), behaviour_(behaviour), tasks_(ivr.nodes.size()) {
  for (std::size_t i = 0; i < ivr.nodes.size(); ++i) {
    if (ivr.nodes[i].kind == IvrNodeKind::self_service) tasks_[i] = Sampler(ivr.nodes[i].task);
  }
}

/// One walk under way. Each visit returns the next node, or none where the walk ends.
class MenuMap::Walker {
 public:
  Walker(const MenuMap& map, std::uint32_t need, ContactTypeId own_type, const CallerTraits& caller,
         WordsAhead& words, MenuWalk& walk)
      : map_(map), need_(need), own_type_(own_type), caller_(caller), words_(words), walk_(walk) {}

  IvrNodeId visit(IvrNodeId id) {
    const IvrNode& node = map_.ivr_.nodes[id.index()];
    walk_.clock.begin_node(walk_.errors);
    switch (node.kind) {
      case IvrNodeKind::prompt:
        return stays(need_not_listen(node) ? Duration{0} : node.duration) ? node.next : IvrNodeId{};
      case IvrNodeKind::menu:
        return visit_menu(node);
      case IvrNodeKind::self_service:
        return visit_task(node, map_.tasks_[id.index()]);
      case IvrNodeKind::transfer:
        walk_.end = WalkEnd::transferred;
        walk_.queue = node.transfer_to.is_none() ? own_type_ : node.transfer_to;
        walk_.misrouted = walk_.queue != own_type_;
        return {};
      case IvrNodeKind::hang_up:
        return {};
    }
    return {};
  }

 private:
  [[nodiscard]] bool need_not_listen(const IvrNode& node) const {
    return node.barge_in && caller_.knows_menu;
  }

  bool stays(Duration length) {
    walk_.duration += walk_.clock.stay(length);
    return !walk_.clock.has_hung_up();
  }

  [[nodiscard]] double zero_share(const IvrNode& node) const {
    if (node.opt_out == OptOut::none) return 0.0;
    const double hidden = node.opt_out == OptOut::hidden ? map_.behaviour_.finds_hidden_zero : 1.0;
    return caller_.presses_zero * hidden;
  }

  [[nodiscard]] double error_share(const IvrNode& node) const {
    if (node.error) return *node.error;
    const double further =
        node.options.size() > 3 ? static_cast<double>(node.options.size() - 3) : 0.0;
    return map_.behaviour_.error_base + map_.behaviour_.error_per_option * further;
  }

  IvrNodeId visit_menu(const IvrNode& node) {
    const Duration length = node.answer + (need_not_listen(node) ? Duration{0} : node.duration);
    for (std::uint32_t tries = 0; tries <= node.retries; ++tries) {
      if (!stays(length)) return {};
      const double zero = words_.next_unit();
      const double answer = words_.next_unit();
      if (zero < zero_share(node)) {
        walk_.opted_out = true;
        return map_.ivr_.way_out;
      }
      const IvrNodeId next = choose(node, answer);
      if (!next.is_none()) return next;
    }
    return node.on_failure;
  }

  // One unit decides all of an answer: each question is asked of what the one before left of it,
  // stretched to (0, 1). None: she must repeat.
  IvrNodeId choose(const IvrNode& node, double unit) {
    const std::size_t right = node.option_for[need_];
    if (unit < node.speech_failure) {
      ++walk_.errors;
      return {};
    }
    unit = (unit - node.speech_failure) / (1.0 - node.speech_failure);
    const double errs = std::min(1.0, error_share(node));
    if (unit >= errs) return node.options[right].next;
    ++walk_.errors;
    unit /= errs;
    const double wrong = map_.behaviour_.wrong_choice;
    if (node.options.size() < 2 || unit >= wrong) return {};
    const std::size_t others = node.options.size() - 1;
    const auto place = static_cast<std::size_t>(unit / wrong * static_cast<double>(others));
    const std::size_t other = std::min(place, others - 1);
    return node.options[other < right ? other : other + 1].next;
  }

  IvrNodeId visit_task(const IvrNode& node, const Sampler& task) {
    const double success = words_.next_unit();
    if (!stays(from_seconds(words_.sample_s(task)))) return {};
    if (success >= node.success * caller_.self_service_factor) return node.next;
    walk_.end = WalkEnd::contained;
    return {};
  }

  const MenuMap& map_;
  std::uint32_t need_;
  ContactTypeId own_type_;
  const CallerTraits& caller_;
  WordsAhead& words_;
  MenuWalk& walk_;
};

MenuWalk MenuMap::walk(std::uint32_t need, ContactTypeId own_type, const CallerTraits& caller,
                       DrawSequence& draws) const {
  const HangUpClock clock = HangUpClock::draw(behaviour_, draws);
  WordsAhead words(draws);
  const MenuWalk walked = walk(need, own_type, caller, clock, words);
  draws = words.rest();
  return walked;
}

MenuWalk MenuMap::walk(std::uint32_t need, ContactTypeId own_type, const CallerTraits& caller,
                       const HangUpClock& clock, WordsAhead& words) const {
  MenuWalk walk(clock);
  walk.learns = words.next_unit() < behaviour_.learns;
  Walker walker(*this, need, own_type, caller, words, walk);
  for (IvrNodeId node = ivr_.start; !node.is_none() && walk.visits < kMostVisits; ++walk.visits) {
    node = walker.visit(node);
  }
  return walk;
}

}  // namespace holdline
