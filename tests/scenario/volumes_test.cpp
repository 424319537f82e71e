// Volumes files: headings, days and weeks, intervals, handle times, and every wrong cell.
#include "csv_files.hpp"

using namespace holdline;
using namespace holdline::testing;

TEST_CASE("volumes by half-hour become rates by half-hour", "[scenario][csv]") {
  const Read result = read_csv("Time,Calls\n08:00,36\n08:30,18\n09:00,9\n");
  INFO(result.messages);
  REQUIRE(result.volumes);
  CHECK(result.messages.empty());
  CHECK(result.profile().span == ProfileSpan::day);
  CHECK(result.profile().offset == 8 * kHour);
  CHECK(result.profile().interval == 30 * kMinute);
  CHECK(result.profile().values == std::vector<double>{0.02, 0.01, 0.005});
  CHECK(result.volumes->handle_time_s.empty());
  CHECK_FALSE(result.volumes->first_weekday);
}

TEST_CASE("the dialects of spreadsheets read alike", "[scenario][csv]") {
  for (const char* content : {
           "time;calls;aht\r\n08:00;1,5;4:30\r\n09:00;2;270\r\n",
           "sep=;\ntime;calls;aht\n08:00;1,5;4:30\n09:00;2;4m30s\n",
           "time\tcalls\taht\n08:00\t1.5\t4:30\n09:00\t2\t0:04:30\n",
           "\xEF\xBB\xBFtime|calls|aht\n08:00|1,5|4:30\n\n09:00|2|4:30",
           "\"time\",\"calls\",\"aht\"\n\"08:00\",\"1.5\",\"4:30\"\n 09:00 , 2 ,4:30,,\n",
           "time,calls,aht\r08:00,1.5,4:30\r09:00,2,4:30\r",
       }) {
    INFO(content);
    const Read result = read_csv(content);
    if (std::string(content).find("270") != std::string::npos) {
      CHECK(contains(result.messages, "written alike"));
      continue;
    }
    INFO(result.messages);
    REQUIRE(result.volumes);
    CHECK(result.contacts(0) == 1.5);
    CHECK(result.contacts(1) == 2.0);
    CHECK(result.volumes->handle_time_s == std::vector<double>{270.0, 270.0});
  }
}

TEST_CASE("columns are found by usual headings or as mapped", "[scenario][csv]") {
  VolumesRequest request;
  request.time_column = "begin of interval";
  request.volume_column = "N";
  CHECK(read_csv("Begin-of Interval,n\n08:00,1\n09:00,2\n", request).volumes);
  CHECK(read_csv("interval,offered,AHT\n08:00,1,100\n09:00,2,100\n").volumes);
  CHECK(csv_refusal("start,n\n08:00,1\n") ==
        "x.csv:1:1: error: expected a column for the volume (volume, calls, offered, contacts, "
        "calls_offered, contacts_offered), "
        "found the columns \"start\", \"n\"; name it with `columns: {volume: ...}`\n");
  CHECK(contains(
      csv_refusal("time,calls,offered\n08:00,1,2\n"),
      "x.csv:1:12: error: expected one column for the volume, found \"calls\" and \"offered\""));
  CHECK(read_csv("interval,Calls Offered,AHT\n08:00,1,100\n09:00,2,100\n").volumes);
  CHECK(read_csv("time,calls,AHT,AHT target\n08:00,1,100,90\n09:00,2,100,90\n").messages == "");
  CHECK(read_csv("time,calls,Avg Handle Time\n08:00,1,100\n09:00,2,100\n").messages ==
        "x.csv: warning: the column \"Avg Handle Time\" is not used; if it holds handle times, say "
        "so: `columns: {handle_time: \"Avg Handle Time\"}`\n");
  request.volume_column = "call";
  CHECK(contains(csv_refusal("begin of interval,calls\n08:00,1\n", request),
                 "did you mean \"calls\"?"));
  CHECK(contains(csv_refusal("a\nb\n"), "for the time"));
  CHECK(contains(csv_refusal("a\nb\n"), "for the volume"));
  request = {};
  request.volume_column = "n";
  CHECK(contains(csv_refusal("time,n,N\n08:00,1,2\n", request),
                 "expected one column \"n\", found two"));
}

