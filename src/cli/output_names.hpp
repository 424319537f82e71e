// Which files a command is about to write, looked at before any is opened: an output must not be
// one of the files the results come from, nor may two outputs share a file.
#pragma once

#include "cli/command.hpp"
#include "cli/outputs.hpp"
#include "cli/scenario_input.hpp"

namespace holdline::cli {

/// Throws UsageError if --json, --csv or --trace would overwrite a file that was read, or each
/// other. Links and other spellings of a name do not hide that two files are one.
void require_separate_files(const Arguments& arguments, const ScenarioInput& input,
                            const OutputKinds& kinds);

}  // namespace holdline::cli
