// `holdline schema`: what an editor needs to complete and check a scenario while it is written.
#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/exit_code.hpp"
#include "cli/standard_streams.hpp"
#include "holdline/policies/registry.hpp"
#include "holdline/scenario/load.hpp"
#include "holdline/score/metric.hpp"

namespace holdline::cli {
namespace {

int schema(const Arguments& arguments) {
  if (!arguments.operands().empty()) {
    throw UsageError("`holdline schema` takes no operand; it prints to standard output");
  }
  std::string text = scenario_schema(PolicyRegistry::built_in(), known_metrics());
  if (text.empty() || text.back() != '\n') text += '\n';
  write_standard_output(text);
  return kDone;
}

}  // namespace

const Command kSchema{
    "schema",
    "",
    "Print the JSON Schema of the scenario format.",
    "Prints the JSON Schema of scenario files (draft 2020-12), generated from the tables the "
    "reader "
    "uses. Editors complete and check YAML with it.",
    {},
    "  holdline schema > holdline.schema.json\n"
    "  # first line of bank.yaml: # yaml-language-server: $schema=holdline.schema.json\n",
    schema};

}  // namespace holdline::cli
