// `holdline version`: what a bug report needs.
#include "holdline/report/version.hpp"

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/exit_code.hpp"
#include "cli/standard_streams.hpp"

namespace holdline::cli {
namespace {

int version(const Arguments& arguments) {
  if (!arguments.operands().empty()) throw UsageError("`holdline version` takes no operand");
  write_standard_output(fmt::format("holdline {}\nscenario format 1, result format {}\n",
                                    kEngineVersion, kResultFormat));
  return kDone;
}

}  // namespace

const Command kVersion{
    "version",
    "",
    "Print the version of the program and of its formats.",
    "Prints the version of the program, which is that of the engine, and of the formats it reads "
    "and writes. Results change only with the engine's minor version.",
    {},
    "  holdline version\n",
    version};

}  // namespace holdline::cli
