// Messages about the work, to standard error. Only the program logs; the library returns what it
// has to say.
#pragma once

#include <string>

#include "holdline/util/diagnostic.hpp"

namespace holdline::cli {

/// Call once: colour and whether warnings are left out.
void start_log(bool color, bool is_quiet);

void log_error(const std::string& message);
void log_warning(const std::string& message);

/// Each on its own line in a compiler's form, which editors follow; warnings unless quiet.
void log_diagnostics(const Diagnostics& diagnostics);

}  // namespace holdline::cli
