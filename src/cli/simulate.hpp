// What `run` and `compare` have in common: everything but which report is written.
#pragma once

#include "cli/command.hpp"

namespace holdline::cli {

inline constexpr OptionSpec kThreadsOption{
    "threads", "N", "Threads; default as many as the machine has. Results do not depend on it."};
inline constexpr OptionSpec kTraceOption{
    "trace", "FILE",
    "Write one row a contact as CSV, for one plan, on one thread; to standard output instead of "
    "the text if FILE is -."};
inline constexpr OptionSpec kStrictOption{
    "strict", "", "Exit with 3 when an expectation is undecided or the precision not reached."};

inline constexpr OptionSpec kDetailsOption{
    "details", "",
    "After a verdict also the figures by contact type, agent group, segment and issue type, and "
    "money by week."};
inline constexpr OptionSpec kSensitivityOption{
    "sensitivity", "",
    "Try every assumed figure of the world and the plans, and every vendor's, at both ends of its "
    "range: on which does the verdict turn?"};
inline constexpr OptionSpec kSensitivityReplicationsOption{
    "sensitivity-replications", "N",
    "Replications repeated for each of those; default 5, at most those of the comparison."};

/// Runs the chosen plans and writes the results; the exit code.
[[nodiscard]] int simulate(const Arguments& arguments, bool is_comparison);

}  // namespace holdline::cli
