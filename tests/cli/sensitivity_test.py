"""The verdict as a process: files, --sensitivity, and what is refused."""

import csv
import json
import pathlib

from support import HERE, SMALL, ProgramTest, main

CUSTOMERS = str(HERE / "customers.yaml")
MACHINE = str(HERE / "machine.yaml")
SUCCESS = "plans.machine.self_service.success"
PRICE = "plan.costs.per_contact"
# Menus that only a zero leads out of, and callers who may not press it.
ROUND = ("{start: main, way_out: people, nodes: {people: {transfer: {}}, main: {menu: {duration: 5s, "
         "on_failure: people, options: {question: main}}}}}")
ZERO = ("    menu: {error_base: 0%, error_per_option: 0%, presses_zero: {value: 15%, source: assumed, "
        "range: [0%, 30%]}}\n")
ONE = ["--sensitivity", "--sensitivity-replications", "1", "--replications", "2"]


class Sensitivity(ProgramTest):
    def test_a_comparison_begins_with_a_verdict_where_customers_have_value(self):
        done = self.expect(0, "compare", CUSTOMERS)
        self.assertLess(done.stdout.index("Verdict over 9 days"), done.stdout.index("Arrivals"))
        self.assertIn("“generous” against “lean”", done.stdout)
        self.assertIn("holdline compare --sensitivity", " ".join(done.stdout.split()))
        self.assertNotIn("Verdict", self.expect(0, "compare", SMALL).stdout)
        self.assertNotIn("Verdict", self.expect(0, "run", CUSTOMERS).stdout)

    def test_the_curve_is_written_beside_the_other_files(self):
        self.expect(0, "compare", CUSTOMERS, "--csv", "out", "--quiet")
        self.assertEqual(sorted(p.name for p in (self.folder / "out").iterdir()),
                         ["curve.csv", "differences.csv", "figures.csv"])
        with open(self.folder / "out/curve.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        ends = {(row["plan"], row["minus"]): row for row in rows
                if row["quantity"] == "net_value" and row["end_day"] == "9"}
        gap = float(ends["generous", ""]["value"]) - float(ends["lean", ""]["value"])
        self.assertAlmostEqual(float(ends["generous", "lean"]["value"]), gap, places=4)

    def test_without_customers_nothing_is_added(self):
        self.expect(0, "compare", SMALL, "--csv", "out", "--quiet")
        self.assertEqual(sorted(p.name for p in (self.folder / "out").iterdir()),
                         ["differences.csv", "figures.csv"])
        head = (self.folder / "out/figures.csv").read_text(encoding="utf-8").splitlines()[0]
        self.assertEqual(head, "plan,contact_type,agent_group,period,period_start_s,metric,unit,"
                               "value,low,high,observations")

    def test_a_tornado_is_the_same_for_any_number_of_threads(self):
        words = ["compare", CUSTOMERS, "--quiet", "--csv", "out", *ONE]
        one = self.result(*words, "--threads", "1")
        self.assertEqual(one, self.result(*words, "--threads", "3"))
        study = one["sensitivity"]
        self.assertTrue(study["complete"])
        self.assertEqual((study["replications"], study["failed"]), (1, []))
        bars = study["tornados"][0]["bars"]
        self.assertGreater(len(bars), 5)
        swings = [bar["swing"] for bar in bars]
        self.assertEqual(swings, sorted(swings, reverse=True))
        self.assertGreater(swings[0], 0)
        rows = (self.folder / "out/sensitivity.csv").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len(rows), 1 + 2 * len(bars))

    def test_what_the_command_line_set_stays_set(self):
        words = ["compare", CUSTOMERS, "--quiet", *ONE, "--set", "world.behaviour=null"]
        paths = [bar["path"] for bar in self.result(*words)["sensitivity"]["tornados"][0]["bars"]]
        self.assertFalse([path for path in paths if path.startswith("world.behaviour.redial")])

    def test_a_verdict_that_turns_on_a_plans_vendor_figure_says_so_first(self):
        done = self.expect(0, "compare", MACHINE, "--quiet", "--sensitivity", "--csv", "out",
                           "--sensitivity-replications", "12", "--json", "out.json")
        text = " ".join(done.stdout.split())
        self.assertIn(f"“machine” against “people” This verdict turns on figures of vendors: {SUCCESS} "
                      "alone, within its range, would make “people” the better plan, by the 95% "
                      "interval there.", text)
        self.assertRegex(text, r"\d+ assumed or vendors’ figures, \d+ of the world and 2 of the "
                               r"plans, were tried over their range, one at a time: 1 turns the "
                               r"sign, by the 95% interval there[.;]")
        self.assertIn("Figures stated without a source were taken as given.", text)
        self.assertIn("after ± half the 95% interval at that end", text)
        self.assertRegex(done.stdout, r"\n  plans\.machine\.self_service\.success +5 to 80%"
                                      r"\s+L=+0=+\|=+H +−[0-9,]+ ± [0-9,]+ to +\+[0-9,]+ ± "
                                      r"[0-9,]+  turns\n")
        study = json.loads((self.folder / "out.json").read_text(encoding="utf-8"))["sensitivity"]
        tornado = study["tornados"][0]
        bars = {bar["path"]: bar for bar in tornado["bars"]}
        self.assertEqual(tornado["coefficients"], len(bars))
        self.assertEqual(bars[SUCCESS]["acts_in"], ["machine"])
        self.assertTrue(bars[SUCCESS]["low"]["turns_surely"])
        self.assertEqual(bars[PRICE]["acts_in"], ["people", "machine"])
        rows = list(csv.DictReader((self.folder / "out/sensitivity.csv").open(encoding="utf-8")))
        acts = {row["coefficient"]: row["acts_in"] for row in rows}
        self.assertEqual((acts[SUCCESS], acts[PRICE]), ("other", "both"))
        self.assertEqual(acts["world.behaviour.recontact.probability"], "both")
        self.assertEqual({where for path, where in acts.items()
                          if path.startswith("world.behaviour.self_service.")}, {"other", "neither"})

    def test_the_path_of_a_bar_is_one_for_set(self):
        words = ["compare", MACHINE, "--quiet", "--sensitivity", "--sensitivity-replications", "12"]
        bars = {bar["path"]: bar for bar in self.result(*words)["sensitivity"]["tornados"][0]["bars"]}
        for path, unit in ((SUCCESS, ""), (PRICE, " EUR")):
            there = self.result("compare", MACHINE, "--quiet", "--set",
                                f"{path}={bars[path]['high']['at']}{unit}")
            self.assertAlmostEqual(there["verdicts"][0]["net_value"]["value"],
                                   bars[path]["high"]["difference"]["value"], places=4)

    def test_a_plan_that_is_not_compared_blocks_no_trial(self):
        text = pathlib.Path(MACHINE).read_text(encoding="utf-8")
        text = text.replace("    self_service: {}\n", "    self_service: {}\n" + ZERO, 1)
        text = text.replace("plans:\n", "plans:\n  round: {ivr: " + ROUND + "}\n", 1)
        text += "expect: [{metric: asa, at_most: 1h, plan: round}]\n"
        (self.folder / "round.yaml").write_text(text, encoding="utf-8")
        words = ["compare", "round.yaml", "--quiet", *ONE]
        path = "world.behaviour.menu.presses_zero"
        self.assertEqual(self.result(*words)["sensitivity"]["failed"], [path])
        two = self.result(*words, "--plan", "people", "--plan", "machine")["sensitivity"]
        self.assertEqual(two["failed"], [])
        self.assertIn(path, [bar["path"] for bar in two["tornados"][0]["bars"]])

    def test_one_replication_gives_no_intervals_and_says_so(self):
        text = self.expect(0, "compare", MACHINE, "--quiet", *ONE).stdout
        self.assertIn("no intervals, for one replication does not tell how sure a change is",
                      " ".join(text.split()))

    def test_check_and_list_show_what_would_be_tried(self):
        done = self.expect(0, "check", MACHINE)
        self.assertRegex(done.stdout, r"\n  plans\.machine\.self_service\.success +70% +5 to 80%  "
                                      r"vendor\n")
        self.assertRegex(done.stdout, r"\n  plan\.costs\.per_contact \(both plans\) +1 EUR +0\.5 to "
                                      r"2 EUR  vendor\n")
        self.assertNotIn("agent_groups.desk.wage", done.stdout)  # stated: not in doubt
        self.assertNotIn(SUCCESS, self.expect(0, "check", MACHINE, "--plan", "people").stdout)
        self.assertNotIn("sensitivity", self.expect(0, "check", SMALL).stdout)
        listed = self.expect(0, "list", "coefficients").stdout
        for path in ("plan.self_service.success ", "plan.agent_groups.NAME.quality ",
                     "world.behaviour.redial.probability ",
                     "world.outcomes.churn.by_contacts.conversion "):
            self.assertIn(f"\n  {path}", listed)
        self.assertEqual(listed.count("plan.self_service.success "), 1)
        some = self.expect(0, "list", "coefficients", "escalation").stdout
        self.assertIn("plan.escalation.NAME.probability", some)
        self.assertNotIn("redial", some)
        self.assertIn("no coefficient", self.expect(2, "list", "coefficients", "nonsense").stderr)

    def test_what_cannot_be_is_refused(self):
        self.assertIn("needs a verdict", self.expect(2, "compare", SMALL, "--sensitivity").stderr)
        self.assertIn("needs '--sensitivity'", self.expect(
            2, "compare", CUSTOMERS, "--sensitivity-replications", "2").stderr)
        self.assertIn("whole number", self.expect(
            2, "compare", CUSTOMERS, "--sensitivity", "--sensitivity-replications", "0").stderr)
        self.assertIn("unknown option", self.expect(2, "run", CUSTOMERS, "--sensitivity").stderr)


if __name__ == "__main__":
    main()
