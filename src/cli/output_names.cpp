// Files that exist are compared by device and inode, which hard links share; those that do not, by
// the path they will have.
#include "cli/output_names.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "cli/errors.hpp"

namespace holdline::cli {
namespace {

struct Output {
  std::string option;  ///< as the message names it
  std::string path;
};

std::vector<Output> outputs_of(const Arguments& arguments, const OutputKinds& kinds) {
  std::vector<Output> outputs;
  for (const char* option : {"json", "trace"}) {
    const auto path = arguments.value(option);
    if (path) outputs.push_back({fmt::format("--{}", option), *path});
  }
  if (const auto folder = arguments.value("csv")) {
    for (const CsvFile& csv : csv_files(kinds)) {
      outputs.push_back({"--csv", fmt::format("{}/{}", *folder, csv.name)});
    }
  }
  return outputs;
}

/// Where a file that is not there yet will be; empty if that cannot be said, as opening it will
/// tell.
std::string place_of(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  if (error) return {};
  const std::filesystem::path place = std::filesystem::weakly_canonical(absolute, error);
  return error ? std::string{} : place.string();
}

bool are_same(const std::string& one, const std::string& other) {
  struct stat first {};
  struct stat second {};
  const bool has_first = ::stat(one.c_str(), &first) == 0;
  const bool has_second = ::stat(other.c_str(), &second) == 0;
  if (has_first != has_second) return false;
  if (has_first) {
    // A device such as /dev/null keeps nothing that could be lost.
    return !S_ISCHR(first.st_mode) && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
  }
  const std::string place = place_of(one);
  return !place.empty() && place == place_of(other);
}

void require_separate(const Output& one, const Output& other) {
  const bool is_output = one.path == "-" || other.path == "-";
  if (is_output && one.path == other.path) {
    throw UsageError(fmt::format("{} and {} both name standard output", one.option, other.option));
  }
  if (is_output || !are_same(one.path, other.path)) return;
  throw UsageError(one.option == other.option
                       ? fmt::format("{} and {} are the same file", one.path, other.path)
                       : fmt::format("{} and {} name the same file", one.option, other.option));
}

}  // namespace

void require_separate_files(const Arguments& arguments, const ScenarioInput& input,
                            const OutputKinds& kinds) {
  const std::vector<Output> outputs = outputs_of(arguments, kinds);
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    const auto& [option, path] = outputs[i];
    for (std::size_t k = i + 1; k < outputs.size(); ++k) require_separate(outputs[i], outputs[k]);
    if (path == "-") continue;
    if (are_same(path, input.scenario.file)) {
      throw UsageError(fmt::format("{} would overwrite the scenario {}", option, path));
    }
    for (const std::string& file : input.files) {
      if (!are_same(path, file)) continue;
      throw UsageError(
          fmt::format("{} would overwrite {}, which {} reads", option, file, input.scenario.file));
    }
  }
}

}  // namespace holdline::cli
