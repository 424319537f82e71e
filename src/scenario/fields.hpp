// The field tables. A section of the file states each of its fields once (key, kind, unit, bounds,
// default, help and where the value goes) as calls on a Record; run against a node these calls read
// it and report what is wrong, run against nothing they write its JSON Schema. One statement for
// both is what keeps `holdline check` and `holdline schema` from ever disagreeing about a key.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "scenario/coefficients.hpp"
#include "scenario/sheet.hpp"
#include "scenario/tree.hpp"
#include "scenario/values.hpp"

namespace holdline {

/// A reference to a callable that outlives the call it is passed to; may be empty.
template <class Argument>
class Visit {
 public:
  Visit() = default;
  template <class Callable>
  requires(!std::is_same_v<std::remove_cvref_t<Callable>, Visit>)
      Visit(Callable&& callable)  // NOLINT: implicit, so that lambdas can be written in place
      : object_(const_cast<void*>(static_cast<const void*>(&callable))),
        call_([](void* object, Argument& argument) {
          (*static_cast<std::remove_reference_t<Callable>*>(object))(argument);
        }) {}
  explicit operator bool() const { return call_ != nullptr; }
  void operator()(Argument& argument) const { call_(object_, argument); }

 private:
  void* object_ = nullptr;
  void (*call_)(void*, Argument&) = nullptr;
};

/// Bounds of a duration, both included.
struct DurationRange {
  Duration min{};
  Duration max{};
};

/// The longest duration a scenario may state: ten years, the longest horizon.
inline constexpr Duration kLongest = 3660 * kDay;
inline constexpr DurationRange kAnyDuration{Duration{0}, kLongest};
inline constexpr DurationRange kPositiveDuration{Duration{1}, kLongest};

/// How many entries a list or a mapping may have, both included.
struct Count {
  std::size_t min = 0;
  std::size_t max = 0;
};

/// `4m30s`: the text the reader would read back.
[[nodiscard]] std::string duration_text(Duration duration);
/// `a, b or c`.
[[nodiscard]] std::string join(std::span<const std::string> words, std::string_view last);
/// Keys that begin with `x-` belong to the user: never read, never checked.
[[nodiscard]] inline bool is_users_own(std::string_view key) { return key.substr(0, 2) == "x-"; }
/// Inside a JSON Schema object: this fragment or null.
[[nodiscard]] std::string or_null(const std::string& fragment);
/// Whether it is written that there is to be nothing: `none`, `off`, `never`, or no value at all.
[[nodiscard]] bool means_nothing(const Node& node);
/// A JSON string, quotes included.
[[nodiscard]] std::string json_text(std::string_view text);

class Record;

/// One value of the file: being read, absent (every call does nothing), or being described.
class Slot {
 public:
  /// A whole tree, or a merged plan: `path` begins every path below it.
  Slot(Sheet& sheet, const Node* node, std::string_view path)
      : sheet_(&sheet), key_(path), node_(node) {}
  /// Describes into `fragment` (the inside of a JSON Schema object).
  Slot(Sheet& sheet, std::string& fragment, bool is_patch)
      : sheet_(&sheet), fragment_(&fragment), is_patch_(is_patch) {}

  [[nodiscard]] bool is_given() const { return node_ != nullptr; }
  [[nodiscard]] bool is_describing() const { return fragment_ != nullptr; }
  [[nodiscard]] const Node* node() const { return node_; }
  [[nodiscard]] Position position() const { return node_ ? node_->position : Position{}; }
  [[nodiscard]] std::string path() const;
  [[nodiscard]] Sheet& sheet() const { return *sheet_; }

  /// The key of an entry of a map as a value of its own, for keys that are names of other things.
  [[nodiscard]] Slot key_slot() const;

  /// Notes that the key of this entry of a map is a name of the user's own choice, and not one that
  /// must exist elsewhere: where an override made it, it may be a slip of another.
  void note_own_name() const;

  /// Reports about this value; nothing when it is absent or being described.
  void error(std::string message, std::string hint = {}) const;
  void warning(std::string message, std::string hint = {}) const;
  /// Of an amount or a count that was read: warns where its point may separate thousands, as in
  /// `12.500 EUR`.
  void warn_of_thousands() const;
  /// `file:line:column`.
  [[nodiscard]] std::string location() const;
  /// `expected <what>, found <this>`.
  void expected(std::string_view what, std::string hint = {}) const;

