// Diagnostics read like a compiler's.
#include "holdline/util/diagnostic.hpp"
#include "support/catch.hpp"

using holdline::Diagnostic;
using holdline::Severity;
using holdline::to_string;

TEST_CASE("a diagnostic prints file, position, path, message and hint on one line", "[util]") {
  const Diagnostic full{Severity::error,
                        "scenarios/bank.yaml",
                        14,
                        12,
                        "agents[2].concurrency",
                        "expected an integer from 1 to 20, found \"two\"",
                        "write 2"};
  CHECK(to_string(full) ==
        "scenarios/bank.yaml:14:12: error: agents[2].concurrency: expected an integer from 1 to "
        "20, found \"two\"; write 2");
}

TEST_CASE("a diagnostic leaves out what it does not know", "[util]") {
  CHECK(to_string({Severity::warning, "", 0, 0, "", "load is 1.2", ""}) == "warning: load is 1.2");
  CHECK(to_string({Severity::error, "a.csv", 7, 0, "", "too few columns", ""}) ==
        "a.csv:7: error: too few columns");
  CHECK(to_string({Severity::error, "a.csv", 0, 3, "", "cannot be read", ""}) ==
        "a.csv: error: cannot be read");
}

TEST_CASE("a diagnostic about a value with line breaks stays on one line", "[util]") {
  CHECK(to_string({Severity::error, "a", 1, 2, "p", "found \"x\r\ny\"", ""}) ==
        "a:1:2: error: p: found \"x  y\"");
}

TEST_CASE("only errors count as errors", "[util]") {
  holdline::Diagnostics found;
  CHECK_FALSE(has_error(found));
  found.push_back({Severity::warning, "", 0, 0, "", "w", ""});
  CHECK_FALSE(has_error(found));
  found.push_back({Severity::error, "", 0, 0, "", "e", ""});
  CHECK(has_error(found));
}
