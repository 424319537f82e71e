// The examples of the format's pages are scenarios, so that what is copied from them can be run.
#include "examples.hpp"
#include "support/catch.hpp"

using namespace holdline;
using namespace holdline::testing;

namespace {

/// The first YAML block of a page that is a whole scenario; empty if there is none.
std::string example_of(const std::string& page) {
  const std::string text = text_of(kSource / "docs" / page);
  const std::string beginning = "```yaml\nholdline: 1";
  const std::size_t begin = text.find(beginning);
  if (begin == std::string::npos) return {};
  const std::size_t first = text.find('\n', begin) + 1;
  return text.substr(first, text.find("\n```", first) + 1 - first);
}

}  // namespace

TEST_CASE("the example of each page of the format is a scenario nothing is said about",
          "[scenario][docs]") {
  for (const char* page : {"scenario.md", "scenario_customers.md"}) {
    INFO(page);
    const LoadResult result = load_scenario_text(example_of(page), page, built_in(), {}, kMetrics);
    std::string said;
    for (const Diagnostic& diagnostic : result.diagnostics) said += to_string(diagnostic) + "\n";
    CHECK(said == "");
    CHECK(result.scenario.has_value());
  }
}
