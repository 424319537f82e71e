// Nobody should have to ask what a figure means: every metric shown is defined below the tables,
// with the letters its formula uses.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <vector>

#include "report/display.hpp"
#include "report/glossary_letters.hpp"
#include "report/text_sections.hpp"

namespace holdline::report {
void write_definitions(const ResultView& view, std::span<const Metric* const> more,
                       const TextStyle& style, std::ostream& out) {
  if (view.shown().empty()) return;
  std::vector<const Metric*> defined = view.shown();
  for (const Metric* metric : more) {
    if (std::find(defined.begin(), defined.end(), metric) == defined.end()) {
      defined.push_back(metric);
    }
  }
  out << '\n' << inked("What the figures mean", Ink::bold, style.color) << '\n';
  const std::size_t width = words_width(style);
  std::size_t label_width = 0;
  for (const Metric* metric : defined) {
    label_width = std::max(label_width, display_width(view.label(*metric)));
  }
  for (const Metric* metric : defined) {
    const std::string label = pad_right(view.label(*metric), label_width);
    const std::size_t column = label_width + 4;
    out << "  " << label << "  " << wrapped(metric->definition, width, column, column) << '\n';
  }
  const std::string letters = letters_text(defined);
  if (!letters.empty()) {
    out << "  " << inked(wrapped("with " + letters, width, 4, 2), Ink::dim, style.color) << '\n';
  }
}

}  // namespace holdline::report
