// Text to scenario: read the tree, apply overrides, read the sections, look for slips.
#include "holdline/scenario/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "scenario/overruled.hpp"
#include "scenario/sections.hpp"
#include "scenario/tree.hpp"

namespace holdline {
namespace {

std::string lower_extension(const std::string& file) {
  std::string extension = std::filesystem::path(file).extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return extension;
}

/// The whole file, or nullopt. Stops a little beyond the limit, which read_tree then reports.
std::optional<std::string> read_file(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return std::nullopt;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  const std::size_t most = ReadLimits{}.bytes + 1;
  std::string text;
  char buffer[1 << 16];
  while (text.size() < most && (stream.read(buffer, sizeof buffer) || stream.gcount() > 0)) {
    text.append(buffer, static_cast<std::size_t>(stream.gcount()));
  }
  if (stream.bad()) return std::nullopt;
  return text;
}

/// The scenario's own file first, then the files it names, each from top to bottom.
void sort_by_position(Diagnostics& diagnostics, const std::string& file) {
  const auto rank = [&file](const Diagnostic& d) { return d.file == file ? 0 : 1; };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&rank](const Diagnostic& a, const Diagnostic& b) {
                     if (rank(a) != rank(b)) return rank(a) < rank(b);
                     if (a.file != b.file) return a.file < b.file;
                     return a.line != b.line ? a.line < b.line : a.column < b.column;
                   });
}

}  // namespace

LoadResult load_scenario_text(std::string_view text, const std::string& file,
                              const PolicyRegistry& registry, std::span<const Override> overrides,
                              std::span<const KnownMetric> known_metrics,
                              std::span<const Variation> variations) {
  LoadResult result;
  Document document = read_tree(text, file, lower_extension(file) == ".json", result.diagnostics);
  const Node* const written = document.root;
  const std::vector<NewMapping> made = apply_overrides(document, overrides, result.diagnostics);
  if (document.root != nullptr && !has_error(result.diagnostics)) {
    LoadContext context(registry);
    context.document = &document;
    context.folder = std::filesystem::path(file).parent_path().string();
    if (context.folder.empty()) context.folder = ".";  // a bare file name
    context.know(known_metrics);
    Sheet sheet(document, result.diagnostics);
    sheet.variations = variations;
    Scenario scenario;
    scenario.file = file;
    Slot root(sheet, document.root, {});
    read_scenario(root, context, scenario);
    if (sheet.error_count() == 0) sheet.check_variations();
    result.files = sheet.files;
    scenario.coefficients = std::move(sheet.coefficients);
    if (sheet.error_count() == 0) {
      check_plausibility(scenario, context, sheet);
      scenario.hash = hash_of(scenario);
      warn_of_new_names(made, sheet.names_set, result.diagnostics);
      result.overruled = find_overruled(overrides, scenario, written, document);
      result.scenario = std::move(scenario);
    }
  }
  suggest_names(made, result.diagnostics);
  sort_by_position(result.diagnostics, file);
  return result;
}

LoadResult load_scenario(const std::string& path, const PolicyRegistry& registry,
                         std::span<const Override> overrides,
                         std::span<const KnownMetric> known_metrics,
                         std::span<const Variation> variations) {
  const std::optional<std::string> text = read_file(path);
  if (text) return load_scenario_text(*text, path, registry, overrides, known_metrics, variations);
  LoadResult result;
  result.could_read = false;
  result.diagnostics.push_back(
      {Severity::error, path, 0, 0, {}, "cannot read this file", "does it exist?"});
  return result;
}

}  // namespace holdline
