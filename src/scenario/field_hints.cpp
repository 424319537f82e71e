// What a slot says of a value that looks like a slip, whatever its kind.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "scenario/fields.hpp"
#include "scenario/written_numbers.hpp"

namespace holdline {

bool means_nothing(const Node& node) {
  constexpr std::string_view kWords[] = {"none", "None", "off",      "no",      "false",    "never",
                                         "null", "NULL", "disabled", "nothing", "unlimited"};
  if (node.kind != NodeKind::scalar) return node.kind == NodeKind::null;
  return std::find(std::begin(kWords), std::end(kWords), node.text) != std::end(kWords);
}

/// The hint where `none` and its like are written for something that is off when left out, or
/// empty.
std::string Slot::how_to_do_without() const {
  if (!is_off_unless_given_ || !means_nothing(*node_)) return {};
  if (path().starts_with("plans.")) return "to do without, write null";
  return node_->position.line == 0
             ? fmt::format("to do without, write null where the file has `{}`", key_)
             : fmt::format("to do without, leave `{}` out", key_);
}

void Slot::warn_of_thousands() const {
  if (node_ == nullptr || node_->kind != NodeKind::scalar) return;
  const auto doubt = point_in_doubt(node_->text);
  if (!doubt || !doubt->ends_in_zero) return;
  warning(fmt::format("{} is read as {}", holdline::describe(*node_), doubt->as_decimal),
          fmt::format("if the point separates thousands, write {}", doubt->as_thousands));
}

}  // namespace holdline
