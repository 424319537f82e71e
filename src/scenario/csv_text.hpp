// The text of a CSV record: where its cells begin and end, and what stands in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace holdline {

/// Without blanks and tabs at its ends.
std::string_view trimmed(std::string_view text);

/// The one of `,` `;` tab `|` that the heading holds most often outside quotes (earlier ones win
/// ties); 0 if it holds none: one column.
char detect_delimiter(std::string_view heading);

/// The end of the cell that begins at `begin`: its delimiter, or the end of the record.
std::size_t cell_end(std::string_view record, std::size_t begin, char delimiter);

/// The text of a cell: quotes taken off, doubled quotes made single, trimmed.
std::string unquoted(std::string_view raw);

/// A heading as it is compared: trimmed, lower case, blanks and hyphens as underscores.
std::string normalized_heading(std::string_view heading);

}  // namespace holdline
