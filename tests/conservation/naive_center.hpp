// A second engine, deliberately naive: one list of contacts, one of agents, and scans from end to
// end at every step. For one day round the clock, Poisson arrivals at one rate, constant numbers of
// agents and the default or the longest_idle routing: enough for queues, skills, proficiency,
// priorities, patience, balking, holds, wrap-up, lines and queue limits.
//
// It shares the samplers and the addresses of draws with the fast engine, and nothing else, so that
// both must tell the same contacts to the microsecond.
#pragma once

#include <vector>

#include "holdline/model/simulate.hpp"
#include "holdline/record/facts.hpp"
#include "holdline/scenario/scenario.hpp"

namespace holdline::test {

/// Every contact of one replication, by contact type and index.
[[nodiscard]] std::vector<ContactRecord> simulate_naively(const Scenario& scenario, PlanId plan,
                                                          const Replication& replication);

}  // namespace holdline::test
