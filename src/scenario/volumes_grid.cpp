// The interval is the most common distance between the times of a day, not the smallest: one wrong
// time is then an error at its row and not a grid ten times too fine.
#include "scenario/volumes_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "scenario/csv_cells.hpp"
#include "scenario/values.hpp"

namespace holdline {
namespace {

constexpr std::int64_t kMostDays = 3660;
constexpr std::size_t kMostGapsNamed = 10;

/// `30m` or `1h` for messages.
std::string length_text(Duration length) {
  if (length % kHour == Duration{0}) return fmt::format("{}h", length / kHour);
  if (length % kMinute == Duration{0}) return fmt::format("{}m", length / kMinute);
  return fmt::format("{}s", to_seconds(length));
}

/// `2 days`, `1 day`, or nothing.
std::string counted(std::int64_t count, std::string_view noun) {
  if (count == 0) return {};
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

class Grid {
 public:
  Grid(VolumeTable& table, CsvReader& reader) : table_(table), rows_(table.rows), reader_(reader) {}

  std::optional<Volumes> build(std::optional<Duration> stated) {
    std::stable_sort(rows_.begin(), rows_.end(), [](const VolumeRow& a, const VolumeRow& b) {
      return std::tie(a.day, a.begin) < std::tie(b.day, b.begin);
    });
    take_in_last_minutes(stated);
    const auto interval = find_interval(stated);
    if (!interval) return std::nullopt;
    interval_ = *interval;
    if (!check_rows()) return std::nullopt;
    if (!table_.unused_day.empty()) {
      reader_.warning(fmt::format("the column {} is not used", quote(table_.unused_day)),
                      "if it holds the days, say so: " + day_column_hint());
    }
    report_gaps();
    return fill();
  }

 private:
  [[nodiscard]] bool are_of_a_day(std::size_t later) const {
    return rows_[later].day == rows_[later - 1].day;
  }

  /// The most common distance between neighbours of a day (the smaller of equals); 0 if each day
  /// has one time.
  [[nodiscard]] Duration usual_distance() const {
    std::map<Duration, std::size_t> counts;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      const Duration distance = rows_[i].begin - rows_[i - 1].begin;
      if (are_of_a_day(i) && distance > Duration{0}) ++counts[distance];
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    return most == counts.end() ? Duration{0} : most->first;
  }

  /// Whether ranges end with the last minute of their interval, 08:00-08:29. One of a minute may as
  /// well be followed by a gap.
  [[nodiscard]] bool ends_with_last_minute(Duration written, std::optional<Duration> stated) const {
    const Duration whole = written + kMinute;
    if (stated) return *stated == whole;
    if (written <= kMinute) return false;
    if (usual_distance() == whole) return true;
    if (kDay % written == Duration{0} || kDay % whole != Duration{0}) return false;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      const Duration distance = rows_[i].begin - rows_[i - 1].begin;
      if (are_of_a_day(i) && distance % whole != Duration{0}) return false;
    }
    return true;
  }

  void take_in_last_minutes(std::optional<Duration> stated) {
    const Duration written = rows_.front().length;
    if (written == Duration{0} || !ends_with_last_minute(written, stated)) return;
    for (VolumeRow& row : rows_) {
      if (row.length == written) row.length += kMinute;
    }
  }

  std::optional<Duration> find_interval(std::optional<Duration> stated) {
    const VolumeRow& first = rows_.front();
    const Duration found = first.length > Duration{0} ? first.length : usual_distance();
    if (found == Duration{0} && !stated) {
      error(first, "expected two times of a day, to tell the interval's length; found one",
            "state it as `interval: 30m`");
      return std::nullopt;
    }
    if (found > Duration{0} && stated && *stated != found) {
      error(first,
            fmt::format("expected intervals of {} as `interval` says, found {}",
                        length_text(*stated), length_text(found)),
            "leave `interval` out, or correct it");
      return std::nullopt;
    }
    const Duration interval = stated.value_or(found);
    if (interval < kMinute || kDay % interval != Duration{0}) {
      error(first, fmt::format("expected intervals of 1m or more that divide the day, found {}",
                               length_text(interval)));
      return std::nullopt;
    }
    return interval;
  }

  bool check_rows() {
    const Duration phase = rows_.front().begin % interval_;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const VolumeRow& row = rows_[i];
      if (row.length > Duration{0} && row.length != interval_) {
        error(row, fmt::format("expected an interval of {} as in the other rows, found {}",
                               length_text(interval_), length_text(row.length)));
      } else if (row.begin % interval_ != phase) {
        error(row, fmt::format("expected times {} apart from {}, found {}", length_text(interval_),
                               clock_text(phase), clock_text(row.begin)));
      } else if (i > 0 && are_of_a_day(i) && row.begin == rows_[i - 1].begin) {
        const std::string& day = table_.unused_day;
        error(row,
              fmt::format("duplicate interval {}; the first is at line {}",
                          label(row.day, row.begin), rows_[i - 1].line),
              day.empty() ? "choose the rows of one contact type with `select: {column: value}`"
                          : fmt::format("the column {} looks like the days: name it with {}",
                                        quote(day), day_column_hint()));
        if (!day.empty()) return false;  // all others come of that
      }
    }
    if (rows_.back().day - rows_.front().day >= kMostDays) {
      error(rows_.back(),
            fmt::format("expected dates within {} days of the first, {}; found {}", kMostDays,
                        date_text(rows_.front().day), date_text(rows_.back().day)));
    }
    return reader_.is_good();
  }

