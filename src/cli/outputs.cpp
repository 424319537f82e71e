// Files before standard output: a reader that leaves early must not cost a file.
#include "cli/outputs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <system_error>

#include "cli/errors.hpp"
#include "cli/standard_streams.hpp"
#include "holdline/report/report.hpp"

namespace holdline::cli {
namespace {

// A table's name where its folder is meant is a slip of the command line, not of the disk.
void require_no_file(const std::string& folder) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(folder, error);
  if (error || !std::filesystem::exists(status) || std::filesystem::is_directory(status)) return;
  throw UsageError(fmt::format(
      "option '--csv' expects a folder, which gets a file for each table; found the file '{}'",
      folder));
}

}  // namespace

std::vector<CsvFile> csv_files(const OutputKinds& kinds) {
  std::vector<CsvFile> files{{"figures.csv", write_figures_csv}};
  if (kinds.differences) files.push_back({"differences.csv", write_differences_csv});
  if (kinds.curve) files.push_back({"curve.csv", write_curve_csv});
  if (kinds.sensitivity) files.push_back({"sensitivity.csv", write_sensitivity_csv});
  return files;
}

Outputs::Outputs(const Arguments& arguments, const OutputKinds& kinds) : kinds_(kinds) {
  color_ = wants_color(arguments.value("color").value_or(""), STDOUT_FILENO);
  require_standard_output();
  has_details_ = arguments.has("details");
  trace_to_output_ = arguments.value("trace") == "-";
  // The folder first: --json may name a file in it.
  if (const auto folder = arguments.value("csv")) {
    require_no_file(*folder);
    make_folder(*folder);
    for (const CsvFile& csv : csv_files(kinds)) {
      const std::string path = fmt::format("{}/{}", *folder, csv.name);
      files_.push_back({csv.write, std::make_unique<OutputFile>(path)});
    }
  }
  if (const auto path = arguments.value("json")) {
    json_to_output_ = *path == "-";
    if (!json_to_output_) files_.push_back({write_json, std::make_unique<OutputFile>(*path)});
  }
}

std::string Outputs::for_standard_output(const Result& result) const {
  std::ostringstream out;
  if (json_to_output_) {
    write_json(result, out);
  } else if (kinds_.differences) {
    write_comparison_text(result, {color_, output_width(), has_details_}, out);
  } else {
    write_text(result, {color_, output_width()}, out);
  }
  return out.str();
}

void Outputs::write(const Result& result) {
  for (const File& each : files_) {
    each.write(result, each.file->stream());
    each.file->commit();
  }
  if (!trace_to_output_) write_standard_output(for_standard_output(result));
}

}  // namespace holdline::cli
