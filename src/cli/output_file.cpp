// The lock is flock() on the hidden file, whose name depends on the target only: it vanishes with
// its process however that dies, and a file left behind by a killed run is simply taken over.
#include "cli/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <streambuf>

#include "cli/errors.hpp"

namespace holdline::cli {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 16;
constexpr mode_t kMode = 0666;  // less the umask
constexpr int kMostAttempts = 100;

// Short whatever the target's name is, so that only the target's own name can be too long.
std::string hidden_name(const std::string& base) {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (const char c : base) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  }
  return fmt::format(".holdline-{:016x}.part", hash);
}

// The file a chain of links ends at, or `path` itself when there is nothing yet.
std::string resolved(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) {
    struct stat link {};
    const int reason = errno;
    const bool is_new = reason == ENOENT && ::lstat(path.c_str(), &link) != 0;
    if (!is_new) throw IoError("write", path, reason);
    return path;
  }
  std::string out = real;
  std::free(real);
  return out;
}

}  // namespace

/// Bytes to a descriptor; keeps the first error.
class OutputFile::Buffer : public std::streambuf {
 public:
  explicit Buffer(int descriptor) : descriptor_(descriptor) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }
  [[nodiscard]] int error() const { return error_; }

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) {
      *pptr() = traits_type::to_char_type(c);
      pbump(1);
    }
    return traits_type::not_eof(c);
  }

  int sync() override {
    const char* from = pbase();
    while (from < pptr() && error_ == 0) {
      const ssize_t count = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
      if (count >= 0) {
        from += count;
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return error_ == 0 ? 0 : -1;
  }

 private:
  int descriptor_;
  int error_ = 0;
  std::array<char, kBufferSize> bytes_{};
};

OutputFile::OutputFile(const std::string& path) : path_(path), stream_(nullptr) {
  path == "-" ? open_standard_output() : open_file();
  buffer_ = std::make_unique<Buffer>(descriptor_);
  stream_.rdbuf(buffer_.get());
}

// A copy, so that closing it leaves the program its own.
void OutputFile::open_standard_output() {
  path_ = "standard output";
  descriptor_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  if (descriptor_ == -1) throw IoError("write", path_, errno);
}

void OutputFile::open_file() {
  target_ = resolved(path_);
  const std::size_t slash = target_.rfind('/');
  folder_ = slash == std::string::npos ? "." : target_.substr(0, slash + 1);
  struct stat status {};
  const bool exists = ::stat(target_.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) throw IoError("write", path_, errno);
  if (exists && S_ISDIR(status.st_mode)) throw IoError("write", path_, EISDIR);
  if (exists && ::access(target_.c_str(), W_OK) != 0) throw IoError("write", path_, errno);
  if (exists && !S_ISREG(status.st_mode)) {
    open_directly();
  } else {
    open_hidden();
  }
}

void OutputFile::open_directly() {
  descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ == -1) throw IoError("write", path_, errno);
}

void OutputFile::open_hidden() {
  const std::size_t slash = target_.rfind('/');
  const std::string base = slash == std::string::npos ? target_ : target_.substr(slash + 1);
  if (base.empty()) throw IoError("write", path_, EISDIR);
  hidden_ = folder_ + (folder_ == "." ? "/" : "") + hidden_name(base);
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    descriptor_ = ::open(hidden_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, kMode);
    if (descriptor_ == -1) throw IoError("write", path_, errno);
    if (lock_hidden()) return;
    ::close(descriptor_);
    descriptor_ = -1;
  }
  throw IoError("lock", path_, EAGAIN);
}

// False when the file was renamed or removed by its owner between our open and our lock.
bool OutputFile::lock_hidden() {
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int reason = errno;
    ::close(descriptor_);
    descriptor_ = -1;
    if (reason != EWOULDBLOCK) throw IoError("lock", path_, reason);
    throw IoError(fmt::format(
        "cannot write {}: another holdline process is writing it (it holds {})", path_, hidden_));
  }
  struct stat ours {};
  struct stat named {};
  if (::fstat(descriptor_, &ours) != 0 || ::stat(hidden_.c_str(), &named) != 0) return false;
  if (ours.st_ino != named.st_ino || ours.st_dev != named.st_dev) return false;
  if (::ftruncate(descriptor_, 0) != 0) throw IoError("write", path_, errno);
  return true;
}

bool OutputFile::has_failed() const { return buffer_->error() != 0; }

void OutputFile::commit() {
  stream_.flush();
  if (target_.empty() && buffer_->error() == EPIPE) throw BrokenPipe{};
  if (buffer_->error() != 0) throw IoError("write", path_, buffer_->error());
  if (hidden_.empty()) {
    const int descriptor = descriptor_;
    descriptor_ = -1;
    if (::close(descriptor) != 0) throw IoError("write", path_, errno);
    return;
  }
  if (::fsync(descriptor_) != 0) throw IoError("write", path_, errno);
  if (::rename(hidden_.c_str(), target_.c_str()) != 0) throw IoError("write", path_, errno);
  hidden_.clear();
  ::close(descriptor_);  // after fsync there is nothing left to fail
  descriptor_ = -1;
  const int folder = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder == -1) return;  // a folder that may be written but not read cannot be synced
  const bool is_synced =
      ::fsync(folder) == 0 || errno == EINVAL;  // EINVAL: not on this file system
  const int reason = errno;
  ::close(folder);
  if (!is_synced) throw IoError("write", path_, reason);
}

OutputFile::~OutputFile() {
  if (!hidden_.empty() && descriptor_ != -1) ::unlink(hidden_.c_str());
  if (descriptor_ != -1) ::close(descriptor_);
}

void make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) == 0) return;
  const int reason = errno;
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return;
  throw IoError(exists ? "write into" : "make the folder", path, exists ? ENOTDIR : reason);
}

}  // namespace holdline::cli
