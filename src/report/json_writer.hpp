// JSON to a stream, key by key in the order given, so that equal results are equal bytes. Written
// out rather than built as a tree first: a result by half-hours has tens of thousands of figures.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string_view>
#include <vector>

namespace holdline::report {

/// Objects and arrays nest; a container begun as `compact` is written on one line.
class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) {}

  void begin_object(bool compact = false);
  void end_object();
  void begin_array(bool compact = false);
  void end_array();
  /// The next value's key.
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool truth);
  /// Shortest text that reads back as the same double; null when not finite.
  void value(double number);
  void value(std::uint64_t number);
  void null();

  template <class T>
  void member(std::string_view name, const T& content) {
    key(name);
    value(content);
  }

 private:
  struct Level {
    bool compact = false;
    bool empty = true;
  };
  void before_value();
  void begin(char bracket, bool compact);
  void end(char bracket);
  void new_line();
  void quoted(std::string_view text);

  std::ostream& out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace holdline::report
