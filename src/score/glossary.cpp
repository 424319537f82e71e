// docs/glossary.md from the table of metrics, so that a definition is written once.
#include "holdline/score/glossary.hpp"

#include <fmt/format.h>

#include "holdline/score/metric.hpp"

namespace holdline {
namespace {

constexpr std::string_view kIntroduction = R"(# Glossary of metrics

<!-- Generated from src/score/metrics.def by glossary_markdown(); a test holds it equal.
     To renew it: HOLDLINE_APPROVE=1 ctest -R '^score$' -->

One identifier, one formula, one unit for each metric. The text report, the JSON, the CSV and
`holdline list metrics` use the same table.

## Counting

A contact belongs to the interval in which it **arrives**, whenever it ends; agent time belongs to
the intervals in which it passes, split at their boundaries. What comes after the horizon counts in
its last interval; what comes before the end of the warm-up counts nowhere. A metric of several
contact types, groups or intervals is a ratio of sums (*pooled*), not a mean of ratios, unless
`score.estimation: per_replication` asks for the mean of each replication's ratio. Where there is
nothing to divide by, a metric is blank, never 0.

For one contact type (or all) and one interval (or the horizon):

| letter | meaning |
|---|---|
| A | arrivals, blocked ones included: A = S + L + K + B + D + Z |
| B | blocked: refused because no line was free or the queue was full |
| O | offered, A − B |
| S | served: answered by an agent |
| L | abandoned: left the queue when patience ended |
| K | balked: would have had to wait and did not join |
| D | disconnected: cleared from the queue at closing |
| Z | still in the system when the run ended, waiting or in service |
| V | offered, and no agent was free on arrival |
| W | the wait, from joining the queue to answer, abandonment, disconnection or the end of the run |
| s | the acceptable wait, by contact type |
| S(s), L(s) | those of S and of L with W ≤ s |
| H | handle time: talk + hold + wrap-up |
| T | length of the interval, on all its days together, without the warm-up |

For one agent group (or all): **busy** is talking, holding and wrap-up, **available** is waiting for
contacts, both within scheduled time; **scheduled** is all time of the roster, absence and time after
being sent home included; **overrun** is time worked after the end of the shift; **paid** is what is
paid of all of these.

## Metrics

"For" says for which rows beside the whole centre a metric exists. "Better" is the direction, if
there is one. Contact metrics of an agent group are over the contacts it served.

| identifier | name | definition | unit | for | better | source |
|---|---|---|---|---|---|---|
)";

constexpr std::string_view kTraps = R"(
## Traps

1. **ASA or mean wait.** `asa` is over the answered only; `mean_wait` is over all arrivals.
2. **Four service levels.** They differ in what abandonment does to them. `service_level` is the one
   that `score.service_level` names; the other three are always there under their own names.
3. **Occupancy with or without overrun.** `occupancy` is within scheduled time;
   `occupancy_scheduled` counts the work after closing as well, over scheduled time alone.
4. **Shares are of realised arrivals**, never of expected ones: a share cannot exceed 1
   (`occupancy_scheduled`, which says so, apart).
5. **Mean of ratios or ratio of sums.** Two numbers; pooled is the default, and the kind is printed.
6. **Blocked contacts** are in A and not in O; each formula says which it uses.
7. **Contacts still in the system at the end** are arrivals, are counted as `in_system_at_end`, and
   are in no mean of waits or handle times.
8. **Each metric here is for each contact**, not for each issue or customer: a customer served on
   a second attempt is one abandonment and one served contact.

The quantiles of waits come from a histogram: each is within 1/128 of the true one (below 256 ms,
within 1 ms) and never outside the waits seen.

The mean time to abandon is not the mean patience: only the impatient are seen to abandon.
)";

std::string_view rows_of(const Metric& metric) {
  if (metric.by_contact_type && metric.by_agent_group) return "contact type, agent group";
  if (metric.by_contact_type) return "contact type";
  if (metric.by_agent_group) return "agent group";
  return "";
}

std::string_view direction_of(const Metric& metric) {
  if (metric.better == 0) return "";
  return metric.better > 0 ? "higher" : "lower";
}

}  // namespace

std::string glossary_markdown() {
  std::string page(kIntroduction);
  for (const Metric& metric : metrics()) {
    page += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", metric.id, metric.title,
                        metric.definition, to_string(metric.unit), rows_of(metric),
                        direction_of(metric), metric.source);
  }
  page += kTraps;
  return page;
}

}  // namespace holdline
