// One number for the values that decide results, so that results can be told apart by what they are
// results of. FNV-1a over a fixed serialisation: every field in the order of its declaration, every
// list with its length, so that no two scenarios are written alike.
#include "scenario/hasher.hpp"
#include "scenario/sections.hpp"

namespace holdline {

std::uint64_t hash_of(const Scenario& scenario) {
  Hasher hasher;
  hasher.add(scenario.currency);
  hasher.add(scenario.world.calendar);
  hasher.add(scenario.world.busyness_cv);
  hasher.add(scenario.world.contact_types);
  hasher.add(scenario.plans);
  hasher.add(scenario.experiment);
  hasher.add(scenario.score);
  hasher.add(scenario.expectations);
  add_customers(hasher, scenario);
  return hasher.value();
}

}  // namespace holdline
