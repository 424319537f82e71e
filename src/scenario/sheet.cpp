// A finding is told once: plans repeat what is wrong in their base.
#include "scenario/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "holdline/util/text.hpp"
#include "scenario/near_names.hpp"

namespace holdline {
namespace {

/// Where the base plan has what this path of a named plan says: plan.x of plans.lean.x.
std::string in_base(const std::string& path) {
  constexpr std::string_view kPlans = "plans.";
  if (path.compare(0, kPlans.size(), kPlans) != 0) return path;
  const std::size_t dot = path.find('.', kPlans.size());
  return "plan" + (dot == std::string::npos ? std::string() : path.substr(dot));
}

}  // namespace

void Sheet::report(Severity severity, Position position, std::string path, std::string message,
                   std::string hint) {
  if (is_describing()) return;
  const std::string file =
      position.file < document_->files.size() ? document_->files[position.file] : std::string();
  const auto said = [&](std::string_view where) {
    return fmt::format("{}:{}:{}:{}:{}", file, position.line, position.column,
                       position.line > 0 ? std::string_view() : where, message);
  };
  // Counted however often it is found: a plan that repeats its base's mistake is as wrong, and
  // whoever asks whether something was found since must hear of it.
  if (severity == Severity::error) ++error_count_;
  if (seen_.count(said(in_base(path))) > 0 || !seen_.insert(said(path)).second) return;
  diagnostics_->push_back({severity, file, static_cast<int>(position.line),
                           static_cast<int>(position.column), std::move(path), std::move(message),
                           std::move(hint)});
}

std::string Sheet::did_you_mean(std::string_view word, std::span<const std::string> candidates) {
  if (guesses_left_ == 0) return {};
  --guesses_left_;
  const std::string near = nearest(word, candidates);
  return near.empty() ? std::string() : fmt::format("did you mean `{}`?", near);
}

std::string Sheet::key_meant(std::string_view added, const Node& mapping) {
  if (guesses_left_ == 0) return {};
  --guesses_left_;
  std::vector<std::string> names;
  for (const Node::Entry& entry : mapping.entries) names.push_back(entry.key);
  return meant_instead_of(added, names);
}

void Sheet::add(const Diagnostics& found) {
  for (const Diagnostic& diagnostic : found) {
    if (diagnostic.severity == Severity::error) ++error_count_;
    if (seen_.insert(to_string(diagnostic)).second) diagnostics_->push_back(diagnostic);
  }
}

const Node& Sheet::key_node(const Node::Entry& entry) {
  Node& node = key_nodes_.emplace_back();
  node.kind = NodeKind::scalar;
  node.position = entry.key_position;
  node.text = entry.key;
  return node;
}

std::string Sheet::location(Position position) const {
  if (is_describing()) return {};
  const std::string file =
      position.file < document_->files.size() ? document_->files[position.file] : std::string();
  return fmt::format("{}:{}:{}", file, position.line, position.column);
}

}  // namespace holdline
