// Contacts by type and index; every question is answered by a scan.
#include "conservation/naive_center.hpp"

#include <algorithm>
#include <cassert>

#include "kernel/sampler.hpp"

namespace holdline::test {
namespace {

enum class Stage { to_come, waiting, talking, wrapping_up, gone };

struct NaiveContact {
  ContactRecord record;
  Stage stage = Stage::to_come;
  Time patience_end = kNever;
  double talk_s = 0.0;
};

struct NaiveAgent {
  AgentGroupId group;
  double speed = 1.0;
  bool is_idle = true;
  Time idle_since;
};

/// What comes next; at one instant, ends of work come before ends of patience before arrivals.
struct NextEvent {
  Time time = kNever;
  int rank = 0;
  NaiveContact* contact = nullptr;
};

class NaiveCenter {
 public:
  NaiveCenter(const Scenario& scenario, PlanId plan, const Replication& replication)
      : scenario_(scenario), plan_(scenario.plans[plan.index()]), replication_(replication) {
    for (std::size_t type = 0; type < scenario_.world.contact_types.size(); ++type) {
      write_arrivals(ContactTypeId{type});
    }
    for (std::size_t group = 0; group < plan_.agent_groups.size(); ++group) {
      write_agents(AgentGroupId{group});
    }
  }

  std::vector<ContactRecord> run() {
    for (NextEvent next = find_next(); next.contact != nullptr; next = find_next()) {
      now_ = next.time;
      NaiveContact& contact = *next.contact;
      switch (contact.stage) {
        case Stage::to_come:
          arrive(contact);
          break;
        case Stage::waiting:
          leave(contact, ContactOutcome::abandoned);
          break;
        case Stage::talking:
          contact.stage = Stage::wrapping_up;
          if (contact.record.wrap_up == Duration{0}) finish(contact);
          break;
        case Stage::wrapping_up:
          finish(contact);
          break;
        case Stage::gone:
          break;
      }
    }
    std::vector<ContactRecord> records;
    for (const NaiveContact& contact : contacts_) records.push_back(contact.record);
    return records;
  }

 private:
  const ContactType& type_of(const NaiveContact& contact) const {
    return scenario_.world.contact_types[contact.record.type.index()];
  }

  DrawSequence draws(Purpose purpose, const std::string& entity, std::uint64_t index) const {
    return {make_stream_key(replication_.seed, purpose, entity), replication_.number, index};
  }

  /// The draw of one word of a contact's block: word 0 its patience, word 1 its talk time.
  double latent_s(const Distribution& distribution, const std::string& type, std::uint64_t index,
                  std::size_t word) const {
    const StreamKey key = make_stream_key(replication_.seed, Purpose::contact, type);
    const Block block = block_at(key, replication_.number, index);
    double value_s = 0.0;
    Sampler(distribution).fill_s({&block, 1}, word, key, replication_.number, index, {&value_s, 1});
    return value_s;
  }

  /// Gap k is a unit exponential from word k mod 2 of block k div 2, over the rate.
  void write_arrivals(ContactTypeId id) {
    const ContactType& type = scenario_.world.contact_types[id.index()];
    const StreamKey key = make_stream_key(replication_.seed, Purpose::arrival, type.name);
    const Sampler unit_exponential(exponential(1.0));
    const double rate_per_us = type.arrivals.rate_per_s.values[0] * 1e-6;
    const Time end{scenario_.world.calendar.horizon()};
    Time time{};
    for (std::uint64_t k = 0;; ++k) {
      const Block block = block_at(key, replication_.number, k / 2);
      double gap = 0.0;
      unit_exponential.fill_s({&block, 1}, k % 2, key, replication_.number, k / 2, {&gap, 1});
      if (!(gap < static_cast<double>((end - time).count()) * rate_per_us)) return;
      time += Duration{static_cast<std::int64_t>(gap / rate_per_us + 0.5)};
      NaiveContact contact;
      contact.record.type = id;
      contact.record.index = k;
      contact.record.arrival = contact.record.queue_entry = std::min(time, end - Duration{1});
      const Duration patience = from_seconds(latent_s(type.patience, type.name, k, 0));
      if (patience < kForever) contact.patience_end = contact.record.arrival + patience;
      contact.talk_s = latent_s(type.talk, type.name, k, 1);
      contacts_.push_back(contact);
    }
  }

  void write_agents(AgentGroupId id) {
    const AgentGroup& group = plan_.agent_groups[id.index()];
    const auto count = static_cast<std::uint64_t>(group.agents.values[0]);
    for (std::uint64_t person = 0; person < count; ++person) {
      NaiveAgent agent;
      agent.group = id;
      if (group.speed_cv > 0.0) {
        DrawSequence sequence = draws(Purpose::agent_speed, group.name, person);
        agent.speed = Sampler(lognormal_mean_cv(1.0, group.speed_cv)).sample_s(sequence);
      }
      agents_.push_back(agent);
    }
  }

  NextEvent find_next() {
    NextEvent best;
    for (NaiveContact& contact : contacts_) {
      const ContactRecord& record = contact.record;
      const Time answered = record.queue_entry + record.wait;
      NextEvent each{kNever, 0, &contact};
      if (contact.stage == Stage::to_come) each = {record.arrival, 2, &contact};
      if (contact.stage == Stage::waiting) each = {contact.patience_end, 1, &contact};
      if (contact.stage == Stage::talking) each.time = answered + record.talk + record.hold;
      if (contact.stage == Stage::wrapping_up) {
        each.time = answered + record.talk + record.hold + record.wrap_up;
      }
      if (each.time < best.time || (each.time == best.time && each.rank < best.rank)) best = each;
    }
    return best.time == kNever ? NextEvent{} : best;
  }