  // Scalars: each stores into `out` and returns true if the value was given and right. What `out`
  // holds before is the default and goes into the schema.
  bool number(double& out, Range range);
  bool integer(std::uint32_t& out, std::uint32_t min, std::uint32_t max);
  bool integer(std::int64_t& out, std::int64_t min, std::int64_t max);
  bool integer(std::uint64_t& out);  ///< 0 to 2^63 - 1
  bool integer(std::optional<std::uint32_t>& out, std::uint32_t min, std::uint32_t max);
  bool boolean(bool& out);
  bool share(double& out, Range range = {0.0, 1.0});
  bool duration(Duration& out, DurationRange range);
  bool duration(std::optional<Duration>& out, DurationRange range);
  bool duration_s(double& out, DurationRange range);  ///< seconds, not rounded to microseconds
  bool time_of_day(Duration& out);
  bool window(DayWindow& out);
  bool rate(double& out_per_s, double max_per_s = 10'000.0);  ///< 36 million an hour
  bool money_per_h(double& out, const std::string& currency);
  bool money(double& out, const std::string& currency);
  bool money_per(double& out, const std::string& currency, std::string_view unit);  ///< "week", ...
  bool share_per_year(double& out, Range range);                                    ///< 9%/year
  bool number_per_year(double& out, Range range);                                   ///< 2.4/year
  bool rate_per_h(double& out, Range range);  ///< 12/h, 0.2/min [1/h]
  /// A number written as its measure says, in the measure's unit.
  bool quantity(double& out, const Quantity& what);
  /// The same, or {value, source, range}. Also when it is absent: its default is noted in
  /// Sheet::coefficients, and a variation of it takes effect.
  bool coefficient(double& out, const CoefficientSpec& spec);
  bool text(std::string& out, std::size_t min_length, std::size_t max_length);
  bool label(std::string& out);  ///< text or a number, as it is written
  /// Text of a form of its own; `pattern` says to the schema what `matches` says to the reader.
  bool text_like(std::string& out, std::string_view expected, std::string_view pattern,
                 bool (*matches)(std::string_view),
                 std::string (*meant_by)(std::string_view) = nullptr);
  /// One of `words`; `out` is its index. `otherwise` is the hint where none of them is near.
  bool word(std::size_t& out, std::span<const std::string_view> words,
            std::string_view otherwise = {});
  template <class Enum>
  bool choice(Enum& out, std::span<const std::string_view> words) {
    std::size_t index = static_cast<std::size_t>(out);
    const bool ok = word(index, words);
    if (ok) out = static_cast<Enum>(index);
    return ok;
  }
  /// The name of one of `names`; `out` is its index. `what` is "contact type", ... A schema cannot
  /// know the names and accepts any.
  bool name_of(std::size_t& out, std::span<const std::string> names, std::string_view what);

  /// A kind of its own: writes its schema when being described.
  void describe_as(std::string_view fragment) const {
    if (is_describing()) describe(fragment);
  }

  // Containers. `visit` is called for each entry when reading, once when describing.
  void record(Visit<Record> visit, std::string_view expected_form = "a mapping");
  /// The one of several records whose keys are there; its index, or -1 when absent, wrong, or
  /// being described. `expected` names the sets for the message; made from the keys when empty.
  int one_of_records(std::initializer_list<Visit<Record>> sets, std::string_view expected = {});
  void list(Count count, Visit<Slot> visit);
  /// Named things: `entry.key()` is the name. `key_pattern` for keys that are more than names.
  void map(Count count, std::string_view what, Visit<Slot> visit,
           std::string_view key_pattern = {});
  /// A value that may be written in several shapes; leave out those it may not have.
  struct Shapes {
    std::string_view expected;
    Visit<Slot> scalar;
    Visit<Slot> list;
    Visit<Slot> mapping;
  };
  void by_shape(const Shapes& shapes);
  /// Describing: this as a patch, in which nothing is required and null removes.
  [[nodiscard]] Slot as_patch() const;
  /// Describing: a field whose absence is not a value of it.
  [[nodiscard]] Slot without_default() const {
    Slot slot = *this;
    slot.shows_default_ = false;
    return slot;
  }
  /// `visit`, which the schema writes once under `$defs` and refers to.
  void definition(const std::string& name, Visit<Slot> visit);

  [[nodiscard]] const std::string& key() const { return key_; }

 private:
  friend class Record;
  Slot(const Slot& parent, std::string key, const Node* node)
      : sheet_(parent.sheet_), parent_(&parent), key_(std::move(key)), node_(node) {}
  Slot(const Slot& parent, std::string key, std::string& fragment, bool is_patch)
      : sheet_(parent.sheet_),
        parent_(&parent),
        key_(std::move(key)),
        fragment_(&fragment),
        is_patch_(is_patch) {}

  /// The node's text if it is a scalar; otherwise says that `what` was expected.
  const std::string* scalar(std::string_view what) const;
  void describe(std::string_view fragment) const;
  void describe_default(const std::string& json) const;
  bool integer_value(std::int64_t& out, std::int64_t min, std::int64_t max, bool has_default);
  bool duration_value(Duration& out, DurationRange range, bool has_default);
  bool money_value(double& out, const std::string& currency, std::string_view unit);
  bool per_year_value(double& out, Range range, bool is_share);
  bool written_coefficient(Coefficient& out, const CoefficientSpec& spec);
  void describe_coefficient(double value, const CoefficientSpec& spec) const;
  void coefficient_fields(Record& record, Coefficient& out, const CoefficientSpec& spec);
  [[nodiscard]] std::string how_to_do_without() const;
  void check_name(const Node::Entry& entry, std::string_view what) const;

  Sheet* sheet_ = nullptr;
  const Slot* parent_ = nullptr;
  std::string key_;
  const Node* node_ = nullptr;
  const Node::Entry* entry_ = nullptr;  ///< the entry of a map it is the value of
  std::string* fragment_ = nullptr;
  bool is_patch_ = false;       ///< describing a patch: nothing is required, null removes
  bool shows_default_ = false;  ///< describing an optional field
  bool is_off_unless_given_ = false;
};

/// The fields of one mapping.
class Record {
 public:
  /// A key without which the mapping means nothing.
  Slot required(std::string_view key, std::string_view help);
  Slot optional(std::string_view key, std::string_view help);
  /// An optional key without which there is nothing of the kind: where somebody writes `none` for
  /// its value, the hint says how to do without.
  Slot off_unless_given(std::string_view key, std::string_view help);
  /// One of several keys of which exactly one must be there: `{poisson: ...}`.
  /// `choice` tells apart several such sets of one mapping.
  Slot kind(std::string_view key, std::string_view help, std::string_view choice = {});
  /// Describing: a patch replaces this mapping as a whole, so that it must be complete in one too.
  void replaces_whole() { is_whole_ = true; }
  /// Describing: what else a schema says of the mapping, a keyword of its own such as
  /// `"anyOf":[...]`.
  void constrain(std::string_view keyword) { constraint_ = keyword; }
  /// The mapping itself, for messages about several of its fields.
  [[nodiscard]] const Slot& self() const { return *owner_; }

