// One layout for every list: names, and what they stand for beside them.
#include "cli/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"
#include "report/display.hpp"

namespace holdline::cli {

std::string entries_text(const std::string& heading, const std::vector<Entry>& entries) {
  std::size_t left = 0;
  for (const Entry& entry : entries) left = std::max(left, report::display_width(entry.name));
  std::string out = heading + "\n";
  for (const Entry& entry : entries) {
    out += fmt::format("  {}  {}\n", report::pad_right(entry.name, left),
                       report::wrapped(entry.text, kTextWidth, left + 4, left + 4));
  }
  return out;
}

}  // namespace holdline::cli