TEST_CASE("select keeps the rows of one value", "[scenario][csv]") {
  VolumesRequest request;
  request.select = {{"type", "PS"}};
  const std::string content = "type,time,calls\nPS,08:00,1\nNE,08:00,7\nPS,09:00,2\n";
  CHECK(read_csv(content, request).contacts(1) == 2.0);
  request.select = {{"type", "XX"}};
  CHECK(csv_refusal(content, request) ==
        "x.csv: error: expected rows that `select` keeps, found none; the column \"type\" has "
        "\"NE\", \"PS\"\n");
  request.select = {{"kind", "PS"}};
  CHECK(contains(csv_refusal(content, request), "expected a column \"kind\""));
  CHECK(contains(
      csv_refusal(content),
      "x.csv:3:4: error: duplicate interval 08:00; the first is at line 2; choose the rows"));
}

TEST_CASE("a weekday column makes a week profile", "[scenario][csv]") {
  const Read result =
      read_csv("weekday,time,calls\nTue,09:00,3\nMonday,08:00,1\nmon,09:00,2\nTUESDAY,10:00,4\n");
  INFO(result.messages);
  REQUIRE(result.volumes);
  CHECK(result.profile().span == ProfileSpan::week);
  CHECK(result.profile().offset == 8 * kHour);
  REQUIRE(result.profile().values.size() == 27);
  CHECK(result.contacts(0) == 1.0);
  CHECK(result.contacts(1) == 2.0);
  CHECK(result.contacts(2) == 0.0);
  CHECK(result.contacts(25) == 3.0);
  CHECK(result.contacts(26) == 4.0);
  CHECK(result.messages.empty());  // a night is not a gap
  const Read late = read_csv("day,time,calls\nsunday,22:00,1\nsunday,22:30,2\n");
  CHECK(late.profile().offset == 6 * kDay + 22 * kHour);
}

TEST_CASE("dates make a profile of the horizon from the first date", "[scenario][csv]") {
  for (const char* content :
       {"date,time,calls\n2024-02-29,08:00,2\n2024-02-28,08:00,1\n2024-02-28,08:30,5\n",
        "start,calls\n2024-02-28 08:00,1\n2024-02-28T08:30:00,5\n2024-02-29 08:00,2\n"}) {
    const Read result = read_csv(content);
    INFO(result.messages);
    REQUIRE(result.volumes);
    CHECK(result.profile().span == ProfileSpan::horizon);
    CHECK(result.profile().offset == 8 * kHour);
    REQUIRE(result.profile().values.size() == 49);
    CHECK(result.contacts(1) == 5.0);
    CHECK(result.contacts(48) == 2.0);
    CHECK(result.volumes->first_weekday == Weekday::wednesday);
  }
  CHECK(contains(csv_refusal("date,time,calls\n2024-02-30,08:00,2\n"),
                 "expected a weekday (monday) or a date"));
  CHECK(contains(csv_refusal("date,time,calls\n2024-02-01,08:00,2\nmon,08:30,2\n"),
                 "x.csv:3:1: error: expected a date as in the rows above, found a weekday"));
  CHECK(contains(
      csv_refusal("start,calls\n2004-02-01 08:00,2\n2004-02-01 08:30,2\n2024-02-01 08:00,2\n"),
      "x.csv:4:1: error: expected dates within 3660 days"));
}

