#include "scenario/override_path.hpp"

#include <algorithm>

#include "scenario/values.hpp"

namespace holdline {
namespace {

class PathReading {
 public:
  explicit PathReading(std::string_view path) : rest_(path) {}

  std::vector<PathStep> read() {
    std::vector<PathStep> steps;
    do {
      if (!read_key(steps) || !read_indices(steps)) return {};
    } while (skip('.'));
    if (!rest_.empty()) return {};
    return steps;
  }

 private:
  bool skip(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool read_key(std::vector<PathStep>& steps) {
    std::string key;
    if (skip('"')) {
      for (bool is_more = true; is_more;) {
        const std::size_t end = rest_.find('"');
        if (end == std::string_view::npos) return false;
        key += rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        is_more = skip('"');
        if (is_more) key += '"';
      }
    } else {
      const std::size_t end = std::min(rest_.find_first_of(".["), rest_.size());
      key = rest_.substr(0, end);
      rest_.remove_prefix(end);
    }
    steps.push_back({key, std::nullopt});
    return !key.empty();
  }

  bool read_indices(std::vector<PathStep>& steps) {
    while (skip('[')) {
      const std::size_t end = rest_.find(']');
      if (end == std::string_view::npos) return false;
      const auto index = parse_integer(rest_.substr(0, end));
      if (!index || *index < 0) return false;
      steps.push_back({{}, static_cast<std::size_t>(*index)});
      rest_.remove_prefix(end + 1);
    }
    return true;
  }

  std::string_view rest_;
};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::vector<PathStep> read_override_path(std::string_view path) { return PathReading(path).read(); }

std::size_t override_path_end(std::string_view text) {
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') is_quoted = !is_quoted;
    if (text[i] == '=' && !is_quoted) return i;
  }
  return std::string_view::npos;
}

bool has_open_quote(std::string_view text) {
  return std::count(text.begin(), text.end(), '"') % 2 != 0;
}

std::string quoted_key(std::string_view key) {
  std::string quoted = "\"";
  for (const char c : key) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string typed_path(std::string_view path) {
  std::string typed;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    const std::string_view key = path.substr(begin, end - begin);
    if (begin > 0) typed += '.';
    typed += std::all_of(key.begin(), key.end(), is_plain) ? std::string(key) : quoted_key(key);
    begin = end + 1;
  }
  return typed;
}

}  // namespace holdline
