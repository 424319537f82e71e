// What only the menus as a whole can be wrong in: the way out, needs without an option, nodes that
// nothing leads to, and walks that do not end.
#include <fmt/format.h>

#include <algorithm>

#include "holdline/scenario/ivr_algebra.hpp"
#include "scenario/ivr_graph.hpp"
#include "scenario/ivr_reading.hpp"

namespace holdline {
namespace {

std::uint32_t number(IvrNodeId id) { return id.value; }

/// Reports about the menus of one plan.
class Checking {
 public:
  Checking(const Ivr& ivr, const IvrSource& source, const LoadContext& context, Sheet& sheet)
      : ivr_(ivr), source_(source), context_(context), sheet_(sheet) {}

  void check_all() {
    const std::size_t errors = sheet_.error_count();
    check_way_out();
    if (sheet_.error_count() != errors) return;
    find_successors();
    check_reachable();
    check_ends();
    if (!has_whole_world()) return;
    check_needs();
    if (sheet_.error_count() == errors) check_lengths();
    if (sheet_.error_count() == errors) check_rounds();
  }

 private:
  void error_at(std::size_t node, std::string message, std::string hint = {}) const {
    sheet_.report(Severity::error, source_.nodes[node], source_.path + "." + ivr_.nodes[node].name,
                  std::move(message), std::move(hint));
  }

  /// Numbers of needs are those of the world only if it was read from end to end.
  [[nodiscard]] bool has_whole_world() const {
    const World* world = context_.world;
    return world != nullptr && world->issue_types.size() == context_.issue_types.size() &&
           world->contact_types.size() == context_.contact_types.size();
  }

  void check_way_out() const {
    if (!ivr_.way_out.is_none()) {
      const IvrNode& node = ivr_.nodes[ivr_.way_out.index()];
      if (node.kind == IvrNodeKind::transfer) return;
      const std::string plan_ivr = source_.path.substr(0, source_.path.rfind('.'));
      return sheet_.report(
          Severity::error, source_.way_out, plan_ivr + ".way_out",
          fmt::format("expected a transfer node, found `{}`, which is another kind", node.name),
          "opting out must lead to people");
    }
    for (std::size_t i = 0; i < ivr_.nodes.size(); ++i) {
      const IvrNode& node = ivr_.nodes[i];
      if (node.kind != IvrNodeKind::menu || node.opt_out == OptOut::none) continue;
      return error_at(i, "callers may opt out of this menu, but the menus have no way_out",
                      "name a transfer node as `way_out`, or set `opt_out: none`");
    }
  }

  void find_successors() {
    successors_.resize(ivr_.nodes.size());
    ends_.resize(ivr_.nodes.size());
    for (std::size_t i = 0; i < ivr_.nodes.size(); ++i) {
      const IvrNode& node = ivr_.nodes[i];
      auto& next = successors_[i];
      for (const IvrOption& option : node.options) next.push_back(number(option.next));
      if (node.kind == IvrNodeKind::menu) {
        next.push_back(number(node.on_failure));
        if (node.opt_out != OptOut::none) next.push_back(number(ivr_.way_out));
      }
      const bool is_task = node.kind == IvrNodeKind::self_service;
      if (is_task || node.kind == IvrNodeKind::prompt) next.push_back(number(node.next));
      ends_[i] = next.empty() || (is_task && node.success > 0.0);
    }
  }

  void check_reachable() const {
    std::vector<std::uint32_t> from{number(ivr_.start)};
    if (!ivr_.way_out.is_none()) from.push_back(number(ivr_.way_out));
    const std::vector<bool> found = reachable(successors_, from);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!found[i]) error_at(i, "no path leads here from `start`");
    }
  }

  void check_ends() const {
    const std::vector<std::uint32_t> cycle = find_trap(successors_, ends_);
    if (cycle.empty()) return;
    error_at(cycle.front(), fmt::format("no path leads out of this cycle: {}", text_of(cycle)),
             "every path must end: in a transfer, a hang_up, or a task that may succeed");
  }

  [[nodiscard]] std::string text_of(const std::vector<std::uint32_t>& cycle) const {
    std::string text;
    for (const std::uint32_t node : cycle) text += ivr_.nodes[node].name + " -> ";
    return text + ivr_.nodes[cycle.front()].name;
  }

  // Whoever takes a wrong option may come anywhere, so that each menu must serve every need.
  void check_needs() const {
    const std::vector<MenuNeed> needs = menu_needs(ivr_, *context_.world);
    for (std::size_t i = 0; i < ivr_.nodes.size(); ++i) {
      if (ivr_.nodes[i].kind == IvrNodeKind::menu) check_options(i, needs);
    }
  }

  void check_options(std::size_t menu, const std::vector<MenuNeed>& needs) const {
    std::vector<std::uint32_t> missing;
    for (const MenuNeed& need : needs) {
      if (!missing.empty() && missing.back() == need.need) continue;
      if (ivr_.nodes[menu].option_for[need.need] == kNoOption) missing.push_back(need.need);
    }
    if (missing.empty()) return;
    error_at(menu, fmt::format("no option serves {}", names_of(missing)),
             "add an option of that name, one whose `for` lists it, or one with `for: others`");
  }

  void check_lengths() const {
    for (const MenuLength& length : find_endless_walks(ivr_, *context_.world)) {
      const std::string& need = name_of(length.need);
      if (!length.trap.empty()) {
        error_at(
            length.trap.front(),
            fmt::format("callers for `{}` never leave this cycle: {}", need, text_of(length.trap)),
            "nobody errs, presses zero or succeeds on the way");
      } else if (length.expected_visits) {
        error_at(ivr_.start.index(),
                 fmt::format("expected at most 100000 visits of nodes in a call, found {:.0f} for "
                             "callers for `{}`",
                             *length.expected_visits, need),
                 "a way back is taken far too often");
      } else {
        error_at(ivr_.start.index(), "the nodes lead back to each other in too many ways",
                 "their expected visits cannot be computed in reasonable time");
      }
    }
  }

  void check_rounds() const {
    for (const MenuRound& round : find_rounds(ivr_, *context_.world)) {
      const std::uint32_t node = round.cycle.front();
      sheet_.report(
          Severity::warning, source_.nodes[node], source_.path + "." + ivr_.nodes[node].name,
          fmt::format("callers for {} who choose rightly go round: {}", names_of(round.needs),
                      text_of(round.cycle)),
          "only an error, a zero or hanging up ends it: is an option's `next` or `for` wrong?");
    }
  }

  /// Up to three of them by name.
  [[nodiscard]] std::string names_of(const std::vector<std::uint32_t>& needs) const {
    std::vector<std::string> names;
    for (const std::uint32_t need : needs) {
      if (names.size() == 3) break;
      names.push_back("`" + name_of(need) + "`");
    }
    if (needs.size() > 3) names.push_back(fmt::format("{} more", needs.size() - 3));
    return join(names, "and");
  }

  [[nodiscard]] const std::string& name_of(std::uint32_t need) const {
    const std::size_t issues = context_.issue_types.size();
    return need < issues ? context_.issue_types[need] : context_.contact_types[need - issues];
  }

  const Ivr& ivr_;
  const IvrSource& source_;
  const LoadContext& context_;
  Sheet& sheet_;
  Successors successors_;
  std::vector<bool> ends_;  ///< by node: a walk may end there
};

}  // namespace

void check_ivr(const Ivr& ivr, const IvrSource& source, const LoadContext& context, Sheet& sheet) {
  Checking(ivr, source, context, sheet).check_all();
}

}  // namespace holdline
