// Files before standard output: a reader that leaves early must not cost a file.
#include "cli/outputs.hpp"

#include <unistd.h>

#include <sstream>

#include "cli/errors.hpp"
#include "cli/standard_streams.hpp"
#include "holdline/report/report.hpp"

namespace holdline::cli {

Outputs::Outputs(const Arguments& arguments, bool is_comparison) : is_comparison_(is_comparison) {
  color_ = wants_color(arguments.value("color").value_or(""), STDOUT_FILENO);
  require_standard_output();
  trace_to_output_ = arguments.value("trace") == "-";
  // The folder first: --json may name a file in it.
  if (const auto folder = arguments.value("csv")) {
    make_folder(*folder);
    figures_ = std::make_unique<OutputFile>(*folder + "/figures.csv");
    if (is_comparison) differences_ = std::make_unique<OutputFile>(*folder + "/differences.csv");
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
  } else if (is_comparison_) {
    write_comparison_text(result, {color_, output_width()}, out);
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
  if (json_) {
    write_json(result, json_->stream());
    json_->commit();
  }
  if (!trace_to_output_) write_standard_output(for_standard_output(result));
}

}  // namespace holdline::cli
