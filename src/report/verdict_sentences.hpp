// The sentences of a verdict, each empty where there is nothing to say. Every one is made of
// figures that the JSON has too.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "report/verdict_facts.hpp"

namespace holdline::report {

/// Who wins, by how much; or that it is undecided.
[[nodiscard]] std::string outcome_words(const VerdictFacts& facts);
/// That of a verdict in favour of a plan more of whose issues have no outcome yet.
[[nodiscard]] std::string open_words(const VerdictFacts& facts);
/// The probability, and the replications won.
[[nodiscard]] std::string certainty_words(const VerdictFacts& facts);
/// What meeting the same customers saved.
[[nodiscard]] std::string pairing_words(const VerdictFacts& facts);

/// How many times the replications pairing saved: "9.8", or "more than 1000".
[[nodiscard]] std::string times_saved_text(double variance_reduction);

/// What the other plan costs and keeps.
[[nodiscard]] std::string trade_words(const VerdictFacts& facts);
/// What customers are worth comes over years, what they cost is paid now: who is ahead by cash.
[[nodiscard]] std::string cash_words(const VerdictFacts& facts);
/// When the dearer plan has paid back by cash what it costs more; or that it has not.
[[nodiscard]] std::string cash_payback_words(const VerdictFacts& facts);
/// How much of the difference is not cash.
[[nodiscard]] std::string equity_words(const VerdictFacts& facts);
/// Since when the leader is ahead, equity counted at once.
[[nodiscard]] std::string payback_words(const VerdictFacts& facts);
/// From which value of a customer on the verdict holds.
[[nodiscard]] std::string break_even_words(const VerdictFacts& facts);

/// That nobody leaves, where the scenario does not say who does; of an only verdict.
[[nodiscard]] std::string loyalty_words(const VerdictFacts& facts);
/// The coefficients that alone turn a verdict that was decided.
[[nodiscard]] std::string warning_words(const VerdictFacts& facts);
/// What was tried of what the verdict assumes.
[[nodiscard]] std::string assumption_words(const VerdictFacts& facts);

/// Of a tornado: coefficients of which is not known whether they turn the sign; and how to know it.
[[nodiscard]] std::size_t open_count(const VerdictFacts& facts);
[[nodiscard]] std::string more_words(const VerdictFacts& facts);

/// Of several verdicts, what is true of all of them; and which plan is ahead.
[[nodiscard]] std::string common_words(const ResultView& view);

inline constexpr std::string_view kNobodyLeaves =
    "The scenario has no outcomes: nobody leaves because of an issue, whatever the service, so "
    "what bad service loses is not counted.";
inline constexpr std::string_view kNotTested =
    "What it assumes was not tested: holdline compare --sensitivity tries every figure of the "
    "world and of the plans that is assumed or a vendor\u2019s over its range; those stated "
    "without a source are taken as given.";
inline constexpr std::string_view kTakenAsGiven =
    "Figures stated without a source were taken as given.";

}  // namespace holdline::report
