// Differences in words: one sentence for each metric shown.
#pragma once

#include <iosfwd>

#include "holdline/report/report.hpp"
#include "report/result_view.hpp"

namespace holdline::report {

/// For each plan after the first and each metric shown: who is higher and by how much when the
/// interval leaves out zero, "undecided" when it does not.
void write_comparison_words(const ResultView& view, const TextStyle& style, std::ostream& out);

}  // namespace holdline::report
