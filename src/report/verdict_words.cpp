// A page that can be defended: what turns on assumptions says so first, what is undecided says so
// plainly.
#include <fmt/format.h>

#include <cmath>
#include <ostream>

#include "report/display.hpp"
#include "report/text_sections.hpp"
#include "report/verdict_sentences.hpp"
#include "report/verdict_text.hpp"

namespace holdline::report {
namespace {

constexpr double kDaysPerYear = 365.0;
constexpr std::uint32_t kManyReplications = 5;

/// To three significant digits: an extrapolation has no more.
double rounded(double amount) {
  if (amount == 0.0 || !std::isfinite(amount)) return amount;
  const double step = std::pow(10.0, std::floor(std::log10(std::fabs(amount))) - 2.0);
  return std::round(amount / step) * step;
}

std::string undecided_words(const VerdictFacts& facts) {
  const Result& result = facts.view.result();
  const Estimate& net = facts.verdict.net_value;
  const FigureFormat shape = facts.format(net);
  const bool is_precise = result.settings.precision && result.precision_reached;
  return fmt::format(
      "Undecided: over {} the net value of {} differs from that of {} by {}, and the {} interval, "
      "{} to {}, holds zero{}.",
      duration_text(counted_time(result)), facts.other, facts.base, shape.difference(net).value,
      facts.confidence, shape.signed_number(net.low), shape.signed_number(net.high),
      is_precise ? ", as precise as asked for: a smaller precision may decide it" : "");
}

/// In favour of the leader.
std::string open_issues(const VerdictFacts& facts) {
  const Verdict& verdict = facts.verdict;
  const bool is_base = facts.is_base_ahead();
  return fmt::format(
      "when the runs ended {:.1f}% of the issues of {} and {:.1f}% of those of {} had no outcome "
      "yet; what they still cost in work and in customers is missing, in favour of {}.",
      100.0 * (is_base ? verdict.base_open : verdict.other_open), facts.leader(),
      100.0 * (is_base ? verdict.other_open : verdict.base_open), facts.trailer(), facts.leader());
}

std::string paragraph(const VerdictFacts& facts) {
  std::string text;
  for (const auto words : {warning_words, outcome_words, open_words, loyalty_words, certainty_words,
                           trade_words, cash_words, cash_payback_words, equity_words, payback_words,
                           break_even_words, pairing_words, assumption_words}) {
    const std::string sentence = words(facts);
    if (sentence.empty()) continue;
    text += text.empty() ? sentence : " " + sentence;
  }
  return text;
}

}  // namespace

std::string outcome_words(const VerdictFacts& facts) {
  const Result& result = facts.view.result();
  const Estimate& net = facts.verdict.net_value;
  const Duration counted = counted_time(result);
  if (facts.standing == Standing::equal) {
    return fmt::format("{} and {} have the same net value in every replication.", facts.other,
                       facts.base);
  }
  if (!net.has_interval) {
    return fmt::format(
        "Undecided: in the only replication the net value of {} is {} {} than that of {}, and "
        "one replication does not tell how sure that is.",
        facts.other, facts.money(net.value), net.value >= 0.0 ? "higher" : "lower", facts.base);
  }
  if (facts.standing == Standing::unfinished) {
    return fmt::format(
        "No verdict: {} Counted without them, the net value of {} is {} higher over {}. A longer "
        "horizon may tell, unless the backlog of {} grows without end.",
        open_issues(facts), facts.leader(), facts.sized(net), duration_text(counted),
        facts.leader());
  }
  if (!facts.is_decided()) return undecided_words(facts);
  const double days = to_seconds(counted) / to_seconds(kDay);
  return fmt::format("{} beats {}: over {} its net value is {} higher, at that pace {} a year.",
                     facts.leader(), facts.trailer(), duration_text(counted), facts.sized(net),
                     facts.money(rounded(net.value * kDaysPerYear / days)));
}

std::string open_words(const VerdictFacts& facts) {
  if (!facts.is_decided() || open_lead(facts.verdict) <= kNotedOpenLead) return "";
  return "But " + open_issues(facts);
}

std::string certainty_words(const VerdictFacts& facts) {
  const Verdict& verdict = facts.verdict;
  if (!verdict.probability || facts.standing == Standing::unfinished) return "";
  const bool is_base = facts.is_base_ahead();
  const double chance = is_base ? 1.0 - *verdict.probability : *verdict.probability;
  // A handful of replications does not know its own spread well enough for more.
  const bool are_few = verdict.replications < kManyReplications;
  const double most = are_few ? 0.99 : 0.9995;
  const std::string shown = chance > most
                                ? std::string(are_few ? "more than 99%" : "more than 99.9%")
                                : fmt::format("{:.1f}%", chance * 100.0);
  return fmt::format(
      "The probability that {} is the better one in expectation is {}{}; it was better in {} of {} "
      "replications.",
      facts.leader(), shown, facts.is_first ? " (Student\u2019s t of the paired differences)" : "",
      is_base ? verdict.losses : verdict.wins, verdict.replications);
}

std::string times_saved_text(double variance_reduction) {
  if (variance_reduction > 1000.0) return "more than 1000";
  return fmt::format("{:.{}f}", variance_reduction, variance_reduction < 10.0 ? 1 : 0);
}

std::string pairing_words(const VerdictFacts& facts) {
  const double gain = facts.verdict.variance_reduction;
  if (gain <= 0.0 || !facts.is_only) return "";
  if (gain < 1.0) {
    return "The same customers meet both plans, but that did not help here: the interval is no "
           "narrower than that of independent runs.";
  }
  return fmt::format(
      "The same customers meet both plans: without that the interval would take {} times the "
      "replications.",
      times_saved_text(gain));
}

void write_common_words(const ResultView& view, const TextStyle& style, std::ostream& out) {
  const std::vector<Verdict>& verdicts = view.result().verdicts;
  if (verdicts.size() < 2) return;
  out << '\n'
      << inked(fmt::format("All of them against {}", view.quoted_plan(verdicts.front().base)),
               Ink::bold, style.color)
      << "\n  " << wrapped(common_words(view), words_width(style), 2, 2) << '\n';
}

void write_verdict_words(const ResultView& view, const Verdict& verdict, const TextStyle& style,
                         std::ostream& out) {
  const VerdictFacts facts(view, verdict);
  const std::size_t width = words_width(style);
  out << '\n'
      << inked(fmt::format("{} against {}", facts.other, facts.base),
               facts.is_decided() ? Ink::good : Ink::bold, style.color)
      << "\n  " << wrapped(paragraph(facts), width, 2, 2) << '\n';
}

}  // namespace holdline::report
