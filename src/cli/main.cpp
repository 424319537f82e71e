// Finds the command, and gives every way of ending its exit code.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/exit_code.hpp"
#include "cli/log.hpp"
#include "cli/scenario_input.hpp"
#include "cli/standard_streams.hpp"
#include "holdline/report/version.hpp"

namespace holdline::cli {
namespace {

const Command& find_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command* command : commands()) {
    if (command->name == name) return *command;
    names.emplace_back(command->name);
  }
  throw UsageError(fmt::format("unknown command '{}'{}", name, suggestion(name, names)));
}

bool is_command(const std::vector<std::string>& words) {
  const auto all = commands();
  return !words.empty() && std::any_of(all.begin(), all.end(), [&](const Command* command) {
    return command->name == words.front();
  });
}

int run_command(const Command& command, const std::vector<std::string>& words) {
  const Arguments arguments = parse(command, words);
  const std::string color = arguments.value("color").value_or("");
  start_log(wants_color(color, STDERR_FILENO), arguments.has("quiet"));
  if (arguments.has("help")) {
    write_standard_output(help_text(command));
    return kDone;
  }
  return command.run(arguments);
}

int run(std::vector<std::string> words) {
  if (words.empty()) {
    write_standard_error(help_text());
    return kBadInput;
  }
  const std::string first = words.front();
  words.erase(words.begin());
  if (first == "--help" || first == "-h" || first == "help") {
    write_standard_output(words.empty() ? help_text() : help_text(find_command(words.front())));
    return kDone;
  }
  return run_command(find_command(first == "--version" ? "version" : first), words);
}

int guarded(const std::vector<std::string>& words) {
  try {
    return run(words);
  } catch (const UsageError& error) {
    log_error(error.what());
    write_standard_error(is_command(words) ? "Try 'holdline " + words.front() + " --help'.\n"
                                           : "Try 'holdline --help'.\n");
    return kBadInput;
  } catch (const BadScenario&) {
    return kBadInput;
  } catch (const IoError& error) {
    log_error(error.what());
    return kIoError;
  } catch (const BrokenPipe&) {
    return kBrokenPipe;
  } catch (const std::bad_alloc&) {
    log_error("out of memory");
    return kIoError;
  } catch (const std::system_error& error) {  // no more threads, say
    log_error(error.what());
    return kIoError;
  } catch (const std::exception& error) {
    log_error(fmt::format("INTERNAL ERROR: {}. This is a bug in Holdline {}; please report it.",
                          error.what(), kEngineVersion));
    return kOurBug;
  }
}

}  // namespace
}  // namespace holdline::cli

int main(int argc, char** argv) {
  using namespace holdline::cli;
  secure_standard_streams();
  start_log(wants_color("", STDERR_FILENO), false);
  return guarded(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
