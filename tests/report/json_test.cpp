// The JSON against its published schema, and the schema against mistakes.
#include <limits>

#include "golden_file.hpp"
#include "holdline/report/report.hpp"
#include "json_schema.hpp"
#include "sample_result.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

using namespace holdline;
using holdline::testing::joined;
using nlohmann::json;

namespace {

json schema() {
  std::ifstream in(std::string(HOLDLINE_SOURCE_DIR) + "/docs/result.schema.json");
  return json::parse(in);
}

json written(const Result& result) {
  std::ostringstream out;
  write_json(result, out);
  return json::parse(out.str());
}

}  // namespace

TEST_CASE("what is written is valid by docs/result.schema.json", "[report][json]") {
  CHECK(joined(schema_errors(schema(), written(sample_result()))) == "");
  CHECK(joined(schema_errors(schema(), written(sample_of_one_plan()))) == "");
}

TEST_CASE("a run stopped before its first replication still writes a valid result",
          "[report][json]") {
  Result result = sample_of_one_plan();
  result.is_complete = false;
  result.figures.clear();
  result.runs[0].replications = 0;
  result.expectations.clear();
  const json value = written(result);
  CHECK(joined(schema_errors(schema(), value)) == "");
  CHECK(value.at("complete") == false);
}

TEST_CASE("the schema refuses a missing, an unknown and a wrong member", "[report][json]") {
  const json good = written(sample_result());
  json missing = good;
  missing["figures"][0].erase("definition");
  CHECK(joined(schema_errors(schema(), missing)) == "$.figures[0]: lacks \"definition\"\n");
  json unknown = good;
  unknown["host"] = "here";
  CHECK(joined(schema_errors(schema(), unknown)) == "$: has an unknown key host\n");
  json wrong = good;
  wrong["figures"][0]["value"] = "12";
  CHECK(joined(schema_errors(schema(), wrong)) ==
        "$.figures[0].value: is not of type [\"number\",\"null\"]\n");
}

TEST_CASE("every double reads back as the same double", "[report][json]") {
  const double values[] = {0.1,
                           1.0 / 3.0,
                           1e300,
                           5e-324,
                           -123456.789012345678,
                           1e22,
                           0.1 + 0.2,
                           9007199254740993.0,
                           std::numeric_limits<double>::max()};
  Result result = sample_of_one_plan();
  for (const double value : values) {
    result.figures[0].estimate = {value, value, value, true, true, 2};
    const json figure = written(result).at("figures").at(0);
    CHECK(figure.at("value").get<double>() == value);
    CHECK(figure.at("interval").at(1).get<double>() == value);
  }
}

TEST_CASE("text that JSON must escape comes back unchanged", "[report][json]") {
  Result result = sample_of_one_plan();
  result.scenario_name = "a \"b\" \\ c\nd\te\rf\x01g — ü";
  CHECK(written(result).at("scenario").at("name") == result.scenario_name);
}

TEST_CASE("an undefined figure is null, never 0", "[report][json]") {
  Result result = sample_of_one_plan();
  result.figures[0].estimate = Estimate{};
  const json figure = written(result).at("figures").at(0);
  CHECK(figure.at("value").is_null());
  CHECK(figure.at("interval").is_null());
}
