// What a scorer holds: cells of sums, and for each contact type and agent group the cell in use.
//
// A contact is added once, to the cell of its (contact type, agent group, interval); rows of types,
// of groups and of the centre are sums of cells, made at the end. Facts before the warm-up's end
// have cells as well: conservation is checked over all facts, scored or not.
#pragma once

#include <limits>
#include <span>
#include <string>
#include <vector>

#include "holdline/score/scorer.hpp"
#include "score/interval_map.hpp"
#include "score/journey_scores.hpp"
#include "score/sums.hpp"
#include "score/week_map.hpp"
#include "score/window_pair.hpp"

namespace holdline {

/// What went wrong in a replication: the first few in words, the rest counted.
class Violations {
 public:
  void add(std::string what);
  void clear();
  /// "" if there are none.
  [[nodiscard]] std::string text(std::uint32_t replication) const;

 private:
  std::vector<std::string> first_;
  std::uint64_t count_ = 0;
};

/// The contact cells of an interval.
struct IntervalCells {
  ContactSums* by_place = nullptr;
  bool is_scored = false;
};

/// A contact type while facts come in.
struct TypeScore {
  WindowPair<IntervalCells> cells;
  const std::uint32_t* places = nullptr;  ///< by agent group + 1; 0 for none
  std::int64_t acceptable_wait = 0;
  WaitHistogram waits;  ///< of the scored served and abandoned
};

struct Scorer::Sums {
  /// Of a contact type and an agent group that has not the skill.
  static constexpr std::uint32_t kNoPlace = std::numeric_limits<std::uint32_t>::max();

  Sums(const Scenario& scenario, PlanId plan);

  void clear();
  void add(const ContactRecord& contact);
  void add(const AgentInterval& interval);
  using ContactHalf = WindowPair<IntervalCells>::Half;
  using AgentHalf = WindowPair<AgentSums*>::Half;
  /// The cells for the facts of a time.
  const IntervalCells& cells_at(TypeScore& type, std::int64_t time);
  const AgentHalf& cell_at(std::size_t group, std::int64_t time);
  void locate(ContactHalf& half, std::int64_t time);
  void locate(AgentHalf& half, std::size_t group, std::int64_t time);
  /// What the usual path of on_agent_interval does not: other windows, and overlaps.
  void add_split(const AgentInterval& interval, std::int64_t last_end);
  void tell_overlap(const AgentInterval& interval, std::int64_t last_end);
  void tell_stray(const ContactRecord& contact);
  /// The rows of the slots [first, last) together.
  void tell_rows(std::size_t first, std::size_t last, std::span<Tally> rows) const;
  void tell_curve(std::vector<CurvePoint>& curve) const;
  void tell_waits(std::vector<WaitHistogram>& waits) const;

  /// Adds the contacts of a type, whoever served them, or those that met a group, of any type.
  void add_type(std::size_t slot, std::size_t type, ContactSums& sums) const;
  void add_group(std::size_t slot, std::size_t group, ContactSums& sums) const;
  /// Of a cell of `weeks`.
  [[nodiscard]] const AgentSums& agents_of(std::size_t cell, std::size_t group) const {
    return agent_cells[cell * groups.size() + group];
  }

  ScoreLayout layout;
  IntervalMap intervals;
  WeekMap weeks;
  std::int64_t short_abandon;
  std::vector<TypeScore> types;
  std::vector<WindowPair<AgentSums*>> groups;
  std::vector<std::string> type_names;
  std::vector<std::string> group_names;
  std::vector<double> wages_per_h;
  std::vector<std::uint32_t> places;  ///< [type * (groups + 1) + group + 1]
  std::size_t place_count = 0;
  std::vector<ContactSums> contact_cells;  ///< [slot * place_count + place]
  std::vector<AgentSums> agent_cells;      ///< [cell of weeks * groups + group]
  std::vector<std::int64_t> agent_ends;    ///< by agent: the end of her last stretch of time
  JourneyScores journeys;
  Violations violations;
  std::string overgrowth;
  std::uint32_t replication = 0;
  std::uint64_t events = 0;
};

}  // namespace holdline
