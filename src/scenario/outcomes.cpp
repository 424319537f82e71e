// The section `world.outcomes`: what experiences do to customers, a policy for each question.
#include <fmt/format.h>

#include "scenario/sections.hpp"

namespace holdline {
namespace {

struct Question {
  PolicyKind kind;
  std::string_view default_policy;
  std::string_view help;
  PolicyChoice Outcomes::*choice;
};

constexpr Question kQuestions[] = {
    {PolicyKind::resolution, "logistic", "Whether a contact resolves its issue; default logistic",
     &Outcomes::resolution},
    {PolicyKind::satisfaction, "logistic", "Whether she is satisfied; default logistic",
     &Outcomes::satisfaction},
    {PolicyKind::effort, "accumulated", "What it has cost her; default accumulated",
     &Outcomes::effort},
    {PolicyKind::recommendation, "by_satisfaction",
     "Whether she recommends the company; default by_satisfaction", &Outcomes::recommendation},
    {PolicyKind::survey_response, "by_mood", "Whether she answers the survey; default by_mood",
     &Outcomes::survey_response},
    {PolicyKind::churn, "by_contacts", "Whether she leaves because of it; default by_contacts",
     &Outcomes::churn},
    {PolicyKind::referral, "by_recommendation",
     "Whom she wins or keeps away; default by_recommendation", &Outcomes::referral},
};

}  // namespace

void read_outcomes(Slot& slot, LoadContext& context, Outcomes& out) {
  out.is_given = slot.is_given();
  slot.record([&](Record& record) {
    for (const Question& question : kQuestions) {
      Slot answer = record.optional(to_string(question.kind), question.help);
      PolicyChoice& choice = out.*question.choice;
      if (answer.is_given() || answer.is_describing()) {
        read_policy(answer, question.kind, context, choice);
        continue;
      }
      choice = default_policy(answer, question.kind, question.default_policy, context);
      if (!choice.entry) {
        slot.error(fmt::format("the registry lacks the default {} policy `{}`",
                               to_string(question.kind), question.default_policy));
      }
    }
  });
}

}  // namespace holdline