TEST_CASE("intervals may be written as ranges", "[scenario][csv]") {
  const Read result = read_csv("interval,calls\n23:00-23:30,1\n23:30-00:00,2\n");
  INFO(result.messages);
  REQUIRE(result.volumes);
  CHECK(result.profile().interval == 30 * kMinute);
  CHECK(read_csv("interval,calls\n08:00:00 - 08:14:59,1\n").profile().interval == 15 * kMinute);
  CHECK(read_csv("interval,calls\n08:00:00.000,1\n08:15:00.000,1\n").profile().interval ==
        15 * kMinute);
  CHECK_FALSE(csv_refusal("interval,calls\n08:00:00.5,1\n08:15:00,1\n").empty());
  CHECK(contains(csv_refusal("interval,calls\n08:00-08:30,1\n08:30-09:30,1\n"),
                 "x.csv:3:1: error: expected an interval of 30m as in the other rows, found 1h"));
  CHECK(contains(csv_refusal("interval,calls\n08:30-08:00,1\n"), "expected the interval's start"));
}

TEST_CASE("the interval's length is inferred and checked", "[scenario][csv]") {
  VolumesRequest request;
  request.interval = 30 * kMinute;
  CHECK(contains(csv_refusal("time,calls\n08:00,1\n09:00,1\n", request),
                 "expected intervals of 30m as `interval` says, found 1h"));
  CHECK(read_csv("time,calls\n08:00,1\n", request).volumes);
  CHECK(contains(csv_refusal("time,calls\n08:00,1\n"), "state it as `interval: 30m`"));
  CHECK(contains(csv_refusal("time,calls\n08:00,1\n08:30,1\n09:00,1\n09:10,1\n"),
                 "x.csv:5:1: error: expected times 30m apart from 00:00, found 09:10"));
  CHECK(contains(csv_refusal("time,calls\n00:00,1\n07:00,1\n14:00,1\n"),
                 "that divide the day, found 7h"));
  CHECK(contains(csv_refusal("time,calls\n08:00:00,1\n08:00:20,1\n"), "of 1m or more"));
}

TEST_CASE("gaps are one warning and count as zero", "[scenario][csv]") {
  const Read result =
      read_csv("time,calls\n08:00,1\n08:30,1\n09:00,1\n10:30,1\n11:30,1\n12:00,1\n");
  REQUIRE(result.volumes);
  CHECK(result.messages ==
        "x.csv: warning: no rows for 09:30-10:30, 11:00-11:30 (3 intervals in all); counted as "
        "zero\n");
  CHECK(result.contacts(3) == 0.0);
  CHECK(result.contacts(8) == 1.0);
  const Read days =
      read_csv("date,time,calls\n2024-03-01,08:00,1\n2024-03-01,08:30,1\n2024-03-03,08:00,1\n");
  CHECK(contains(days.messages, "warning: no rows for 2024-03-02 (1 day in all)"));
  std::string many = "date,time,calls\n";
  for (int day = 1; day < 29; day += 2) {
    many += "2024-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + ",08:00,1\n";
    many += "2024-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + ",08:30,1\n";
  }
  CHECK(contains(read_csv(many).messages, "2024-02-20, ... (13 days in all)"));
}

TEST_CASE("plain handle times are seconds, or minutes with a warning", "[scenario][csv]") {
  const Read seconds = read_csv("time,calls,aht\n08:00,1,29.5\n09:00,2,180\n");
  CHECK(seconds.messages.empty());
  CHECK(seconds.volumes->handle_time_s == std::vector<double>{29.5, 180.0});
  const Read minutes = read_csv("time;calls;aht\n08:00;1;3,5\n09:00;2;4\n10:00;0;\n");
  CHECK(contains(minutes.messages, "warning: the handle times are all below 30: read as minutes"));
  CHECK(minutes.volumes->handle_time_s == std::vector<double>{210.0, 240.0, 0.0});
  const Read colons = read_csv("time,calls,aht\n08:00,1,0:20\n09:00,2,0:25\n10:00,0,0\n");
  CHECK(colons.messages.empty());
  CHECK(colons.volumes->handle_time_s == std::vector<double>{20.0, 25.0, 0.0});
}

