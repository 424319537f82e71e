// CSV files: what is none, limits, quotes, and columns of values.
#include "csv_files.hpp"
#include "scenario/csv_cells.hpp"
#include "scenario/csv_reader.hpp"

using namespace holdline;
using namespace holdline::testing;

TEST_CASE("a file that is no CSV is refused", "[scenario][csv]") {
  using std::string_literals::operator""s;
  CHECK(contains(csv_refusal(""), "expected a heading and rows, found an empty file"));
  CHECK(contains(csv_refusal("time,calls\n"), "expected rows below the heading, found none"));
  CHECK(contains(csv_refusal("time,calls\n08:00,\"1\n"),
                 "x.csv:2:1: error: expected a closing quote"));
  CHECK(contains(csv_refusal("time,calls\n08:00,\xFF\n"),
                 "x.csv:2:7: error: expected UTF-8 text, found the byte 0xFF"));
  CHECK(contains(csv_refusal("\xFF\xFEt\0"s), "found UTF-16"));
  CHECK(contains(csv_refusal("time,calls\n08:00,1\0\n"s), "control character U+0000"));
  CHECK(
      contains(csv_refusal("time,calls" + std::string(2000, ',') + "\n"), "at most 1000 columns"));
  CHECK(contains(csv_refusal("time,calls\n" + std::string(2u << 20, 'x')),
                 "expected a row of at most"));
  std::string many = "time,calls\n";
  for (int i = 0; i < 100; ++i) many += "08:00,y\n08:00,1\n";
  CHECK(contains(csv_refusal(many), "too many errors"));
  Diagnostics diagnostics;
  VolumesRequest request;
  request.file = "/nowhere/x.csv";
  CHECK_FALSE(read_volumes(request, diagnostics));
  CHECK(to_string(diagnostics.at(0)) == "/nowhere/x.csv: error: cannot be read: no such file");
  request.file = std::filesystem::temp_directory_path().string();
  CHECK_FALSE(read_volumes(request, diagnostics));
  CHECK(contains(to_string(diagnostics.at(1)), "not a file"));
}

TEST_CASE("rows and bytes of a CSV are limited", "[scenario][csv]") {
  const TemporaryCsv file("a,b\n1,2\n3,4\n5,6\n");
  CsvLimits limits;
  limits.rows = 2;
  Diagnostics diagnostics;
  CsvReader reader(file.path(), diagnostics, limits);
  CsvRow row;
  CHECK(reader.next(row));
  CHECK(reader.next(row));
  CHECK_FALSE(reader.next(row));
  CHECK(messages(diagnostics, file.path()) ==
        "x.csv:4:1: error: expected at most 2 rows, found more\n");
  limits.bytes = 6;
  Diagnostics too_large;
  CsvReader other(file.path(), too_large, limits);
  while (other.next(row)) {
  }
  CHECK(contains(messages(too_large, file.path()), "expected a file of at most 6 bytes"));
}

TEST_CASE("quotes may hold delimiters, quotes and line ends", "[scenario][csv]") {
  const TemporaryCsv file("a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n\"\",z\n");
  Diagnostics diagnostics;
  CsvReader reader(file.path(), diagnostics);
  CsvRow row;
  REQUIRE(reader.next(row));
  CHECK(CsvReader::cell(row, 0) == "x, \"y\"");
  CHECK(CsvReader::cell(row, 1) == "1\n2");
  CHECK(row.line == 2);
  REQUIRE(reader.next(row));
  CHECK(CsvReader::cell(row, 0).empty());
  CHECK(CsvReader::cell(row, 5).empty());
  CHECK(row.line == 4);
  CHECK_FALSE(reader.next(row));
  CHECK(diagnostics.empty());
}

