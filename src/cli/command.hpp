// A command as data: its name, options and help, and the function that carries it out. From this
// table come parsing, "did you mean" and --help, so that they cannot disagree.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdline::cli {

inline constexpr std::size_t kTextWidth = 100;  ///< columns of help and lists

struct OptionSpec {
  std::string_view name;     ///< without dashes
  std::string_view operand;  ///< e.g. FILE; empty for a switch
  std::string_view help;
  bool is_repeatable = false;
};

/// What the user wrote, checked against the command's options.
class Arguments {
 public:
  [[nodiscard]] bool has(std::string_view option) const;
  /// The operand of an option that is not repeatable.
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
  [[nodiscard]] const std::vector<std::string>& values(std::string_view option) const;
  /// Whatever is not an option, in order.
  [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

  /// Every option that has an operand, with it, in the order written.
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& in_order() const {
    return in_order_;
  }

  /// Another value of an option, or none of a switch.
  void add(const std::string& option, const std::vector<std::string>& values);
  void add_operands(std::vector<std::string> operands) { operands_ = std::move(operands); }

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> options_;
  std::vector<std::pair<std::string, std::string>> in_order_;
  std::vector<std::string> operands_;
};

struct Command {
  std::string_view name;
  std::string_view usage;    ///< what follows the name
  std::string_view summary;  ///< one line, for the list of commands
  std::string_view details;  ///< for --help; may be empty
  std::span<const OptionSpec> options;
  std::string_view examples;  ///< whole lines
  int (*run)(const Arguments& arguments);
};

extern const Command kRun;
extern const Command kCompare;
extern const Command kCheck;
extern const Command kList;
extern const Command kSchema;
extern const Command kVersion;

/// All commands, in the order of the help.
[[nodiscard]] std::span<const Command* const> commands();

/// Throws UsageError.
[[nodiscard]] Arguments parse(const Command& command, const std::vector<std::string>& words);

/// `holdline --help` and `holdline <command> --help`.
[[nodiscard]] std::string help_text();
[[nodiscard]] std::string help_text(const Command& command);

/// "; did you mean 'run'?", or nothing when no candidate is near.
[[nodiscard]] std::string suggestion(std::string_view word,
                                     const std::vector<std::string>& candidates);

/// The one operand a command needs; throws UsageError saying that `what` is missing or doubled.
[[nodiscard]] const std::string& only_operand(const Arguments& arguments, std::string_view what);

}  // namespace holdline::cli
