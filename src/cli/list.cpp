// `holdline list`: what a scenario can name, and what each figure means.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "cli/catalogue.hpp"
#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/exit_code.hpp"
#include "cli/standard_streams.hpp"

namespace holdline::cli {
namespace {

std::string overview() {
  return fmt::format("{}\n{}\n{}\n{}", policies_text(), distributions_text(), metrics_text(),
                     coefficients_text());
}

struct Subject {
  const char* name;
  std::string (*all)();
  std::string (*one)(const std::string& name);
  bool has_names;  ///< each has one of its own; coefficients are found by parts of their paths
};
constexpr Subject kSubjects[] = {
    {"metrics", metrics_text, metric_text, true},
    {"policies", policies_text, policy_text, true},
    {"distributions", distributions_text, distribution_text, true},
    {"coefficients", coefficients_text, coefficient_text, false},
};

/// Where a name can be looked up, as words to type; empty if nowhere.
std::string place_of(const std::string& name) {
  for (const Subject& subject : kSubjects) {
    if (!subject.has_names) continue;
    try {
      (void)subject.one(name);
      return fmt::format("holdline list {} {}", subject.name, name);
    } catch (const UsageError&) {  // not one of these
    }
  }
  return {};
}

std::string subject_text(const std::vector<std::string>& operands) {
  const std::string& name = operands[0];
  for (const Subject& subject : kSubjects) {
    if (subject.name == name)
      return operands.size() == 1 ? subject.all() : subject.one(operands[1]);
  }
  const std::string place = place_of(name);
  if (!place.empty()) {
    throw UsageError(fmt::format("expected what to list before '{}': {}", name, place));
  }
  throw UsageError(fmt::format(
      "nothing to list under '{}'{} (policies, metrics, distributions, coefficients)", name,
      suggestion(name, {"policies", "metrics", "distributions", "coefficients"})));
}

int list(const Arguments& arguments) {
  const std::vector<std::string>& operands = arguments.operands();
  if (operands.size() > 2) {
    throw UsageError(fmt::format("expected a subject and a name, found also '{}'", operands[2]));
  }
  write_standard_output(operands.empty() ? overview() : subject_text(operands));
  return kDone;
}

}  // namespace

const Command kList{
    "list",
    "[policies | metrics | distributions | coefficients] [NAME]",
    "List policies, metrics, distributions and coefficients, or explain one.",
    "Lists what a scenario can name: policies with their parameters, metrics with "
    "their definitions, "
    "distributions with theirs, and the coefficients: figures of the world and of plans "
    "that may be doubted, with their unit, bounds, default and its source. With a "
    "name it explains that one; of coefficients, those with it in their path; with a kind "
    "of policies it lists those.",
    {},
    "  holdline list\n"
    "  holdline list metrics\n"
    "  holdline list metrics service_level\n"
    "  holdline list policies churn\n"
    "  holdline list policies defer_when_busy\n"
    "  holdline list coefficients self_service\n",
    list};

}  // namespace holdline::cli
