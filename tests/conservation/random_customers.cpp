// Random customers: segments, issues, what they do when nobody helps them, and what they make of
// it. Sized so that a small centre in three days sees every change there is.
#include <fmt/format.h>

#include "conservation/scenario_draft.hpp"

namespace holdline::test {
namespace {

void write_segments(Draft& draft) {
  RandomText& random = draft.random;
  draft.text += "  customers:\n";
  if (random.chance(30)) draft.text += "    discount: " + random.share(0.01, 0.2) + "/year\n";
  draft.text += "    segments:\n";
  for (const std::string& name : draft.segments) {
    // A few with all the issues have several open at once, and leave with some of them under way.
    const int count = random.chance(40) ? random.between(1, 20) : random.between(50, 1500);
    draft.text += fmt::format("      {}:\n        count: {}\n        leaves: {}/year\n", name,
                              count, random.chance(20) ? "0" : random.share(0.1, 0.99));
    const auto maybe = [&](int percent, const char* key, const std::string& value) {
      if (random.chance(percent)) draft.text += fmt::format("        {}: {}\n", key, value);
    };
    maybe(60, "value", fmt::format("{:.2f} EUR/year", random.real(0.0, 400.0)));
    maybe(60, "acquired", fmt::format("{:.1f}/year", random.real(0.0, 6000.0)));
    maybe(30, "acquisition_cost", "90 EUR");
    maybe(40, "patience_factor", random.coefficient(0.3, 3.0));
    maybe(40, "trust", random.coefficient(0.0, 1.0));
    maybe(40, "mood", random.coefficient(0.0, 1.0));
    maybe(40, "knows_menu", random.coefficient(0.0, 1.0));
    maybe(30, "presses_zero", random.coefficient(0.0, 0.6));
    maybe(40, "self_service_factor", random.coefficient(0.2, 2.0));
    maybe(40, "channels",
          fmt::format("{{{}: {}}}", random.pick(draft.types), random.share(0.1, 3.0)));
  }
}

// One contact type, or a share for each in whole percents.
void write_raised_by(Draft& draft) {
  RandomText& random = draft.random;
  if (draft.types.size() == 1 || random.chance(50)) {
    draft.text += fmt::format("      contact_type: {}\n", random.pick(draft.types));
    return;
  }
  std::string shares;
  int left = 100;
  for (std::size_t i = 0; i < draft.types.size(); ++i) {
    const int share = i + 1 == draft.types.size() ? left : random.between(1, 45);
    left -= share;
    shares += fmt::format("{}{}: {}%", i == 0 ? "" : ", ", draft.types[i], share);
  }
  draft.text += fmt::format("      contact_types: {{{}}}\n", shares);
}

void write_issues(Draft& draft) {
  RandomText& random = draft.random;
  draft.text += "  issues:\n";
  for (const std::string& name : draft.issues) {
    draft.text += fmt::format("    {}:\n", name);
    if (random.chance(40)) {
      draft.text += fmt::format("      per_customer: {:.3f}/year\n", random.real(5.0, 80.0));
    } else {
      draft.text += "      arrivals: " + random_arrivals(random, random.real(2.0, 15.0)) + "\n";
    }
    write_raised_by(draft);
    if (random.chance(40)) {
      draft.text += fmt::format("      frequency: {{{}: {}}}\n", random.pick(draft.segments),
                                random.coefficient(0.1, 5.0));
    }
    if (random.chance(50)) {
      draft.text += fmt::format("      difficulty: {}\n", random.coefficient(-2.0, 2.0));
    }
    if (random.chance(50)) {
      draft.text +=
          fmt::format("      due: {}m\n      lateness_penalty: 5 EUR\n", random.between(5, 3000));
    }
  }
}

// `{}` stands for the defaults of a part.
void write_retrial(Draft& draft, const char* name, double mean_delay_s) {
  RandomText& random = draft.random;
  if (random.chance(15)) return;
  if (random.chance(20)) {
    draft.text += fmt::format("    {}: {{}}\n", name);
    return;
  }
  draft.text += fmt::format(
      "    {}: {{probability: {}, decay: {}, delay: {}, most: {}, other_contact_type: {}}}\n", name,
      random.coefficient(0.1, 1.0), random.coefficient(0.3, 1.0),
      random_distribution(random, random.real(0.1, 1.0) * mean_delay_s), random.between(0, 8),
      random.coefficient(0.0, 0.6));
}

void write_part(Draft& draft, const char* name, const std::string& values) {
  if (draft.random.chance(15)) return;
  draft.text += fmt::format("    {}: {{{}}}\n", name, draft.random.chance(20) ? "" : values);
}

void write_behaviour(Draft& draft) {
  RandomText& random = draft.random;
  const auto value = [&](double low, double high) { return random.coefficient(low, high); };
  draft.text += "  behaviour:\n    marked_resolved: " + value(0.0, 0.6) + "\n";
  write_retrial(draft, "redial", 3000.0);
  write_retrial(draft, "recontact", 40'000.0);
  write_part(
      draft, "menu",
      fmt::format("error_base: {}, error_per_option: {}, wrong_choice: {}, presses_zero: {}, "
                  "finds_hidden_zero: {}, hang_up: {:.2f}/h, hang_up_growth: {}, "
                  "hang_up_per_error: {}, learns: {}",
                  value(0.0, 0.2), value(0.0, 0.05), value(0.0, 1.0), value(0.0, 0.4),
                  value(0.0, 1.0), random.real(0.0, 40.0), value(0.0, 0.5), value(0.0, 1.0),
                  value(0.0, 1.0)));
  write_part(draft, "self_service",
             fmt::format("acceptance: {}, patience_factor: {}, handle_factor: {}, trust_gain: {}, "
                         "trust_loss: {}",
                         value(0.2, 1.0), value(0.3, 1.0), value(0.8, 1.5), value(0.0, 0.5),
                         value(0.0, 0.5)));
  write_part(draft, "callback",
             fmt::format("acceptance: {}, patience_factor: {}, handle_factor: {}, answers: {}",
                         value(0.3, 1.0), value(0.5, 20.0), value(0.5, 1.2), value(0.2, 1.0)));
  write_part(draft, "transfer",
             fmt::format("talk: {}s, handle_factor: {}", random.between(0, 120), value(0.8, 1.5)));
  if (random.chance(50)) draft.text += "    mood_memory: " + value(0.0, 1.0) + "\n";
}

void write_outcomes(Draft& draft) {
  RandomText& random = draft.random;
  if (random.chance(15)) return;
  if (random.chance(15)) {
    draft.text += "  outcomes: {}\n";
    return;
  }
  draft.text += "  outcomes:\n";
  for (const PolicyKind kind :
       {PolicyKind::resolution, PolicyKind::satisfaction, PolicyKind::effort,
        PolicyKind::recommendation, PolicyKind::survey_response, PolicyKind::churn,
        PolicyKind::referral}) {
    draft.text += fmt::format("    {}: {}\n", to_string(kind), random_outcome_policy(random, kind));
  }
}

}  // namespace

void write_customers(Draft& draft) {
  write_segments(draft);
  write_issues(draft);
  write_behaviour(draft);
  write_outcomes(draft);
}

}  // namespace holdline::test
