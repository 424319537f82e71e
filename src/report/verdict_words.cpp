// A page that can be defended: every sentence is made of figures the JSON has too. What turns on
// assumptions says so first, what is undecided says so plainly.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <string>

#include "report/display.hpp"
#include "report/figure_format.hpp"
#include "report/verdict_names.hpp"
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

/// The words of one verdict.
class VerdictWords {
 public:
  VerdictWords(const ResultView& view, const Verdict& verdict)
      : view_(view),
        verdict_(verdict),
        standing_(standing_of(verdict)),
        tornado_(tornado_of(view.result(), verdict)),
        base_(view.plan_name(verdict.base)),
        other_(view.plan_name(verdict.other)),
        confidence_(fmt::format("{:g}%", view.result().settings.confidence * 100.0)) {}

  [[nodiscard]] std::string paragraph() const {
    std::string text = warning_first();
    for (const std::string& sentence : {outcome(), certainty(), trade(), cash(), payback(),
                                        break_even(), pairing(), assumptions()}) {
      if (sentence.empty()) continue;
      text += text.empty() ? sentence : " " + sentence;
    }
    return text;
  }

  [[nodiscard]] Ink ink() const {
    return standing_ == Standing::other_wins || standing_ == Standing::base_wins ? Ink::good
                                                                                 : Ink::bold;
  }

 private:
  [[nodiscard]] bool is_decided() const {
    return standing_ == Standing::other_wins || standing_ == Standing::base_wins;
  }
  [[nodiscard]] const std::string& winner() const {
    return standing_ == Standing::base_wins ? base_ : other_;
  }
  [[nodiscard]] const std::string& loser() const {
    return standing_ == Standing::base_wins ? other_ : base_;
  }
  [[nodiscard]] FigureFormat format(const Estimate& estimate) const {
    const std::array<Estimate, 1> row{estimate};
    return FigureFormat(MetricUnit::money, view_.result().currency, row);
  }
  [[nodiscard]] std::string money(double amount) const {
    return format({amount, amount, amount, true, false, 1}).magnitude(amount);
  }
  /// "12 EUR (95% interval 10 to 14 EUR)" of a difference's size.
  [[nodiscard]] std::string sized(const Estimate& estimate) const {
    const FigureFormat shape = format(estimate);
    const std::string size = shape.magnitude(estimate.value);
    if (!estimate.has_interval) return size;
    const bool is_up = estimate.value >= 0.0;
    const double least = is_up ? estimate.low : -estimate.high;
    const double most = is_up ? estimate.high : -estimate.low;
    return fmt::format("{} ({} interval {} to {})", size, confidence_,
                       shape.value_without_unit(least), shape.value(most));
  }

  /// The coefficients that alone turn the sign, of one source.
  [[nodiscard]] std::vector<std::string> turning(Source source) const {
    std::vector<std::string> paths;
    for (std::size_t i = 0; tornado_ != nullptr && i < tornado_->bars.size(); ++i) {
      const SensitivityBar& bar = tornado_->bars[i];
      if (bar.turns() && bar.coefficient.source == source) paths.push_back(bar.coefficient.path);
    }
    return paths;
  }

  [[nodiscard]] bool turns_surely(Source source) const {
    return tornado_ != nullptr && std::any_of(tornado_->bars.begin(), tornado_->bars.end(),
                                              [source](const SensitivityBar& bar) {
                                                return bar.turns_surely() &&
                                                       bar.coefficient.source == source;
                                              });
  }

  [[nodiscard]] std::string warning_first() const {
    for (const Source source : {Source::assumed, Source::vendor}) {
      const std::vector<std::string> paths = turning(source);
      if (paths.empty() || !is_decided()) continue;
      return fmt::format(
          "This verdict turns on {}: {} alone, within {}, {} make {} the better plan.",
          source == Source::assumed ? "assumed figures" : "figures of vendors",
          fmt::join(paths, " or "), paths.size() == 1 ? "its range" : "their ranges",
          turns_surely(source) ? "would" : "might",
          verdict_.net_value.value >= 0.0 ? base_ : other_);
    }
    return "";
  }

