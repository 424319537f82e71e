// libfyaml 0.7.12, events only. Its document and resolve modes expand aliases without a budget; its
// messages would go to stderr, so a collecting fy_diag takes them and they become diagnostics.
#include "scenario/yaml_reader.hpp"

#include <fmt/format.h>
#include <libfyaml.h>

#include <array>
#include <memory>
#include <string>

#include "scenario/json_check.hpp"
#include "scenario/text_check.hpp"
#include "scenario/tree_builder.hpp"

namespace holdline {
namespace {

void discard_output(fy_diag*, void*, const char*, std::size_t) {}

struct DiagRelease {
  void operator()(fy_diag* diag) const { fy_diag_destroy(diag); }
};
struct ParserRelease {
  void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};
struct EventRelease {
  fy_parser* parser;
  void operator()(fy_event* event) const { fy_parser_event_free(parser, event); }
};

std::string_view text_of(fy_token* token) {
  if (token == nullptr) return {};
  std::size_t length = 0;
  const char* text = fy_token_get_text(token, &length);
  return text == nullptr ? std::string_view() : std::string_view(text, length);
}

struct IteratorRelease {
  void operator()(fy_token_iter* iterator) const { fy_token_iter_destroy(iterator); }
};

/// The value of a scalar, piece by piece: fy_token_get_text miscounts folded texts with more
/// indented lines, and adds NULs.
std::string value_of(fy_token* token) {
  std::string text;
  const std::unique_ptr<fy_token_iter, IteratorRelease> iterator(fy_token_iter_create(token));
  if (!iterator) return text;
  const fy_iter_chunk* chunk = nullptr;
  while ((chunk = fy_token_iter_chunk_next(iterator.get(), chunk, nullptr)) != nullptr) {
    text.append(chunk->str, chunk->len);
  }
  return text;
}

/// The column before: the library points past an opening quote and past the `*` of an alias.
Position before(Position position) {
  if (position.column > 1) --position.column;
  return position;
}

/// What to do about a message of libfyaml, found by a part of it.
struct Hint {
  std::string_view part;
  std::string_view hint;
};
constexpr std::array<Hint, 7> kHints{{
    {"tab character", "indent with spaces"},
    {"cannot start with", "put the text in quotes"},
    {"invalid nested block mapping", "a text with a colon and a blank needs quotes"},
    {"multiline plain key", "check the indentation, or put a text with a colon in quotes"},
    {"without closing quote", "add the closing quote"},
    {"without a closing", "add the closing bracket"},
    {"missing comma", "add the comma, or put a text with brackets or colons in quotes"},
}};

/// Owns the parser of one text and turns its events into calls on the builder.
class EventReader {
 public:
  EventReader(const TextSource& source, TreeBuilder& builder);
  /// True if the text was read to its end.
  bool read();

 private:
  void on_event(fy_event& event);
  void on_collection(NodeKind kind, fy_event& event, fy_token* tag, fy_token* anchor);
  void on_scalar(fy_event& event);
  void on_document_start(fy_event& event);
  void reject_tag(fy_token* tag);
  void report_syntax_errors();
  Position position_of(fy_event& event);

