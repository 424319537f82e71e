// Nodes of menus for tests that build them without a scenario's text.
#pragma once

#include "holdline/scenario/front_end.hpp"

namespace holdline::test {

inline IvrNode ivr_node(IvrNodeKind kind, Duration duration = {}, std::size_t next = 0) {
  IvrNode node;
  node.kind = kind;
  node.duration = duration;
  node.next = IvrNodeId(next);
  return node;
}

/// To the queue of this contact type; of the caller's own by default.
inline IvrNode transfer_node(ContactTypeId to = {}) {
  IvrNode node = ivr_node(IvrNodeKind::transfer);
  node.transfer_to = to;
  return node;
}

}  // namespace holdline::test