TEST_CASE("handle times of two magnitudes are told with the place of the shortest",
          "[scenario][csv]") {
  CHECK(read_csv("time,calls,aht\n08:00,1,250\n09:00,2,4.2\n10:00,2,300\n").messages ==
        "x.csv:3:9: warning: the handle times reach from 4.2 to 300, and all are read as seconds; "
        "are some of them minutes? write 4:30 or 270\n");
  CHECK(read_csv("time,calls,aht\n08:00,1,250\n09:00,2,20\n").messages.empty());
  CHECK(read_csv("time,calls,aht\n08:00,1,900\n09:00,2,40\n").messages.empty());
  CHECK(read_csv("time,calls,aht\n08:00,1,10:00\n09:00,2,0:04\n").messages.empty());
}

TEST_CASE("a mean AHT that nobody has is told", "[scenario][csv]") {
  const std::string hint =
      "; is its unit right? 4:30 is 4 minutes and 30 seconds, 04:30:00 is 4 hours and 30 minutes\n";
  CHECK(read_csv("time,calls,aht\n08:00,1,05:10:00\n09:00,1,04:50:00\n").messages ==
        "x.csv: warning: the mean handle time is 5h" + hint);
  CHECK(read_csv("time,calls,aht\n08:00,1,0:00:03\n09:00,3,0:00:03\n").messages ==
        "x.csv: warning: the mean handle time is 3s" + hint);
  CHECK(read_csv("time,calls,aht\n08:00,1,18000\n09:00,1,20000\n").messages ==
        "x.csv: warning: the mean handle time is 5h16m40s" + hint);
  CHECK(read_csv("time,calls,aht\n08:00,1,0:00:03\n09:00,1,0:00:07\n").messages.empty());
  CHECK(read_csv("time,calls,aht\n08:00,1,04:00:00\n09:00,0,0:00:00\n").messages.empty());
}

TEST_CASE("a point that may separate thousands is refused where the column says so",
          "[scenario][csv]") {
  // As a spreadsheet with decimal commas writes 900, 1100 and 1050.
  CHECK(csv_refusal("time;calls\n08:00;900\n09:00;1.100\n10:00;1.050\n") ==
        "x.csv:3:7: error: expected numbers without a thousands separator, found \"1.100\" in a "
        "column with \"900\"; write 1100, or 1.1000 if the point is a decimal one\n"
        "x.csv:4:7: error: expected numbers without a thousands separator, found \"1.050\" in a "
        "column with \"900\"; write 1050, or 1.0500 if the point is a decimal one\n");
  CHECK(contains(csv_refusal("time|calls\n08:00|8,5\n09:00|1.100\n"),
                 "found \"1.100\" in a column with \"8,5\""));
  CHECK(contains(csv_refusal("time;calls;aht\n08:00;1;950\n09:00;1;1.100\n"), "x.csv:3:9: error"));
  CHECK(contains(csv_refusal("time;calls\n08:00;1.100.000\n"), "without a thousands separator"));
}

TEST_CASE("a point that must be a decimal one is read as such", "[scenario][csv]") {
  for (const char* content :
       {"time;calls\n08:00;900\n09:00;1.100\n10:00;9.5\n", "time,calls\n08:00,900\n09:00,1.100\n",
        "time;calls\n08:00;0\n09:00;1.1000\n", "time|calls\n08:00|2\n09:00|1.100\n"}) {
    INFO(content);
    const Read result = read_csv(content);
    CHECK(result.messages.empty());
    CHECK(result.contacts(1) == 1.1);
  }
  const Read doubtful = read_csv("time;calls\n08:00;2.500\n09:00;1.100\n10:00;0\n");
  CHECK(doubtful.contacts(1) == 1.1);
  CHECK(doubtful.messages ==
        "x.csv:2:7: warning: \"2.500\" is read as 2.5; if the point separates thousands, write "
        "2500\n");
}

TEST_CASE("a point beside zeros alone says nothing of the others", "[scenario][csv]") {
  CHECK(contains(csv_refusal("time;calls\n08:00;0.0\n09:00;1.100\n10:00;900\n"),
                 "found \"1.100\" in a column with \"900\""));
  CHECK(read_csv("time;calls\n08:00;0.5\n09:00;1.100\n10:00;900\n").messages.empty());
}

