// Customers who come and go: how many there are at any time, and what that is worth.
//
// Changes are kept until the end of the replication, since some are told only there, and then added
// up in order of time: 16 bytes a change, of which there are few beside the contacts.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "holdline/record/facts.hpp"
#include "holdline/scenario/scenario.hpp"
#include "holdline/score/metric.hpp"
#include "holdline/score/score_layout.hpp"
#include "holdline/util/int128.hpp"
#include "score/week_map.hpp"

namespace holdline {

/// Customers of one segment.
struct CustomerSums {
  std::array<std::int64_t, kCustomerChangeCount> changes{};
  Int128 time = 0;  ///< of all of them together [us]

  [[nodiscard]] std::int64_t of(CustomerChange change) const {
    return changes[static_cast<std::size_t>(change)];
  }
  /// Came minus left.
  [[nodiscard]] std::int64_t net() const;
  CustomerSums& operator+=(const CustomerSums& other);
};

class CustomerLedger {
 public:
  CustomerLedger(const Scenario& scenario, const ScoreLayout& layout, const WeekMap& weeks);

  void clear();
  void add(const CustomerRecord& record);
  /// After the last fact, once.
  void close();

  [[nodiscard]] std::size_t segment_count() const { return terms_.size(); }
  [[nodiscard]] const CustomerSums& sums(std::size_t cell, std::size_t segment) const {
    return cells_[cell * terms_.size() + segment];
  }
  /// Over all cells, scored or not.
  [[nodiscard]] CustomerSums all_of(std::size_t segment) const;
  [[nodiscard]] std::uint32_t at_beginning(std::size_t segment) const {
    return terms_[segment].count;
  }
  /// Sets the counters of customers of the slots [first, last) in the rows of segments and of all.
  void tell_rows(std::size_t first, std::size_t last, std::span<Tally> rows) const;
  /// [money]
  [[nodiscard]] double margin(std::size_t segment, const CustomerSums& sums) const;
  [[nodiscard]] double equity_change(std::size_t segment, const CustomerSums& sums) const;
  [[nodiscard]] double acquisition_cost(std::size_t segment, const CustomerSums& sums) const;

 private:
  struct Terms {
    std::uint32_t count;  ///< at the start
    double value_per_year;
    double equity;
    double acquisition_cost;
  };
  struct Change {
    std::int64_t time;
    std::uint32_t segment;
    CustomerChange change;
  };
  /// Customers when a slot began and ended.
  struct Ends {
    std::int64_t begin = -1;  ///< -1: not yet known
    std::int64_t end = 0;
  };

  void close_segment(std::size_t segment, std::span<const Change> changes);
  void tell_segment(std::size_t segment, std::size_t first, std::size_t last, Tally& row) const;

  const WeekMap& weeks_;
  std::size_t first_row_;
  std::size_t slot_count_;
  /// Not so of times of day, nor of the batches of a steady state: they are samples of one state,
  /// and how many there are at the first of a batch is no figure of the run.
  bool slots_have_ends_;
  std::int64_t warm_up_;
  std::int64_t horizon_;
  std::vector<Terms> terms_;  ///< by segment
  std::vector<Change> changes_;
  std::vector<CustomerSums> cells_;  ///< [cell * segments + segment]
  std::vector<Ends> slots_;          ///< [slot * segments + segment]
  std::vector<Ends> whole_;          ///< by segment, from the warm-up's end to the horizon's
};

}  // namespace holdline
