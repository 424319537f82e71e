// What the sentences of a verdict speak of: who stands where, under which names, and amounts of
// money as these sentences write them.
#pragma once

#include <string>

#include "report/figure_format.hpp"
#include "report/result_view.hpp"
#include "report/verdict_names.hpp"

namespace holdline::report {

/// Keeps references to the view and the verdict.
struct VerdictFacts {
  VerdictFacts(const ResultView& result_view, const Verdict& of);

  /// Whether one of the plans has won.
  [[nodiscard]] bool is_decided() const;
  [[nodiscard]] bool is_base_ahead() const { return verdict.net_value.value < 0.0; }
  /// The plan ahead by the mean, won or not; on a tie the other one.
  [[nodiscard]] const std::string& leader() const { return is_base_ahead() ? base : other; }
  [[nodiscard]] const std::string& trailer() const { return is_base_ahead() ? other : base; }

  /// The size of an amount: "12.50 EUR".
  [[nodiscard]] std::string money(double amount) const;
  /// The same with its sign, where there is one: "−12.50 EUR".
  [[nodiscard]] std::string signed_money(double amount) const;
  /// A difference's size: "12 EUR (95% interval 10 to 14 EUR)".
  [[nodiscard]] std::string sized(const Estimate& difference) const;
  [[nodiscard]] FigureFormat format(const Estimate& amount) const;

  const ResultView& view;
  const Verdict& verdict;
  const Standing standing;
  const Tornado* const tornado;  ///< nullptr if there is none
  /// Of several verdicts: what is true of all is said once, before them, and what words mean is
  /// said in the first.
  const bool is_only;
  const bool is_first;
  const std::string base;  ///< in quotes
  const std::string other;
  const std::string confidence;  ///< "95%"
};

}  // namespace holdline::report
