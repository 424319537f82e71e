// How wide text stands on a terminal, and the little that tables need: padding, colour, grouping.
// Widths are counted in columns, not bytes: names may be in any script.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace holdline::report {

/// Columns that UTF-8 `text` takes: wide East Asian characters count 2, combining marks 0.
[[nodiscard]] std::size_t display_width(std::string_view text);

[[nodiscard]] std::string pad_left(std::string_view text, std::size_t width);
[[nodiscard]] std::string pad_right(std::string_view text, std::size_t width);

/// `text` broken at spaces into lines of at most `width` columns, every line after the first
/// beginning with `indent` spaces. The first begins at `column`, where the caller already is. A
/// single longer word stands alone on its line.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                                  std::size_t column = 0);

enum class Ink { plain, bold, dim, good, bad };

/// `text` in ANSI colours when `color`, else as it is.
[[nodiscard]] std::string inked(std::string_view text, Ink ink, bool color);

/// `number` (digits, perhaps a sign and a decimal point) with commas between thousands.
[[nodiscard]] std::string grouped(std::string_view number);

}  // namespace holdline::report
