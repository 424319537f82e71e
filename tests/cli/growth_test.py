"""A company that grows without end is its scenario's mistake: told with the figure to look at."""

from support import ProgramTest, main

# Everybody is a promoter, and each issue wins ten customers.
GROWING = """holdline: 1
name: Growing
world:
  contact_types: {call: {handle_time: {deterministic: {value: 0}}}}
  customers: {segments: {everybody: {count: 10000000}}}
  issues: {question: {per_customer: 73/year, contact_type: call}}
  outcomes:
    recommendation:
      by_satisfaction: {satisfied_promoter: 100%, satisfied_detractor: 0%,
                        unsatisfied_promoter: 100%, unsatisfied_detractor: 0%}
    referral: {by_recommendation: {promoter: 10}}
plan:
  agent_groups: {desk: {agents: 3, skills: [call]}}
experiment: {replications: 1}
"""


class Growth(ProgramTest):
    def test_a_base_that_outgrows_a_run_names_the_referrals(self):
        self.scenario(GROWING)
        done = self.expect(2, "run", "scenario.yaml", "--json", "r.json", "--quiet", timeout=280)
        self.assertIn("holdline: error: scenario.yaml: plan base, replication 0: on day 1 more than "
                      "the 20000000 customers", done.stderr)
        self.assertIn("lower the customers won for each issue (world.outcomes.referral)",
                      done.stderr)
        self.assertNotIn("INTERNAL", done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual([p.name for p in self.folder.iterdir()], ["scenario.yaml"])


if __name__ == "__main__":
    main()
