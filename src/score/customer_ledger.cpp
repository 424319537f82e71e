// The sweep over time, and the values.
#include "score/customer_ledger.hpp"

#include <algorithm>
#include <tuple>

#include "score/counters.hpp"

namespace holdline {
namespace {

constexpr double kYearS = 365.0 * 86400.0;

constexpr Counter kCustomerCounters[] = {
    Counter::customers_at_start,    Counter::customers_at_end,   Counter::customers_lost,
    Counter::customers_left_anyway, Counter::customers_acquired, Counter::customers_referred,
    Counter::customers_kept_away,   Counter::customer_s,         Counter::margin,
    Counter::equity_change,         Counter::acquisition_cost};

}  // namespace

std::int64_t CustomerSums::net() const {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    sum += customers_gained(static_cast<CustomerChange>(i)) * changes[i];
  }
  return sum;
}

CustomerSums& CustomerSums::operator+=(const CustomerSums& other) {
  for (std::size_t i = 0; i < changes.size(); ++i) changes[i] += other.changes[i];
  time += other.time;
  return *this;
}

CustomerLedger::CustomerLedger(const Scenario& scenario, const ScoreLayout& layout,
                               const WeekMap& weeks)
    : weeks_(weeks),
      first_row_(layout.first_segment()),
      slot_count_(std::max<std::size_t>(1, layout.interval_count)),
      slots_have_ends_(!layout.fold_days && scenario.experiment.mode == RunMode::terminating),
      warm_up_(layout.warm_up.count()),
      horizon_(scenario.world.calendar.horizon().count()) {
  const World& world = scenario.world;
  for (std::size_t i = 0; i < world.segments.size(); ++i) {
    const Segment& segment = world.segments[i];
    terms_.push_back({segment.count, segment.value_per_year, world.customer_equity(SegmentId{i}),
                      segment.acquisition_cost});
  }
  clear();
}

void CustomerLedger::clear() {
  changes_.clear();
  cells_.assign(weeks_.cell_count() * terms_.size(), CustomerSums{});
  slots_.assign(slot_count_ * terms_.size(), Ends{});
  whole_.assign(terms_.size(), Ends{});
}

void CustomerLedger::add(const CustomerRecord& record) {
  changes_.push_back({record.time.time_since_epoch().count(), record.segment.value, record.change});
}

void CustomerLedger::close() {
  const auto key = [](const Change& change) {
    return std::tuple(change.segment, change.time, change.change);
  };
  std::sort(changes_.begin(), changes_.end(),
            [&key](const Change& a, const Change& b) { return key(a) < key(b); });
  auto first = changes_.cbegin();
  for (std::size_t segment = 0; segment < terms_.size(); ++segment) {
    const auto last = std::find_if(first, changes_.cend(),
                                   [segment](const Change& c) { return c.segment != segment; });
    close_segment(segment, {first, last});
    first = last;
  }
}

void CustomerLedger::close_segment(std::size_t segment, std::span<const Change> changes) {
  const std::size_t segments = terms_.size();
  std::int64_t count = terms_[segment].count;
  auto next = changes.begin();
  // Those of the stretch before `end`; each is there (or is not) for the rest of the stretch.
  const auto pass = [&](std::int64_t end, CustomerSums& cell, bool is_timed) {
    for (; next != changes.end() && next->time < end; ++next) {
      const std::int64_t sign = customers_gained(next->change);
      ++cell.changes[static_cast<std::size_t>(next->change)];
      if (is_timed) cell.time += Int128{sign} * (end - next->time);
      count += sign;
    }
  };
  pass(warm_up_, cells_[weeks_.unscored_cell() * segments + segment], false);
  whole_[segment].begin = count;
  for (std::int64_t time = warm_up_; time < horizon_;) {
    const Window window = weeks_.locate(time);
    const std::int64_t end = std::min(window.end(), horizon_);
    CustomerSums& cell = cells_[window.slot * segments + segment];
    Ends& slot = slots_[weeks_.slot_of(window.slot) * segments + segment];
    if (slot.begin < 0) slot.begin = count;
    cell.time += Int128{count} * (end - time);
    pass(end, cell, true);
    slot.end = count;
    time = end;
  }
  // What happens after the horizon counts in its last interval.
  const std::size_t last = weeks_.locate(std::max(warm_up_, horizon_)).slot;
  pass(std::numeric_limits<std::int64_t>::max(), cells_[last * segments + segment], false);
  slots_[weeks_.slot_of(last) * segments + segment].end = count;
  whole_[segment].end = count;
}

CustomerSums CustomerLedger::all_of(std::size_t segment) const {
  CustomerSums sum;
  for (std::size_t cell = 0; cell < weeks_.cell_count(); ++cell) sum += sums(cell, segment);
  return sum;
}

double CustomerLedger::margin(std::size_t segment, const CustomerSums& sums) const {
  return seconds(sums.time) * (terms_[segment].value_per_year / kYearS);
}

double CustomerLedger::equity_change(std::size_t segment, const CustomerSums& sums) const {
  return static_cast<double>(sums.net()) * terms_[segment].equity;
}

// The efforts are made before anybody knows who stays away: were only those paid for who come, a
// plan would save money by a bad name.
double CustomerLedger::acquisition_cost(std::size_t segment, const CustomerSums& sums) const {
  const std::int64_t reached =
      sums.of(CustomerChange::acquired) + sums.of(CustomerChange::kept_away);
  return static_cast<double>(reached) * terms_[segment].acquisition_cost;
}

void CustomerLedger::tell_segment(std::size_t segment, std::size_t first, std::size_t last,
                                  Tally& row) const {
  CustomerSums sum;
  for (std::size_t week = 0; week < weeks_.week_count(); ++week) {
    for (std::size_t slot = first; slot < last; ++slot) {
      sum += sums(weeks_.cell(week, slot), segment);
    }
  }
  tell(row, Counter::customers_lost, sum.of(CustomerChange::left_service));
  tell(row, Counter::customers_left_anyway, sum.of(CustomerChange::left_anyway));
  tell(row, Counter::customers_acquired, sum.of(CustomerChange::acquired));
  tell(row, Counter::customers_referred, sum.of(CustomerChange::referred));
  tell(row, Counter::customers_kept_away, sum.of(CustomerChange::kept_away));
  tell_time(row, Counter::customer_s, sum.time);
  at(row, Counter::margin) = margin(segment, sum);
  at(row, Counter::equity_change) = equity_change(segment, sum);
  at(row, Counter::acquisition_cost) = acquisition_cost(segment, sum);
  const bool is_whole = first == 0 && last == slot_count_;
  if (!is_whole && !slots_have_ends_) return;
  const std::size_t segments = terms_.size();
  const std::int64_t begin =
      is_whole ? whole_[segment].begin : slots_[first * segments + segment].begin;
  const std::int64_t end =
      is_whole ? whole_[segment].end : slots_[(last - 1) * segments + segment].end;
  tell(row, Counter::customers_at_start, std::max<std::int64_t>(0, begin));
  tell(row, Counter::customers_at_end, end);
  at(row, Counter::customer_periods) = 1.0;
}

void CustomerLedger::tell_rows(std::size_t first, std::size_t last, std::span<Tally> rows) const {
  for (std::size_t segment = 0; segment < terms_.size(); ++segment) {
    Tally& row = rows[first_row_ + segment];
    tell_segment(segment, first, last, row);
    for (const Counter counter : kCustomerCounters) at(rows[0], counter) += at(row, counter);
    at(rows[0], Counter::customer_periods) = at(row, Counter::customer_periods);
  }
}

}  // namespace holdline
