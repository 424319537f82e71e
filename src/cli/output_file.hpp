// A file that is absent or whole. What is written goes to a hidden file in the same folder, which
// takes the final name only when everything is on the disk; kill -9 at any moment leaves the old
// file or the new one. Opening it early finds out before simulating whether it can be written.
#pragma once

#include <memory>
#include <ostream>
#include <string>

namespace holdline::cli {

class OutputFile {
 public:
  /// Opens the hidden file and locks it against other holdline processes writing the same file.
  /// A device, pipe or terminal is written directly, and `-` is standard output. Throws IoError.
  explicit OutputFile(const std::string& path);
  /// Removes the hidden file if it was not committed.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// Never throws; a failure is remembered and told by commit().
  [[nodiscard]] std::ostream& stream() { return stream_; }
  /// True once a write has failed: there is no point in going on.
  [[nodiscard]] bool has_failed() const;
  /// Flushes to the disk and gives the file its name. Throws IoError, or BrokenPipe when the reader
  /// of standard output has gone.
  void commit();

 private:
  class Buffer;
  void open_directly();
  void open_standard_output();
  void open_file();
  void open_hidden();
  [[nodiscard]] bool lock_hidden();

  std::string path_;    ///< as given, for messages
  std::string target_;  ///< links resolved
  std::string folder_;
  std::string hidden_;  ///< empty when written directly
  int descriptor_ = -1;
  std::unique_ptr<Buffer> buffer_;
  std::ostream stream_;
};

/// Makes the folder if it is not there; its parent must be. Throws IoError.
void make_folder(const std::string& path);

}  // namespace holdline::cli
