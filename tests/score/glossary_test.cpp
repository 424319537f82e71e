// docs/glossary.md says what the table of metrics says.
#include "holdline/score/glossary.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "support/catch.hpp"

namespace holdline::test {

TEST_CASE("docs/glossary.md is what the table of metrics generates", "[score][docs]") {
  const std::string path = std::string(HOLDLINE_SOURCE_DIR) + "/docs/glossary.md";
  if (std::getenv("HOLDLINE_APPROVE") != nullptr) std::ofstream(path) << glossary_markdown();
  std::ifstream file(path);
  REQUIRE(file.is_open());
  std::ostringstream text;
  text << file.rdbuf();
  CHECK(text.str() == glossary_markdown());
}

}  // namespace holdline::test