TEST_CASE("tabs come from spreadsheets as semicolons do", "[scenario][csv]") {
  CHECK(contains(csv_refusal("time\tcalls\n08:00\t900\n09:00\t1.100\n"),
                 "x.csv:3:7: error: expected numbers without a thousands separator"));
  CHECK(contains(read_csv("time\tcalls\n08:00\t2.500\n09:00\t1.100\n").messages,
                 "warning: \"2.500\" is read as 2.5"));
  CHECK(read_csv("time\tcalls\n08:00\t2.5\n09:00\t1.100\n").messages.empty());
}

TEST_CASE("a column of minutes with a long one among them is told", "[scenario][csv]") {
  const Read result = read_csv("time,calls,aht\n08:00,1,4.5\n09:00,2,5\n10:00,2,35\n");
  CHECK(result.messages ==
        "x.csv: warning: 2 of 3 handle times are below 30, but the longest is 35: all are read as "
        "seconds; if they are minutes, write them as 4:30 or 270\n");
  CHECK(result.volumes->handle_time_s == std::vector<double>{4.5, 5.0, 35.0});
}

TEST_CASE("dates with points have the day first", "[scenario][csv]") {
  for (const char* content :
       {"date;time;calls\n28.02.2024;08:00;1\n29.02.2024;08:00;2\n29.02.2024;08:30;5\n",
        "start;calls\n28.2.2024 08:00;1\n29.2.2024 08:00-08:30;2\n29.2.2024 08:30;5\n"}) {
    const Read result = read_csv(content);
    INFO(result.messages);
    REQUIRE(result.volumes);
    CHECK(result.volumes->first_weekday == Weekday::wednesday);
    CHECK(result.contacts(48) == 2.0);
    CHECK(result.contacts(49) == 5.0);
  }
}

TEST_CASE("dates in another form are one error for the column", "[scenario][csv]") {
  const std::string more =
      "; which is the day and which the month cannot be told for sure: give the column the format "
      "yyyy-mm-dd in the spreadsheet, and export it again\n";
  CHECK(csv_refusal(
            "date,time,calls\n03/01/2024,08:00,2\n03/01/2024,08:30,2\n03/02/2024,08:00,1\n") ==
        "x.csv:2:1: error: expected dates as 2024-03-01 or 01.03.2024, found \"03/01/2024\", and 2 "
        "more such dates" +
            more);
  CHECK(csv_refusal("start,calls\n1-3-24 08:00,2\n") ==
        "x.csv:2:1: error: expected dates as 2024-03-01 or 01.03.2024, found \"1-3-24 08:00\"" +
            more);
}

TEST_CASE("a column of days that is not used is told, once", "[scenario][csv]") {
  const std::string two_days =
      "Datum;time;calls\n01.03.2024;08:00;2\n01.03.2024;08:30;2\n"
      "02.03.2024;08:00;1\n02.03.2024;08:30;1\n";
  CHECK(csv_refusal(two_days) ==
        "x.csv:4:12: error: duplicate interval 08:00; the first is at line 2; the column \"Datum\" "
        "looks like the days: name it with `columns: {day: \"Datum\"}`\n");
  VolumesRequest request;
  request.day_column = "Datum";
  CHECK(read_csv(two_days, request).volumes);
  CHECK(read_csv("Tag;time;calls\nMonday;08:00;2\nMonday;08:30;2\n").messages ==
        "x.csv: warning: the column \"Tag\" is not used; if it holds the days, say so: "
        "`columns: {day: \"Tag\"}`\n");
  request = {};
  request.select = {{"Datum", "01.03.2024"}};  // one day of several is chosen on purpose
  CHECK(read_csv(two_days, request).messages.empty());
}