  [[nodiscard]] std::string outcome() const {
    const Estimate& net = verdict_.net_value;
    const double days = to_seconds(view_.result().horizon) / to_seconds(kDay);
    const std::string horizon = duration_text(view_.result().horizon);
    if (standing_ == Standing::equal) {
      return fmt::format("{} and {} have the same net value in every replication.", other_, base_);
    }
    if (!net.has_interval) {
      return fmt::format(
          "Undecided: in the only replication the net value of {} is {} {} than that of {}, and "
          "one replication does not tell how sure that is.",
          other_, money(net.value), net.value >= 0.0 ? "higher" : "lower", base_);
    }
    if (!is_decided()) {
      const FigureFormat shape = format(net);
      return fmt::format(
          "Undecided: over {} the net value of {} differs from that of {} by {}, and the {} "
          "interval, {} to {}, holds zero.",
          horizon, other_, base_, shape.difference(net).value, confidence_,
          shape.signed_number(net.low), shape.signed_number(net.high));
    }
    return fmt::format("{} beats {}: over {} its net value is {} higher, at that pace {} a year.",
                       winner(), loser(), horizon, sized(net),
                       money(rounded(net.value * kDaysPerYear / days)));
  }

  [[nodiscard]] std::string certainty() const {
    if (!verdict_.probability) return "";
    const bool is_base = verdict_.net_value.value < 0.0;
    const double chance = is_base ? 1.0 - *verdict_.probability : *verdict_.probability;
    // A handful of replications does not know its own spread well enough for more.
    const bool are_few = verdict_.replications < kManyReplications;
    const double most = are_few ? 0.99 : 0.9995;
    const std::string shown = chance > most
                                  ? std::string(are_few ? "more than 99%" : "more than 99.9%")
                                  : fmt::format("{:.1f}%", chance * 100.0);
    return fmt::format(
        "The probability that {} is the better one in expectation is {} (Student\u2019s t of the "
        "paired differences); it was better in {} of {} replications.",
        is_base ? base_ : other_, shown, is_base ? verdict_.losses : verdict_.wins,
        verdict_.replications);
  }

  [[nodiscard]] std::string trade() const {
    if (standing_ == Standing::equal) return "";
    const auto side = [&](double amount) {
      return fmt::format("{} {}", money(amount), amount > 0.0 ? "more" : "less");
    };
    const std::string cost = verdict_.cost.value == 0.0 ? "the same" : side(verdict_.cost.value);
    const std::string value = verdict_.value.value == 0.0 ? "as much" : side(verdict_.value.value);
    return fmt::format("{} costs {} and retains {} of customers\u2019 value.", other_, cost, value);
  }

  /// What customers are worth comes over years, what they cost is paid now.
  [[nodiscard]] std::string cash() const {
    for (const Difference& difference : view_.result().differences) {
      if (difference.metric->id != "net_cash" || difference.other != verdict_.other ||
          difference.row.kind != ScopeKind::all || difference.difference.value == 0.0) {
        continue;
      }
      if (difference.difference.has_interval && difference.difference.low < 0.0 &&
          difference.difference.high > 0.0) {
        return fmt::format(
            "By cash alone, margin minus cost until then, it is undecided: the {} interval of the "
            "difference holds zero.",
            confidence_);
      }
      const double cash = difference.difference.value;
      const double equity = verdict_.net_value.value - cash;
      return fmt::format(
          "By cash alone, margin minus cost until then, {} is {} {}{}. Of the difference of net "
          "value {} is equity: margin expected after the horizon from customers won or not lost.",
          other_, sized(difference.difference), cash > 0.0 ? "ahead" : "behind",
          cash < 0.0 && verdict_.cost.value > 0.0
              ? ", and has not paid back what it costs more within the horizon"
              : "",
          number(equity));
    }
    return "";
  }

  [[nodiscard]] std::string payback() const {
    if (!is_decided() || verdict_.cumulative_net.empty()) return "";
    const bool is_base = verdict_.net_value.value < 0.0;
    const Payback& ahead = is_base ? verdict_.base_payback : verdict_.other_payback;
    const std::string& leader = is_base ? base_ : other_;
    if (!ahead.week) return "";
    if (*ahead.week == 1 && ahead.latest == 1u) {
      return fmt::format(
          "With equity counted when a customer is lost or won, {} is ahead from the "
          "first week on.",
          leader);
    }
    std::string band;
    if (ahead.earliest && ahead.latest) {
      band = fmt::format(" (by weeks\u2019 {} intervals, between weeks {} and {})", confidence_,
                         *ahead.earliest, *ahead.latest);
    } else if (ahead.earliest) {
      band = fmt::format(
          " (by weeks\u2019 {} intervals, week {} at the earliest, and perhaps not "
          "within the horizon)",
          confidence_, *ahead.earliest);
    }
    const bool is_repaid = (is_base ? -verdict_.cost.value : verdict_.cost.value) > 0.0;
    const std::size_t weeks = verdict_.cumulative_net.size();
    return is_repaid ? fmt::format(
                           "With equity counted when a customer is lost or won, {} has paid back "
                           "what it costs more in week {} of {}{}.",
                           leader, *ahead.week, weeks, band)
                     : fmt::format(
                           "With equity counted when a customer is lost or won, {} is ahead for "
                           "good from week {} of {} on{}.",
                           leader, *ahead.week, weeks, band);
  }

