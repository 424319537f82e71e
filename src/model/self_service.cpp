#include "model/self_service.hpp"

namespace holdline {

SelfServiceMachine::SelfServiceMachine(const SelfService& self_service,
                                       const SelfServiceBehaviour& behaviour)
    : spec_(self_service), behaviour_(behaviour), duration_(self_service.duration) {}

double SelfServiceMachine::success(IssueTypeId issue) const {
  if (issue.is_none() || issue.index() >= spec_.success_by_issue.size()) return spec_.success;
  return spec_.success_by_issue[issue.index()];
}

MachineTalk SelfServiceMachine::talk(IssueTypeId issue, double trust, double self_service_factor,
                                     std::uint32_t errors, HangUpClock& clock,
                                     WordsAhead&& words) const {
  const double acceptance = words.next_unit();
  const double resolves = words.next_unit();
  MachineTalk talk;
  talk.is_accepted = is_forced() || acceptance < behaviour_.acceptance * 2.0 * trust;
  if (!talk.is_accepted) return talk;
  clock.begin_node(errors);
  const Duration length = from_seconds(words.sample_s(duration_));
  talk.duration = clock.stay(length, to_seconds(length));
  talk.has_hung_up = clock.has_hung_up();
  talk.has_succeeded = !talk.has_hung_up && resolves < success(issue) * self_service_factor;
  return talk;
}

double trust_after(double trust, bool has_succeeded, const SelfServiceBehaviour& behaviour) {
  return has_succeeded ? trust + behaviour.trust_gain * (1.0 - trust)
                       : trust * (1.0 - behaviour.trust_loss);
}

}  // namespace holdline
