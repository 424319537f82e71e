// Draws made ahead are the draws that the same addresses give one at a time.
#include "model/first_draws.hpp"

#include <memory>

#include "support/catch.hpp"

using namespace holdline;

namespace {

constexpr std::uint32_t kReplication = 3;

IssueKeys some_keys() {
  IssueKeys keys;
  keys.contact = {11};
  keys.resolution = {12};
  keys.retrial = {13};
  keys.experience = {14};
  keys.menu = {15};
  keys.self_service = {16};
  return keys;
}

}  // namespace

TEST_CASE("first attempts drawn ahead have the draws of their addresses", "[model][draws]") {
  const IssueKeys keys = some_keys();
  const Sampler patience(gamma_mean_cv(90.0, 1.4));  // rejects: needs further words
  const Sampler talk(lognormal_mean_cv(180.0, 1.1));
  const Sampler unit(exponential(1.0));
  const DrawsWanted wanted{&patience, &talk, true, true, true};
  const auto draws = std::make_unique<FirstDraws>();
  REQUIRE_FALSE(draws->holds(0));
  for (const std::uint64_t first : {0ull, 64ull, 0xfffffff0ull}) {
    draws->fill(keys, wanted, kReplication, first);
    REQUIRE(draws->has_contacts());
    REQUIRE_FALSE(draws->holds(first - 1));
    REQUIRE_FALSE(draws->holds(first + FirstDraws::kBatch));
    for (std::uint64_t number = first; number < first + FirstDraws::kBatch; ++number) {
      REQUIRE(draws->holds(number));
      const std::size_t i = draws->place(number);
      const auto at = [&](StreamKey key, std::uint32_t lane) {
        return block_at(key, kReplication, number, lane);
      };
      const Block words = at(keys.contact, 0);
      DrawSequence waits(words[0], keys.contact, kReplication, number, 1);
      DrawSequence talks(words[1], keys.contact, kReplication, number, 1025);
      DrawSequence walk(keys.menu, kReplication, number);
      REQUIRE(draws->patience_s[i] == patience.sample_s(waits));
      REQUIRE(draws->talk_s[i] == talk.sample_s(talks));
      REQUIRE(draws->hang_up_unit[i] == unit.sample_s(walk));
      REQUIRE(draws->resolution[i] == at(keys.resolution, 0));
      REQUIRE(draws->retrial[i] == at(keys.retrial, 0));
      for (std::uint32_t lane = 0; lane < 2; ++lane) {
        REQUIRE(draws->menu[lane][i] == at(keys.menu, lane));
        REQUIRE(draws->self_service[lane][i] == at(keys.self_service, lane));
        REQUIRE(draws->experience[lane][i] == at(keys.experience, lane));
      }
    }
  }
}

TEST_CASE("a sequence whose first words are known goes on like one that is drawn",
          "[model][draws]") {
  const StreamKey key{7};
  const std::uint32_t lane = 5;
  const Sampler samplers[] = {Sampler(gamma_mean_cv(90.0, 2.0)), Sampler(exponential(3.0)),
                              Sampler(deterministic(4.0)), Sampler(infinite())};
  for (std::uint64_t index = 0; index < 200; ++index) {
    const Block first = block_at(key, kReplication, index, lane);
    const Block second = block_at(key, kReplication, index, lane + 1);
    for (std::size_t before = 0; before < 6; ++before) {
      for (const Sampler& sampler : samplers) {
        DrawSequence drawn(key, kReplication, index, lane);
        WordsAhead known(first, second, key, kReplication, index, lane);
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
