// Numbers go through util's shortest(), which no locale can touch.
#include "report/json_writer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <ostream>

#include "holdline/util/text.hpp"

namespace holdline::report {

void JsonWriter::new_line() { out_ << '\n' << std::string(2 * levels_.size(), ' '); }

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_ << (level.compact ? ", " : ",");
  if (!level.compact) new_line();
  level.empty = false;
}

void JsonWriter::begin(char bracket, bool compact) {
  before_value();
  out_ << bracket;
  const bool inherits = !levels_.empty() && levels_.back().compact;
  levels_.push_back({compact || inherits, true});
}

void JsonWriter::end(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.compact && !level.empty) new_line();
  out_ << bracket;
}

void JsonWriter::begin_object(bool compact) { begin('{', compact); }
void JsonWriter::end_object() { end('}'); }
void JsonWriter::begin_array(bool compact) { begin('[', compact); }
void JsonWriter::end_array() { end(']'); }

void JsonWriter::key(std::string_view name) {
  before_value();
  quoted(name);
  out_ << ": ";
  after_key_ = true;
}

void JsonWriter::quoted(std::string_view text) {
  out_ << '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out_ << "\\\"";
        break;
      case '\\':
        out_ << "\\\\";
        break;
      case '\n':
        out_ << "\\n";
        break;
      case '\r':
        out_ << "\\r";
        break;
      case '\t':
        out_ << "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out_ << fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
        } else {
          out_ << c;
        }
    }
  }
  out_ << '"';
}

void JsonWriter::value(std::string_view text) {
  before_value();
  quoted(text);
}

void JsonWriter::value(bool truth) {
  before_value();
  out_ << (truth ? "true" : "false");
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  before_value();
  out_ << shortest(number);
}

void JsonWriter::value(std::uint64_t number) {
  before_value();
  out_ << fmt::format("{}", number);  // an ostream would group digits in some locales
}

void JsonWriter::null() {
  before_value();
  out_ << "null";
}

}  // namespace holdline::report