namespace {

std::optional<std::vector<double>> column(std::string_view content, const std::string& name,
                                          bool as_times, std::string* text = nullptr) {
  const TemporaryCsv file(content);
  Diagnostics diagnostics;
  auto values = read_column(file.path(), name, as_times, diagnostics);
  CHECK(values.has_value() == !has_error(diagnostics));
  if (text != nullptr) *text = messages(diagnostics, file.path());
  return values;
}

}  // namespace

TEST_CASE("a column of durations reads seconds, m:ss, h:mm:ss and units", "[scenario][csv]") {
  CHECK(column("id,Talk Time\n1,12.5\n2,4:30\n3,1:00:05\n4,2m\n", "talk_time", false) ==
        std::vector<double>{12.5, 270.0, 3605.0, 120.0});
  CHECK(column("v\n0,25\n1,5\n", "v", false) == std::vector<double>{0.25, 1.5});
  std::string text;
  column("n;v\n1;900\n2;1.100\n", "v", false, &text);
  CHECK(contains(text, "x.csv:3:3: error: expected numbers without a thousands separator"));
  column("a,b\n1,x\n2,-5\n3,\n4,1:75\n5,1e9\n", "b", false, &text);
  CHECK(contains(text,
                 "x.csv:2:3: error: expected a duration (seconds, m:ss, h:mm:ss, or 4m30s) of at "
                 "most ten years, found \"x\""));
  CHECK(contains(text, "x.csv:3:3: error"));
  CHECK(contains(text, "x.csv:4:3: error"));
  CHECK(contains(text, "found nothing"));
  CHECK(contains(text, "x.csv:5:3: error"));
  CHECK(contains(text, "x.csv:6:3: error"));
  column("a,b\n1,2\n", "c", false, &text);
  CHECK(text == "x.csv:1:1: error: expected a column \"c\", found the columns \"a\", \"b\"\n");
  column("a\n", "a", false, &text);
  CHECK(contains(text, "expected rows below the heading"));
}

TEST_CASE("a column of arrival times reads seconds, clock times and days", "[scenario][csv]") {
  CHECK(column("t\n90.5\n08:00:01\n1 00:00:30\n", "t", true) ==
        std::vector<double>{90.5, 28801.0, 86430.0});
  std::string text;
  column("t\n08:30\n", "t", true, &text);
  CHECK(contains(text, "expected a time (seconds, hh:mm:ss, or d hh:mm:ss)"));
  column("t\n-1 08:30:00\n25:00:00\n9999999 00:00:00\n-4\n", "t", true, &text);
  for (const char* place : {"x.csv:2:", "x.csv:3:", "x.csv:4:", "x.csv:5:"})
    CHECK(contains(text, place));
}

TEST_CASE("dates follow the calendar", "[scenario][csv]") {
  CHECK(parse_date("1970-01-01") == 0);
  CHECK(parse_date("2000-02-29") == 11016);
  CHECK(date_text(11016) == "2000-02-29");
  CHECK(weekday_of(0) == Weekday::thursday);
  CHECK(weekday_of(*parse_date("1999-02-01")) == Weekday::monday);
  for (const char* bad : {"1900-02-29", "2000-13-01", "2000-00-10", "2000-1.1", "29.02.1900",
                          "2000-01-01 00:30", "2000-01-01 0", "2000-01-01 00:00:00.001", "1.2.00",
                          "01/02/2000", "01-02-2000", "1.2.2000.", ""}) {
    INFO(bad);
    CHECK_FALSE(parse_date(bad));
  }
  CHECK(parse_date("29.02.2000") == 11016);
  CHECK(parse_date("1.2.1999") == parse_date("1999-02-01"));
  for (const char* same :
       {"1999/02/01", "1999.02.01", "1999/2/1", "1999-2-1", "1999-02-01 00:00",
        "1999-02-01T00:00:00", "1999-02-01 00:00:00.000", "01.02.1999 00:00", "1999/2/1 0:00"}) {
    INFO(same);
    CHECK(parse_date(same) == parse_date("1999-02-01"));
  }
}
