// Which column of a volumes file holds what: as the user says, or by the usual headings. Two usual
// headings for one thing are an error: guessing would pick one silently.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "scenario/csv.hpp"
#include "scenario/csv_reader.hpp"

namespace holdline {

struct VolumeColumns {
  std::size_t time = 0;
  std::size_t volume = 0;
  std::optional<std::size_t> day;
  std::optional<std::size_t> handle_time;
  std::vector<std::size_t> select;  ///< one for each of the request's
};

/// nullopt (and errors through `reader`) if a column is missing or ambiguous.
std::optional<VolumeColumns> find_volume_columns(const VolumesRequest& request, CsvReader& reader);

}  // namespace holdline
