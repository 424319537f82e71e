// The dialects of CSV that spreadsheets write, told apart by the heading: the delimiter is the one
// it holds most often outside quotes.
#include "scenario/csv_text.hpp"

#include <algorithm>
#include <array>

namespace holdline {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

char detect_delimiter(std::string_view heading) {
  constexpr std::array<char, 4> kCandidates{',', ';', '\t', '|'};
  std::array<std::size_t, 4> counts{};
  bool is_quoted = false;
  for (const char c : heading) {
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    for (std::size_t i = 0; i < kCandidates.size(); ++i) counts[i] += c == kCandidates[i] ? 1u : 0u;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? '\0' : kCandidates[static_cast<std::size_t>(most - counts.begin())];
}

std::size_t cell_end(std::string_view record, std::size_t begin, char delimiter) {
  bool is_quoted = false;
  std::size_t i = begin;
  while (i < record.size() && (is_quoted || delimiter == '\0' || record[i] != delimiter)) {
    if (record[i] == '"') is_quoted = !is_quoted;
    ++i;
  }
  return i;
}

std::string unquoted(std::string_view raw) {
  raw = trimmed(raw);
  if (raw.size() < 2 || raw.front() != '"' || raw.back() != '"') return std::string(raw);
  std::string text;
  for (std::size_t i = 1; i + 1 < raw.size(); ++i) {
    text += raw[i];
    if (raw[i] == '"' && raw[i + 1] == '"') ++i;
  }
  return std::string(trimmed(text));
}

std::string normalized_heading(std::string_view heading) {
  std::string name(trimmed(heading));
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || c == '-') c = '_';
  }
  return name;
}

}  // namespace holdline
