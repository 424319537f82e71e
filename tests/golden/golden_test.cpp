// Recorded results: what each scenario of scenarios/ prints, as text that a reviewer can read, and
// one behaviour signature for each scenario, plan and result. A refactoring that changes either is
// wrong; tools/approve_golden records a change made on purpose.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "holdline/experiment/experiment.hpp"
#include "holdline/model/simulate.hpp"
#include "holdline/record/signature.hpp"
#include "holdline/report/report.hpp"
#include "holdline/scenario/load.hpp"
#include "support/catch.hpp"

namespace {

namespace fs = std::filesystem;
using namespace holdline;

const fs::path kRoot = HOLDLINE_SOURCE_DIR;

bool is_approving() { return std::getenv("HOLDLINE_APPROVE") != nullptr; }

std::vector<std::string> scenario_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kRoot / "scenarios")) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.flush();
  REQUIRE(out.good());
}

/// The first line that differs, for a message that says where to look.
std::string first_difference(const std::string& expected, const std::string& found) {
  std::istringstream a(expected), b(found);
  for (int line = 1;; ++line) {
    std::string left, right;
    const bool has_left = static_cast<bool>(std::getline(a, left));
    const bool has_right = static_cast<bool>(std::getline(b, right));
    if (!has_left && !has_right) return "none";
    if (left != right || has_left != has_right) {
      return "line " + std::to_string(line) + "\n  recorded: " + left + "\n  found:    " + right;
    }
  }
}

const PolicyRegistry& registry() {
  static const PolicyRegistry built_in = PolicyRegistry::built_in();
  return built_in;
}

Scenario load(const std::string& name) {
  const fs::path path = kRoot / "scenarios" / (name + ".yaml");
  LoadResult loaded = load_scenario(path.string(), registry());
  for (const Diagnostic& diagnostic : loaded.diagnostics) UNSCOPED_INFO(to_string(diagnostic));
  CHECK(loaded.diagnostics.empty());
  REQUIRE(loaded.scenario);
  return *std::move(loaded.scenario);
}

Result run(const Scenario& scenario, std::uint32_t threads) {
  ExperimentSpec spec;
  spec.compare = scenario.plans.size() > 1;
  spec.threads = threads;
  Result result = run_experiment(scenario, spec);
  REQUIRE(result.violation.empty());
  REQUIRE(result.is_complete);
  return result;
}

/// Exactly what `holdline run` or `holdline compare` prints into a file.
std::string printed(const Result& result) {
  const TextStyle style{.color = false, .width = 120, .has_details = false};
  std::ostringstream out;
  if (result.runs.size() > 1) {
    write_comparison_text(result, style, out);
  } else {
    write_text(result, style, out);
  }
  return std::move(out).str();
}

/// Every figure and difference to the last bit.
std::string exact(const Result& result) {
  std::ostringstream out;
  write_figures_csv(result, out);
  write_differences_csv(result, out);
  return std::move(out).str();
}

std::uint64_t fnv1a(const std::string& text) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

std::string hex(std::uint64_t value) {
  std::ostringstream out;
  out.width(16);
  out.fill('0');
  out << std::hex << value;
  return std::move(out).str();
}

/// The facts of the first two replications of a plan.
std::uint64_t behaviour(const Scenario& scenario, PlanId plan) {
  Simulation simulation(scenario, plan);
  BehaviourSignature signature;
  const std::uint32_t count = scenario.experiment.mode == RunMode::steady_state ? 1 : 2;
  for (std::uint32_t number = 0; number < count; ++number) {
    simulation.run({.seed = scenario.experiment.seed, .number = number}, signature);
  }
  return signature.value();
}

/// One line a plan and one for the whole result.
std::string signature_lines(const std::string& name, const Scenario& scenario,
                            const Result& result) {
  std::string lines;
  for (std::size_t plan = 0; plan < scenario.plans.size(); ++plan) {
    lines += name + " facts of " + scenario.plans[plan].name + " " +
             hex(behaviour(scenario, PlanId{plan})) + "\n";
  }
  return lines + name + " figures " + hex(fnv1a(exact(result))) + "\n";
}

}  // namespace

TEST_CASE("every scenario prints its recorded result and has its recorded signature", "[golden]") {
  const fs::path signatures = kRoot / "tests" / "golden" / "signatures.txt";
  std::string found;
  const std::vector<std::string> names = scenario_names();
  REQUIRE(names.size() >= 16);
  for (const std::string& name : names) {
    INFO("scenario " << name);
    const Scenario scenario = load(name);
    const Result result = run(scenario, 1);
    const fs::path recorded = kRoot / "scenarios" / (name + ".expected.txt");
    if (is_approving()) {
      write(recorded, printed(result));
    } else {
      INFO(first_difference(read(recorded), printed(result)));
      CHECK((printed(result) == read(recorded)));
    }
    found += signature_lines(name, scenario, result);
  }
  if (is_approving()) {
    write(signatures, found);
  } else {
    INFO("first difference: " << first_difference(read(signatures), found));
    CHECK((found == read(signatures)));
  }
}

TEST_CASE("2 and 8 threads give the bits that 1 thread gives", "[golden]") {
  for (const std::string& name : scenario_names()) {
    INFO("scenario " << name);
    Scenario scenario = load(name);
    scenario.experiment.replications = std::min(scenario.experiment.replications, 4u);
    const std::string alone = exact(run(scenario, 1));
    for (const std::uint32_t threads : {2u, 8u}) {
      const std::string together = exact(run(scenario, threads));
      INFO(threads << " threads; " << first_difference(alone, together));
      CHECK((together == alone));
    }
  }
}

TEST_CASE("another seed has another signature", "[golden]") {
  Scenario scenario = load("erlang_a");
  const std::uint64_t recorded = behaviour(scenario, PlanId{0});
  scenario.experiment.seed += 1;
  CHECK(behaviour(scenario, PlanId{0}) != recorded);
}
