// The schema and the reader come from the same tables; this holds them to the same verdict.
#include "examples.hpp"
#include "holdline/policies/registry.hpp"
#include "json_schema.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

SchemaValidator& validator() {
  static SchemaValidator kValidator(Json::parse(scenario_schema(built_in(), kMetrics)));
  return kValidator;
}

/// nullopt when it is not even YAML or JSON.
std::optional<Json> instance_of(const std::string& text, const std::filesystem::path& file) {
  Diagnostics diagnostics;
  const Document document =
      read_tree(text, file.string(), file.extension() == ".json", diagnostics);
  if (document.root == nullptr) return std::nullopt;
  return to_json(*document.root);
}

void check_defaults(const Json& schema) {
  if (schema.is_object() && schema.contains("default") && schema.contains("description")) {
    INFO(schema.dump());
    CHECK(validator().accepts(schema, schema.at("default")));
  }
  if (schema.is_structured()) {
    for (const Json& inner : schema) check_defaults(inner);
  }
}

}  // namespace

TEST_CASE("schema and reader accept every good scenario", "[scenario][schema]") {
  // Names of metrics belong to a module above, and are left free here.
  SchemaValidator free(Json::parse(scenario_schema(built_in())));
  std::size_t count = 0;
  for (const auto& folder : {kExamples / "good", kExamples / "questionable", kSource / "scenarios",
                             kSource / "tests" / "theory"}) {
    for (const auto& file : scenario_files(folder)) {
      INFO(file);
      const auto instance = instance_of(text_of(file), file);
      REQUIRE(instance.has_value());
      CHECK(free.accepts(*instance));
      CHECK(load_scenario(file.string(), built_in()).scenario.has_value());
      ++count;
    }
  }
  CHECK(count >= 20);
}

TEST_CASE("the schema refuses what the reader refuses, where a schema can know",
          "[scenario][schema]") {
  std::size_t refused = 0;
  for (const auto& file : scenario_files(kExamples / "malformed")) {
    INFO(file);
    const std::string text = text_of(file);
    const auto instance = instance_of(text, file);
    if (!instance) continue;
    // Names that must exist, sums, orders and bounds of durations are the reader's alone; such
    // files say so, and saying so wrongly fails too.
    const bool only_reader_knows = text.rfind("# schema: accepts\n", 0) == 0;
    CHECK(validator().accepts(*instance) == only_reader_knows);
    refused += only_reader_knows ? 0 : 1;
  }
  CHECK(refused >= 45);
}

TEST_CASE("defaults in the schema are valid by the schema", "[scenario][schema]") {
  check_defaults(validator().schema());
}

TEST_CASE("the schema offers every policy with every parameter", "[scenario][schema]") {
  const Json& definitions = validator().schema().at("$defs");
  for (std::size_t index = 0; index < kPolicyKindCount; ++index) {
    const auto kind = static_cast<PolicyKind>(index);
    INFO(to_string(kind));
    const Json& policy = definitions.at(std::string(to_string(kind)) + "_policy");
    const std::string text = policy.dump();
    for (const PolicyEntry& entry : built_in().entries(kind)) {
      INFO(entry.name);
      CHECK(validator().accepts(policy, Json(entry.name)));
      CHECK(validator().accepts(policy, Json{{entry.name, Json::object()}}));
      CHECK_FALSE(validator().accepts(policy, Json{{entry.name, {{"no_such_parameter", 1}}}}));
      for (const ParameterSpec& parameter : entry.parameters) {
        CHECK(text.find("\"" + std::string(parameter.name) + "\"") != std::string::npos);
      }
    }
    CHECK_FALSE(validator().accepts(policy, Json("no_such_policy")));
  }
}

TEST_CASE("a patch may be partial or remove, a list within it must be whole",
          "[scenario][schema]") {
  const auto verdict = [](const std::string& patch) {
    return validator().accepts(*instance_of(kSmall + "plans: {other: " + patch + "}\n", "a.yaml"));
  };
  CHECK(verdict("{}"));
  CHECK(verdict("{agent_groups: {desk: {agents: 3}}}"));
  CHECK(verdict("{agent_groups: {desk: null}, trunks: null}"));
  CHECK(verdict("{routing: {longest_idle: {}}}"));
  CHECK_FALSE(verdict("{routing: {longest_idle: {}, random: {}}}"));
  CHECK_FALSE(verdict("{agent_groups: {desk: {agents: -3}}}"));
  CHECK_FALSE(verdict("{agent_groups: {desk: {shifts: {early: {breaks: [{at: 10:00}]}}}}}"));
}

TEST_CASE("without a list of metrics their names are free", "[scenario][schema]") {
  SchemaValidator free(Json::parse(scenario_schema(built_in())));
  const std::string text = kSmall + "score: {metrics: [of_my_own]}\n";
  CHECK(free.accepts(*instance_of(text, "a.yaml")));
  CHECK_FALSE(validator().accepts(*instance_of(text, "a.yaml")));
  CHECK(load_scenario_text(text, "a.yaml", built_in()).scenario.has_value());
}
