// Plans merged as patches, and `--set` overrides.
#include <string>

#include "scenario/override_path.hpp"
#include "scenario/tree.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

/// The tree as compact text, keys in order.
std::string show(const Node& node) {
  std::string text;
  switch (node.kind) {
    case NodeKind::null:
      return "~";
    case NodeKind::scalar:
      return node.text;
    case NodeKind::sequence:
      for (const Node* item : node.items) text += (text.empty() ? "" : ",") + show(*item);
      return "[" + text + "]";
    case NodeKind::mapping:
      for (const auto& entry : node.entries) {
        text += (text.empty() ? "" : ",") + entry.key + ":" + show(*entry.value);
      }
      return "{" + text + "}";
  }
  return text;
}

/// `base` and `patch` of a text, merged.
std::string merged(const std::string& text, const ReplacesWhole& replaces_whole = {}) {
  Diagnostics diagnostics;
  Document document = read_tree(text, "x.yaml", false, diagnostics);
  REQUIRE(document.root != nullptr);
  const Node& base = *document.root->find("base");
  const Node& patch = *document.root->find("patch");
  const std::string before = show(base);
  const std::string result = show(*merge_patch(document, base, patch, replaces_whole));
  CHECK(show(base) == before);
  return result;
}

struct Overridden {
  Document document;
  std::string tree;
  std::string messages;
};

Overridden overridden(const std::string& text, const std::vector<Override>& overrides) {
  Overridden result;
  Diagnostics diagnostics;
  result.document = read_tree(text, "x.yaml", false, diagnostics);
  REQUIRE(result.document.root != nullptr);
  apply_overrides(result.document, overrides, diagnostics);
  result.tree = show(*result.document.root);
  for (const Diagnostic& diagnostic : diagnostics) result.messages += to_string(diagnostic) + "\n";
  return result;
}

}  // namespace

TEST_CASE("a path is printed as it must be typed", "[scenario]") {
  CHECK(typed_path("plan.agent_groups.desk-2.wage") == "plan.agent_groups.desk-2.wage");
  CHECK(typed_path("world.contact_types.Störung.patience") ==
        "world.contact_types.Störung.patience");
  for (const char* key : {"team [A]", "two words", "tier=1", "\"so called\"", "a[1", "Team [2]",
                          "T[3]", "[4]", "[x", "x]"}) {
    INFO(key);
    const std::string typed = typed_path("plan." + std::string(key) + ".wage");
    CHECK(typed.find("plan.\"") == 0);
    CHECK(override_path_end(typed + "=2") == typed.size());
    CHECK_FALSE(has_open_quote(typed));
    const std::vector<PathStep> steps = read_override_path(typed);
    REQUIRE(steps.size() == 3);
    CHECK(steps[1].key == key);
  }
}

TEST_CASE("a patch merges mappings key by key and replaces the rest", "[scenario][merge]") {
  CHECK(merged("base: {a: 1, m: {x: 1, y: [1, 2]}}\npatch: {m: {y: [3], z: 4}, b: 2}\n") ==
        "{a:1,m:{x:1,y:[3],z:4},b:2}");
  CHECK(merged("base: {a: {b: 1}}\npatch: {a: 2}\n") == "{a:2}");
  CHECK(merged("base: {a: 2}\npatch: {a: {b: 1}}\n") == "{a:{b:1}}");
  CHECK(merged("base: {a: 2}\npatch: {}\n") == "{a:2}");
}

TEST_CASE("null in a patch removes, at any depth, and is never left behind", "[scenario][merge]") {
  CHECK(merged("base: {a: 1, b: {c: 1, d: 2}}\npatch: {a: ~, b: {c: null}, e: null}\n") ==
        "{b:{d:2}}");
  CHECK(merged("base: {}\npatch: {g: {x: 1, y: ~, z: {w: null}}}\n") == "{g:{x:1,z:{}}}");
  CHECK(merged("base: {}\npatch: {g: [~]}\n") == "{g:[~]}");
}

TEST_CASE("a path can be replaced whole though both sides are mappings", "[scenario][merge]") {
  const auto is_breaks = [](std::string_view path, const Node&, const Node&) {
    return path == "breaks";
  };
  const std::string text =
      "base: {breaks: {limit: {share: 1}}, m: {a: 1}}\n"
      "patch: {breaks: {defer: {wait: ~}}, m: {b: 2}}\n";
  CHECK(merged(text, is_breaks) == "{breaks:{defer:{}},m:{a:1,b:2}}");
}

TEST_CASE("a merged mapping of many keys is still searched by key", "[scenario][merge]") {
  std::string text = "base:\n";
  for (int i = 0; i < 50; ++i) text += "  k" + std::to_string(i) + ": 1\n";
  text += "patch: {k7: ~, k8: 2, zz: 3}\n";
  Diagnostics diagnostics;
  Document document = read_tree(text, "x.yaml", false, diagnostics);
  const Node* node =
      merge_patch(document, *document.root->find("base"), *document.root->find("patch"));
  CHECK(node->find("k7") == nullptr);
  CHECK(node->find("k8")->text == "2");
  CHECK(node->find("zz")->text == "3");
  CHECK(node->find("k49")->text == "1");
}

