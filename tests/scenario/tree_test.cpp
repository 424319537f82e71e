// The tree of a file: what is read, where it stands, and every way a text is refused.
#include "tree_reading.hpp"

using namespace holdline;
using namespace holdline::testing;

TEST_CASE("every node knows its line and column", "[scenario][tree]") {
  const Reading reading = read("a: 1\nb:\n  - x\n  - \"y\"\nüb: {c: ~}\nd:\n");
  INFO(reading.messages());
  REQUIRE(reading.root() != nullptr);
  CHECK(reading.root()->kind == NodeKind::mapping);
  CHECK(reading.root()->entries.size() == 4);
  CHECK(reading.at("a").text == "1");
  CHECK(reading.at("a").position.line == 1);
  CHECK(reading.at("a").position.column == 4);
  const Node& list = reading.at("b");
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[1]->text == "y");
  CHECK(list.items[1]->is_quoted);
  CHECK(list.items[1]->position.line == 4);
  CHECK(list.items[1]->position.column == 5);
  CHECK(reading.at("üb").find("c")->kind == NodeKind::null);
  CHECK(reading.at("üb").position.column == 5);  // characters, not bytes
  CHECK(reading.root()->entries[3].key_position.line == 6);
  CHECK(reading.at("d").kind == NodeKind::null);
  CHECK(reading.at("d").position.line == 6);
}

TEST_CASE("only plain scalars can be null, and quotes make text", "[scenario][tree]") {
  const Reading reading = read("a: null\nb: 'null'\nc: \"\"\nd: |\n  12\ne: nullable\n");
  CHECK(reading.at("a").kind == NodeKind::null);
  CHECK(reading.at("b").kind == NodeKind::scalar);
  CHECK(reading.at("c").kind == NodeKind::scalar);
  CHECK(reading.at("d").is_quoted);
  CHECK(reading.at("d").text == "12\n");
  CHECK(reading.at("e").text == "nullable");
}

