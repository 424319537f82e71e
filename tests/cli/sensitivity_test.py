"""The verdict as a process: files, --sensitivity, and what is refused."""

import csv

from support import HERE, SMALL, ProgramTest, main

CUSTOMERS = str(HERE / "customers.yaml")
ONE = ["--sensitivity", "--sensitivity-replications", "1", "--replications", "2"]


class Sensitivity(ProgramTest):
    def test_a_comparison_begins_with_a_verdict_where_customers_have_value(self):
        done = self.expect(0, "compare", CUSTOMERS)
        self.assertLess(done.stdout.index("Verdict over 9 days"), done.stdout.index("Arrivals"))
        self.assertIn("generous against lean", done.stdout)
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

    def test_what_cannot_be_is_refused(self):
        self.assertIn("needs a verdict", self.expect(2, "compare", SMALL, "--sensitivity").stderr)
        self.assertIn("needs '--sensitivity'", self.expect(
            2, "compare", CUSTOMERS, "--sensitivity-replications", "2").stderr)
        self.assertIn("whole number", self.expect(
            2, "compare", CUSTOMERS, "--sensitivity", "--sensitivity-replications", "0").stderr)
        self.assertIn("unknown option", self.expect(2, "run", CUSTOMERS, "--sensitivity").stderr)


if __name__ == "__main__":
    main()
