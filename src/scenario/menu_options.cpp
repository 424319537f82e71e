// The options of a menu. An option serves the need it is called after, those its `for` lists, or
// all that no other option is for; the walk then only looks up an index.
#include <fmt/format.h>

#include <algorithm>

#include "holdline/scenario/ivr_algebra.hpp"
#include "scenario/ivr_reading.hpp"

namespace holdline {
namespace {

/// The needs of one menu while its options are read.
class Serving {
 public:
  Serving(const IvrNames& names, IvrNode& menu) : names_(names), menu_(menu) {
    menu_.option_for.assign(names.needs.size(), kNoOption);
  }

  /// The option being read serves whatever has this name: an issue type, a contact type, or both.
  void serve(const Slot& where, const std::string& need) {
    for (std::size_t i = 0; i < names_.needs.size(); ++i) {
      if (names_.needs[i] != need) continue;
      std::uint32_t& option = menu_.option_for[i];
      if (option != kNoOption) {
        return where.error(fmt::format(
            "`{}` has an option already: `{}`", need,
            option == current() ? menu_.options.back().name : menu_.options[option].name));
      }
      option = current();
    }
  }

  void serve_others(const Slot& where) {
    if (others_ != kNoOption) {
      return where.error(fmt::format("`{}` is for others already", menu_.options[others_].name));
    }
    others_ = current();
  }

  void serve_its_name(const Slot& slot, const std::string& name) {
    if (std::find(names_.needs.begin(), names_.needs.end(), name) != names_.needs.end()) {
      return serve(slot, name);
    }
    if (!slot.is_given()) return;
    std::string hint = slot.sheet().did_you_mean(name, names_.needs);
    if (hint.empty()) hint = "say whom it serves: `for: others`, or `for: []` for nobody";
    slot.warning(
        fmt::format("no issue type or contact type is called `{}`: only a wrong choice leads here",
                    name),
        std::move(hint));
  }

  void finish() {
    if (others_ == kNoOption) return;
    std::replace(menu_.option_for.begin(), menu_.option_for.end(), kNoOption, others_);
  }

 private:
  [[nodiscard]] std::uint32_t current() const {
    return static_cast<std::uint32_t>(menu_.options.size() - 1);
  }

  const IvrNames& names_;
  IvrNode& menu_;
  std::uint32_t others_ = kNoOption;
};

/// Of one word where a list is meant.
std::string hint_for(const Slot& word, const IvrNames& names) {
  const std::string& text = word.node()->text;
  const bool is_need = std::find(names.needs.begin(), names.needs.end(), text) != names.needs.end();
  if (is_need) return fmt::format("write [{}]", text);
  std::vector<std::string> words = names.needs;
  words.emplace_back("others");
  return word.sheet().did_you_mean(text, words);
}

void read_for(Slot& slot, const IvrNames& names, Serving& serving) {
  static constexpr std::string_view kOthers[] = {"others"};
  constexpr std::string_view kForm = "others, or a list of issue types and contact types";
  slot.by_shape({.expected = kForm,
                 .scalar =
                     [&](Slot& word) {
                       std::size_t index = 1;
                       if (word.is_given() && word.node()->text != kOthers[0]) {
                         return word.expected(kForm, hint_for(word, names));
                       }
                       if (word.word(index, kOthers)) serving.serve_others(word);
                     },
                 .list =
                     [&](Slot& needs) {
                       needs.list({0, 2000}, [&](Slot& item) {
                         std::size_t need = 0;
                         if (item.name_of(need, names.needs, "an issue type or a contact type")) {
                           serving.serve(item, names.needs[need]);
                         }
                       });
                     },
                 .mapping = {}});
}

}  // namespace

void read_menu_options(Slot& slot, const IvrNames& names, IvrNode& out) {
  Serving serving(names, out);
  const auto read_next = [&](Slot& next) {
    std::size_t node = 0;
    if (next.name_of(node, names.nodes, "a node")) out.options.back().next = IvrNodeId{node};
  };
  slot.map({1, 50}, "an option", [&](Slot& entry) {
    out.options.push_back({entry.key(), IvrNodeId{}});
    bool has_for = false;
    entry.by_shape({.expected = "the name of a node, or {next: ..., for: ...}",
                    .scalar = read_next,
                    .list = {},
                    .mapping = [&](Slot& details) {
                      details.record([&](Record& record) {
                        Slot next = record.required("next", "The node it leads to");
                        read_next(next);
                        Slot needs = record.optional("for", "Whom it serves; default its name");
                        has_for = needs.is_given();
                        read_for(needs, names, serving);
                      });
                    }});
    if (!has_for) serving.serve_its_name(entry, entry.key());
  });
  serving.finish();
}

}  // namespace holdline
