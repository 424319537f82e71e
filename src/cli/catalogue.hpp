// The texts of `holdline list`, from the tables that the reader and the scorer themselves use.
#pragma once

#include <string>
#include <vector>

namespace holdline::cli {

/// All of a kind, a line each.
[[nodiscard]] std::string policies_text();
[[nodiscard]] std::string metrics_text();
[[nodiscard]] std::string distributions_text();
[[nodiscard]] std::string coefficients_text();

/// One, explained. Throw UsageError with a suggestion when there is none of this name. A policy's
/// name may stand in several kinds: all are shown.
[[nodiscard]] std::string policy_text(const std::string& name);
[[nodiscard]] std::string metric_text(const std::string& name);
[[nodiscard]] std::string distribution_text(const std::string& name);
/// Those whose path holds this text, such as "self_service".
[[nodiscard]] std::string coefficient_text(const std::string& part);

/// A name and what it stands for.
struct Entry {
  std::string name;
  std::string text;
};
/// Two columns under a heading, the second wrapped.
[[nodiscard]] std::string entries_text(const std::string& heading,
                                       const std::vector<Entry>& entries);

}  // namespace holdline::cli
