// --seed and its like are overrides of the scenario's own settings: one set of bounds, one set of
// messages, and the same bits as if they had been written in the file.
#include "cli/scenario_input.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "cli/errors.hpp"
#include "cli/log.hpp"
#include "cli/overruled_warnings.hpp"
#include "holdline/scenario/load.hpp"
#include "holdline/score/metric.hpp"
#include "scenario/override_path.hpp"

namespace holdline::cli {
namespace {

// Opening it here keeps the system's reason, which the library does not pass on.
void require_readable(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor == -1) throw IoError("read", path, errno);
  struct stat status {};
  const bool is_folder = ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
  ::close(descriptor);
  if (is_folder) throw IoError("read", path, EISDIR);
}

Override override_of(const std::string& text) {
  const std::size_t equals = override_path_end(text);
  if (equals == std::string::npos && has_open_quote(text)) {
    throw UsageError(fmt::format(
        "option '--set' expects PATH=VALUE; a quote in '{}' is not closed (a key stands in double "
        "quotes, which the shell takes away unless single ones stand around the whole)",
        text));
  }
  if (equals == 0 || equals == std::string::npos) {
    throw UsageError(fmt::format("option '--set' expects PATH=VALUE, found '{}'", text));
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

Override setting(const std::string& option, const std::string& text, std::string_view allowed,
                 std::string_view expected) {
  if (text.empty() || text.find_first_not_of(allowed) != std::string::npos) {
    throw UsageError(fmt::format("option '--{}' expects {}, found '{}'", option, expected, text));
  }
  return {fmt::format("experiment.{}", option), text};
}

/// In the order written, so that the last one wins.
std::vector<Override> overrides_of(const Arguments& arguments) {
  std::vector<Override> overrides;
  for (const auto& [option, text] : arguments.in_order()) {
    if (option == "set") {
      overrides.push_back(override_of(text));
    } else if (option == "seed" || option == "replications") {
      overrides.push_back(setting(option, text, "0123456789", "a whole number"));
    } else if (option == "precision") {
      overrides.push_back(setting(option, text, "0123456789.%", "a share such as 2%"));
    }
  }
  return overrides;
}

/// Whether the command line asks for a precision, by --precision or by --set.
bool asks_for_precision(const std::vector<Override>& overrides) {
  return std::any_of(overrides.begin(), overrides.end(), [](const Override& change) {
    return change.path == "experiment.precision" ||
           change.path.starts_with("experiment.precision.");
  });
}

std::size_t error_count(const Diagnostics& diagnostics) {
  const auto count = std::count_if(
      diagnostics.begin(), diagnostics.end(),
      [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
  return static_cast<std::size_t>(count);
}

}  // namespace

ScenarioInput read_scenario(const Arguments& arguments) {
  const std::string& path = only_operand(arguments, "a scenario file");
  const std::vector<Override> overrides = overrides_of(arguments);
  require_readable(path);
  LoadResult loaded = load_scenario(path, PolicyRegistry::built_in(), overrides, known_metrics());
  log_diagnostics(loaded.diagnostics);
  if (!loaded.could_read) throw IoError(fmt::format("cannot read {}", path));
  if (!loaded.scenario) {
    const std::size_t count = error_count(loaded.diagnostics);
    log_error(fmt::format("{}: {} error{}", path, count, count == 1 ? "" : "s"));
    throw BadScenario{};
  }
  log_diagnostics(overruled_warnings(loaded, overrides, chosen_plans(arguments, *loaded.scenario)));
  ScenarioInput input{std::move(*loaded.scenario), std::move(loaded.files)};
  if (arguments.has("replications") && !asks_for_precision(overrides)) {
    input.scenario.experiment.precision.reset();
  }
  return input;
}

// A plan that is not compared may be wrong with the value tried; and gates, which may name it, are
// not looked at. Neither is read.
std::optional<Scenario> varied_scenario(const Arguments& arguments, const Scenario& scenario,
                                        std::span<const PlanId> plans, const Variation& variation) {
  std::vector<Override> overrides = overrides_of(arguments);
  overrides.push_back({"expect", "[]"});
  for (std::size_t i = 0; i < scenario.plans.size(); ++i) {
    if (std::find(plans.begin(), plans.end(), PlanId{i}) != plans.end()) continue;
    overrides.push_back({"plans." + quoted_key(scenario.plans[i].name), "null"});
  }
  return load_scenario(only_operand(arguments, "a scenario file"), PolicyRegistry::built_in(),
                       overrides, known_metrics(), {&variation, 1})
      .scenario;
}

std::vector<PlanId> chosen_plans(const Arguments& arguments, const Scenario& scenario) {
  std::vector<std::string> names;
  for (const Plan& plan : scenario.plans) names.push_back(plan.name);
  std::vector<PlanId> plans;
  for (const std::string& name : arguments.values("plan")) {
    const std::optional<PlanId> plan = scenario.find_plan(name);
    if (!plan) {
      throw UsageError(fmt::format("{} has no plan '{}'{} (plans: {})", scenario.file, name,
                                   suggestion(name, names), fmt::join(names, ", ")));
    }
    if (std::find(plans.begin(), plans.end(), *plan) != plans.end()) {
      throw UsageError(fmt::format("plan '{}' is named twice", name));
    }
    plans.push_back(*plan);
  }
  if (!plans.empty()) return plans;
  for (std::size_t i = 0; i < scenario.plans.size(); ++i) plans.push_back(PlanId{i});
  return plans;
}

}  // namespace holdline::cli