  [[nodiscard]] std::string day_column_hint() const {
    return fmt::format("`columns: {{day: {}}}`", quote(table_.unused_day));
  }

  /// One warning for all intervals between the first and the last of a day that no row is about,
  /// and for all days between the first and the last.
  void report_gaps() {
    std::vector<std::string> gaps;
    std::size_t gap_count = 0;
    std::int64_t interval_count = 0;
    std::int64_t day_count = 0;
    const auto add = [&gaps, &gap_count](auto text) {
      if (++gap_count <= kMostGapsNamed) gaps.push_back(text());
    };
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      const VolumeRow& before = rows_[i - 1];
      const VolumeRow& row = rows_[i];
      if (!are_of_a_day(i)) {
        for (std::int64_t day = before.day + 1; day < row.day; ++day) {
          ++day_count;
          add([&] { return day_label(day); });
        }
      } else if (row.begin - before.begin > interval_) {
        const Duration begin = before.begin + interval_;
        interval_count += (row.begin - begin) / interval_;
        add([&] { return fmt::format("{}-{}", label(row.day, begin), clock_text(row.begin)); });
      }
    }
    if (gaps.empty()) return;
    reader_.warning(
        fmt::format("no rows for {}{} ({}{}{} in all); counted as zero", fmt::join(gaps, ", "),
                    gap_count > gaps.size() ? ", ..." : "", counted(interval_count, "interval"),
                    interval_count > 0 && day_count > 0 ? " and " : "", counted(day_count, "day")));
  }

  [[nodiscard]] std::size_t index_of(const VolumeRow& row) const {
    const std::int64_t a_day = kDay / interval_;
    return static_cast<std::size_t>((row.day - rows_.front().day) * a_day + row.begin / interval_ -
                                    first_);
  }

  Volumes fill() {
    Volumes volumes;
    Profile& profile = volumes.rate_per_s;
    first_ = rows_.front().begin / interval_;
    profile.interval = interval_;
    profile.offset = rows_.front().begin;
    switch (table_.day_kind) {
      case DayKind::none:
        profile.span = ProfileSpan::day;
        break;
      case DayKind::weekday:
        profile.span = ProfileSpan::week;
        profile.offset += rows_.front().day * kDay;
        break;
      case DayKind::date:
        profile.span = ProfileSpan::horizon;
        volumes.first_weekday = weekday_of(rows_.front().day);
        break;
    }
    const std::size_t size = index_of(rows_.back()) + 1;
    profile.values.assign(size, 0.0);
    if (table_.has_handle_time) volumes.handle_time_s.assign(size, 0.0);
    volumes.first_time = kDay;
    for (const VolumeRow& row : rows_) {
      volumes.first_time = std::min(volumes.first_time, row.begin);
      volumes.last_time = std::max(volumes.last_time, row.begin + interval_);
      profile.values[index_of(row)] = row.contacts / to_seconds(interval_);
      if (table_.has_handle_time) volumes.handle_time_s[index_of(row)] = row.handle_time_s;
    }
    return volumes;
  }

  [[nodiscard]] std::string day_label(std::int64_t day) const {
    if (table_.day_kind == DayKind::date) return date_text(day);
    return std::string(kWeekdayNames[static_cast<std::size_t>(day) % kWeekdayNames.size()]);
  }

  [[nodiscard]] std::string label(std::int64_t day, Duration begin) const {
    if (table_.day_kind == DayKind::none) return clock_text(begin);
    return day_label(day) + " " + clock_text(begin);
  }

  void error(const VolumeRow& row, std::string message, std::string hint = {}) {
    reader_.error_at(row.line, row.column, std::move(message), std::move(hint));
  }

  VolumeTable& table_;
  std::vector<VolumeRow>& rows_;
  CsvReader& reader_;
  Duration interval_{};
  std::int64_t first_ = 0;  ///< index in its day of the first row
};

}  // namespace

std::optional<Volumes> build_volumes(VolumeTable& table, std::optional<Duration> stated_interval,
                                     CsvReader& reader) {
  return Grid(table, reader).build(stated_interval);
}

}  // namespace holdline
