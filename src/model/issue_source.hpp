// Where issues come from. The issues of a type arrive as if every customer of the start were still
// there; each falls to one of them, so that everybody has her own issues at her own times, the same
// in every plan, and a base of a million costs nothing for those who do not call. Each block of
// newcomers has arrivals of its own, scaled to its size.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "kernel/event_queue.hpp"
#include "model/arrival_stream.hpp"
#include "model/attempt_draws.hpp"
#include "model/contact.hpp"
#include "model/customer_base.hpp"
#include "model/draws_ahead.hpp"
#include "model/plan_tables.hpp"

namespace holdline {

/// Which customers have issues of a type, and by which contact types, compiled from shares.
class IssueTypeTable {
 public:
  IssueTypeTable(const World& world, IssueTypeId type);

  struct Whose {
    SegmentId segment;
    std::uint32_t place = 0;  ///< within the segment
  };
  /// A customer of the start, in proportion to the frequency of her segment.
  [[nodiscard]] Whose whose(std::uint64_t word) const;
  /// By the issue's weights times the segment's channels; none if all are 0.
  [[nodiscard]] ContactTypeId contact_type(SegmentId segment, std::uint64_t word) const;
  /// Another of the issue's contact types; none if there is none.
  [[nodiscard]] ContactTypeId other_contact_type(SegmentId segment, ContactTypeId than,
                                                 std::uint64_t word) const;
  /// The one that all issues begin with, whoever has them; none if there are several.
  [[nodiscard]] ContactTypeId only_contact_type() const;
  /// Issues of so many customers of the segment, as a share of those of the whole start.
  [[nodiscard]] double share_of(SegmentId segment, std::uint32_t customers) const;
  /// Whether the arrival process can be scaled, so that newcomers have such issues too.
  [[nodiscard]] bool is_scalable() const;

 private:
  [[nodiscard]] ContactTypeId pick(SegmentId segment, ContactTypeId without,
                                   std::uint64_t word) const;
  [[nodiscard]] double frequency(std::size_t segment) const;

  const IssueType& type_;
  struct Weight {
    ContactTypeId type;
    double weight = 0.0;  ///< above 0
  };
  struct Share {
    double begin = 0.0, end = 0.0;  ///< of the sum of frequency x customers
    double frequency = 0.0;
    std::uint32_t count = 0;  ///< customers
  };
  std::vector<Share> shares_;                 ///< by segment
  std::vector<std::vector<Weight>> weights_;  ///< by segment: the contact types she uses
  double total_ = 0.0;
};

/// The arrivals of one type's issues: those of the start, or those of a block of newcomers.
class IssueStream {
 public:
  IssueStream(const World& world, IssueTypeId type, SegmentId segment, std::size_t block,
              std::string name, double scale);

  void reset(std::uint64_t seed, std::uint32_t replication, Time start);
  /// All its issues begin with such a contact. Its samplers must outlive the stream.
  void draw_ahead(const AheadChoice& choice) { ahead_choice_ = choice; }
  /// The time of the next one, kNever after the last.
  Time next_arrival() { return arrivals_.next_arrival(); }
  [[nodiscard]] std::uint64_t last_index() const { return arrivals_.last_index(); }
  /// The words of the arrival last returned: whose it is, and on which contact type.
  [[nodiscard]] const Block& customer_words();
  [[nodiscard]] const IssueKeys& keys() const { return keys_; }
  /// Drawn ahead, with the customer words; holds none if there is nothing to draw ahead.
  [[nodiscard]] const DrawsAhead& draws_ahead() const { return batch_->draws; }

  const IssueTypeId type;
  const SegmentId segment;  ///< none: of the start
  const std::size_t block;
  EventSlot slot = 0;
  IssueTypeTable::Whose ahead;  ///< whose the arrival last returned is; of streams of the start

 private:
  static constexpr std::size_t kBatch = DrawsAhead::kBatch;

  ArrivalStream arrivals_;
  std::string name_;
  std::uint64_t seed_ = 0;
  std::uint32_t replication_ = 0;
  StreamKey customer_key_;
  IssueKeys keys_;
  bool has_keys_ = false;
  std::uint64_t first_ = 0;  ///< index of the first of batch_
  std::size_t filled_ = 0;
  AheadChoice ahead_choice_;  ///< without samplers: nothing is drawn ahead
  struct Batch {
    std::array<Block, kBatch> words;
    DrawsAhead draws;
  };
  std::unique_ptr<Batch> batch_;  ///< made for the first issue: most blocks of newcomers have none
};

}  // namespace holdline
