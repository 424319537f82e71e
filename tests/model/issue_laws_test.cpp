// Nothing of contacts, issues and customers is lost or told twice, whatever the setting.
#include "issue_run.hpp"
#include "support/random_issues.hpp"

using namespace holdline;
using namespace holdline::test;

TEST_CASE("contacts, issues and customers are conserved in every setting", "[model][issues]") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const std::string text = random_issue_scenario(seed);
    INFO(text);
    check_laws(run_issues(load_text(text), PlanId(0), seed));
  }
}