  std::uint32_t count(Stage stage) const {
    return static_cast<std::uint32_t>(
        std::count_if(contacts_.begin(), contacts_.end(),
                      [&](const NaiveContact& each) { return each.stage == stage; }));
  }

  const Skill* find_skill(AgentGroupId group, ContactTypeId type) const {
    for (const Skill& skill : plan_.agent_groups[group.index()].skills) {
      if (skill.type == type) return &skill;
    }
    return nullptr;
  }

  void arrive(NaiveContact& contact) {
    if (plan_.trunks && count(Stage::waiting) + count(Stage::talking) >= *plan_.trunks) {
      return leave(contact, ContactOutcome::blocked);
    }
    NaiveAgent* longest_idle = nullptr;
    for (NaiveAgent& agent : agents_) {
      if (!agent.is_idle || find_skill(agent.group, contact.record.type) == nullptr) continue;
      if (longest_idle == nullptr || agent.idle_since < longest_idle->idle_since) {
        longest_idle = &agent;
      }
    }
    if (longest_idle != nullptr) return answer(contact, *longest_idle);
    contact.record.delayed = true;
    const ContactType& type = type_of(contact);
    const auto waiting_of_type = static_cast<std::uint32_t>(
        std::count_if(contacts_.begin(), contacts_.end(), [&](const NaiveContact& each) {
          return each.stage == Stage::waiting && each.record.type == contact.record.type;
        }));
    const auto& own_limit = plan_.queue_limits[contact.record.type.index()];
    if ((plan_.queue_limit && count(Stage::waiting) >= *plan_.queue_limit) ||
        (own_limit && waiting_of_type >= *own_limit)) {
      return leave(contact, ContactOutcome::blocked);
    }
    DrawSequence balking = draws(Purpose::balking, type.name, contact.record.index);
    if ((type.balk_queue_length && waiting_of_type >= *type.balk_queue_length) ||
        balking.next_unit() < type.balk_probability) {
      return leave(contact, ContactOutcome::balked);
    }
    contact.stage = Stage::waiting;
  }

  void leave(NaiveContact& contact, ContactOutcome outcome) {
    contact.record.outcome = outcome;
    contact.record.wait = now_ - contact.record.queue_entry;
    contact.stage = Stage::gone;
  }

  void answer(NaiveContact& contact, NaiveAgent& agent) {
    agent.is_idle = false;
    contact.stage = Stage::talking;
    ContactRecord& record = contact.record;
    record.wait = now_ - record.queue_entry;
    record.agent = AgentId{static_cast<std::size_t>(&agent - agents_.data())};
    record.agent_group = agent.group;
    const ContactType& type = type_of(contact);
    const double factor = agent.speed * (1.0 / find_skill(agent.group, record.type)->proficiency);
    record.talk = from_seconds(contact.talk_s * factor);
    if (type.hold) {
      DrawSequence length = draws(Purpose::hold, type.name, record.index);
      const StreamKey key = make_stream_key(replication_.seed, Purpose::hold, type.name);
      const Block occurs = block_at(key, replication_.number, record.index, 0xFFFFFFFFu);
      const double hold_s = Sampler(*type.hold).sample_s(length);
      if (to_unit(occurs[0]) < type.hold_probability) record.hold = from_seconds(hold_s * factor);
    }
    if (type.wrap_up) {
      DrawSequence length = draws(Purpose::wrap_up, type.name, record.index);
      record.wrap_up = from_seconds(Sampler(*type.wrap_up).sample_s(length) * factor);
    }
  }

  /// Whether `a` is to be taken before `b`: the more urgent, then the one that has waited longer.
  bool comes_before(const NaiveContact& a, const NaiveContact& b) const {
    const bool is_priority_blind = plan_.routing.contact_for_agent.entry->name == "longest_idle";
    const std::uint32_t first = is_priority_blind ? 1 : type_of(a).priority;
    const std::uint32_t second = is_priority_blind ? 1 : type_of(b).priority;
    return first != second ? first < second : a.record.queue_entry < b.record.queue_entry;
  }

  void finish(NaiveContact& contact) {
    contact.record.outcome = ContactOutcome::served;
    contact.stage = Stage::gone;
    NaiveAgent& agent = agents_[contact.record.agent.index()];
    NaiveContact* next = nullptr;
    for (NaiveContact& each : contacts_) {
      if (each.stage != Stage::waiting || !find_skill(agent.group, each.record.type)) continue;
      if (next == nullptr || comes_before(each, *next)) next = &each;
    }
    if (next != nullptr) return answer(*next, agent);
    agent.is_idle = true;
    agent.idle_since = now_;
  }

  const Scenario& scenario_;
  const Plan& plan_;
  Replication replication_;
  Time now_{};
  std::vector<NaiveContact> contacts_;  ///< by type and index
  std::vector<NaiveAgent> agents_;      ///< by AgentId
};

}  // namespace

std::vector<ContactRecord> simulate_naively(const Scenario& scenario, PlanId plan,
                                            const Replication& replication) {
  return NaiveCenter(scenario, plan, replication).run();
}

}  // namespace holdline::test
