// Places for combinations of contact type, issue type and segment, and what happens beyond them.
#include "score/contact_cells.hpp"

#include <set>

#include "journey_stream.hpp"
#include "support/catch.hpp"

namespace holdline::test {
namespace {

const IssueTypeId kIssueTypes[] = {IssueTypeId{}, kBalance, kClaim};
const SegmentId kSegments[] = {SegmentId{}, kRetail, kFirms};

/// One issue of one contact for each of the 18 combinations, none included, at different times.
JourneyStream one_of_each() {
  JourneyStream stream;
  double time = 100.0;
  for (const ContactTypeId type : {kTypeA, kTypeB}) {
    for (const IssueTypeId issue_type : kIssueTypes) {
      for (const SegmentId segment : kSegments) {
        stream.open(issue_type, type, segment, time);
        stream.contact(type, ContactOutcome::abandoned, time, 5.0, time / 10.0);
        stream.close(IssueOutcome::given_up, time + 5.0 + time / 10.0);
        time += 1000.0;
      }
    }
  }
  return stream;
}

}  // namespace

TEST_CASE("a combination of contact and issue type and segment keeps its place", "[score][cells]") {
  ContactCells cells(2, 2, 3);
  std::set<const PlainSums*> met;
  for (const ContactTypeId type : {kTypeA, kTypeB}) {
    for (const IssueTypeId issue_type : kIssueTypes) {
      for (const SegmentId segment : kSegments) {
        PlainSums* const cell = cells.find({type, issue_type, segment}, 1);
        REQUIRE(cell != nullptr);
        ++cell->wait_served;
      }
    }
  }
  std::size_t combinations = 0;
  cells.for_each([&](const ContactOrigin& origin, std::span<const PlainSums> by_slot) {
    ++combinations;
    REQUIRE(by_slot.size() == 3);
    CHECK(by_slot[0].wait_served == 0);
    CHECK(by_slot[1].wait_served == 1);
    CHECK(cells.find(origin, 1) == &by_slot[1]);
    met.insert(&by_slot[1]);
  });
  CHECK(combinations == 18);
  CHECK(met.size() == 18);
  cells.clear();
  CHECK(cells.find({kTypeA, kClaim, kFirms}, 1)->wait_served == 0);
}

TEST_CASE("contacts beyond the places that there are are added to the same rows",
          "[score][cells]") {
  const std::size_t slots = 14 * 24 * 12 + 1;
  ContactCells cells(2, 2, slots);
  std::size_t found = 0;
  for (const ContactTypeId type : {kTypeA, kTypeB}) {
    for (const IssueTypeId issue_type : kIssueTypes) {
      for (const SegmentId segment : kSegments) {
        found += cells.find({type, issue_type, segment}, 0) != nullptr;
      }
    }
  }
  REQUIRE(found < 18);  // of so many slots, a few places

  Scenario scenario = two_segments_and_issue_types();
  scenario.score.interval.reset();
  const Scorecard whole = score(scenario, one_of_each());
  scenario.score.interval = 5 * kMinute;
  scenario.score.fold_days = false;
  const Scorecard split = score(scenario, one_of_each());
  REQUIRE(whole.violation == "");
  REQUIRE(split.violation == "");
  CHECK(value("abandoned", whole.totals[0]) == 18);
  CHECK(split.totals == whole.totals);
}

}  // namespace holdline::test
