// Any bytes to the scenario reader: as YAML, or as JSON if the first byte is `{` or `[`. Beyond not
// crashing, a text that is refused must say why, in one line, and one that is read must be a
// scenario the rest of the program can rely on.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "holdline/policies/registry.hpp"
#include "holdline/scenario/load.hpp"

namespace {

void require(bool claim) {
  if (!claim) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const holdline::PolicyRegistry registry = holdline::PolicyRegistry::built_in();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const bool is_json = !text.empty() && (text[0] == '{' || text[0] == '[');
  const holdline::LoadResult result =
      holdline::load_scenario_text(text, is_json ? "fuzz.json" : "fuzz.yaml", registry);
  require(result.scenario.has_value() != holdline::has_error(result.diagnostics));
  for (const holdline::Diagnostic& diagnostic : result.diagnostics) {
    require(!diagnostic.message.empty());
    require(diagnostic.line >= 0 && diagnostic.column >= 0);
    require(holdline::to_string(diagnostic).find('\n') == std::string::npos);
  }
  if (result.scenario) {
    require(!result.scenario->plans.empty());
    require(!result.scenario->world.contact_types.empty());
  }
  return 0;
}
