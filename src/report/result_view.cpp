// Metrics are found through the figures, not the catalogue: a report shows what the result holds.
#include "report/result_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace holdline::report {
namespace {

constexpr std::string_view kServiceLevel = "service_level";

bool is_wait(const Metric& metric) {
  constexpr std::string_view kMeans[] = {"asa", "mean_wait", "mean_wait_delayed",
                                         "mean_excess_wait"};
  return metric.quantile != 0.0 ||
         std::find(std::begin(kMeans), std::end(kMeans), metric.id) != std::end(kMeans);
}

bool is_asked(const Metric& metric, const Result& result) {
  const std::vector<std::string>& asked = result.score.metrics;
  if (asked.empty()) return metric.is_headline;
  return std::find(asked.begin(), asked.end(), metric.id) != asked.end();
}

}  // namespace

const ScoreLayout* layout_of(const Result& result, PlanId plan) {
  for (const PlanRun& run : result.runs) {
    if (run.plan == plan) return &run.layout;
  }
  return nullptr;
}

ResultView::ResultView(const Result& result) : result_(result) {
  std::map<const Metric*, bool> seen;
  for (std::size_t i = 0; i < result.figures.size(); ++i) {
    const Figure& figure = result.figures[i];
    const auto [at, is_new] = seen.try_emplace(figure.metric, is_asked(*figure.metric, result));
    const bool is_shown = at->second;
    if (is_new) told_.push_back(figure.metric);
    if (is_new && is_shown) shown_.push_back(figure.metric);
    if (is_shown || !figure.interval) {
      figures_.emplace(place(*figure.metric, figure.plan, figure.row, figure.interval), i);
    }
  }
  const std::vector<std::string>& asked = result.score.metrics;
  const auto rank = [&](const Metric* metric) {
    return std::find(asked.begin(), asked.end(), metric->id) - asked.begin();
  };
  std::stable_sort(shown_.begin(), shown_.end(),
                   [&](const Metric* a, const Metric* b) { return rank(a) < rank(b); });
}

ResultView::Place ResultView::place(const Metric& metric, PlanId plan, ScoreRow row,
                                    std::optional<std::uint32_t> interval) {
  return {&metric, plan.value, row.kind, row.index, interval ? *interval + 1 : 0};
}

std::vector<const Metric*> ResultView::shown_for(ScopeKind kind) const {
  std::vector<const Metric*> out;
  for (const Metric* metric : shown_) {
    if (has_rows(*metric, kind)) out.push_back(metric);
  }
  return out;
}

const Metric* ResultView::metric(std::string_view id) const {
  const auto at = std::find_if(told_.begin(), told_.end(),
                               [id](const Metric* metric) { return metric->id == id; });
  return at == told_.end() ? nullptr : *at;
}

Estimate ResultView::estimate(const Metric& metric, PlanId plan, ScoreRow row,
                              std::optional<std::uint32_t> interval) const {
  const auto at = figures_.find(place(metric, plan, row, interval));
  return at == figures_.end() ? Estimate{} : result_.figures[at->second].estimate;
}

const Difference* ResultView::difference(const Metric& metric, PlanId other, ScoreRow row) const {
  for (const Difference& difference : result_.differences) {
    if (difference.metric == &metric && difference.other == other &&
        difference.row.kind == row.kind && difference.row.index == row.index) {
      return &difference;
    }
  }
  return nullptr;
}

bool ResultView::is_pooled(const Metric& metric) const {
  constexpr int kComparable = 10;  ///< acceptable waits less than so many times apart
  const std::vector<Duration>& waits = result_.acceptable_waits;
  if (waits.size() < 2 || !is_wait(metric)) return true;
  const auto [least, most] = std::minmax_element(waits.begin(), waits.end());
  return *most < kComparable * *least;
}

std::vector<ScoreRow> ResultView::centre_rows(const Metric& metric) const {
  if (is_pooled(metric)) return {ScoreRow{}};
  std::vector<ScoreRow> rows;
  for (std::uint32_t i = 0; i < result_.contact_type_names.size(); ++i) {
    rows.push_back({ScopeKind::contact_type, i});
  }
  return rows;
}

std::string ResultView::centre_label(const Metric& metric, ScoreRow row) const {
  if (row.kind == ScopeKind::all) return label(metric);
  return label(metric, row) + ", " + result_.contact_type_names.at(row.index);
}

std::string ResultView::acceptable_wait(ScoreRow row) const {
  const std::vector<Duration>& waits = result_.acceptable_waits;
  if (row.kind == ScopeKind::contact_type && row.index < waits.size()) {
    return duration_text(waits[row.index]);
  }
  if (waits.empty()) return "";
  const bool are_equal =
      std::all_of(waits.begin(), waits.end(), [&](Duration wait) { return wait == waits.front(); });
  return are_equal ? duration_text(waits.front()) : "each type's wait";
}

std::string ResultView::label(const Metric& metric, ScoreRow row) const {
  if (!metric.id.starts_with(kServiceLevel)) return std::string(metric.title);
  const std::string_view suffix = metric.id.substr(kServiceLevel.size());
  std::string variant(suffix.empty() ? to_string(result_.score.service_level) : suffix.substr(1));
  std::replace(variant.begin(), variant.end(), '_', ' ');
  const std::string wait = acceptable_wait(row);
  return fmt::format("Service level ({}{}{})", variant, wait.empty() ? "" : ", ", wait);
}

const std::string& ResultView::plan_name(PlanId plan) const {
  return result_.plan_names.at(plan.index());
}

std::string ResultView::quoted_plan(PlanId plan) const {
  return fmt::format("\u201c{}\u201d", plan_name(plan));
}

std::string ResultView::difference_name(PlanId other, PlanId base) const {
  return fmt::format("{} \u2212 {}", plan_name(other), plan_name(base));
}

std::string ResultView::row_name(PlanId plan, ScoreRow row) const {
  switch (row.kind) {
    case ScopeKind::contact_type:
      return result_.contact_type_names.at(row.index);
    case ScopeKind::agent_group:
      return result_.agent_group_names.at(plan.index()).at(row.index);
    case ScopeKind::segment:
      return result_.segment_names.at(row.index);
    case ScopeKind::issue_type:
      return result_.issue_type_names.at(row.index);
    case ScopeKind::all:
      break;
  }
  return "all";
}

}  // namespace holdline::report