TEST_CASE("lines that are no intervals are told with what to do", "[scenario][csv]") {
  CHECK(csv_refusal("time,calls\n08:00,1\n08:30,2\nTotal,3\n") ==
        "x.csv:4:1: error: expected the interval's start (08:00, 08:00-08:30, or 2024-03-01 "
        "08:00), found \"Total\"; if it is a line of totals, a second heading or a note, take it "
        "out of the file\n");
  CHECK(contains(csv_refusal("day,time,calls\nmon,08:00,1\nmon,08:30,2\nSumme,08:00,3\n"),
                 "x.csv:4:1: error: expected a weekday (monday) or a date (2024-03-01 or "
                 "01.03.2024), found \"Summe\"; if it is a line of totals"));
  CHECK(csv_refusal("Calls by half-hour;;\nSite;Berlin;\n\nTime;Calls;AHT\n08:00;1;200\n") ==
        "x.csv:1:1: error: expected the heading in the first line, found one in line 4; take out "
        "the lines above it\n");
}

TEST_CASE("a column that is written in another way is one error", "[scenario][csv]") {
  const std::string more = ", and 3 more such cells; ";
  const std::string clock = "write times of the 24-hour clock alone: 08:00, 13:30\n";
  const std::string start =
      "x.csv:2:1: error: expected the interval's start (08:00, 08:00-08:30, or 2024-03-01 08:00), "
      "found ";
  CHECK(csv_refusal("time,calls\n8h00,1\n8h30,2\n9h00,3\n9h30,4\n") ==
        start + "\"8h00\"" + more + clock);
  CHECK(csv_refusal("time,calls\n08:00 Uhr,1\n08:30 Uhr,2\n09:00 Uhr,3\n09:30 Uhr,4\n") ==
        start + "\"08:00 Uhr\"" + more + clock);
  CHECK(csv_refusal("day,time,calls\nlundi,08:00,1\nlundi,08:30,1\nmardi,08:00,1\n"
                    "mardi,08:30,1\n") ==
        "x.csv:2:1: error: expected a weekday (monday) or a date (2024-03-01 or 01.03.2024), found "
        "\"lundi\"" +
            more + "write weekdays in English, in full or as mon, tue, wed\n");
  CHECK(csv_refusal("time;calls\n08:00;1,200\n08:30;1,300\n09:00;1,100\n09:30;1,000\n") ==
        "x.csv:2:7: error: expected a number of contacts from 0 to 1000000000, found \"1,200\"" +
            more + "write it with a decimal point and without a thousands separator\n");
  CHECK(csv_refusal("time,calls,aht\n08:00,1,4 min\n08:30,1,5 min\n") ==
        "x.csv:2:9: error: expected a handle time above 0 (4:30, 270, or 4m30s), found \"4 min\", "
        "and 1 more such cell\n");
}

TEST_CASE("dates with a midnight behind them are days", "[scenario][csv]") {
  for (const char* day : {"2024-03-01 00:00", "2024-03-01T00:00:00", "01.03.2024 00:00",
                          "2024.03.01", "2024/3/1", "2024-3-1"}) {
    const Read result =
        read_csv("date,time,calls\n" + std::string(day) + ",08:00,2\n" + day + ",08:30,5\n");
    INFO(day << result.messages);
    REQUIRE(result.volumes);
    CHECK(result.volumes->first_weekday == Weekday::friday);
    CHECK(result.contacts(1) == 5.0);
  }
  CHECK(read_csv("start,calls\n2024/3/1 08:00,2\n2024/3/1 08:30,5\n").volumes);
}

TEST_CASE("an interval may end with its last minute", "[scenario][csv]") {
  const Read result = read_csv("interval,calls\n08:00-08:29,1\n08:30-08:59,2\n23:30-23:59,4\n");
  INFO(result.messages);
  REQUIRE(result.volumes);
  CHECK(result.profile().interval == 30 * kMinute);
  CHECK(result.contacts(1) == 2.0);
  CHECK(read_csv("interval,calls\n08:00-08:14,1\n").profile().interval == 15 * kMinute);
  CHECK(read_csv("interval,calls\n08:00-08:04,1\n08:04-08:08,1\n").profile().interval ==
        4 * kMinute);
  CHECK(contains(csv_refusal("interval,calls\n08:00-08:29,1\n08:30-08:44,1\n09:00-09:29,1\n"),
                 "expected an interval of 30m as in the other rows, found 14m"));
  // Every second interval, and one that ends as it is written.
  const Read second = read_csv("interval,calls\n08:00-08:29,1\n09:00-09:29,2\n23:30-24:00,4\n");
  INFO(second.messages);
  REQUIRE(second.volumes);
  CHECK(second.profile().interval == 30 * kMinute);
}

