// Coefficients as the reader's own tables have them: what may be tagged with a source and a range.
#include <fmt/format.h>

#include <cmath>

#include "cli/catalogue.hpp"
#include "cli/errors.hpp"
#include "holdline/scenario/load.hpp"
#include "holdline/util/text.hpp"
#include "report/coefficient_words.hpp"
#include "report/result_view.hpp"

namespace holdline::cli {
namespace {

/// 1000000000, not 1e+09: every bound is a whole number or short.
std::string bound_text(double bound) {
  return bound == std::floor(bound) ? fmt::format("{:.0f}", bound) : shortest(bound);
}

std::string words_of(const KnownCoefficient& known) {
  const Coefficient& figure = known.at_default;
  std::string out =
      figure.unit == "s"
          ? fmt::format("duration up to {}", report::duration_text(from_seconds(known.max)))
          : fmt::format("{} from {} to {}", figure.unit == "1" ? "number" : figure.unit,
                        bound_text(known.min), bound_text(known.max));
  if (known.has_default) out += fmt::format("; default {}", report::value_text(figure));
  if (known.has_default && figure.source != Source::stated) {
    out += fmt::format(" [{}], to be tried from {}", to_string(figure.source),
                       report::range_text(figure));
  }
  return out;
}

std::string listed(const std::string& heading, std::string_view part) {
  std::vector<Entry> entries;
  for (const KnownCoefficient& known : known_coefficients(PolicyRegistry::built_in())) {
    const std::string& path = known.at_default.path;
    if (path.find(part) != std::string::npos) entries.push_back({path, words_of(known)});
  }
  return entries.empty() ? std::string() : entries_text(heading, entries);
}

}  // namespace

std::string coefficients_text() {
  return listed(
      "Coefficients: figures that may be doubted, written bare or as {value: ..., source: ..., "
      "range: [...]}",
      {});
}

std::string coefficient_text(const std::string& part) {
  std::string text = listed(fmt::format("Coefficients with `{}` in their path", part), part);
  if (text.empty()) throw UsageError(fmt::format("no coefficient has '{}' in its path", part));
  return text;
}

}  // namespace holdline::cli