TEST_CASE("an override replaces or adds one value", "[scenario][overrides]") {
  CHECK(overridden("a: {b: 1}\n", {{"a.b", "2"}}).tree == "{a:{b:2}}");
  CHECK(overridden("a: {b: 1}\n", {{"a.c.d", "[1, {e: f}]"}}).tree == "{a:{b:1,c:{d:[1,{e:f}]}}}");
  CHECK(overridden("a:\n", {{"a.b", "4m 30s"}}).tree == "{a:{b:4m 30s}}");
  CHECK(overridden("a: [1, {b: 2}, 3]\n", {{"a[1].b", "x"}, {"a[0]", "9"}}).tree ==
        "{a:[9,{b:x},3]}");
  CHECK(overridden("a: [[1, 2]]\n", {{"a[0][1]", "5"}}).tree == "{a:[[1,5]]}");
}

TEST_CASE("a quoted key of an override's path may hold anything", "[scenario][overrides]") {
  CHECK(
      overridden("a: {'team [A] v1.2': {n: [1, 2]}}\n", {{"a.\"team [A] v1.2\".n[1]", "7"}}).tree ==
      "{a:{team [A] v1.2:{n:[1,7]}}}");
  CHECK(
      overridden("a: {'x=y': 1, '\"': 2}\n", {{"a.\"x=y\"", "3"}, {"\"a\".\"\"\"\"", "4"}}).tree ==
      "{a:{x=y:3,\":4}}");
  CHECK(overridden("a: [5]\n", {{"\"a\"[0]", "6"}}).tree == "{a:[6]}");
}

TEST_CASE("an override changes one place even if an alias shares it", "[scenario][overrides]") {
  CHECK(overridden("a: &x {b: 1}\nc: *x\n", {{"a.b", "2"}}).tree == "{a:{b:2},c:{b:1}}");
}

TEST_CASE("setting null removes a key, but stays in a plan's patch", "[scenario][overrides]") {
  CHECK(overridden("a: {b: 1, c: 2}\n", {{"a.b", "null"}}).tree == "{a:{c:2}}");
  CHECK(overridden("plans: {lean: {}}\n", {{"plans.lean.trunks", "~"}}).tree ==
        "{plans:{lean:{trunks:~}}}");
  CHECK(overridden("a: {b: 1}\n", {{"a.d", "null"}}).messages ==
        "--set: error: a.d: expected the key `d` to remove, found none\n");
  CHECK(overridden("a: {b: 1}\n", {{"x.y.z", "null"}}).messages ==
        "--set: error: x.y.z: expected the key `x` to remove, found none\n");
}

TEST_CASE("what an override adds is located in --set", "[scenario][overrides]") {
  const Overridden result = overridden("a: {b: 1}\n", {{"a.c", "{d: 1}"}});
  const Node* added = result.document.root->find("a")->find("c");
  REQUIRE(added != nullptr);
  CHECK(result.document.files[added->position.file] == "--set");
  CHECK(added->find("d")->position.line == 0);
  CHECK(result.document.root->find("a")->position.line == 1);
}

TEST_CASE("an override that cannot be applied says why and changes nothing",
          "[scenario][overrides]") {
  const std::string text = "a: {b: 1, l: [1, 2]}\n";
  const auto message = [&text](const std::string& path, const std::string& value) {
    const Overridden result = overridden(text, {{path, value}});
    CHECK(result.tree == "{a:{b:1,l:[1,2]}}");
    return result.messages;
  };
  CHECK(message("a.b.c", "1") == "--set: error: a.b.c: expected a mapping at `a.b`, found 1\n");
  CHECK(message("a[0]", "1") == "--set: error: a[0]: expected a list at `a`, found a mapping\n");
  CHECK(message("a.l[2]", "1").find("expected an index from 0 to less than 2, found 2") !=
        std::string::npos);
  CHECK(message("x[0]", "1").find("expected a list at `x`, found nothing") != std::string::npos);
  for (const char* path : {"", ".", "a.", ".a", "a..b", "[0]", "a[", "a[x]", "a[-1]", "a[0]b",
                           "a.[0]", "\"\"", "\"a", "\"a\"b", "a.\"b\".", "team [A]"}) {
    INFO(path);
    CHECK(message(path, "1").find("expected keys joined by dots") != std::string::npos);
    CHECK(message(path, "1").find("stands in double quotes") != std::string::npos);
  }
  CHECK(message("a.b", "") ==
        "--set: error: a.b: expected a value, found nothing; write null to remove the key\n");
  CHECK(message("a.b", "[1").find("--set: error: a.b[1]: not valid YAML") == 0);
  CHECK(message("a.b", "{c: 1, c: 2}") == "--set: error: a.b: duplicate key `c`\n");
  CHECK(message("a.b", "!!str x").find("found the tag") != std::string::npos);
}
