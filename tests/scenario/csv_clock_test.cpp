// Times of the clock in CSV cells: twelve hours, fractions of seconds, zones.
#include "scenario/csv_clock.hpp"

#include "csv_files.hpp"
#include "scenario/csv_cells.hpp"

using namespace holdline;
using namespace holdline::testing;

TEST_CASE("a clock of twelve hours is read where it says which half", "[scenario][csv]") {
  const std::pair<const char*, Duration> times[] = {{"8am", 8 * kHour},
                                                    {"8 AM", 8 * kHour},
                                                    {"8:30 p.m.", 20 * kHour + 30 * kMinute},
                                                    {"08:30:00 PM", 20 * kHour + 30 * kMinute},
                                                    {"12am", Duration{0}},
                                                    {"12:30 AM", 30 * kMinute},
                                                    {"12 pm", 12 * kHour},
                                                    {"11:59:59.000 pm", kDay - kSecond}};
  for (const auto& [text, time] : times) {
    INFO(text);
    CHECK(parse_cell_time(text) == time);
  }
  for (const char* bad : {"0am", "13 pm", "13:00 PM", "am", "8 m", "8", "8:3 am", "8.30 am", "8h",
                          "123am", "8 am am"}) {
    INFO(bad);
    CHECK_FALSE(parse_cell_time(bad));
  }
}

TEST_CASE("volumes by a clock of twelve hours read as those of twenty-four", "[scenario][csv]") {
  const Read plain = read_csv("time,calls\n11:30,1\n12:00,2\n12:30,3\n23:30,4\n");
  for (const char* content :
       {"time,calls\n11:30 AM,1\n12:00 PM,2\n12:30 PM,3\n11:30 PM,4\n",
        "time,calls\n11:30am - 12pm,1\n12pm - 12:30pm,2\n12:30pm-1pm,3\n11:30pm-12am,4\n"}) {
    const Read read = read_csv(content);
    INFO(read.messages);
    REQUIRE(read.volumes);
    CHECK(read.profile().offset == plain.profile().offset);
    CHECK(read.profile().values == plain.profile().values);
  }
  const Read dated =
      read_csv("time,calls\n2024-03-01 11:30 PM,1\n2024-03-02 12:00 AM,2\n2024-03-02 12:30 AM,2\n");
  INFO(dated.messages);
  REQUIRE(dated.volumes);
  CHECK(dated.contacts(1) == 2.0);
  CHECK(parse_date("2024-03-01 12:00:00 AM") == parse_date("2024-03-01"));
}

TEST_CASE("recorded times may have fractions of seconds", "[scenario][csv]") {
  CHECK(parse_arrival_time_s("08:00:00.5", ',') == 28800.5);
  CHECK(parse_arrival_time_s("1 00:00:01,25", ';') == 86401.25);
  CHECK(parse_arrival_time_s("0 8:00:00.75 PM", ',') == 72000.75);
  CHECK(parse_arrival_time_s("8am", ',') == 28800.0);
  CHECK(parse_arrival_time_s("1 8 am", ',') == 115200.0);
  CHECK(parse_arrival_time_s("24:00:00", ',') == 86400.0);
  for (const char* bad : {"08:00.5", "08:00", "24:00:00.5", "08:00:00.", "08:00:00.5.5",
                          "08:00:00.x", "-1 08:00:00", "1 2 08:00:00"}) {
    INFO(bad);
    CHECK_FALSE(parse_arrival_time_s(bad, ','));
  }
  CHECK_FALSE(parse_cell_time("08:00:00.5"));  // no interval begins there
  CHECK_FALSE(parse_cell_time("08:00.0"));
}

TEST_CASE("handle times may have fractions of seconds", "[scenario][csv]") {
  const std::pair<const char*, double> times[] = {{"183.4", 183.4},     {"3:03.5", 183.5},
                                                  {"0:03:03.5", 183.5}, {"3:03,25", 183.25},
                                                  {"183.5s", 183.5},    {"3m3.5s", 183.5}};
  for (const auto& [text, seconds] : times) {
    INFO(text);
    const auto written = parse_written_time(text, ';');
    REQUIRE(written);
    CHECK(written->value == seconds);
  }
  for (const char* bad : {"3.5:03", "3:03.", "3:03.x", "3:03.5.5", "3:63.5"}) {
    INFO(bad);
    CHECK_FALSE(parse_written_time(bad, ';'));
  }
}

TEST_CASE("a time with a zone is refused with what to write", "[scenario][csv]") {
  for (const char* zoned :
       {"2024-03-01T08:00Z", "2024-03-01T08:00:00.000Z", "2024-03-01T08:00+01:00",
        "2024-03-01 08:00:00-0500", "08:00:00+01", "2024-03-01 08:00 UTC", "8:00 AM EST"}) {
    INFO(zoned);
    CHECK(has_time_zone(zoned));
    CHECK_FALSE(parse_interval_start(zoned));
    CHECK_FALSE(parse_arrival_time_s(zoned, ','));
  }
  for (const char* other : {"", "Z", "08:00", "2024-03-01", "08:00 Uhr", "Total", "9-5", "SUM Z",
                            "2024-03-01 08:00", "Total 08:00 Z"}) {
    INFO(other);
    CHECK_FALSE(has_time_zone(other));
  }
  CHECK(csv_refusal("time,calls\n2024-03-01T08:00Z,1\n2024-03-01T08:30Z,2\n") ==
        "x.csv:2:1: error: expected the interval's start (08:00, 08:00-08:30, or 2024-03-01 "
        "08:00), found \"2024-03-01T08:00Z\", and 1 more such cell; times are the centre's local "
        "ones: convert them, and write them without a zone, as 2024-03-01 08:00\n");
  for (const char* logged : {"2024-03-01T08:00:00+01:00", "2024-03-01 08:00:00", "08:00:00 CET"}) {
    const TemporaryCsv file("t\n" + std::string(logged) + "\n");
    Diagnostics diagnostics;
    CHECK_FALSE(read_column(file.path(), "t", true, diagnostics));
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].line == 2);
    CHECK(diagnostics[0].hint ==
          "times count from 00:00 of the first day in the centre's local time: write seconds, or "
          "the days since then before the time, as in 0 08:00:00");
  }
}
