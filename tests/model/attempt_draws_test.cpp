// Draws made together, or ahead, are the draws that the same addresses give one at a time.
#include "model/attempt_draws.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "model/draws_ahead.hpp"
#include "support/catch.hpp"

using namespace holdline;

namespace {

constexpr std::uint32_t kReplication = 3;
constexpr std::uint64_t kNumbers[] = {0, 5, 0xfffffff0u, 0x123456789abcu};

}  // namespace

TEST_CASE("the draws of an attempt are those of their addresses", "[model][draws]") {
  const IssueKeys keys = make_issue_keys(1, "issue/account");
  for (const std::uint64_t number : kNumbers) {
    for (const std::uint32_t lane : {0u, 1u << 13, 3u << 21}) {
      const auto at = [&](StreamKey key, std::uint32_t offset) {
        return block_at(key, kReplication, number, lane + offset);
      };
      AttemptDraws draws;
      for (const bool with_front_end : {false, true}) {
        draws.draw(keys, kReplication, number, lane, with_front_end);
        REQUIRE(draws.contact() == at(keys.contact, 0));
        REQUIRE(draws.retrial() == at(keys.retrial, 0));
        REQUIRE(draws.resolution() == at(keys.resolution, 0));
      }
      REQUIRE(draws.menu().size() == 3);
      REQUIRE(draws.self_service().size() == 2);
      for (std::uint32_t i = 0; i < 3; ++i) REQUIRE(draws.menu()[i] == at(keys.menu, i));
      for (std::uint32_t i = 0; i < 2; ++i) {
        REQUIRE(draws.self_service()[i] == at(keys.self_service, i));
      }
    }
    const ExperienceDraws after = draw_experience_blocks(keys, kReplication, number);
    for (std::uint32_t lane = 0; lane < after.size(); ++lane) {
      REQUIRE(after[lane] == block_at(keys.experience, kReplication, number, lane));
    }
  }
}

TEST_CASE("draws made ahead are those of their addresses", "[model][draws]") {
  const IssueKeys keys = make_issue_keys(11, "issue/account");
  const Sampler patience(gamma_mean_cv(90.0, 1.4));  // rejects: needs further words
  const Sampler talk(lognormal_mean_cv(180.0, 1.1));
  const Sampler unit_exponential(exponential(1.0));
  const auto ahead = std::make_unique<DrawsAhead>();
  REQUIRE_FALSE(ahead->holds(0));
  ahead->fill({&patience, &talk, false, true, true}, keys, kReplication, 0);
  REQUIRE(ahead->holds(0));
  REQUIRE_FALSE(ahead->has_blocks());
  for (const bool with_front_end : {false, true}) {
    for (const std::uint64_t first : {0ull, 64ull, 0xfffffff0ull}) {
      ahead->fill({&patience, &talk, true, with_front_end, true}, keys, kReplication, first);
      REQUIRE(ahead->has_blocks());
      REQUIRE_FALSE(ahead->holds(first - 1));
      REQUIRE_FALSE(ahead->holds(first + DrawsAhead::kBatch));
      for (std::uint64_t number = first; number < first + DrawsAhead::kBatch; ++number) {
        REQUIRE(ahead->holds(number));
        const Block words = block_at(keys.contact, kReplication, number);
        DrawSequence waits(words[0], keys.contact, kReplication, number, 1);
        DrawSequence talks(words[1], keys.contact, kReplication, number, 1025);
        REQUIRE(ahead->patience_s(number) == patience.sample_s(waits));
        REQUIRE(ahead->talk_s(number) == talk.sample_s(talks));
        AttemptDraws alone;
        alone.draw(keys, kReplication, number, 0, with_front_end);
        const AttemptDraws& attempt = ahead->attempt(number);
        REQUIRE(attempt.retrial() == alone.retrial());
        REQUIRE(attempt.resolution() == alone.resolution());
        if (with_front_end) {
          REQUIRE(std::ranges::equal(attempt.menu(), alone.menu()));
          REQUIRE(std::ranges::equal(attempt.self_service(), alone.self_service()));
          REQUIRE(attempt.menu_hazard() == alone.menu_hazard());
          REQUIRE(alone.menu_hazard() == unit_exponential.sample_s(alone.menu()[0][0]));
        }
        REQUIRE(ahead->experience(number) == draw_experience_blocks(keys, kReplication, number));
      }
    }
  }
  ahead->clear();
  REQUIRE_FALSE(ahead->holds(0xfffffff0ull));
}

TEST_CASE("a sequence whose first words are known goes on like one that is drawn",
          "[model][draws]") {
  const StreamKey key{7};
  const std::uint32_t lane = 5;
  const Sampler samplers[] = {Sampler(gamma_mean_cv(90.0, 2.0)), Sampler(exponential(3.0)),
                              Sampler(deterministic(4.0)), Sampler(infinite()),
                              Sampler(lognormal_mean_cv(3.0, 1.0))};
  for (std::uint64_t index = 0; index < 200; ++index) {
    const std::array<Block, 3> blocks{block_at(key, kReplication, index, lane),
                                      block_at(key, kReplication, index, lane + 1),
                                      block_at(key, kReplication, index, lane + 2)};
    for (std::size_t count = 0; count <= blocks.size(); ++count) {
      for (std::size_t before = 0; before < 8; ++before) {
        for (const Sampler& sampler : samplers) {
          DrawSequence drawn(key, kReplication, index, lane);
          WordsAhead known(std::span<const Block>(blocks).first(count), key, kReplication, index,
                           lane);
          WordsAhead wrapped{DrawSequence(key, kReplication, index, lane)};
          for (std::size_t i = 0; i < before; ++i) {
            const std::uint64_t word = drawn.next_bits();
            REQUIRE(known.next_bits() == word);
            REQUIRE(wrapped.next_bits() == word);
          }
          const double value = sampler.sample_s(drawn);
          REQUIRE(known.sample_s(sampler) == value);
          REQUIRE(wrapped.sample_s(sampler) == value);
          const std::uint64_t after = drawn.next_bits();
          REQUIRE(known.next_bits() == after);
          REQUIRE(wrapped.next_bits() == after);
        }
      }
    }
  }
}
