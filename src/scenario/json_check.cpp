// nlohmann's SAX parser with a listener that keeps nothing but the first error.
#include "scenario/json_check.hpp"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>

#include "scenario/text_check.hpp"

namespace holdline {
namespace {

using Json = nlohmann::json;

/// "syntax error while parsing value - unexpected ','; expected ..." without the library's prefix
/// and without the text it read last, which can be as long as the file.
std::string plain_message(std::string_view what) {
  constexpr std::string_view kColumn = ", column ";
  if (const auto column = what.find(kColumn); column != std::string_view::npos) {
    const auto colon = what.find(": ", column);
    if (colon != std::string_view::npos) what = what.substr(colon + 2);
  } else if (const auto bracket = what.find("] "); bracket != std::string_view::npos) {
    what = what.substr(bracket + 2);
  }
  std::string message(what);
  if (const auto last_read = message.find("; last read: '"); last_read != std::string::npos) {
    const auto expected = message.rfind("'; expected ");
    const std::size_t end =
        expected == std::string::npos || expected < last_read ? message.size() : expected + 1;
    message.erase(last_read, end - last_read);
  }
  constexpr std::size_t kLongest = 200;
  if (message.size() > kLongest) message = message.substr(0, kLongest) + "...";
  return message;
}

class ErrorListener final : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    offset = position == 0 ? 0 : position - 1;  // the library counts the bytes it has read
    message = plain_message(error.what());
    return false;
  }

  std::size_t offset = 0;
  std::string message;
};

}  // namespace

bool check_json(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
  ErrorListener listener;
  if (Json::sax_parse(text.begin(), text.end(), &listener)) return true;
  const TextPlace place = place_of(text, std::min(listener.offset, text.size()));
  diagnostics.push_back({Severity::error,
                         file,
                         place.line,
                         place.column,
                         {},
                         "not valid JSON: " + listener.message,
                         {}});
  return false;
}

}  // namespace holdline
