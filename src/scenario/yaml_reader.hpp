// YAML text to located nodes. The only door to libfyaml: used for its events, so that the tree,
// the aliases and the limits are ours.
#pragma once

#include <cstdint>
#include <string_view>

#include "scenario/tree.hpp"

namespace holdline {

/// How a text is read into a document.
struct TextSource {
  std::string_view text;
  std::uint32_t file = 0;  ///< index into Document::files
  bool is_json = false;    ///< strict JSON
  bool is_located = true;  ///< false: nodes and messages carry no line (command-line values)
};

/// Checks and reads one YAML or JSON document; nullptr (and errors in `diagnostics`) if it is not
/// one. An empty document is an error.
const Node* read_text(Document& document, const TextSource& source, const ReadLimits& limits,
                      Diagnostics& diagnostics);

}  // namespace holdline
