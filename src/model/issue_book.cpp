#include "model/issue_book.hpp"

#include <algorithm>

namespace holdline {
namespace {

template <class Policy>
std::unique_ptr<Policy> make_policy(const PolicyChoice& choice, const PolicySetup& setup) {
  if (choice.entry == nullptr) return nullptr;
  return std::get<FactoryOf<Policy>>(choice.entry->factory)(choice.values, setup);
}

}  // namespace

IssueBook::IssueBook(const PlanTables& tables, const FrontEnd* front_end)
    : customers(tables.scenario.world),
      redial_delay(tables.scenario.world.behaviour.redial.delay),
      recontact_delay(tables.scenario.world.behaviour.recontact.delay),
      group_count(tables.groups.size()),
      tables_(tables),
      front_end_(front_end) {
  const World& world = tables.scenario.world;
  for (std::size_t i = 0; i < world.issue_types.size(); ++i) {
    const IssueTypeId type(i);
    types.emplace_back(world, type);
    streams.push_back(std::make_unique<IssueStream>(world, type, SegmentId{}, 0,
                                                    "issue/" + world.issue_types[i].name, 1.0));
  }
  block_streams.resize(world.segments.size());
  resolution_skills.assign(world.contact_types.size() * group_count, 0.0);
  for (std::size_t g = 0; g < group_count; ++g) {
    for (const Skill& skill : tables.groups[g].spec->skills) {
      resolution_skills[skill.type.index() * group_count + g] = skill.resolution;
    }
  }
  escalation_delays.resize(world.contact_types.size());
  for (std::size_t t = 0; t < world.contact_types.size(); ++t) {
    samplers.push_back(
        {Sampler(world.contact_types[t].patience), Sampler(world.contact_types[t].talk), {}});
    if (t < tables.plan.escalations.size() && tables.plan.escalations[t]) {
      escalation_delays[t].emplace(tables.plan.escalations[t]->delay);
    }
  }
  for (const auto& stream : streams) draw_ahead(*stream);
  for (std::uint32_t day = 0; day < world.calendar.days; ++day) {
    const auto opening = world.calendar.opening(day);
    if (!opening) continue;
    const Time begin{opening->begin};
    const Time end = std::min(Time{opening->end}, Time{world.calendar.horizon()});
    if (!openings_.empty() && begin <= openings_.back().end) {
      openings_.back().end = std::max(openings_.back().end, end);
    } else if (begin < end) {
      openings_.push_back({begin, end});
    }
  }
}

void IssueBook::draw_ahead(IssueStream& stream) const {
  const ContactTypeId type = types[stream.type.index()].only_contact_type();
  if (type.is_none()) return;
  const ContactSamplers& contact = samplers[type.index()];
  const bool is_of_start = stream.segment.is_none();  // a block of newcomers has few issues
  stream.draw_ahead({&contact.patience, &contact.talk, is_of_start,
                     front_end_ != nullptr && front_end_->meets(type),
                     tables_.scenario.world.outcomes.is_given});
}

const IssueBook::OwnSource& IssueBook::own_source(ContactTypeId type, std::uint64_t number) {
  OwnSource& own = own_sources[type.index()];
  if (!own.draws.holds(number)) [[unlikely]] {
    const AheadChoice choice{.with_blocks = true,
                             .has_front_end = front_end_ != nullptr && front_end_->meets(type),
                             .has_outcomes = tables_.scenario.world.outcomes.is_given};
    own.draws.fill(choice, own.keys, replication_, number);
  }
  return own;
}

void IssueBook::reset(std::uint64_t seed, std::uint32_t replication) {
  const World& world = tables_.scenario.world;
  replication_ = replication;
  customers.reset(seed, replication);
  open.clear();
  unused.clear();
  opened = 0;
  for (std::size_t i = 0; i < types.size(); ++i) streams[i]->reset(seed, replication, Time{});
  if (!has_keys_ || seed != keyed_seed_) {
    has_keys_ = true;
    keyed_seed_ = seed;
    own_sources.resize(world.contact_types.size());
    for (std::size_t t = 0; t < own_sources.size(); ++t) {
      own_sources[t].keys = make_issue_keys(seed, world.contact_types[t].name);
    }
    acquisition_keys.clear();
    for (const Segment& segment : world.segments) {
      acquisition_keys.push_back(make_stream_key(seed, Purpose::acquisition, segment.name));
    }
  }
  for (OwnSource& own : own_sources) own.draws.clear();
  const Weekday first_day = world.calendar.first_day;
  for (std::size_t t = 0; t < samplers.size(); ++t) {
    samplers[t].handle_factor =
        ProfileCursor(world.contact_types[t].arrivals.handle_time_factor, first_day, 1.0);
  }
  issue_factors.clear();
  for (const IssueType& type : world.issue_types) {
    issue_factors.emplace_back(type.arrivals.handle_time_factor, first_day, 1.0);
  }
  acquisitions.assign(world.segments.size(), 0);
  kept_away.assign(world.segments.size(), 0);
  acquisition_slots.clear();
  make_policies();
}

void IssueBook::make_policies() {
  const Outcomes& outcomes = tables_.scenario.world.outcomes;
  if (!outcomes.is_given) return;
  resolution = make_policy<ResolutionPolicy>(outcomes.resolution, tables_.setup);
  resolution_looks_back = resolution->looks_back();
  satisfaction = make_policy<SatisfactionPolicy>(outcomes.satisfaction, tables_.setup);
  effort = make_policy<EffortPolicy>(outcomes.effort, tables_.setup);
  recommendation = make_policy<RecommendationPolicy>(outcomes.recommendation, tables_.setup);
  survey_response = make_policy<SurveyResponsePolicy>(outcomes.survey_response, tables_.setup);
  churn = make_policy<ChurnPolicy>(outcomes.churn, tables_.setup);
  referral = make_policy<ReferralPolicy>(outcomes.referral, tables_.setup);
}

const IssueBook::Opening* IssueBook::opening_from(Time time) const {
  const auto opening =
      std::upper_bound(openings_.begin(), openings_.end(), time,
                       [](Time when, const Opening& each) { return when < each.end; });
  return opening == openings_.end() ? nullptr : &*opening;
}

Time IssueBook::next_open(Time time) const {
  const Opening* const opening = opening_from(time);
  return opening == nullptr ? kNever : std::max(time, opening->begin);
}

void IssueBook::set_patience(OpenIssue& issue, double patience_s) const {
  issue.patience_s = patience_s;
  if (issue.is_anonymous()) return;
  const auto& segments = tables_.scenario.world.segments;
  issue.patience_s *= segments[issue.record.segment.index()].patience_factor;
}

IssueView IssueBook::view(const OpenIssue& issue, Time now) const {
  const IssueRecord& record = issue.record;
  IssueView view;
  view.type = record.type;
  view.contact_type = record.contact_type;
  view.is_resolved = record.outcome == IssueOutcome::resolved;
  view.resolved_by_machine = record.resolved_by_machine;
  view.contacts = issue.attempts;
  view.served = record.served;
  view.abandonments = record.abandonments;
  view.transfers = record.transfers;
  view.menu_errors = issue.menu_errors;
  view.forced_failures = issue.forced_failures;
  view.machine_failures = issue.machine_failures;
  view.wait = record.wait;
  view.callback_wait = record.callback_wait;
  view.machine = record.machine;
  view.age = now - record.opened;
  view.quality = issue.talks > 0 ? issue.quality_sum / issue.talks : 0.0;
  view.is_late = record.is_late;
  view.effort = record.effort;
  return view;
}

}  // namespace holdline
