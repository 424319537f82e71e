"""Exit codes of finished work: expectations, --strict, bad scenarios; `check` agrees with `run`."""

import pathlib

from support import SMALL, ProgramTest, main

HOPELESS = "expect:\n  - {metric: service_level, at_least: 99%, plan: lean}\n"
CERTAIN = "expect:\n  - {metric: service_level, at_least: 1%}\n"


class Verdict(ProgramTest):
    def test_a_run_reports_on_standard_output_and_nothing_else_does(self):
        done = self.expect(0, "run", SMALL)
        self.assertIn("Service level", done.stdout)
        self.assertIn("lean", done.stdout)
        self.assertEqual(done.stderr, "")

    def test_an_expectation_met_is_0_and_one_not_met_is_1(self):
        done = self.expect(0, "run", self.small_with(CERTAIN))
        self.assertIn("met ", done.stdout)
        done = self.expect(1, "run", self.small_with(HOPELESS))
        self.assertIn("NOT MET", done.stdout)

    def test_an_undecided_expectation_is_3_only_under_strict(self):
        found = self.result("run", SMALL, "--plan", "lean")
        level = next(f for f in found["figures"] if f["name"] == "service_level"
                     and f["contact_type"] is None and f["agent_group"] is None)
        path = self.small_with(
            f"expect:\n  - {{metric: service_level, at_least: {level['value']:.6f}, plan: lean}}\n")
        self.assertIn("undecided", self.expect(0, "run", path).stdout)
        self.expect(3, "run", path, "--strict")

    def test_precision_not_reached_is_3_only_under_strict(self):
        words = ["run", SMALL, "--plan", "lean", "--precision", "0.01%",
                 "--set", "experiment.max_replications=20"]
        self.assertIn("warning", self.expect(0, *words).stderr)
        self.expect(3, *words, "--strict")

    def test_a_bad_scenario_prints_every_mistake_and_is_2(self):
        path = self.scenario("holdline: 1\nname: Bad\nworld:\n  contact_types:\n    call:\n"
                             "      arrivals: {poisson: {rate: 60}}\n"
                             "      handle_time: {exponential: {men: 3m}}\n"
                             "plan:\n  agent_groups:\n    desk: {agents: -4, skills: [cal]}\n")
        for command in ("run", "check", "compare"):
            done = self.expect(2, command, path)
            self.assertEqual(done.stdout, "")
            self.assertGreaterEqual(done.stderr.count(": error: "), 4, done.stderr)
            self.assertIn(f"{path}:6:", done.stderr)

    def test_check_says_what_is_offered_and_staffed(self):
        done = self.expect(0, "check", SMALL)
        self.assertIn("no errors", done.stdout)
        self.assertIn("3.00 erl", done.stdout)  # 60/h x 3 min
        self.assertIn("480.0", done.stdout)     # contacts in 8 h
        self.assertIn("24.0 h", done.stdout)    # 3 agents x 8 h
        self.assertIn("800 EUR", done.stdout)   # 5 agents x 8 h x 20 EUR

    def test_check_refuses_what_run_refuses(self):
        for words in (["--plan", "nobody"], ["--set", "plan.agent_groups.desk.agents=x"],
                      ["--set", "plan.agent_group=1"], ["--seed", "-"]):
            run = self.run_program("run", SMALL, *words)
            check = self.run_program("check", SMALL, *words)
            self.assertEqual((run.returncode, run.stderr.replace("run", "check")),
                             (2, check.stderr.replace("run", "check")), words)
            self.assertEqual(check.returncode, 2)

    def test_a_metric_slip_in_the_scenario_is_caught(self):
        path = self.small_with("expect:\n  - {metric: servce_level, at_least: 1%}\n")
        self.assertIn("service_level", self.expect(2, "check", path).stderr)

    def test_set_changes_the_scenario(self):
        calm = self.result("run", SMALL, "--set", "plans.lean.agent_groups.desk.agents=9")
        hours = [f["value"] for f in calm["figures"] if f["name"] == "scheduled_hours"
                 and f["plan"] == "lean" and f["agent_group"] is None]
        self.assertAlmostEqual(hours[0], 72.0)

    def test_the_last_of_two_sets_wins(self):
        words = ["--set", "experiment.seed=5", "--set", "experiment.seed=6"]
        self.assertEqual(self.result("run", SMALL, *words)["experiment"]["seed"], 6)

    def test_replications_overrule_the_scenarios_precision(self):
        path = self.scenario(pathlib.Path(SMALL).read_text(encoding="utf-8").replace(
            "replications: 10", "replications: 10, precision: 0.01%"))
        plans = self.result("run", path, "--replications", "4")["plans"]
        self.assertEqual([plan["replications"] for plan in plans], [4, 4])

    def test_a_comparison_gives_differences_to_the_first_plan_named(self):
        done = self.expect(0, "compare", SMALL, "--plan", "generous", "--plan", "lean")
        self.assertIn("lean − generous", done.stdout)
        self.assertIn("In words: “lean” against “generous”", done.stdout)


if __name__ == "__main__":
    main()
