// What the slots of one load share: where findings go, what was noted on the way, and, when the
// format is described, the schema's definitions.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "holdline/scenario/load.hpp"
#include "scenario/coefficients.hpp"
#include "scenario/tree.hpp"

namespace holdline {

/// The plan that is being read: which one, and what it was merged from.
struct PlanReading {
  std::optional<PlanId> plan;   ///< none: the base, which is not run itself
  const Node* base = nullptr;   ///< nullptr: not merged
  const Node* patch = nullptr;  ///< of `base`
};

/// Of one load, or of one description.
class Sheet {
 public:
  /// For reading.
  Sheet(const Document& document, Diagnostics& diagnostics)
      : document_(&document), diagnostics_(&diagnostics) {}
  /// For describing.
  Sheet() = default;

  /// Adds a finding, unless the same was said of the same place before (a plan repeats its base).
  void report(Severity severity, Position position, std::string path, std::string message,
              std::string hint);
  [[nodiscard]] std::size_t error_count() const { return error_count_; }
  /// Takes over what another reader (of a CSV file) found. Several contact types or issues may come
  /// from one file: what it was said of before is not said again.
  void add(const Diagnostics& found);
  [[nodiscard]] bool is_describing() const { return document_ == nullptr; }
  [[nodiscard]] std::string location(Position position) const;
  /// The hint "did you mean ...", or empty. Gives up after the first hundred, so that a file of
  /// nothing but mistakes is refused in no time.
  std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);
  /// The key of `mapping` that `added` was most likely meant to be (near_names.hpp), or empty.
  /// Gives up likewise.
  std::string key_meant(std::string_view added, const Node& mapping);
  /// A node for a key, so that a key can be read like a value.
  const Node& key_node(const Node::Entry& entry);

  /// The other value asked for a coefficient, or nullptr.
  [[nodiscard]] const Variation* find_variation(std::string_view path) const;
  /// Where a coefficient that is read at `path` is written, or would be: what a plan takes over
  /// from the base is the base's.
  [[nodiscard]] std::string home_of(const std::string& path) const;
  /// Adds to `coefficients`, unless its path is there, and the plan being read to its plans.
  void note(Coefficient coefficient);
  /// After all plans: those of the base act in it, or if there are `patches`, where plans took them
  /// over; the others are dropped.
  void close_plans(bool patches);
  /// Says which variations name no coefficient that was noted.
  void check_variations();

  std::span<const Variation> variations;           ///< reading: values for coefficients
  PlanReading reading;                             ///< where coefficients of plans are noted
  std::vector<Coefficient> coefficients;           ///< reading: those met, each path once
  std::vector<KnownCoefficient> known;             ///< describing: coefficients of the format
  std::set<std::string> names_set;                 ///< reading: paths of things an override names
  std::vector<std::string> files;                  ///< reading: the files the text names, resolved
  std::map<std::string, std::string> definitions;  ///< describing: `$defs`, without braces

 private:
  const Document* document_ = nullptr;
  Diagnostics* diagnostics_ = nullptr;
  std::set<std::string> seen_;
  std::map<std::string, std::size_t, std::less<>> noted_;  ///< by path, index in `coefficients`
  std::deque<Node> key_nodes_;
  std::size_t error_count_ = 0;
  std::size_t guesses_left_ = 100;
};

}  // namespace holdline
