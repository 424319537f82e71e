// Nobody should have to ask what a figure means: every metric shown is defined below the tables,
// with the letters its formula uses.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <ostream>
#include <string_view>

#include "report/display.hpp"
#include "report/text_sections.hpp"

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

std::string legend(const std::vector<const Metric*>& metrics) {
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

}  // namespace

void write_definitions(const ResultView& view, const TextStyle& style, std::ostream& out) {
  if (view.shown().empty()) return;
  out << '\n' << inked("What the figures mean", Ink::bold, style.color) << '\n';
  const auto width = static_cast<std::size_t>(std::max(style.width, 60));
  std::size_t label_width = 0;
  for (const Metric* metric : view.shown()) {
    label_width = std::max(label_width, display_width(view.label(*metric)));
  }
  for (const Metric* metric : view.shown()) {
    const std::string label = pad_right(view.label(*metric), label_width);
    const std::size_t column = label_width + 4;
    out << "  " << label << "  " << wrapped(metric->definition, width, column, column) << '\n';
  }
  const std::string letters = legend(view.shown());
  if (!letters.empty()) {
    out << "  " << inked(wrapped("with " + letters, width, 4, 2), Ink::dim, style.color) << '\n';
  }
}

}  // namespace holdline::report
