// What is meant by times that are not read as they are written.
#include "scenario/values.hpp"
#include "support/catch.hpp"

using namespace holdline;

TEST_CASE("what people write for a time of day is told", "[scenario][values]") {
  const std::pair<const char*, const char*> times[] = {
      {"8am", "08:00"},  {"4:30 PM", "16:30"}, {"12 a.m.", "00:00"}, {"8.30", "08:30"},
      {"8h", "08:00"},   {"8h30", "08:30"},    {"0830", "08:30"},    {"8", "08:00"},
      {"16 h", "16:00"}, {"24.00", "24:00"}};
  for (const auto& [text, meant] : times) {
    INFO(text);
    CHECK(time_meant_by(text) == meant);
  }
  for (const char* other :
       {"", "noon", "25", "8:3", "830", "08:00:30", "13pm", "8.30.1", "h", "."}) {
    INFO(other);
    CHECK(time_meant_by(other).empty());
  }
}

TEST_CASE("what people write for a window is told", "[scenario][values]") {
  const std::pair<const char*, const char*> windows[] = {
      {"8am-4pm", "08:00-16:00"},           {"8 am - 4:30 pm", "08:00-16:30"},
      {"08:00 to 16:00", "08:00-16:00"},    {"8h-16h30", "08:00-16:30"},
      {"9.00 \u2013 17.00", "09:00-17:00"}, {"9-17", "09:00-17:00"},
      {"8 p.m. - 12 a.m.", "20:00-24:00"},  {"10pm-6am", "22:00-06:00"}};
  for (const auto& [text, meant] : windows) {
    INFO(text);
    CHECK(window_meant_by(text) == meant);
  }
  for (const char* other :
       {"", "-", "8", "1-5pm", "8am-16", "8-", "8-16-20", "9-5", "12 to 8", "09:00-17:00:30"}) {
    INFO(other);
    CHECK(window_meant_by(other).empty());
  }
}
