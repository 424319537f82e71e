// CSV files written by the tests, and what reading them as volumes gives or says.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "scenario/csv.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

namespace holdline::testing {

/// A file with a content, deleted at the end.
class TemporaryCsv {
 public:
  explicit TemporaryCsv(std::string_view content)
      : path_((std::filesystem::temp_directory_path() /
               ("holdline_csv_" + std::to_string(::getpid()) + "_" + std::to_string(count_++) +
                ".csv"))
                  .string()) {
    std::ofstream(path_, std::ios::binary) << content;
  }
  ~TemporaryCsv() { std::remove(path_.c_str()); }
  TemporaryCsv(const TemporaryCsv&) = delete;
  TemporaryCsv& operator=(const TemporaryCsv&) = delete;
  const std::string& path() const { return path_; }

 private:
  static inline int count_ = 0;
  std::string path_;
};

inline std::string without_path(std::string text, const std::string& path) {
  for (auto at = text.find(path); at != std::string::npos; at = text.find(path)) {
    text.replace(at, path.size(), "x.csv");
  }
  return text;
}

inline std::string messages(const Diagnostics& diagnostics, const std::string& path) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += to_string(diagnostic) + "\n";
  return without_path(text, path);
}

struct Read {
  std::optional<Volumes> volumes;
  std::string messages;
  const Profile& profile() const { return volumes->rate_per_s; }
  /// Contacts in the i-th interval.
  double contacts(std::size_t i) const {
    return profile().values.at(i) * to_seconds(profile().interval);
  }
};

inline Read read_csv(std::string_view content, VolumesRequest request = {}) {
  const TemporaryCsv file(content);
  request.file = file.path();
  Read result;
  Diagnostics diagnostics;
  result.volumes = read_volumes(request, diagnostics);
  CHECK(result.volumes.has_value() == !has_error(diagnostics));
  result.messages = messages(diagnostics, file.path());
  return result;
}

inline std::string csv_refusal(std::string_view content, const VolumesRequest& request = {}) {
  const Read result = read_csv(content, request);
  CHECK_FALSE(result.volumes);
  return result.messages;
}

}  // namespace holdline::testing
