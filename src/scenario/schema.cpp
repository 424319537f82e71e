// The top of the file, and the JSON Schema of the whole: the same field tables, described.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "holdline/scenario/load.hpp"
#include "scenario/sections.hpp"

namespace holdline {
namespace {

bool is_currency(std::string_view text) {
  if (text.size() != 3) return false;
  for (const char c : text) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

}  // namespace

void description_field(Record& record) {
  std::string description;
  record.optional("description", "For the reader").text(description, 0, 10'000);
}

void read_scenario(Slot& root, LoadContext& context, Scenario& out) {
  root.record([&](Record& record) {
    std::uint32_t version = 1;
    record.required("holdline", "Version of this format").integer(version, 1, 1);
    record.required("name", "What the scenario is called").text(out.name, 1, 1000);
    record.optional("description", "For the reader").text(out.description, 0, 10'000);
    record.optional("currency", "Of wages and prices: three capital letters")
        .text_like(out.currency, "three capital letters, such as EUR", "^[A-Z]{3}$", is_currency);
    context.currency = out.currency;
    Slot world = record.required("world", "What management does not decide");
    read_world(world, context, out.world);
    context.world = &out.world;
    Slot plan = record.required("plan", "What management decides");
    Slot plans = record.off_unless_given("plans",
                                         "Named plans, each a patch on `plan`, which is then not "
                                         "run itself");
    read_plans(plan, plans, context, out.plans);
    Slot experiment = record.optional("experiment", "How sure to be, and how to get there");
    read_experiment(experiment, context, out.experiment);
    Slot score = record.optional("score", "What is computed and shown");
    read_score(score, context, out.score);
    Slot expect = record.off_unless_given("expect", "Gates: exit code 1 when one is not met");
    read_expectations(expect, context, out.expectations);
  });
}

std::vector<KnownCoefficient> known_coefficients(const PolicyRegistry& registry) {
  Sheet sheet;
  LoadContext context(registry);
  Scenario scenario;
  std::string fragment;
  Slot root(sheet, fragment, false);
  read_scenario(root, context, scenario);
  return std::move(sheet.known);
}

std::string scenario_schema(const PolicyRegistry& registry,
                            std::span<const KnownMetric> known_metrics) {
  Sheet sheet;
  LoadContext context(registry);
  context.know(known_metrics);
  Scenario scenario;
  std::string fragment;
  Slot root(sheet, fragment, false);
  read_scenario(root, context, scenario);
  std::string definitions;
  for (const auto& [name, definition] : sheet.definitions) {
    definitions +=
        fmt::format("{}{}:{{{}}}", definitions.empty() ? "" : ",", json_text(name), definition);
  }
  const std::string schema = fmt::format(
      R"({{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Holdline scenario, )"
      R"(version 1",{},"$defs":{{{}}}}})",
      fragment, definitions);
  return nlohmann::ordered_json::parse(schema).dump(2) + "\n";
}

}  // namespace holdline
