// Any bytes to the CSV readers, through a file in memory. A file that is read must give a profile
// of finite rates; one that is refused must say why.
#include <sys/mman.h>
#include <unistd.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "scenario/csv.hpp"

namespace {

void require(bool claim) {
  if (!claim) std::abort();
}

/// The name of a file in memory that holds the bytes; the same file each time.
std::string file_of(const std::uint8_t* data, std::size_t size) {
  static const int descriptor = ::memfd_create("csv", 0);
  require(descriptor >= 0 && ::ftruncate(descriptor, 0) == 0);
  require(::pwrite(descriptor, data, size, 0) == static_cast<ssize_t>(size));
  return "/proc/self/fd/" + std::to_string(descriptor);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  holdline::VolumesRequest request;
  request.file = file_of(data, size);
  if (size % 2 == 1) request.select = {{"type", "PS"}};
  holdline::Diagnostics diagnostics;
  const auto volumes = holdline::read_volumes(request, diagnostics);
  require(volumes.has_value() != holdline::has_error(diagnostics));
  if (volumes) {
    const holdline::Profile& profile = volumes->rate_per_s;
    require(!profile.values.empty() && profile.interval > holdline::Duration{0});
    for (const double rate : profile.values) require(std::isfinite(rate) && rate >= 0.0);
    for (const double time_s : volumes->handle_time_s)
      require(time_s >= 0.0 && time_s <= 86400.0 * 30);
  }
  for (const bool as_times : {false, true}) {
    holdline::Diagnostics found;
    const auto values = holdline::read_column(request.file, "time", as_times, found);
    require(values.has_value() != holdline::has_error(found));
  }
  return 0;
}
