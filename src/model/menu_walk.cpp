#include "model/menu_walk.hpp"

#include <algorithm>

#include "kernel/exact_inline.hpp"

namespace holdline {

HangUpClock HangUpClock::draw(const MenuBehaviour& behaviour, DrawSequence& draws) {
  return {behaviour, exact::hazard_of(draws.next_bits())};
}

void HangUpClock::begin_node(std::uint32_t errors) {
  const bool is_first = elapsed_ == Duration{0};  // foreseen, and spares two divisions
  const double minutes = is_first ? 0.0 : to_seconds(elapsed_) / 60.0;
  hazard_per_s_ = behaviour_->hang_up_per_s * (1.0 + behaviour_->hang_up_growth * minutes +
                                               behaviour_->hang_up_per_error * errors);
}

Duration HangUpClock::stay(Duration length, double length_s) {
  const double spent = hazard_per_s_ * length_s;
  if (spent > left_) {
    has_hung_up_ = true;
    length = std::min(length, from_seconds(left_ / hazard_per_s_));
  }
  left_ = std::max(0.0, left_ - spent);
  elapsed_ += length;
  return length;
}

MenuMap::MenuMap(const Ivr& ivr, const MenuBehaviour& behaviour)
    : ivr_(ivr), behaviour_(behaviour) {
  for (const IvrNode& spec : ivr.nodes) {
    Node node;
    node.spec = &spec;
    node.kind = spec.kind;
    node.heard.exact = node.known.exact = spec.duration;
    if (spec.barge_in) node.known.exact = Duration{0};
    if (spec.kind == IvrNodeKind::menu) {
      node.heard.exact += spec.answer;
      node.known.exact += spec.answer;
      node.errs = std::min(1.0, error_share(spec));
      if (spec.opt_out != OptOut::none) {
        node.finds_zero = spec.opt_out == OptOut::hidden ? behaviour.finds_hidden_zero : 1.0;
      }
    }
    node.heard.s = to_seconds(node.heard.exact);
    node.known.s = to_seconds(node.known.exact);
    if (spec.kind == IvrNodeKind::self_service) {
      node.task = static_cast<std::uint32_t>(tasks_.size());
      tasks_.emplace_back(spec.task);
    }
    nodes_.push_back(node);
  }
}

double MenuMap::error_share(const IvrNode& node) const {
  if (node.error) return *node.error;
  const double further =
      node.options.size() > 3 ? static_cast<double>(node.options.size() - 3) : 0.0;
  return behaviour_.error_base + behaviour_.error_per_option * further;
}

/// One walk under way. Each visit returns the next node, or none where the walk ends.
class MenuMap::Walker {
 public:
  Walker(const MenuMap& map, std::uint32_t need, ContactTypeId own_type, const CallerTraits& caller,
         WordsAhead& words, MenuWalk& walk)
      : map_(map), need_(need), own_type_(own_type), caller_(caller), words_(words), walk_(walk) {}

  IvrNodeId visit(const Node& node) {
    const Length& length = caller_.knows_menu ? node.known : node.heard;
    // Not a switch: where a jump through a table leads is harder to foresee than a few branches.
    if (node.kind == IvrNodeKind::menu) return visit_menu(node, length);
    if (node.kind == IvrNodeKind::prompt) return begins(length) ? node.spec->next : IvrNodeId{};
    if (node.kind == IvrNodeKind::self_service) return visit_task(node);
    if (node.kind == IvrNodeKind::transfer) {
      walk_.end = WalkEnd::transferred;
      walk_.queue = node.spec->transfer_to.is_none() ? own_type_ : node.spec->transfer_to;
      walk_.misrouted = walk_.queue != own_type_;
    }
    return {};
  }

 private:
  // A node that takes no time is left as it was met: the clock need not know of it.
  bool begins(const Length& length) {
    if (length.exact <= Duration{0}) return true;
    walk_.clock.begin_node(walk_.errors);
    return stays(length);
  }

  bool stays(const Length& length) {
    walk_.duration += walk_.clock.stay(length.exact, length.s);
    return !walk_.clock.has_hung_up();
  }

  IvrNodeId visit_menu(const Node& node, const Length& length) {
    const double zero_share = caller_.presses_zero * node.finds_zero;
    bool goes_on = begins(length);
    for (std::uint32_t tries = 0; goes_on; goes_on = stays(length)) {
      const double zero = words_.next_unit();
      const double answer = words_.next_unit();
      if (zero < zero_share) {
        walk_.opted_out = true;
        return map_.ivr_.way_out;
      }
      const IvrNodeId next = choose(node, answer);
      if (!next.is_none()) return next;
      if (++tries > node.spec->retries) return node.spec->on_failure;
    }
    return {};
  }

  // One unit decides all of an answer: each question is asked of what the one before left of it,
  // stretched to (0, 1). None: she must repeat.
  IvrNodeId choose(const Node& node, double unit) {
    const IvrNode& spec = *node.spec;
    const std::size_t right = spec.option_for[need_];
    if (spec.speech_failure > 0.0) {
      if (unit < spec.speech_failure) {
        ++walk_.errors;
        return {};
      }
      unit = (unit - spec.speech_failure) / (1.0 - spec.speech_failure);
    }
    if (unit >= node.errs) return spec.options[right].next;
    ++walk_.errors;
    unit /= node.errs;
    const double wrong = map_.behaviour_.wrong_choice;
    if (spec.options.size() < 2 || unit >= wrong) return {};
    const std::size_t others = spec.options.size() - 1;
    const auto place = static_cast<std::size_t>(unit / wrong * static_cast<double>(others));
    const std::size_t other = std::min(place, others - 1);
    return spec.options[other < right ? other : other + 1].next;
  }

  IvrNodeId visit_task(const Node& node) {
    const double success = words_.next_unit();
    const Duration length = from_seconds(words_.sample_s(map_.tasks_[node.task]));
    if (!begins({length, to_seconds(length)})) return {};
    if (success >= node.spec->success * caller_.self_service_factor) return node.spec->next;
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
  MenuWalk fresh(clock);
  walk(need, own_type, caller, words, fresh);
  draws = words.rest();
  return fresh;
}

void MenuMap::walk(std::uint32_t need, ContactTypeId own_type, const CallerTraits& caller,
                   WordsAhead& words, MenuWalk& walk) const {
  walk.learns = words.next_unit() < behaviour_.learns;
  Walker walker(*this, need, own_type, caller, words, walk);
  for (IvrNodeId node = ivr_.start; !node.is_none() && walk.visits < kMostVisits; ++walk.visits) {
    node = walker.visit(nodes_[node.index()]);
  }
}

}  // namespace holdline