TEST_CASE("a byte order mark and CRLF line ends are read", "[scenario][tree]") {
  const Reading reading = read(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: 2\r\n");
  INFO(reading.messages());
  REQUIRE(reading.root() != nullptr);
  CHECK(reading.at("b").text == "2");
  CHECK(reading.at("b").position.line == 2);
  CHECK(reading.root()->entries[0].key_position.column == 1);
}

TEST_CASE("texts over several lines are folded as YAML says", "[scenario][tree]") {
  const Reading reading = read(
      "a: >\n  x\n   y\n  z\n  w\nb: one\n  two\n\n  three\nc: \"one\n  two\\\n  \\  x\"\n"
      "d: |+\n  k\n\ne: >-\n  f\n  g\n");
  INFO(reading.messages());
  REQUIRE(reading.root() != nullptr);
  CHECK(reading.at("a").text == "x\n y\nz w\n");
  CHECK(reading.at("b").text == "one two\nthree");
  CHECK(reading.at("c").text == "one two  x");
  CHECK(reading.at("d").text == "k\n\n");
  CHECK(reading.at("e").text == "f g");
}

TEST_CASE("no byte is added to a folded text", "[scenario][tree]") {
  // libfyaml's own length of this text is one too many; the byte would be refused as a NUL.
  const Reading reading = read("a: >\n  x\n\n   y\n");
  INFO(reading.messages());
  REQUIRE(reading.root() != nullptr);
  CHECK(reading.at("a").text.back() == '\n');
}

TEST_CASE("an alias shares the node its anchor names", "[scenario][tree]") {
  const Reading reading = read("x-a: &day {rate: 5/h}\nb: *day\nc: [*day, *day]\n");
  INFO(reading.messages());
  REQUIRE(reading.root() != nullptr);
  CHECK(&reading.at("b") == &reading.at("x-a"));
  CHECK(reading.at("c").items[1] == &reading.at("b"));
}

TEST_CASE("an anchor defined again names the later node", "[scenario][tree]") {
  const Reading reading = read("a: &x 1\nb: &x 2\nc: *x\n");
  CHECK(reading.at("c").text == "2");
}

TEST_CASE("an alias inside the value it names is an error", "[scenario][tree]") {
  CHECK(contains(refusal("a: &x\n  b: [1, *x]\n"),
                 "x.yaml:2:10: error: a.b[1]: expected an alias of a finished value, found `*x`"));
  refusal("&x [*x]");
  refusal("a: &x 1\nb: &x {c: *x}\n");
}

TEST_CASE("an alias without an anchor is an error with a suggestion", "[scenario][tree]") {
  CHECK(contains(refusal("a: &monday 1\nb: *mondy\n"), "did you mean `*monday`?"));
  CHECK(contains(refusal("b: *x\na: &x 1\n"), "which is not defined"));
}

TEST_CASE("duplicate keys are errors that name the first", "[scenario][tree]") {
  CHECK(refusal("m:\n  a: 1\n  b: 2\n  a: 3\n") ==
        "x.yaml:4:3: error: m: duplicate key `a`; the first is at line 2, column 3\n");
  CHECK(contains(refusal("{\"a\": 1, \"a\": 2}", true), "x.json:1:10: error: duplicate key `a`"));
  std::string text;
  for (int i = 0; i < 40; ++i) text += "k" + std::to_string(i % 39) + ": 1\n";
  CHECK(refusal(text) ==
        "x.yaml:40:1: error: duplicate key `k0`; the first is at line 1, column 1\n");
}

TEST_CASE("all mistakes of a text are reported, up to fifty", "[scenario][tree]") {
  const Reading reading = read("a: !!str 1\na: 2\n<<: {}\n? [x]\n: 1\n");
  CHECK(reading.diagnostics.size() == 4);
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "a: 1\n";
  const Reading many = read(text);
  CHECK(many.diagnostics.size() == 51);
  CHECK(contains(many.messages(), "too many errors"));
}

TEST_CASE("tags, merge keys and keys that are not names are errors", "[scenario][tree]") {
  CHECK(contains(refusal("a: !!int 5\n"), "x.yaml:1:4: error: a: expected a value, found the tag"));
  CHECK(contains(refusal("a: ! 5\n"), "found the tag `!`"));
  CHECK(contains(refusal("a: !env HOME\n"), "found the tag `!env`"));
  CHECK(contains(refusal("!x {a: 1}\n"), "found the tag"));
  CHECK(contains(refusal("a: &x {b: 1}\nc:\n  <<: *x\n"),
                 "x.yaml:3:3: error: c: expected a name as key, found the merge key"));
  CHECK(contains(refusal("? [a, b]\n: 1\n"), "expected a name as key, found a list"));
  CHECK(contains(refusal("? {a: b}\n: 1\n"), "expected a name as key, found a mapping"));
  CHECK(contains(refusal("a: &x b\n*x : 1\n"), "expected a name as key, found the alias `*x`"));
  CHECK(contains(refusal(": 1\n"), "expected a name as key, found nothing"));
  CHECK(contains(refusal("\"\": 1\n"), "expected a name as key, found nothing"));
  CHECK(contains(refusal("~: 1\n"), "expected a name as key, found nothing"));
  CHECK(contains(refusal(std::string(300, 'k') + ": 1\n"), "at most 200 bytes as key, found 300"));
}

TEST_CASE("a file is one document that says something", "[scenario][tree]") {
  CHECK(contains(refusal("a: 1\n---\nb: 2\n"),
                 "x.yaml:2:1: error: expected one document, found a second"));
  for (const char* text :
       {"", "\n\n", "# only a comment\n", "---\n", "~\n", "null", "\xEF\xBB\xBF"}) {
    CHECK(contains(refusal(text), "expected a value, found nothing"));
  }
  CHECK(read("%YAML 1.2\n---\na: 1\n...\n").root() != nullptr);
}

TEST_CASE("what is not text is refused at its byte", "[scenario][tree]") {
  using std::string_literals::operator""s;
  CHECK(refusal("a: é\nbé: \xFF\n") ==
        "x.yaml:2:5: error: expected UTF-8 text, found the byte 0xFF; save the file as UTF-8\n");
  CHECK(contains(refusal("a: \xC0\xAF"), "found the byte 0xC0"));
  CHECK(contains(refusal("a: \xED\xA0\x80"), "found the byte 0xED"));
  CHECK(contains(refusal("a: \xE2\x82"), "found the byte 0xE2"));
  CHECK(contains(refusal("a: 1\0b"s),
                 "x.yaml:1:5: error: expected text, found the control character U+0000"));
  CHECK(contains(refusal("a: \x07"), "U+0007"));
  CHECK(contains(refusal("a: \"\\0\""), "x.yaml:1:4: error: a: expected text, found the control"));
  CHECK(contains(refusal("\"a\\0\": 1"), "expected a name as key, found the control"));
  CHECK(contains(refusal("\xFF\xFE"
                         "a\0"s),
                 "found UTF-16"));
}

TEST_CASE("mistakes of YAML are reported with place and hint", "[scenario][tree]") {
  CHECK(refusal("a:\n\tb: 1\n") ==
        "x.yaml:2:1: error: a: not valid YAML: tab character may not be used as indentation; "
        "indent with spaces\n");
  CHECK(contains(refusal("a: b: c\n"), "x.yaml:1:5: error: not valid YAML"));
  CHECK(contains(refusal("a: @x\n"), "put the text in quotes"));
  CHECK(contains(refusal("a: \"b\n"), "add the closing quote"));
  CHECK(contains(refusal("a: [1, 2\n"), "add the closing bracket"));
  CHECK(contains(refusal("a: [1, 2]]\n"), "not valid YAML"));
  CHECK(contains(refusal("- a\nb: 1\n"), "not valid YAML"));
  CHECK(contains(refusal("a: 1\n b: 2\n"), "not valid YAML"));
}

TEST_CASE("JSON is checked strictly before it is read", "[scenario][tree]") {
  const Reading reading =
      read("{\n\t\"a\": [1, true, null, \"5\"],\n\t\"b\": \"\\ud83d\\ude00\"}\n", true);
  INFO(reading.messages());
  REQUIRE(reading.root() != nullptr);
  CHECK(reading.at("a").items[2]->kind == NodeKind::null);
  CHECK(reading.at("a").items[3]->is_quoted);
  CHECK(reading.at("b").text == "😀");
  CHECK(contains(refusal("{\"a\": 1,}", true),
                 "x.json:1:9: error: not valid JSON: syntax error while parsing object key"));
  CHECK(contains(refusal("{a: 1}", true), "x.json:1:2: error: not valid JSON"));
  CHECK(contains(refusal("{\"a\": tru}", true), "not valid JSON"));
  CHECK(contains(refusal("{} {}", true), "x.json:1:4: error: not valid JSON"));
  CHECK(contains(refusal("", true), "not valid JSON"));
  CHECK(contains(refusal("{\"a\": \"\n\"}", true), "not valid JSON"));
  const std::string huge = refusal("{\"" + std::string(1 << 20, 'x') + "\": tru}", true);
  CHECK(huge.size() < 1000);
}
