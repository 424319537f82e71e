// Typed indices into tables: an AgentId cannot be used where a ContactTypeId is wanted.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace holdline {

/// An index into the table of one kind of thing. Default is `none`.
template <class Tag>
struct Id {
  static constexpr std::uint32_t none_value = 0xFFFFFFFFu;
  std::uint32_t value = none_value;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  [[nodiscard]] constexpr bool is_none() const { return value == none_value; }
  [[nodiscard]] constexpr std::size_t index() const { return value; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

using ContactTypeId = Id<struct ContactTypeTag>;
using AgentGroupId = Id<struct AgentGroupTag>;
using AgentId = Id<struct AgentTag>;
using PlanId = Id<struct PlanTag>;
using SegmentId = Id<struct SegmentTag>;
using IssueTypeId = Id<struct IssueTypeTag>;
using IvrNodeId = Id<struct IvrNodeTag>;

}  // namespace holdline
