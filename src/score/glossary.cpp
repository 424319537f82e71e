// docs/glossary.md from the table of metrics, so that a definition is written once.
#include "holdline/score/glossary.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "holdline/score/metric.hpp"

namespace holdline {
namespace {

constexpr std::string_view kIntroduction = R"(# Glossary of metrics

<!-- Generated from src/score/metrics_*.def by glossary_markdown(); a test holds it equal.
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

A call that the menus led to the wrong people, who pass it on, is a contact with each of them, as in
the reports of an ACD: both are in A, Q, S and H, and in what is made of these (arrivals, served, ASA,
AHT, cost for each served contact). Metrics of issues (I, E) count it once.

For one contact type (or all) and one interval (or the horizon):

| letter | meaning |
|---|---|
| A | arrivals, blocked ones included: A = S + L + K + B + D + Z + C + U + R + F |
| C | contained: resolved by a menu or a machine, without a human |
| U | hung up in the menus or with a machine, before the queue |
| Q | those that came to the queue, A − C − U: without menus and machines, all |
| B | blocked: refused because no line was free or the queue was full |
| O | offered, Q − B |
| S | served: answered by an agent |
| L | abandoned: left the queue when patience ended |
| K | balked: would have had to wait and did not join |
| R | called back: left the line for a callback and was served by it |
| F | left the line for a callback that reached nobody, or came too late |
| D | disconnected: cleared from the queue at closing |
| Z | still in the system when the run ended, waiting or in service |
| V | offered, and no agent was free on arrival |
| W | the wait, from joining the queue to answer, abandonment, disconnection or the end of the run |
| s | the acceptable wait, by contact type |
| S(s), L(s) | those of S and of L with W ≤ s |
| H | handle time: talk + hold + wrap-up |
| I | issues: I = I_r resolved + I_g given up + I_o open when the run ended |
| E | issues that ended, where the scenario has outcomes; X: those of E with an answer to the survey |
| T | length of the interval, on all its days together, without the warm-up |

The four service levels and the abandonment share are over Q: a need met by a machine is not a call
that nobody answered. Nor is one that hung up before the queue, so that a worse menu may improve them:
`unreached_share` counts everybody who reached nobody. Those who took a callback (R and F) stay in Q
without ever being served within s: a callback does not improve the service level of those who did
not wait on the line. They are left out of `mean_wait` and `mean_excess_wait`. An issue belongs to the interval in which its first contact arrives; it counts for its issue
type or, without one, for the contact type that raised it. Customers who come and go count in the
interval in which they do; what is known of them before the end of the warm-up counts in how many
there are, and nowhere else.

For one agent group (or all): **busy** is talking, holding and wrap-up, **available** is waiting for
contacts, both within scheduled time; **reserved** is waiting for a customer to answer a callback, and
neither of the two; **scheduled** is all time of the roster, absence and time after
being sent home included; **overrun** is time worked after the end of the shift; **paid** is what is
paid of all of these.

## Metrics

"For" says for which rows beside the whole centre a metric exists. "Better" is the direction, if
there is one. "Needs" is what a scenario must have for the metric to be told there: menus,
self-service and callbacks in the plan, the rest in the world; *naming* means that the scenario
names the metric (or has issues). Contact metrics of an agent group are over the contacts it handled.

| identifier | name | definition | unit | for | needs | better | source |
|---|---|---|---|---|---|---|---|
)";

constexpr std::string_view kTraps = R"(
## Traps

1. **ASA or mean wait.** `asa` is over the answered only; `mean_wait` is over all that came to the queue and took no callback.
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
8. **For each contact, each issue or each customer.** Contact metrics are for each contact: a customer
   served on a second attempt is one abandonment and one served contact, of one issue.
9. **True and reported.** `fcr`, `csat_true`, `nps_true` and `ces_true` are what happened to all;
   `fcr_reported`, `fcr_measured`, `csat`, `nps` and `ces` are what a centre would see of it.
10. **Containment.** `contained_share` is needs met; `pseudo_containment_share` is people who gave up
    before the queue. What is often sold as containment is their sum.
11. **Value.** `margin` is earned within T; `equity_change` is what the customers won and lost within
    T are worth from then on. `net_cash` leaves the second out.

The quantiles of waits come from a histogram: each is within 1/128 of the true one (below 256 ms,
within 1 ms) and never outside the waits seen.

The mean time to abandon is not the mean patience: only the impatient are seen to abandon.
)";

std::string rows_of(const Metric& metric) {
  std::vector<std::string_view> rows;
  if (metric.by_contact_type) rows.push_back("contact type");
  if (metric.by_agent_group) rows.push_back("agent group");
  if (metric.by_segment) rows.push_back("segment");
  if (metric.by_issue_type) rows.push_back("issue type");
  return fmt::format("{}", fmt::join(rows, ", "));
}

std::string_view direction_of(const Metric& metric) {
  if (metric.better == 0) return "";
  return metric.better > 0 ? "higher" : "lower";
}

}  // namespace

std::string glossary_markdown() {
  std::string page(kIntroduction);
  for (const Metric& metric : metrics()) {
    page += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} | {} |\n", metric.id, metric.title,
                        metric.definition, to_string(metric.unit), rows_of(metric),
                        to_string(metric.needs), direction_of(metric), metric.source);
  }
  page += kTraps;
  return page;
}

}  // namespace holdline
