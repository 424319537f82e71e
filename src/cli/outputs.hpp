// Where a run's results go. Everything is opened before simulating, so that a run of an hour does
// not end with "permission denied"; files are complete before standard output gets a byte, so that
// `| head` cannot lose them.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "holdline/experiment/experiment.hpp"

namespace holdline::cli {

inline constexpr OptionSpec kJsonOption{
    "json", "FILE",
    "Write the result as JSON; to standard output instead of the text if FILE is -."};
inline constexpr OptionSpec kCsvOption{
    "csv", "DIR",
    "Write figures.csv (and differences.csv) into this folder, made if need be; with customers "
    "curve.csv, with --sensitivity sensitivity.csv."};

/// What a command will have to write.
struct OutputKinds {
  bool differences = false;
  bool curve = false;
  bool sensitivity = false;
};

/// One of the files --csv stands for.
struct CsvFile {
  std::string_view name;
  void (*write)(const Result& result, std::ostream& out);
};
[[nodiscard]] std::vector<CsvFile> csv_files(const OutputKinds& kinds);

class Outputs {
 public:
  /// Opens what --json and --csv name. Throws IoError.
  Outputs(const Arguments& arguments, const OutputKinds& kinds);

  /// Writes the files, then standard output. Throws IoError or BrokenPipe.
  void write(const Result& result);

 private:
  struct File {
    void (*write)(const Result& result, std::ostream& out);
    std::unique_ptr<OutputFile> file;
  };
  [[nodiscard]] std::string for_standard_output(const Result& result) const;

  OutputKinds kinds_;
  bool json_to_output_ = false;
  bool trace_to_output_ = false;
  bool color_ = false;
  bool has_details_ = false;
  std::vector<File> files_;  ///< in the order in which they are written
};

}  // namespace holdline::cli
