// Every malformed example, and what is said of it, word for word: the messages are the product.
// After a deliberate change write the new `expected.txt` with HOLDLINE_APPROVE=1 and read the diff.
#include <cstdlib>
#include <map>
#include <sstream>

#include "examples.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

/// The lines of an `expected.txt` by the file they begin with.
std::map<std::string, std::string> recorded_findings(const std::filesystem::path& folder) {
  std::map<std::string, std::string> recorded;
  std::istringstream lines(text_of(folder / "expected.txt"));
  for (std::string line; std::getline(lines, line);) {
    recorded[line.substr(0, line.find(':'))] += line + "\n";
  }
  return recorded;
}

void check_folder(const std::filesystem::path& folder) {
  if (std::getenv("HOLDLINE_APPROVE") != nullptr) {
    std::ofstream approved(folder / "expected.txt", std::ios::binary);
    for (const auto& file : scenario_files(folder)) approved << findings(file);
  }
  const auto recorded = recorded_findings(folder);
  const auto files = scenario_files(folder);
  CHECK(recorded.size() == files.size());
  for (const auto& file : files) {
    const std::string name = file.filename().string();
    INFO(name);
    REQUIRE(recorded.count(name) == 1);
    CHECK(findings(file) == recorded.at(name));
  }
}

}  // namespace

TEST_CASE("every malformed example is refused with its recorded messages", "[scenario]") {
  const auto folder = kExamples / "malformed";
  const auto files = scenario_files(folder);
  CHECK(files.size() >= 45);
  for (const auto& file : files) {
    INFO(file);
    const LoadResult result = load_scenario(file.string(), built_in(), {}, kMetrics);
    CHECK_FALSE(result.scenario.has_value());
    CHECK(has_error(result.diagnostics));
    CHECK(result.could_read);
  }
  check_folder(folder);
}

TEST_CASE("what is wrong in a base is refused with plans on top of it as well", "[scenario]") {
  // Every plan reads its base's mistakes again, and must not trust what it made of them.
  const auto folder = kExamples / "malformed";
  for (const auto& file : scenario_files(folder)) {
    std::string text = text_of(file);
    if (file.extension() != ".yaml" || text.find("plans:") != std::string::npos) continue;
    INFO(file);
    text += "\nplans: {first: {}, second: {}}\n";
    const LoadResult result = load_scenario_text(text, file.string(), built_in(), {}, kMetrics);
    CHECK_FALSE(result.scenario.has_value());
    CHECK(has_error(result.diagnostics));
  }
}

TEST_CASE("every questionable example loads with its recorded warnings", "[scenario]") {
  const auto folder = kExamples / "questionable";
  for (const auto& file : scenario_files(folder)) {
    INFO(file);
    const LoadResult result = load_scenario(file.string(), built_in(), {}, kMetrics);
    CHECK(result.scenario.has_value());
    CHECK_FALSE(result.diagnostics.empty());
  }
  check_folder(folder);
}

TEST_CASE("every good example loads without a word", "[scenario]") {
  const auto files = scenario_files(kExamples / "good");
  CHECK(files.size() >= 5);
  for (const auto& file : files) CHECK(findings(file) == "");
}

TEST_CASE("a file that cannot be read is told apart from a wrong one", "[scenario]") {
  const LoadResult missing = load_scenario("no/such/file.yaml", built_in());
  CHECK_FALSE(missing.could_read);
  CHECK(to_string(missing.diagnostics.at(0)).rfind("no/such/file.yaml: error: ", 0) == 0);
  const LoadResult folder = load_scenario(kExamples.string(), built_in());
  CHECK_FALSE(folder.could_read);
}