  [[nodiscard]] std::string break_even() const {
    const BreakEven& even = verdict_.break_even;
    if (!is_decided()) return "";
    switch (even.side) {
      case BreakEvenSide::undefined:
        return "";
      case BreakEvenSide::other_always:
        return fmt::format(
            "On average it is better whatever a customer is worth: {} costs no more "
            "and keeps more.",
            other_);
      case BreakEvenSide::base_always:
        return fmt::format(
            "On average that holds whatever a customer is worth: {} costs no less "
            "and keeps less.",
            other_);
      case BreakEvenSide::other_above:
      case BreakEvenSide::other_below:
        break;
    }
    const Estimate value = customer_value_of(even);
    if (!value.has_interval) {
      return fmt::format(
          "From which value of a customer on that holds cannot be told: the {} interval is not "
          "bounded.",
          confidence_);
    }
    const std::string band =
        fmt::format("; {} interval {} to {}", confidence_, number(value.low), number(value.high));
    return fmt::format(
        "{} is the better plan where a customer is worth {} than {} a year on average, {:.2f} "
        "times the present {}{}.",
        other_, even.side == BreakEvenSide::other_above ? "more" : "less", money(value.value),
        even.factor.value, money(even.mean_value), band);
  }
  [[nodiscard]] std::string number(double amount) const {
    return (amount < 0.0 ? "\u2212" : "") + money(amount);
  }

  [[nodiscard]] std::string pairing() const {
    if (verdict_.variance_reduction <= 0.0) return "";
    if (verdict_.variance_reduction < 1.0) {
      return "The same customers meet both plans, but that did not help here: the interval is no "
             "narrower than that of independent runs.";
    }
    if (verdict_.variance_reduction > 1000.0) {
      return "The same customers meet both plans: without that the interval would take more than "
             "1000 times the replications.";
    }
    return fmt::format(
        "The same customers meet both plans: without that the interval would take {:.{}f} times "
        "the replications.",
        verdict_.variance_reduction, verdict_.variance_reduction < 10.0 ? 1 : 0);
  }

  [[nodiscard]] std::string assumptions() const {
    if (tornado_ == nullptr) {
      return "What it assumes was not tested: holdline compare --sensitivity tries every assumed "
             "figure of the world and every vendor\u2019s over its range; figures of the plans "
             "are taken as given.";
    }
    const auto turned = static_cast<std::size_t>(
        std::count_if(tornado_->bars.begin(), tornado_->bars.end(),
                      [](const SensitivityBar& bar) { return bar.turns(); }));
    const auto surely = static_cast<std::size_t>(
        std::count_if(tornado_->bars.begin(), tornado_->bars.end(),
                      [](const SensitivityBar& bar) { return bar.turns_surely(); }));
    const std::string tried = fmt::format(
        "{}{} assumed or vendors\u2019 figure{} of the world {} tried over {} range, one at a time",
        view_.result().sensitivity->is_complete ? "" : "Of those finished, ", tornado_->bars.size(),
        tornado_->bars.size() == 1 ? "" : "s", tornado_->bars.size() == 1 ? "was" : "were",
        tornado_->bars.size() == 1 ? "its" : "their");
    if (turned == 0)
      return tried + ": none turns the sign. Figures of the plans were taken as given.";
    return fmt::format(
        "{}: {} turn{} the sign, {} of them surely. Figures of the plans were taken as given.",
        tried, turned, turned == 1 ? "s" : "", surely);
  }

  const ResultView& view_;
  const Verdict& verdict_;
  const Standing standing_;
  const Tornado* tornado_;
  const std::string& base_;
  const std::string& other_;
  const std::string confidence_;
};

}  // namespace

void write_verdict_words(const ResultView& view, const Verdict& verdict, const TextStyle& style,
                         std::ostream& out) {
  const VerdictWords words(view, verdict);
  const auto width = static_cast<std::size_t>(std::max(style.width, 60));
  out << '\n'
      << inked(fmt::format("{} against {}", view.plan_name(verdict.other),
                           view.plan_name(verdict.base)),
               words.ink(), style.color)
      << "\n  " << wrapped(words.paragraph(), width, 2, 2) << '\n';
}

}  // namespace holdline::report
