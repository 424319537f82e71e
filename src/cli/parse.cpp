// Boost.Program_options parses; its messages are replaced by ours, which say what to do. Guessing
// abbreviated options is off: an option added later must not change what an old script means.
#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <utility>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "holdline/util/text.hpp"

namespace holdline::cli {
namespace {

namespace po = boost::program_options;

constexpr const char* kOperands = "operand";  // of the command itself; not an option users know

po::options_description described(const Command& command) {
  po::options_description description;
  const auto add = [&](const OptionSpec& option) {
    const std::string name(option.name);
    if (option.operand.empty()) {
      description.add_options()(name.c_str(), "");
    } else {
      auto* value = po::value<std::vector<std::string>>();
      if (option.is_repeatable) value->composing();
      description.add_options()(name.c_str(), value, "");
    }
  };
  for (const OptionSpec& option : command.options) add(option);
  description.add_options()("help,h", "");
  description.add_options()(kOperands, po::value<std::vector<std::string>>(), "");
  return description;
}

std::string without_dashes(const std::string& name) {
  return name.substr(std::min(name.find_first_not_of('-'), name.size()));
}

[[noreturn]] void throw_unknown(const Command& command, const std::string& written) {
  std::vector<std::string> names{"help"};
  for (const OptionSpec& option : command.options) names.emplace_back(option.name);
  const std::string word = without_dashes(written);
  std::string found = nearest(word, names);
  for (const std::string& name : names) {
    if (found.empty() && name.starts_with(word)) found = name;  // abbreviated: no, but helped
  }
  throw UsageError(fmt::format("unknown option '{}'{}", written,
                               found.empty() ? "" : fmt::format("; did you mean '--{}'?", found)));
}

}  // namespace

bool Arguments::has(std::string_view option) const {
  return options_.find(option) != options_.end();
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto at = options_.find(option);
  if (at == options_.end() || at->second.empty()) return std::nullopt;
  return at->second.front();
}

const std::vector<std::string>& Arguments::values(std::string_view option) const {
  static const std::vector<std::string> none;
  const auto at = options_.find(option);
  return at == options_.end() ? none : at->second;
}

void Arguments::add(const std::string& option, const std::vector<std::string>& values) {
  std::vector<std::string>& all = options_[option];
  all.insert(all.end(), values.begin(), values.end());
  for (const std::string& value : values) in_order_.emplace_back(option, value);
}

Arguments parse(const Command& command, const std::vector<std::string>& words) {
  const po::options_description description = described(command);
  po::positional_options_description positional;
  positional.add(kOperands, -1);
  po::parsed_options parsed(&description);
  try {
    using namespace po::command_line_style;
    parsed = po::command_line_parser(words)
                 .options(description)
                 .positional(positional)
                 .style(unix_style & ~allow_guessing)
                 .run();
  } catch (const po::unknown_option& error) {
    throw_unknown(command, error.get_option_name());
  } catch (const po::invalid_command_line_syntax& error) {
    const bool has_too_much = error.kind() == po::invalid_command_line_syntax::extra_parameter;
    throw UsageError(fmt::format("option '{}' {}", error.get_option_name(),
                                 has_too_much ? "takes no value" : "needs a value"));
  }
  Arguments arguments;
  std::vector<std::string> operands;
  for (const po::option& option : parsed.options) {
    if (option.string_key == kOperands) {
      if (option.position_key < 0) throw_unknown(command, fmt::format("--{}", kOperands));
      operands.insert(operands.end(), option.value.begin(), option.value.end());
      continue;
    }
    for (const OptionSpec& spec : command.options) {
      if (spec.name == option.string_key && !spec.is_repeatable &&
          !arguments.values(spec.name).empty()) {
        throw UsageError(fmt::format("option '--{}' is given more than once", spec.name));
      }
    }
    arguments.add(option.string_key, option.value);
  }
  arguments.add_operands(std::move(operands));
  return arguments;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string found = nearest(word, candidates);
  return found.empty() ? "" : fmt::format("; did you mean '{}'?", found);
}

const std::string& only_operand(const Arguments& arguments, std::string_view what) {
  const std::vector<std::string>& operands = arguments.operands();
  if (operands.empty()) throw UsageError(fmt::format("expected {}, found none", what));
  if (operands.size() > 1) {
    throw UsageError(fmt::format("expected only {}, found also '{}'", what, operands[1]));
  }
  return operands.front();
}

}  // namespace holdline::cli
