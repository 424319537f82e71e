// All customers of a replication: 32 bytes each, so that a million are a normal run. Those of the
// start are numbered segment after segment; newcomers are taken into blocks behind them. When a
// customer leaves for reasons of her own is a function of her address.
#pragma once

#include <cstdint>
#include <vector>

#include "holdline/policies/outcome_policy.hpp"
#include "holdline/record/record_sink.hpp"
#include "holdline/scenario/scenario.hpp"
#include "kernel/sampler.hpp"
#include "model/contact.hpp"

namespace holdline {

class CustomerBase {
 public:
  explicit CustomerBase(const World& world);

  /// Everybody of the start is there, nobody has been through anything.
  void reset(std::uint64_t seed, std::uint32_t replication);

  [[nodiscard]] std::uint32_t first_of(SegmentId segment) const {
    return segments_[segment.index()].first;
  }
  /// Customers of a block of newcomers of the segment.
  [[nodiscard]] std::uint32_t block_size(SegmentId segment) const {
    return segments_[segment.index()].block_size;
  }
  /// The customer at a place of the segment's block number `block`; kNoIndex before she comes.
  [[nodiscard]] std::uint32_t newcomer(SegmentId segment, std::size_t block,
                                       std::uint32_t place) const;

  /// She will soon be asked for: customers are met in no order that a cache could foresee.
  void fetch(std::uint32_t customer) const { __builtin_prefetch(&customers_[customer]); }
  /// When she leaves, or left; kNever if within the horizon she does not.
  [[nodiscard]] Time leaves_at(std::uint32_t customer) const {
    return Time{Duration{customers_[customer].leaves_us}};
  }
  [[nodiscard]] bool is_there(std::uint32_t customer, Time now) const {
    return leaves_at(customer) > now;
  }
  /// In machines.
  [[nodiscard]] double trust(std::uint32_t customer) const {
    return static_cast<double>(customers_[customer].trust);
  }
  /// The anonymous (segment none) have the defaults.
  [[nodiscard]] CustomerView view(std::uint32_t customer, SegmentId segment) const;

  struct Joined {
    std::uint32_t customer = 0;
    bool is_new_block = false;  ///< she is the first of the segment's block number `block`
    std::size_t block = 0;
  };
  Joined join(SegmentId segment, Time now, CustomerChange why);
  /// Counts one who would have joined.
  void keep_away(SegmentId segment);
  /// So many customers of a replication, those of the start and those who left included, that a
  /// company which grows by referrals alone ends in time and memory.
  static constexpr std::uint32_t kMost = 20'000'000;
  [[nodiscard]] bool is_full() const { return ever_ >= kMost; }
  /// Because of how an issue went.
  void leave(std::uint32_t customer, SegmentId segment, Time now);
  /// An experience is over.
  void remember(std::uint32_t customer, double mood, bool is_satisfied);
  void set_trust(std::uint32_t customer, double trust);

  /// Whether she knows the menus; drawn when first asked, or before.
  bool knows_menu(std::uint32_t customer, SegmentId segment) {
    if (customers_[customer].menu_knowledge == 0) [[unlikely]] {
      draw_menu_knowledge(customer, segment);
    }
    return customers_[customer].menu_knowledge == 2;
  }
  void set_knows_menu(std::uint32_t customer, bool knows) {
    customers_[customer].set_knows_menu(knows);
  }

  /// The first of her open issues, or kNoIndex.
  [[nodiscard]] std::uint32_t& open_issues(std::uint32_t customer) {
    return customers_[customer].open_issues;
  }

  /// Tells those who left anyway before the horizon, and counts.
  void tell_left(RecordSink& sink);
  [[nodiscard]] const std::vector<SegmentCounts>& counts() const { return counts_; }

 private:
  /// Aligned, so that none lies on two cache lines: fetch() brings one.
  struct alignas(32) Customer {
    std::int64_t leaves_us = 0;
    float trust = 0.5F;
    float mood = 0.5F;
    std::uint32_t open_issues = kNoIndex;
    std::uint16_t issues = 0, bad_issues = 0;
    bool has_left_by_service = false;
    std::uint8_t menu_knowledge = 0;  ///< 0: not drawn yet, 1: no, 2: yes

    void set_knows_menu(bool knows) { menu_knowledge = knows ? 2 : 1; }
  };
  static_assert(sizeof(Customer) == 32);
  /// Nobody's yet: she stays for ever and has not been asked for the menus.
  static Customer new_customer(const Segment& segment);

  struct Block {
    std::uint32_t first = 0;  ///< number of its first customer
    std::uint32_t filled = 0;
  };
  struct Members {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t block_size = 64;
    StreamKey key;
    Sampler stay;  ///< until she leaves anyway
    /// Whoever draws a unit from here on stays beyond the horizon.
    double stays_from_unit = 1.0;
    std::vector<Block> blocks;
    /// Of the start: those who leave anyway within the horizon, unless service makes them go first.
    std::vector<std::uint32_t> leavers;
  };

  [[nodiscard]] std::uint64_t number_within(std::uint32_t customer, const Members& members) const;
  [[nodiscard]] std::int64_t draw_leaving_us(const Members& members, std::uint64_t number,
                                             Time since) const;
  void tell(RecordSink& sink, std::uint32_t customer, SegmentId segment, std::int64_t time_us);
  void fill_start(std::size_t segment);
  [[gnu::noinline]] void draw_menu_knowledge(std::uint32_t customer, SegmentId segment);

  const World& world_;
  Time horizon_;
  std::uint32_t start_count_ = 0;
  std::uint32_t ever_ = 0;  ///< customers
  std::uint32_t replication_ = 0;
  std::vector<Members> segments_;
  std::vector<Customer> customers_;
  std::vector<SegmentCounts> counts_;
};

}  // namespace holdline