  TreeBuilder& builder_;
  std::unique_ptr<fy_diag, DiagRelease> diag_;  // outlives the parser that holds it
  std::unique_ptr<fy_parser, ParserRelease> parser_;
  Position last_{0, 1, 1};  // of the last event that has one: where an empty value stands
  int document_count_ = 0;
};

EventReader::EventReader(const TextSource& source, TreeBuilder& builder) : builder_(builder) {
  fy_diag_cfg diag_config;
  fy_diag_cfg_default(&diag_config);
  diag_config.fp = nullptr;
  diag_config.output_fn = discard_output;
  diag_config.colorize = false;
  diag_.reset(fy_diag_create(&diag_config));
  fy_diag_set_collect_errors(diag_.get(), true);
  fy_parse_cfg config{};
  // The library's own depth limit guards its recursive modes; the builder's is ours to report.
  const unsigned flags = FYPCF_DEFAULT_VERSION_1_2 | FYPCF_DISABLE_DEPTH_LIMIT |
                         (source.is_json ? FYPCF_JSON_FORCE : FYPCF_JSON_NONE);
  config.flags = static_cast<fy_parse_cfg_flags>(flags);
  config.diag = diag_.get();
  parser_.reset(fy_parser_create(&config));
  if (parser_) fy_parser_set_string(parser_.get(), source.text.data(), source.text.size());
}

bool EventReader::read() {
  if (!parser_) return false;
  while (!builder_.is_stopped()) {
    const std::unique_ptr<fy_event, EventRelease> event(fy_parser_parse(parser_.get()),
                                                        EventRelease{parser_.get()});
    if (!event) break;
    on_event(*event);
    if (document_count_ > 1) break;
  }
  if (builder_.is_stopped()) return false;
  report_syntax_errors();
  if (document_count_ == 0 && !fy_parser_get_stream_error(parser_.get())) {
    builder_.error(last_, "expected a value, found nothing");
  }
  return !fy_parser_get_stream_error(parser_.get());
}

void EventReader::on_event(fy_event& event) {
  switch (event.type) {
    case FYET_DOCUMENT_START:
      on_document_start(event);
      break;
    case FYET_MAPPING_START:
      on_collection(NodeKind::mapping, event, event.mapping_start.tag, event.mapping_start.anchor);
      break;
    case FYET_SEQUENCE_START:
      on_collection(NodeKind::sequence, event, event.sequence_start.tag,
                    event.sequence_start.anchor);
      break;
    case FYET_MAPPING_END:
    case FYET_SEQUENCE_END:
      builder_.end();
      break;
    case FYET_SCALAR:
      on_scalar(event);
      break;
    case FYET_ALIAS:
      builder_.alias(before(position_of(event)), text_of(event.alias.anchor));
      break;
    default:
      break;
  }
}

void EventReader::on_collection(NodeKind kind, fy_event& event, fy_token* tag, fy_token* anchor) {
  const Position position = position_of(event);
  reject_tag(tag);
  builder_.begin(kind, position, text_of(anchor));
}

void EventReader::on_scalar(fy_event& event) {
  Position position = position_of(event);
  const fy_scalar_style style = fy_token_scalar_style(event.scalar.value);
  const bool has_quotes = style == FYSS_SINGLE_QUOTED || style == FYSS_DOUBLE_QUOTED;
  if (has_quotes) position = before(position);
  reject_tag(event.scalar.tag);
  builder_.scalar(position, value_of(event.scalar.value), style != FYSS_PLAIN,
                  text_of(event.scalar.anchor));
}

void EventReader::on_document_start(fy_event& event) {
  const Position position = position_of(event);
  if (++document_count_ > 1) {
    builder_.error(position, "expected one document, found a second",
                   "remove the line `---`, or split the file");
  }
}

void EventReader::reject_tag(fy_token* tag) {
  if (tag == nullptr) return;
  Position position = last_;
  if (const fy_mark* mark = fy_token_start_mark(tag)) {
    position.line = static_cast<std::uint32_t>(mark->line + 1);
    position.column = static_cast<std::uint32_t>(mark->column + 1);
  }
  builder_.reject_tag(position, text_of(tag));
}

void EventReader::report_syntax_errors() {
  void* place = nullptr;
  while (const fy_diag_error* error = fy_diag_errors_iterate(diag_.get(), &place)) {
    if (error->type < FYET_WARNING || error->msg == nullptr) continue;
    std::string_view hint;
    for (const Hint& candidate : kHints) {
      if (std::string_view(error->msg).find(candidate.part) == std::string_view::npos) continue;
      hint = candidate.hint;
      break;
    }
    Position position = last_;
    if (error->line > 0) {
      position.line = static_cast<std::uint32_t>(error->line);
      position.column = static_cast<std::uint32_t>(error->column > 0 ? error->column : 1);
    }
    builder_.error(position, fmt::format("not valid YAML: {}", error->msg), std::string(hint));
  }
}

Position EventReader::position_of(fy_event& event) {
  if (const fy_mark* mark = fy_event_start_mark(&event)) {
    last_.line = static_cast<std::uint32_t>(mark->line + 1);
    last_.column = static_cast<std::uint32_t>(mark->column + 1);
  }
  return last_;
}

}  // namespace

const Node* read_text(Document& document, const TextSource& source, const ReadLimits& limits,
                      Diagnostics& diagnostics) {
  Diagnostics found;
  TextSource clean = source;
  clean.text = without_bom(source.text);
  const std::string& file = document.files[source.file];
  const Node* root = nullptr;
  if (source.text.size() > limits.bytes) {
    found.push_back(
        {Severity::error,
         file,
         0,
         0,
         {},
         fmt::format("expected at most {} bytes, found {}", limits.bytes, source.text.size()),
         {}});
  } else if (check_text(clean.text, file, found) &&
             (!source.is_json || check_json(clean.text, file, found)) &&
             check_cost(clean.text, file, found)) {
    TreeBuilder builder(document, source.file, source.is_located, limits, found);
    const bool is_whole = EventReader(clean, builder).read();
    root = is_whole && !has_error(found) ? builder.root() : nullptr;
    if (root == nullptr && !has_error(found)) {
      builder.error({}, "not valid YAML");  // the library failed without a message
    }
  }
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  return root;
}

Document read_tree(std::string_view text, const std::string& file, bool is_json,
                   Diagnostics& diagnostics, const ReadLimits& limits) {
  Document document;
  document.files.push_back(file);
  const Node* root = read_text(document, {text, 0, is_json, true}, limits, diagnostics);
  if (root != nullptr && root->kind == NodeKind::null) {
    diagnostics.push_back({Severity::error,
                           file,
                           static_cast<int>(root->position.line),
                           static_cast<int>(root->position.column),
                           {},
                           "expected a value, found nothing",
                           {}});
    root = nullptr;
  }
  document.root = root;
  return document;
}

}  // namespace holdline
