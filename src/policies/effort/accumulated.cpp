// Idea: effort adds up: time with machines, menu errors, waits (each further minute less than the
// one before), calling again, being transferred, being forced through a machine that fails. That
// these are the parts, and that calling again is the worst of them, is Dixon, Freeman & Toman 2010,
// "Stop trying to delight your customers"; the weights are assumed, in units of one further
// contact. Waiting for a promised callback is no effort: she is free. Ease, the answer to CES 2.0,
// falls from 7 towards 1: one further contact makes it 5.3, two 4.1.
#include "policies/outcome_terms.hpp"
#include "policies/policy_factory.hpp"

namespace holdline {
namespace {

class Accumulated final : public EffortPolicy {
 public:
  explicit Accumulated(const ParameterValues& values)
      : machine_minute_(number_at(values, 0)),
        menu_error_(number_at(values, 1)),
        wait_(number_at(values, 2)),
        wait_scale_(std::get<Duration>(values[3])),
        contact_(number_at(values, 4)),
        transfer_(number_at(values, 5)),
        forced_failure_(number_at(values, 6)),
        ease_scale_(number_at(values, 7)) {}

  double effort(const IssueView& issue) override {
    return machine_minute_ * (to_seconds(issue.machine) / 60.0) + menu_error_ * issue.menu_errors +
           wait_ * log_wait(to_seconds(issue.wait), wait_scale_) +
           contact_ * further_contacts(issue) + transfer_ * issue.transfers +
           forced_failure_ * issue.forced_failures;
  }

  double ease(double effort) override { return 1.0 + 6.0 * exact::exp(-effort / ease_scale_); }

 private:
  double machine_minute_;
  double menu_error_;
  double wait_;
  Duration wait_scale_;
  double contact_;
  double transfer_;
  double forced_failure_;
  double ease_scale_;
};

ParameterSpec ease_scale() {
  ParameterSpec spec = weight("ease_scale", "1", 3.0, {"assumed", 2.0, 5.0},
                              "The effort at which ease has fallen from 7 to 3.2.");
  spec.min = 0.01;
  return spec;
}

}  // namespace

PolicyEntry accumulated_effort_policy() {
  return {.name = "accumulated",
          .summary = "Machine time, menu errors, waits, further contacts and transfers add up",
          .parameters = {weight("machine_minute", "1/min", 0.05, {"assumed", 0.0, 0.15},
                                "Of each minute in menus and with machines."),
                         weight("menu_error", "1", 0.3, {"assumed", 0.1, 0.6},
                                "Of each wrong or not understood answer to a menu."),
                         weight("wait", "1", 0.2, {"assumed", 0.05, 0.5},
                                "Of ln(1 + time in queues / wait_scale)."),
                         wait_scale(),
                         weight("contact", "1", 1.0, {"assumed", 0.5, 1.5},
                                "Of each contact after the first."),
                         weight("transfer", "1", 0.5, {"assumed", 0.2, 1.0},
                                "Of each transfer from one agent to another."),
                         weight("forced_failure", "1", 0.6, {"assumed", 0.2, 1.2},
                                "Of each self-service that was forced on her and failed."),
                         ease_scale()},
          .factory = make_factory<Accumulated>(),
          .check = nullptr};
}

}  // namespace holdline
