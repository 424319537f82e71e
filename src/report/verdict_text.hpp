// The verdict for people: a table plan by plan, a page of words, curves and the tornado.
#pragma once

#include <iosfwd>

#include "holdline/report/report.hpp"
#include "report/result_view.hpp"

namespace holdline::report {

/// Table, words and tornado; nothing without verdicts.
void write_verdict(const ResultView& view, const TextStyle& style, std::ostream& out);
/// What is true of all of several verdicts; nothing of a single one.
void write_common_words(const ResultView& view, const TextStyle& style, std::ostream& out);
/// What the figures of one verdict say.
void write_verdict_words(const ResultView& view, const Verdict& verdict, const TextStyle& style,
                         std::ostream& out);
/// Bars from low to high for each coefficient that changes anything; nothing if it was not run.
void write_tornado(const ResultView& view, const Verdict& verdict, const TextStyle& style,
                   std::ostream& out);
/// Each plan's money week by week and the differences; nothing without verdicts.
void write_curves(const ResultView& view, const TextStyle& style, std::ostream& out);
/// Composite scores beside their parts; nothing where none is asked for.
void write_composites(const ResultView& view, const TextStyle& style, std::ostream& out);

}  // namespace holdline::report
