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

std::vector<std::string> csv_names(const OutputKinds& kinds) {
  std::vector<std::string> names{"figures.csv"};
  if (kinds.differences) names.push_back("differences.csv");
  if (kinds.curve) names.push_back("curve.csv");
  if (kinds.sensitivity) names.push_back("sensitivity.csv");
  return names;
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
    const auto open = [&](const char* name) {
      return std::make_unique<OutputFile>(*folder + "/" + name);
    };
    figures_ = open("figures.csv");
    if (kinds.differences) differences_ = open("differences.csv");
    if (kinds.curve) curve_ = open("curve.csv");
    if (kinds.sensitivity) sensitivity_ = open("sensitivity.csv");
  }
  if (const auto file = arguments.value("json")) {
    json_to_output_ = *file == "-";
    if (!json_to_output_) json_ = std::make_unique<OutputFile>(*file);
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
  if (figures_) {
    write_figures_csv(result, figures_->stream());
    figures_->commit();
  }
  if (differences_) {
    write_differences_csv(result, differences_->stream());
    differences_->commit();
  }
  if (curve_) {
    write_curve_csv(result, curve_->stream());
    curve_->commit();
  }
  if (sensitivity_) {
    write_sensitivity_csv(result, sensitivity_->stream());
    sensitivity_->commit();
  }
  if (json_) {
    write_json(result, json_->stream());
    json_->commit();
  }
  if (!trace_to_output_) write_standard_output(for_standard_output(result));
}

}  // namespace holdline::cli
