// Texts read into a tree, and what is said of those that are refused.
#pragma once

#include <string>

#include "scenario/tree.hpp"
#include "support/catch.hpp"
#include "support/text.hpp"

namespace holdline::testing {

struct Reading {
  Document document;
  Diagnostics diagnostics;
  const Node* root() const { return document.root; }
  const Node& at(std::string_view key) const {
    const Node* node = document.root->find(key);
    REQUIRE(node != nullptr);
    return *node;
  }
  /// All messages, one a line.
  std::string messages() const {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) text += to_string(diagnostic) + "\n";
    return text;
  }
};

inline Reading read(std::string_view text, bool is_json = false, const ReadLimits& limits = {}) {
  Reading reading;
  reading.document =
      read_tree(text, is_json ? "x.json" : "x.yaml", is_json, reading.diagnostics, limits);
  return reading;
}

/// The messages of a text that must be refused.
inline std::string refusal(std::string_view text, bool is_json = false,
                           const ReadLimits& limits = {}) {
  const Reading reading = read(text, is_json, limits);
  CHECK(reading.root() == nullptr);
  CHECK(has_error(reading.diagnostics));
  return reading.messages();
}

}  // namespace holdline::testing
