// The field `arrivals`: how contacts of a type come, from numbers or from a CSV of volumes.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "scenario/csv.hpp"
#include "scenario/sections.hpp"

namespace holdline {
namespace {

/// The shortest gap between arrivals that are not random: below it a run would never end [s].
constexpr double kShortestGap = 1e-3;

/// `volumes: calls.csv`, or with details.
void volumes_fields(Record& record, VolumesRequest& request, std::string& file, double& scale) {
  record.required("file", "CSV file, relative to the scenario").text(file, 1, 4096);
  record.optional("interval", "Length of the file's intervals, checked; default as inferred")
      .duration(request.interval, {kMinute, kDay});
  record.optional("columns", "Headings, where they are not the usual ones")
      .record([&](Record& columns) {
        columns.optional("time", "Start of the interval").text(request.time_column, 1, 1000);
        columns.optional("day", "Weekday or date").text(request.day_column, 1, 1000);
        columns.optional("volume", "Contacts in the interval").text(request.volume_column, 1, 1000);
        columns.optional("handle_time", "AHT of the interval")
            .text(request.handle_time_column, 1, 1000);
      });
  record.optional("select", "Keeps the rows in which each of these columns has this value")
      .map({0, 100}, "a column", [&](Slot& value) {
        std::string text;
        if (value.label(text)) request.select.emplace_back(value.key(), text);
      });
  record.optional("scale", "Multiplies the volumes: growth, or a part of them")
      .number(scale, {1e-6, 1e6});
}

void read_volumes_slot(Slot& slot, LoadContext& context, Profile& out,
                       std::vector<double>& handle_time_s) {
  VolumesRequest request;
  std::string file;
  double scale = 1.0;
  const std::size_t errors = slot.sheet().error_count();
  slot.by_shape({.expected = "a CSV file, or {file: ..., columns: ...}",
                 .scalar = [&](Slot& name) { name.text(file, 1, 4096); },
                 .list = {},
                 .mapping =
                     [&](Slot& details) {
                       details.record(
                           [&](Record& record) { volumes_fields(record, request, file, scale); });
                     }});
  if (!slot.is_given() || slot.sheet().error_count() != errors) return;
  request.file = resolve_file(slot, context, file);
  if (request.file.empty()) return;
  Diagnostics found;
  auto volumes = read_volumes(request, found);
  if (volumes && context.is_calendar_read) {
    for (Diagnostic& warning : compare_with_calendar(*volumes, context.calendar, request.file)) {
      found.push_back(std::move(warning));
    }
  }
  slot.sheet().add(found);
  if (!volumes) return;
  out = std::move(volumes->rate_per_s);
  for (double& rate : out.values) rate *= scale;
  handle_time_s = std::move(volumes->handle_time_s);
}

void rates_fields(Record& record, Profile& out) {
  static constexpr std::string_view kPers[] = {"s", "min", "h", "day"};
  static constexpr double kSeconds[] = {1.0, 60.0, 3600.0, 86400.0};
  record.required("rates", "Rate in each interval, in contacts per the unit of `per`")
      .list({1, 100'000}, [&](Slot& item) {
        double rate = 0.0;
        if (item.number(rate, {0.0, 1e9})) out.values.push_back(rate);
      });
  std::size_t per = 2;
  record.required("per", "Unit of time of the rates").word(per, kPers);
  for (double& rate : out.values) rate /= kSeconds[per];
  profile_fields(record, out);
}

void read_gap(Slot& slot, LoadContext& context, ArrivalProcess& out) {
  const std::size_t errors = slot.sheet().error_count();
  slot.record([&](Record& record) {
    Slot gap = record.required("gap", "Distribution of the time between arrivals");
    read_distribution(gap, context, Infinity::refused, out.gap_distribution);
    if (!gap.is_given() || slot.sheet().error_count() != errors) return;
    if (mean_s(out.gap_distribution) < kShortestGap) {
      gap.error("expected gaps of 1ms or more on average");
    }
  });
}

void read_recorded(Slot& slot, LoadContext& context, ArrivalProcess& out) {
  std::string file;
  std::string column;
  const std::size_t errors = slot.sheet().error_count();
  slot.record([&](Record& record) {
    record.required("file", "CSV file, relative to the scenario").text(file, 1, 4096);
    record.required("column", "Heading of the column of arrival times").text(column, 1, 1000);
  });
  if (!slot.is_given() || slot.sheet().error_count() != errors) return;
  const std::string path = resolve_file(slot, context, file);
  if (path.empty()) return;
  Diagnostics found;
  const auto times = read_column(path, column, true, found);
  slot.sheet().add(found);
  if (!times) return;
  for (const double time_s : *times) out.recorded.push_back(from_seconds(time_s));
  std::sort(out.recorded.begin(), out.recorded.end());
  const auto late = out.recorded.end() - std::lower_bound(out.recorded.begin(), out.recorded.end(),
                                                          context.calendar.horizon());
  if (late > 0) {
    slot.warning(fmt::format("{} of {} recorded arrivals come after the horizon and are not used",
                             late, out.recorded.size()));
  }
  const auto closed =
      std::count_if(out.recorded.begin(), out.recorded.end() - late,
                    [&context](Duration time) { return !context.calendar.is_open(time); });
  if (closed > 0) {
    slot.warning(fmt::format("{} of {} recorded arrivals come while it is closed and are not used",
                             closed, out.recorded.size()),
                 "times count from 00:00 of the first day; are they in seconds, or in hh:mm:ss?");
  }
}

void busyness_field(Record& record, ArrivalProcess& out) {
  record.optional("busyness", "Whether the day-level factor applies").boolean(out.has_busyness);
}

void read_bursty(Slot& slot, LoadContext& context, ArrivalProcess& out,
                 std::vector<double>& handle_time_s) {
  const bool is_read = read_rates(
      slot, context,
      [&](Record& record) {
        busyness_field(record, out);
        record.required("factor", "Rate while busy over the long-run rate")
            .number(out.burst_factor, {1.0, 1000.0});
        record.required("busy", "Mean length of a busy spell")
            .duration(out.burst_mean, {kSecond, 366 * kDay});
        record.required("calm", "Mean length of a calm spell")
            .duration(out.calm_mean, {kSecond, 366 * kDay});
      },
      out.rate_per_s, handle_time_s);
  if (!is_read) return;
  // Long-run rate 1 = share of busy time x factor + share of calm time x calm rate.
  const double busy = to_seconds(out.burst_mean);
  const double calm = to_seconds(out.calm_mean);
  if (busy * (out.burst_factor - 1.0) > calm) {
    slot.error(fmt::format("the busy spells alone bring more than the long-run rate: factor at "
                           "most {:.6g} with these lengths, found {:.6g}",
                           1.0 + calm / busy, out.burst_factor),
               "shorten busy, lengthen calm, or lower factor");
  }
}

}  // namespace

bool read_rates(Slot& slot, LoadContext& context, Visit<Record> more, Profile& out,
                std::vector<double>& handle_time_s) {
  double rate = 0.0;
  Profile rates;
  Profile from_file;
  const int set =
      slot.one_of_records({[&](Record& record) {
                             record.required("rate", "One rate for all opening hours").rate(rate);
                             more(record);
                           },
                           [&](Record& record) {
                             rates.values.clear();
                             rates_fields(record, rates);
                             more(record);
                           },
                           [&](Record& record) {
                             Slot volumes =
                                 record.required("volumes", "A CSV of volumes by interval");
                             read_volumes_slot(volumes, context, from_file, handle_time_s);
                             more(record);
                           }});
  if (set == 0) out.values = {rate};
  if (set == 1) out = std::move(rates);
  if (set == 2) out = std::move(from_file);
  return set == 0 || set == 2 || (set == 1 && fits_span(slot, out, context.calendar));
}

void read_arrivals(Slot& slot, LoadContext& context, ArrivalProcess& out,
                   std::vector<double>& handle_time_s) {
  const auto kinds = [&](Record& record) {
    const auto begin = [&](std::string_view key, std::string_view help, ArrivalKind kind) {
      Slot parameters = record.kind(key, help);
      if (parameters.is_given()) out.kind = kind;
      return parameters;
    };
    Slot poisson = begin("poisson", "Independent customers", ArrivalKind::poisson);
    read_rates(
        poisson, context, [&](Record& more) { busyness_field(more, out); }, out.rate_per_s,
        handle_time_s);
    Slot fixed = begin("fixed_interval", "One each so often", ArrivalKind::fixed_interval);
    fixed.record([&](Record& fields) {
      fields.required("every", "Time between arrivals, the first so long after opening")
          .duration(out.gap, {Duration{1000}, kLongest});
    });
    Slot batch = begin("batch", "Batches of contacts at once", ArrivalKind::batch);
    read_rates(
        batch, context,
        [&](Record& more) {
          busyness_field(more, out);
          more.required("mean_size", "Mean size of a batch, 1 + geometric")
              .number(out.batch_mean, {1.0, 10'000.0});
        },
        out.rate_per_s, handle_time_s);
    Slot bursty = begin("bursty", "Busy and calm spells in turn", ArrivalKind::bursty);
    read_bursty(bursty, context, out, handle_time_s);
    Slot renewal = begin("renewal", "Independent gaps", ArrivalKind::renewal);
    read_gap(renewal, context, out);
    Slot recorded = begin("recorded", "Arrival times from a file", ArrivalKind::recorded);
    read_recorded(recorded, context, out);
  };
  slot.record(kinds, "arrivals, such as {poisson: {rate: 252/h}}");
}

std::string resolve_file(const Slot& slot, const LoadContext& context, const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code no_error;
  const fs::path folder = fs::absolute(fs::path(context.folder), no_error).lexically_normal();
  const fs::path file = fs::absolute(folder / fs::path(name), no_error).lexically_normal();
  const fs::path below = file.lexically_relative(folder);
  if (below.empty() || *below.begin() == fs::path("..")) {
    slot.error(
        fmt::format("expected a file in the scenario's folder or below it, found \"{}\"", name));
    return {};
  }
  if (!fs::exists(file, no_error)) {
    slot.error(fmt::format("expected a file, found none of the name \"{}\"", name),
               "names are relative to the scenario's folder");
    return {};
  }
  slot.sheet().files.push_back((fs::path(context.folder) / below).lexically_normal().string());
  return slot.sheet().files.back();
}

}  // namespace holdline