TEST_CASE("a minute followed by a gap is no interval of two", "[scenario][csv]") {
  const Read result = read_csv("time,calls\n08:00-08:01,10\n08:02-08:03,10\n08:04-08:05,10\n");
  INFO(result.messages);
  REQUIRE(result.volumes);
  CHECK(result.profile().interval == kMinute);
}

TEST_CASE("rows of empty cells are no rows", "[scenario][csv]") {
  const Read result = read_csv(";;;\ntime;calls;;\n08:00;1;;\n;;;\n08:30;2;;\n;;;\n; ;;\n");
  CHECK(result.messages.empty());
  REQUIRE(result.volumes);
  CHECK(result.profile().values.size() == 2);
}

TEST_CASE("a title above a heading in another language is told", "[scenario][csv]") {
  const std::string hint =
      "; if a title stands above the heading, take it out; name the columns with `columns: {time: "
      "..., volume: ...}`\n";
  CHECK(csv_refusal("Anrufe je Intervall\n\nZeit;Anrufe;AHT\n08:00;1;200\n") ==
        "x.csv:1:1: error: expected the heading in the first line, found 1 cell there and 3 in "
        "line 3" +
            hint);
  CHECK(csv_refusal("Anrufe je Intervall;;\nZeit;Anrufe;AHT\n08:00;1;200\n") ==
        "x.csv:1:1: error: expected the heading in the first line, found 1 cell there and 3 in "
        "line 2" +
            hint);
  CHECK(csv_refusal("Anrufe;Berlin\nZeit;Anrufe;AHT\n08:00;1;200\n") ==
        "x.csv:1:1: error: expected the heading in the first line, found 2 cells there and 3 in "
        "line 2" +
            hint);
  CHECK(contains(csv_refusal("Zeit;Anrufe\n08:00;1,5\n"), "found the columns \"Zeit\""));
}

TEST_CASE("every wrong cell is reported with its row and column", "[scenario][csv]") {
  const std::string text = csv_refusal(
      "time,calls,aht\n"
      "8h,1,270\n"
      "08:00,-1,270\n"
      "08:30,many,270\n"
      "09:00,,270\n"
      "09:30,1,0\n"
      "10:00,1,4 min\n"
      "10:30,1e12,270\n"
      "11:00,nan,270\n"
      "11:30,1,270,5\n");
  CHECK(contains(text,
                 "x.csv:2:1: error: expected the interval's start (08:00, 08:00-08:30, or "
                 "2024-03-01 08:00), found \"8h\""));
  CHECK(contains(
      text, "x.csv:3:7: error: expected a number of contacts from 0 to 1000000000, found \"-1\""));
  CHECK(contains(
      text,
      "x.csv:4:7: error: expected a number of contacts from 0 to 1000000000, found \"many\""));
  CHECK(contains(
      text, "x.csv:5:7: error: expected a number of contacts from 0 to 1000000000, found nothing"));
  CHECK(contains(
      text, "x.csv:6:9: error: expected a handle time above 0 (4:30, 270, or 4m30s), found \"0\""));
  CHECK(contains(text, "x.csv:7:9: error"));
  CHECK(contains(text, "x.csv:8:7: error"));
  CHECK(contains(text, "x.csv:9:7: error"));
  CHECK(contains(text, "x.csv:10:13: error: expected 3 cells as in the heading, found 4"));
  CHECK(contains(csv_refusal("time;calls\n08:00;1,200\n"), "without a thousands separator"));
  CHECK(contains(csv_refusal("time,calls\n08:00\n"), "found nothing"));
}
