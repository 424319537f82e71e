#include "scenario/near_names.hpp"

#include "holdline/util/text.hpp"
#include "scenario/digits.hpp"

namespace holdline {
namespace {

std::string without_count(std::string_view name) {
  std::string kept;
  for (const char c : name) {
    if (!digits::is_digit(c) && c != '_' && c != '-' && c != ' ') kept += c;
  }
  return kept;
}

}  // namespace

std::string meant_instead_of(std::string_view added, std::span<const std::string> names) {
  std::string near = nearest(added, names);
  return without_count(added) == without_count(near) ? std::string() : near;
}

}  // namespace holdline
