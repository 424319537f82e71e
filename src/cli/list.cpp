// `holdline list`: what a scenario can name, and what each figure means.
#include <fmt/format.h>

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

int list(const Arguments& arguments) {
  const std::vector<std::string>& operands = arguments.operands();
  if (operands.size() > 2) {
    throw UsageError(fmt::format("expected a subject and a name, found also '{}'", operands[2]));
  }
  std::string text;
  if (operands.empty()) {
    text = overview();
  } else if (const std::string& subject = operands[0]; subject == "policies") {
    text = operands.size() == 1 ? policies_text() : policy_text(operands[1]);
  } else if (subject == "metrics") {
    text = operands.size() == 1 ? metrics_text() : metric_text(operands[1]);
  } else if (subject == "distributions") {
    text = operands.size() == 1 ? distributions_text() : distribution_text(operands[1]);
  } else if (subject == "coefficients") {
    text = operands.size() == 1 ? coefficients_text() : coefficient_text(operands[1]);
  } else {
    throw UsageError(fmt::format(
        "nothing to list under '{}'{} (policies, metrics, distributions, coefficients)", subject,
        suggestion(subject, {"policies", "metrics", "distributions", "coefficients"})));
  }
  write_standard_output(text);
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
    "name it explains that one; of coefficients, those with it in their path.",
    {},
    "  holdline list\n"
    "  holdline list metrics\n"
    "  holdline list metrics service_level\n"
    "  holdline list policies defer_when_busy\n"
    "  holdline list coefficients self_service\n",
    list};

}  // namespace holdline::cli
