// A partial result says so first: a number that rests on half the work must not look like one that
// rests on all of it.
#include "report/text_sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <span>

#include "report/display.hpp"

namespace holdline::report {
namespace {

std::string replications_text(const ResultView& view) {
  const Result& result = view.result();
  const auto days = duration_text(result.horizon);
  if (result.settings.mode == RunMode::steady_state) {
    return fmt::format("one long run of {} in {} batches", days, result.settings.batches);
  }
  const std::vector<PlanRun>& runs = result.runs;
  const bool are_equal = std::all_of(runs.begin(), runs.end(), [&](const PlanRun& run) {
    return run.replications == runs.front().replications;
  });
  if (runs.empty() || are_equal) {
    const std::uint32_t count = runs.empty() ? 0 : runs.front().replications;
    return fmt::format("{} replication{} of {}", count, count == 1 ? "" : "s", days);
  }
  std::string out = "replications of " + days + ":";
  for (const PlanRun& run : runs) {
    out += fmt::format(" {} {}", view.plan_name(run.plan), run.replications);
  }
  return out;
}

std::string plans_text(const ResultView& view) {
  const std::vector<PlanRun>& runs = view.result().runs;
  std::string out = runs.size() == 1 ? "plan " : "plans ";
  for (std::size_t i = 0; i < runs.size(); ++i) {
    out += (i == 0 ? "" : ", ") + view.plan_name(runs[i].plan);
  }
  return out;
}

// Parts with dots between, as many on a line as fit.
void write_parts(std::span<const std::string> parts, std::size_t width, std::ostream& out) {
  std::size_t column = 0;
  for (const std::string& part : parts) {
    const std::size_t part_width = display_width(part);
    if (column > 0 && column + 3 + part_width > width) {
      out << '\n';
      column = 0;
    }
    if (column > 0) {
      out << " \u00b7 ";
      column += 3;
    }
    out << part;
    column += part_width;
  }
  out << '\n';
}

}  // namespace

std::size_t words_width(const TextStyle& style) {
  return static_cast<std::size_t>(std::max(style.width, 60));
}

void write_note(std::string_view note, const TextStyle& style, std::ostream& out) {
  out << inked(wrapped(note, words_width(style), 0), Ink::dim, style.color) << '\n';
}

void write_intervals_note(const TextStyle& style, std::ostream& out) {
  write_note(
      "For want of room the plans\u2019 own intervals are left out: a wider window (or COLUMNS), "
      "--csv and --json have them.",
      style, out);
}

std::string waits_note(const ResultView& view) {
  const std::vector<const Metric*>& shown = view.shown();
  const bool are_pooled = std::all_of(
      shown.begin(), shown.end(), [&](const Metric* metric) { return view.is_pooled(*metric); });
  if (are_pooled) return "";
  const Result& result = view.result();
  const std::vector<Duration>& waits = result.acceptable_waits;
  const auto [least, most] = std::minmax_element(waits.begin(), waits.end());
  const auto name = [&](const auto& at) {
    return result.contact_type_names.at(static_cast<std::size_t>(at - waits.begin()));
  };
  return fmt::format(
      "Waits stand by contact type alone: {} are acceptable for {} and {} for {}, and a mean over "
      "both would be that of neither.",
      duration_text(*least), name(least), duration_text(*most), name(most));
}

void write_heading(const ResultView& view, const TextStyle& style, std::ostream& out) {
  const Result& result = view.result();
  std::uint64_t contacts = 0;
  for (const PlanRun& run : result.runs) contacts += run.contacts;
  out << inked(result.scenario_name, Ink::bold, style.color) << '\n';
  const std::string parts[] = {
      plans_text(view),
      replications_text(view),
      grouped(fmt::format("{}", contacts)) + " contacts",
      fmt::format("seed {}", result.settings.seed),
      fmt::format("{:g}% confidence", result.settings.confidence * 100.0),
      result.score.estimation == Estimation::pooled ? "pooled ratios" : "means of replications"};
  write_parts(parts, static_cast<std::size_t>(std::max(style.width, 40)), out);
  if (!result.is_complete) {
    out << inked("PARTIAL: stopped early; the figures are over what was finished.", Ink::bad,
                 style.color)
        << '\n';
  }
  out << '\n';
}

}  // namespace holdline::report
