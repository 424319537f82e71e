// Hostile texts: what no file may be, refused before it costs time or memory.
#include "scenario/cpu_time.hpp"
#include "tree_reading.hpp"

using namespace holdline;
using namespace holdline::testing;

TEST_CASE("an alias bomb is refused at once", "[scenario][tree]") {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 60; ++i) {
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    for (int j = 0; j < 9; ++j) text += (j > 0 ? ", *a" : "*a") + std::to_string(i - 1);
    text += "]\n";
  }
  std::string messages;
  CHECK(cpu_seconds([&] { messages = refusal(text); }) < 0.05);
  CHECK(contains(messages, "expected at most 200000 values in the file"));
}

TEST_CASE("aliases count as what they stand for", "[scenario][tree]") {
  ReadLimits limits;
  limits.nodes = 8;  // the root, a and its three items, b; then c is one too many
  CHECK(read("a: &x [1, 2]\nb: *x\n", false, limits).root() != nullptr);
  refusal("a: &x [1, 2]\nb: *x\nc: *x\n", false, limits);
}

TEST_CASE("depth is limited, through aliases too", "[scenario][tree]") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(read(nested(64)).root() != nullptr);
  CHECK(contains(refusal(nested(65)), "x.yaml:1:65: error: [0][0]"));
  CHECK(contains(refusal(nested(10'000)), "expected at most 64 levels"));
  CHECK(contains(refusal(nested(10'000), true), "expected at most 64 levels"));
  CHECK(contains(refusal(nested(100'000)), "10000 brackets open at once; found more"));
  CHECK(contains(refusal(nested(100'000), true), "10000 brackets open at once; found more"));
  std::string chain = "a0: &a0 [1]\n";
  for (int i = 1; i < 70; ++i) {
    const std::string name = "a" + std::to_string(i);
    chain += name + ": &" + name + " [*a" + std::to_string(i - 1) + "]\n";
  }
  CHECK(contains(refusal(chain), "levels, found more through the alias"));
}

TEST_CASE("long tags and directives cannot slow the reader", "[scenario][tree]") {
  const double seconds = cpu_seconds([] {
    CHECK(contains(refusal("a: !<" + std::string(200'000, 'x')),
                   "x.yaml:1:4: error: expected a value, found a tag"));
    CHECK(contains(refusal("%FOO " + std::string(200'000, 'x') + "\n--- a\n"),
                   "found a tag or directive"));
    refusal("{a:!!" + std::string(200'000, '%'));
  });
  CHECK(seconds < 0.1);
  CHECK(read("a: \"" + std::string(300, '!') + "\"\nb: x" + std::string(300, '!')).root() !=
        nullptr);
}

TEST_CASE("long runs of blank lines cannot slow the reader", "[scenario][tree]") {
  const auto text = [](std::size_t blank_lines) {
    std::string lines;
    for (std::size_t i = 0; i < blank_lines; ++i) lines += i % 2 == 0 ? " \r\n" : "\n";
    return "a: |\n" + lines + "  b\n";
  };
  CHECK(read(text(200)).root() != nullptr);
  std::string messages;
  CHECK(cpu_seconds([&] { messages = refusal(text(200'000)); }) < 0.1);
  CHECK(
      messages ==
      "x.yaml:202:1: error: expected at most 200 blank lines in a row, found more; remove some\n");
}

TEST_CASE("a file that is too large is refused unread", "[scenario][tree]") {
  ReadLimits limits;
  limits.bytes = 10;
  CHECK(refusal("a: 12345678", false, limits) ==
        "x.yaml: error: expected at most 10 bytes, found 11\n");
}

TEST_CASE("a hundred thousand keys are read in less than a second", "[scenario][tree]") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "key" + std::to_string(i) + ": 1\n";
  Reading reading;
  const double seconds = cpu_seconds([&] {
    reading = read(text);
    REQUIRE(reading.root() != nullptr);
    for (int i = 0; i < 100'000; ++i) {
      if (reading.root()->find("key" + std::to_string(i)) == nullptr) FAIL("key" << i);
    }
  });
  CHECK(seconds < 1.0);
  CHECK(reading.root()->find("key") == nullptr);
}
