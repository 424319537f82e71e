// `holdline list`: what a scenario can name, and what each figure means.
#include <fmt/format.h>

#include <string>
#include <utility>

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

/// Where a name can be looked up, as words to type; empty if nowhere.
std::string place_of(const std::string& name) {
  constexpr std::pair<const char*, std::string (*)(const std::string&)> kSubjects[] = {
      {"metrics", metric_text}, {"policies", policy_text}, {"distributions", distribution_text}};
  for (const auto& [subject, explain] : kSubjects) {
    try {
      (void)explain(name);
      return fmt::format("holdline list {} {}", subject, name);
    } catch (const UsageError&) {  // not one of these
    }
  }
  return {};
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
  } else if (const std::string place = place_of(subject); !place.empty()) {
    throw UsageError(fmt::format("expected what to list before '{}': {}", subject, place));
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