 private:
  friend class Slot;
  enum class Need : std::uint8_t { required, optional, kind };
  struct Field {
    std::string key;
    std::string help;
    Need need;
    std::string choice;  ///< of a kind: which of the sets it belongs to
    std::string fragment;
  };
  Record(const Slot& owner, bool is_listing) : owner_(&owner), is_listing_(is_listing) {}
  Slot field(std::string_view key, std::string_view help, Need need, std::string_view choice = {});
  /// Says which keys are unknown, missing, or one kind too many. `keys` are those of all sets.
  void check_keys(std::vector<std::string> keys, bool misses_are_told) const;
  void check_kinds(bool has_unknown_key) const;
  [[nodiscard]] std::vector<std::string> choices() const;
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] std::size_t present_count() const;
  [[nodiscard]] std::size_t missing_count() const;
  [[nodiscard]] std::string set_text() const;
  [[nodiscard]] std::string present_text() const;
  [[nodiscard]] bool has_unknown(std::span<const std::string> known_keys) const;
  void describe_into(std::string& fragment) const;
  [[nodiscard]] std::string choices_schema() const;

  const Slot* owner_;
  [[nodiscard]] bool is_patch() const { return owner_->is_patch_ && !is_whole_; }

  bool is_listing_;  ///< only the keys are wanted
  bool is_whole_ = false;
  std::string constraint_;
  std::list<Field> fields_;  ///< a list, for slots point into it
};

}  // namespace holdline
