// "Did you mean" and numbers as text.
#include "holdline/util/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <vector>

namespace holdline {
namespace {

// Optimal string alignment: insert, delete, replace, swap neighbours, each at a cost of one.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

constexpr double kLongestPlain = 1e15;

/// Without a fraction or an exponent; of less than kLongestPlain.
std::string whole(double value) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::fixed, 0);
  return {buffer.data(), end};
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::size_t tolerance = std::min<std::size_t>(3, word.size() / 3);
  std::size_t best = tolerance + 1;
  std::string found;
  for (const std::string& candidate : candidates) {
    // Lengths further apart than the tolerance cannot be within it; this also bounds the work on
    // a hostile, very long word.
    const std::size_t longer = std::max(word.size(), candidate.size());
    if (longer - std::min(word.size(), candidate.size()) > tolerance) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

std::string shortest(double value) {
  std::array<char, 32> buffer{};  // the longest double, -2.2250738585072014e-308, has 24
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end};
}

std::string plain(double value) {
  const bool is_short = value == std::floor(value) && std::fabs(value) < kLongestPlain;
  return is_short ? whole(value) : shortest(value);
}

std::string rounded(double value) {
  if (std::fabs(value) >= 1000.0 && std::fabs(value) < kLongestPlain) return whole(value);
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::general, 4);
  return {buffer.data(), end};
}

}  // namespace holdline
