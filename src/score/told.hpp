// What is told of issues and customers in a replication, scored or not, for the laws of
// conservation.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "holdline/record/facts.hpp"
#include "holdline/util/int128.hpp"
#include "score/customer_ledger.hpp"
#include "score/issue_sums.hpp"
#include "score/journey_sums.hpp"

namespace holdline {

class Violations;

/// Contacts of one issue type, or of all issues without one.
struct ContactsTold {
  std::uint64_t contacts = 0;
  std::uint64_t retrials = 0;
  std::uint64_t transfers = 0;
  std::uint64_t promised = 0;  ///< callbacks
  std::uint64_t called_back = 0;
  std::uint64_t callback_failed = 0;
  std::uint64_t pending = 0;  ///< promised, and in the system at the end
  Int128 reserved = 0;        ///< of agents [us]

  void add(const PlainSums& sums);  ///< all but callbacks
  void add_callback(const ContactRecord& contact, const ContactJourney& journey);
  ContactsTold& operator+=(const ContactsTold& other);
};

/// Customers of one segment.
struct SegmentTold {
  std::string name;
  std::uint64_t at_start = 0;  ///< by the scenario
  CustomerSums customers;
};

/// Of one replication.
struct JourneysTold {
  std::vector<std::string> names;      ///< of sources: contact types, then issue types
  std::size_t contact_type_count = 0;  ///< of those
  std::vector<IssueSums> issues;       ///< by source
  std::vector<ContactsTold> contacts;  ///< without an issue type, then by issue type
  std::vector<SegmentTold> segments;
  Int128 reserved = 0;  ///< of all agents, as they told it [us]
};

/// Tells every law of issues, callbacks and customers that does not hold.
void check_journeys(const JourneysTold& told, const ReplicationEnd& end, Violations& violations);

}  // namespace holdline
