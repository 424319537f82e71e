// Only the letters that the formulas shown do use: a legend of all fourteen would not be read.
#include "report/glossary_letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace holdline::report {
namespace {

struct Letter {
  std::string_view symbol;
  std::string_view meaning;
};

// The glossary's letters (docs/glossary.md).
constexpr std::array<Letter, 14> kLetters = {{
    {"A", "arrivals"},
    {"B", "blocked"},
    {"D", "disconnected at closing"},
    {"H", "handle time (talk, hold and wrap-up)"},
    {"K", "balked"},
    {"L", "abandoned"},
    {"L(s)", "abandoned within the acceptable wait s"},
    {"O", "offered"},
    {"S", "served"},
    {"S(s)", "served within the acceptable wait s"},
    {"T", "scored time"},
    {"V", "delayed"},
    {"W", "wait from joining the queue to answer or abandonment"},
    {"Z", "in the system at the end"},
}};

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// True if `symbol` stands in `text` by itself: not inside a word, and not the S of S(s).
bool uses(std::string_view text, std::string_view symbol) {
  for (std::size_t at = text.find(symbol); at != std::string_view::npos;
       at = text.find(symbol, at + 1)) {
    const std::size_t end = at + symbol.size();
    const bool is_inside = (at > 0 && is_word(text[at - 1])) ||
                           (end < text.size() && (is_word(text[end]) || text[end] == '('));
    if (!is_inside) return true;
  }
  return false;
}

}  // namespace

std::string letters_text(const std::vector<const Metric*>& metrics) {
  std::string out;
  for (const Letter& letter : kLetters) {
    const bool is_used = std::any_of(metrics.begin(), metrics.end(), [&](const Metric* metric) {
      return uses(metric->definition, letter.symbol);
    });
    if (is_used) {
      out += fmt::format("{}{} {}", out.empty() ? "" : "; ", letter.symbol, letter.meaning);
    }
  }
  return out;
}

}  // namespace holdline::report
