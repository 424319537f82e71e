"""Command line mistakes: exit code 2, a message on standard error that helps, nothing on standard output."""

import pathlib

from support import SMALL, ProgramTest, main


class Usage(ProgramTest):
    def refused(self, *words):
        done = self.expect(2, *words)
        self.assertEqual(done.stdout, "")
        return done.stderr

    def test_alone_it_prints_help_and_fails(self):
        self.assertIn("Usage: holdline <command>", self.refused())

    def test_help_is_asked_for_and_goes_to_standard_output(self):
        for words in (["--help"], ["-h"], ["help"]):
            done = self.expect(0, *words)
            self.assertIn("Exit codes", done.stdout)
            self.assertEqual(done.stderr, "")

    def test_every_command_has_help_with_an_example(self):
        for command in ("run", "compare", "check", "list", "schema", "version"):
            done = self.expect(0, command, "--help")
            self.assertTrue(done.stdout.startswith(f"Usage: holdline {command}"), done.stdout)
            self.assertIn("Examples", done.stdout)
            self.assertIn(f"holdline {command}", done.stdout.split("Examples")[1])

    def test_an_unknown_command_gets_a_suggestion(self):
        self.assertIn("unknown command 'rum'; did you mean 'run'?", self.refused("rum"))
        self.assertNotIn("did you mean", self.refused("xyzzy"))

    def test_an_unknown_option_gets_a_suggestion(self):
        self.assertIn("'--sede'; did you mean '--seed'?", self.refused("run", SMALL, "--sede", "1"))

    def test_options_cannot_be_abbreviated(self):
        self.assertIn("unknown option '--repl'; did you mean '--replications'?",
                      self.refused("run", SMALL, "--repl", "3"))

    def test_an_unknown_plan_gets_a_suggestion(self):
        said = self.refused("run", SMALL, "--plan", "generus")
        self.assertIn("no plan 'generus'; did you mean 'generous'? (plans: lean, generous)", said)

    def test_an_unknown_metric_policy_and_distribution_get_suggestions(self):
        self.assertIn("did you mean 'asa'?", self.refused("list", "metrics", "assa"))
        self.assertIn("did you mean 'longest_idle'?", self.refused("list", "policies", "longest_idel"))
        self.assertIn("did you mean 'lognormal'?", self.refused("list", "distributions", "lognormel"))
        self.assertIn("did you mean 'metrics'?", self.refused("list", "metric"))

    def test_a_kind_of_policies_is_listed(self):
        said = self.expect(0, "list", "policies", "churn").stdout
        every = self.expect(0, "list", "policies").stdout
        self.assertTrue(said.startswith("Policies: churn\n"), said)
        self.assertIn("by_contacts", said)
        self.assertNotIn("Policies: referral", said)
        self.assertIn(said, every)
        said = self.refused("list", "policies", "chrun")
        self.assertIn("no policy or kind of policies 'chrun'; did you mean 'churn'? (kinds: routing, ", said)

    def test_what_is_missing_or_too_much_is_named(self):
        self.assertIn("expected a scenario file, found none", self.refused("run"))
        self.assertIn("found also 'b.yaml'", self.refused("run", SMALL, "b.yaml"))
        self.assertIn("'--json' needs a value", self.refused("run", SMALL, "--json"))
        self.assertIn("'--quiet' takes no value", self.refused("run", SMALL, "--quiet=yes"))
        self.assertIn("'--seed' is given more than once",
                      self.refused("run", SMALL, "--seed", "1", "--seed", "2"))

    def test_numbers_are_checked(self):
        self.assertIn("expects a whole number, found 'ten'",
                      self.refused("run", SMALL, "--replications", "ten"))
        self.assertIn("from 1 to 1024, found '0'", self.refused("run", SMALL, "--threads", "0"))
        self.assertIn("a share such as 2%", self.refused("run", SMALL, "--precision", "narrow"))
        self.assertIn("experiment.replications", self.refused("run", SMALL, "--replications", "0"))
        self.assertIn("experiment.seed",
                      self.refused("run", SMALL, "--seed", "99999999999999999999"))

    def test_list_says_where_a_name_is_explained(self):
        for name, place in (("asa", "metrics asa"), ("churn", "policies churn"),
                            ("gamma", "distributions gamma")):
            self.assertIn(f"expected what to list before '{name}': holdline list {place}",
                          self.refused("list", name))
        self.assertIn("nothing to list under 'asx'", self.refused("list", "asx"))

    def test_color_takes_three_words(self):
        self.assertIn("did you mean 'always'?", self.refused("run", SMALL, "--color", "alway"))

    def test_set_needs_a_path_and_a_value(self):
        self.assertIn("expects PATH=VALUE, found 'seed'", self.refused("run", SMALL, "--set", "seed"))
        self.assertIn("expects PATH=VALUE, found '=3'", self.refused("run", SMALL, "--set", "=3"))

    def test_a_trace_is_of_one_plan(self):
        self.assertIn("choose it with --plan", self.refused("run", SMALL, "--trace", "t.csv"))

    def seed_of(self, *words):
        return self.result("run", SMALL, "--plan", "lean", *words)["experiment"]["seed"]

    def test_set_reaches_a_quoted_key_whatever_it_holds(self):
        name = 'tier=1 [A]'
        path = self.small_with(f"x-note: {{'{name}': 1}}\n")
        self.expect(0, "check", path, "--set", f'x-note."{name}"=2')
        self.expect(0, "check", path, "--set", f'x-note."{name}"=null')
        said = self.expect(2, "check", path, "--set", "x-note.tier [A]=2").stderr
        self.assertIn("stands in double quotes", said)
        said = self.refused("check", path, "--set", 'x-note."tier=2')
        self.assertIn("a quote in 'x-note.\"tier=2' is not closed", said)

    def test_check_says_that_a_centre_is_open_round_the_clock(self):
        self.assertNotIn("round the clock", self.expect(0, "check", SMALL).stdout)
        always = self.expect(0, "check", SMALL, "--set", "world.calendar.open=00:00-24:00").stdout
        self.assertIn(": 1 day, open round the clock, 24.0 h;", always)

    def test_of_options_that_set_the_same_the_last_wins(self):
        short, long = ["--seed", "8"], ["--set", "experiment.seed=9"]
        self.assertEqual(self.seed_of(*short, *long), self.seed_of("--seed", "9"))
        self.assertEqual(self.seed_of(*long, *short), self.seed_of("--seed", "8"))
        self.assertNotEqual(self.seed_of(*long, *short), self.seed_of(*short, *long))

    def test_replications_in_steady_state_are_warned_of(self):
        said = self.expect(0, "check", SMALL, "--set", "experiment={mode: steady_state, warm_up: 1h}",
                           "--replications", "7").stderr
        self.assertIn("warning: experiment.replications: a steady_state run is one long run: this is not used",
                      said)
        said = self.expect(0, "check", SMALL, "--set", "experiment.max_replications=70").stderr
        self.assertEqual(said, "")
        said = self.expect(0, "check", SMALL, "--set", "experiment.batches=20").stderr
        self.assertIn("a terminating run has no batches", said)

    def test_a_precision_asked_for_by_set_holds_beside_replications(self):
        def asked(*words):
            return self.result("run", SMALL, "--plan", "lean", *words)["experiment"]["precision"]
        wide = ["--set", "experiment.precision=90%"]
        self.assertEqual(asked("--replications", "3", *wide), 0.9)
        self.assertEqual(asked(*wide, "--replications", "3"), 0.9)
        self.assertEqual(asked(*wide, "--precision", "80%"), 0.8)
        self.assertEqual(asked("--precision", "80%", *wide), 0.9)

    def test_null_removes_a_plan(self):
        done = self.expect(2, "run", SMALL, "--set", "plans.lean=null", "--plan", "lean")
        self.assertIn("no plan 'lean' (plans: generous)", done.stderr)
        done = self.expect(2, "run", SMALL, "--set", "plans.leen=null")
        self.assertIn("expected the key `leen` to remove", done.stderr)

    def test_a_slip_in_a_plans_name_makes_no_plan(self):
        done = self.expect(2, "compare", SMALL, "--set", "plans.leen.agent_groups.desk.wage=1 EUR/h")
        self.assertIn("there is no plan `leen`; did you mean `lean`?", done.stderr)

    def test_a_slip_in_a_groups_name_is_suggested(self):
        done = self.expect(2, "run", SMALL, "--set", "plan.agent_groups.dsek.wage=1 EUR/h")
        self.assertIn("--set made `plan.agent_groups.dsek`; did you mean `desk`?", done.stderr)

    def said_of(self, scenario, *words):
        return self.expect(0, "check", scenario, *words).stderr

    def test_an_override_that_every_plan_overrules_is_warned_of(self):
        agents = ["--set", "plan.agent_groups.desk.agents=7"]
        said = self.said_of(SMALL, *agents)
        self.assertEqual(said, "--set: warning: plan.agent_groups.desk.agents: this changes nothing: lean and generous "
                         "state it themselves; set plans.lean.agent_groups.desk.agents and "
                         "plans.generous.agent_groups.desk.agents\n")
        self.assertIn("lean states it itself", self.said_of(SMALL, *agents, "--plan", "lean"))
        self.assertEqual(self.said_of(SMALL, *agents, "--quiet"), "")

    def test_an_override_that_a_plan_takes_over_is_not_warned_of(self):
        for path in ("plan.agent_groups.desk.wage=30 EUR/h", "plan.trunks=90",
                     "plan.agent_groups.desk={agents: 4, skills: [call], wage: 30 EUR/h}",
                     "plans.lean.agent_groups.desk.agents=2", "experiment.seed=5"):
            self.assertEqual(self.said_of(SMALL, "--set", path), "")
        self.assertEqual(self.said_of(SMALL, "--set", "plan.agent_groups.desk.agents=7",
                                      "--set", "plans.lean.agent_groups={}"), "")

    def test_of_a_mapping_the_values_that_every_plan_overrules_are_named(self):
        group = "plan.agent_groups={desk: {agents: 6, skills: [call], wage: 26 EUR/h}}"
        self.assertEqual(self.said_of(SMALL, "--set", group),
                         "--set: warning: plan.agent_groups: of this, plan.agent_groups.desk.agents changes nothing: "
                         "lean and generous state it themselves; set plans.lean.agent_groups.desk.agents and "
                         "plans.generous.agent_groups.desk.agents\n")
        own = ["--set", "plans={one: {trunks: 9, queue_limit: 8, agent_groups: {desk: {agents: 2, wage: 9 EUR/h}}}}"]
        said = self.said_of(SMALL, *own, "--set", "plan={trunks: 7, queue_limit: 7, agent_groups: {desk: "
                            "{agents: 6, skills: [call], wage: 26 EUR/h}}}")
        self.assertEqual(said.count("warning"), 1)
        self.assertIn("of this, plan.trunks, plan.queue_limit, plan.agent_groups.desk.agents and 1 more change "
                      "nothing: one states them itself; set plans.one.trunks, and so on", said)

    def test_a_plan_that_leaves_out_what_is_set_is_said_to(self):
        costs = ["--set", "plan.costs={per_contact: 1 EUR}", "--set", "plans.lean.costs=null",
                 "--set", "plans.generous.costs.per_contact=2 EUR", "--set", "plan.costs.per_contact=3 EUR"]
        self.assertIn("plan.costs.per_contact: this changes nothing: generous states it itself, lean leaves it out "
                      "(plans.lean.costs: null); set plans.generous.costs.per_contact\n", self.said_of(SMALL, *costs))
        alone = self.said_of(SMALL, *costs, "--plan", "lean")
        self.assertIn("this changes nothing: lean leaves it out (plans.lean.costs: null)\n", alone)
        self.assertNotIn("; set", alone)

    def test_what_is_around_an_override_may_overrule_it(self):
        lists = ["--set", "plan.agent_groups.desk={skills: [call], shifts: {day: {agents: 4, hours: 08:00-16:00, "
                 "breaks: [{kind: meal, at: 12:00, length: 30m}]}}}",
                 "--set", "plans={thin team: {agent_groups: {desk: {shifts: {day: {breaks: []}}}}}}"]
        longer = "plan.agent_groups.desk.shifts.day.breaks[0].length=1h"
        self.assertIn('; set plans."thin team".agent_groups.desk.shifts.day.breaks',
                      self.said_of(SMALL, *lists, "--set", longer))
        many = "{" + ", ".join(f"p{i}: {{agent_groups: {{desk: {{agents: {i}}}}}}}" for i in range(3, 8)) + "}"
        said = self.said_of(SMALL, "--set", f"plans={many}", "--set", "plan.agent_groups.desk.agents=7")
        self.assertIn("all 5 plans state it themselves; set plans.p3.agent_groups.desk.agents, and so on", said)

    def test_a_slip_in_the_name_of_something_whole_is_warned_of(self):
        sick = ["--set", "plan.agent_groups.desk={agents: 4, skills: [call], absence: {sick: {probability: 4%}}}"]
        file = self.scenario(pathlib.Path(SMALL).read_text(encoding="utf-8").replace(
            "wage: 20 EUR/h}", "absence: {sick: {probability: 4%}}}"))
        slip = "plan.agent_groups.desk.absence.sik"
        said = self.said_of(file, "--set", slip + ".probability=8%")
        self.assertEqual(said, f"--set: warning: {slip}: this adds `sik` beside `sick`; did you mean `sick`?\n")
        said = self.said_of(file, "--set", "plans.lean.agent_groups.desk.absence.sick2.probability=8%",
                            "--set", "plans.lean.agent_groups.desk.absence.training.probability=8%",
                            "--set", "plan.agent_groups.desk.absence.sick.probability=8%")
        self.assertEqual(said, "")
        group = ["--set", "plan.agent_groups.dsek.skills=[call]", "--set", "plan.agent_groups.dsek.agents=1"]
        self.assertIn("this adds `dsek` beside `desk`", self.said_of(SMALL, *group))
        # Of two that both come from the command line neither is the slip.
        self.assertEqual(self.said_of(SMALL, *sick, "--set", slip + ".probability=8%"), "")

    def test_a_comparison_needs_two_plans(self):
        self.assertIn("a comparison needs two plans", self.refused("compare", SMALL, "--plan", "lean"))
        self.assertIn("is named twice",
                      self.refused("compare", SMALL, "--plan", "lean", "--plan", "lean"))


if __name__ == "__main__":
    main()
