// Help, laid out from the command table: usage, what it does, options, examples.
#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"
#include "report/display.hpp"

namespace holdline::cli {
namespace {

constexpr std::string_view kExitCodes =
    "Exit codes\n"
    "  0  done\n"
    "  1  an expectation of the scenario is not met\n"
    "  2  the scenario or the command line is wrong\n"
    "  3  with --strict: an expectation is undecided, or the precision was not reached\n"
    "  4  a file could not be read or written (a CSV that is not there: 2)\n"
    "  70 a bug in Holdline; 130, 143 interrupted, partial results marked\n";

std::string left_side(const OptionSpec& option) {
  return option.operand.empty() ? fmt::format("--{}", option.name)
                                : fmt::format("--{} {}", option.name, option.operand);
}

std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::size_t left = 0;
  for (const auto& row : rows) left = std::max(left, report::display_width(row.first));
  std::string out;
  for (const auto& [name, text] : rows) {
    out += fmt::format("  {}  {}\n", report::pad_right(name, left),
                       report::wrapped(text, kTextWidth, left + 4, left + 4));
  }
  return out;
}

}  // namespace

std::span<const Command* const> commands() {
  static constexpr const Command* kCommands[] = {&kRun,  &kCompare, &kCheck,
                                                 &kList, &kSchema,  &kVersion};
  return kCommands;
}

std::string help_text() {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Command* command : commands()) {
    rows.emplace_back(command->name, command->summary);
  }
  return fmt::format(
      "Holdline simulates contact centres: waits, abandonment and cost of staffing plans, each "
      "with "
      "its\nconfidence interval.\n\n"
      "Usage: holdline <command> [options]\n\nCommands\n{}\n"
      "Examples\n"
      "  holdline check bank.yaml                        find every mistake in a scenario\n"
      "  holdline run bank.yaml --plan lean              simulate one plan\n"
      "  holdline compare bank.yaml --precision 2%       compare plans, as long as it takes\n"
      "  holdline list metrics                           what each figure means\n\n{}\n"
      "`holdline <command> --help` explains a command.\n",
      two_columns(rows), kExitCodes);
}

std::string help_text(const Command& command) {
  std::string out =
      fmt::format("Usage: holdline {}{}{}\n\n{}\n", command.name, command.usage.empty() ? "" : " ",
                  command.usage, report::wrapped(command.details, kTextWidth, 0));
  std::vector<std::pair<std::string, std::string>> rows;
  for (const OptionSpec& option : command.options) {
    rows.emplace_back(left_side(option), option.help);
  }
  rows.emplace_back("--help", "Show this text.");
  out += "\nOptions\n" + two_columns(rows);
  if (!command.examples.empty()) out += fmt::format("\nExamples\n{}", command.examples);
  return out;
}

}  // namespace holdline::cli
