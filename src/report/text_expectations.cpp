// Gates, each with its verdict and the figure the verdict rests on.
#include <fmt/format.h>

#include <array>
#include <ostream>

#include "report/display.hpp"
#include "report/figure_format.hpp"
#include "report/text_sections.hpp"

namespace holdline::report {
namespace {

std::string_view verdict(ExpectationStatus status) {
  switch (status) {
    case ExpectationStatus::met:
      return "met      ";
    case ExpectationStatus::not_met:
      return "NOT MET  ";
    case ExpectationStatus::undecided:
      return "undecided";
  }
  return "";
}

Ink ink_of(ExpectationStatus status) {
  switch (status) {
    case ExpectationStatus::met:
      return Ink::good;
    case ExpectationStatus::not_met:
      return Ink::bad;
    case ExpectationStatus::undecided:
      break;
  }
  return Ink::bold;
}

std::string subject(const ResultView& view, const Expectation& gate, const Metric& metric,
                    PlanId plan) {
  ScoreRow row;
  std::string where;
  if (gate.contact_type) {
    row = {ScopeKind::contact_type, gate.contact_type->value};
    where = " of " + view.row_name(plan, row);
  } else if (gate.agent_group) {
    where = " of " + *gate.agent_group;
  } else if (gate.segment) {
    where = " of " + view.row_name(plan, {ScopeKind::segment, gate.segment->value});
  } else if (gate.issue_type) {
    where = " of " + view.row_name(plan, {ScopeKind::issue_type, gate.issue_type->value});
  }
  return fmt::format("{}{}, plan {}", view.label(metric, row), where, view.plan_name(plan));
}

}  // namespace

void write_expectations(const ResultView& view, const TextStyle& style, std::ostream& out) {
  const Result& result = view.result();
  if (result.expectations.empty()) return;
  out << '\n' << inked("Expectations", Ink::bold, style.color) << '\n';
  for (const ExpectationOutcome& outcome : result.expectations) {
    const Expectation& gate = result.gates.at(outcome.expectation);
    const Metric* metric = view.metric(gate.metric);
    if (metric == nullptr) continue;  // stopped before there was any figure
    const std::array<Estimate, 2> shown{outcome.estimate,
                                        Estimate{gate.bound, gate.bound, gate.bound, true, false}};
    const FigureFormat format(metric->unit, result.currency, shown);
    const FigureText found = format.figure(outcome.estimate);
    out << "  " << inked(verdict(outcome.status), ink_of(outcome.status), style.color) << "  "
        << fmt::format("{}: {}{}{}, expected {} {}\n", subject(view, gate, *metric, outcome.plan),
                       found.value, found.spread.empty() ? "" : " ", found.spread,
                       gate.comparison == Comparison::at_least ? "at least" : "at most",
                       format.value(gate.bound));
  }
}

}  // namespace holdline::report
