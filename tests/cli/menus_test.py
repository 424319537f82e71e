"""`check` prints what menus and machines do to callers, by algebra; the figures are worked out by hand."""

from support import SMALL, ProgramTest, main

# A try of 17 s: repeats with .2, so that there are 1.2 tries; .04 of the callers never choose.
MENUS = """  ivr:
    start: main
    way_out: people
    nodes:
      main: {menu: {duration: 15s, options: {call: task}, speech_failure: 20%, error: 0%,
                    retries: 1, on_failure: people, opt_out: none}}
      task: {self_service: {duration: {deterministic: {value: 10s}}, success: 25%, next: people}}
      people: {transfer: {}}
"""


# Nobody who is asked is known: trust of a half, so that 60 % take it.
MACHINE = """  self_service: {mode: optional, duration: {deterministic: {value: 50s}}, success: 30%}
"""


class Menus(ProgramTest):
    def with_plan(self, more):
        with open(SMALL, encoding="utf-8") as small:
            return self.scenario(small.read().replace("plans:\n", more + "plans:\n"))

    def with_menus(self):
        return self.with_plan(MENUS)

    def test_a_row_for_each_need_of_each_plan(self):
        done = self.expect(0, "check", self.with_menus())
        self.assertEqual(done.stderr.count("world.behaviour.menu is left out"), 1)
        meant = "world.behaviour.menu={error_base: 0%, error_per_option: 0%, presses_zero: 0%, hang_up: 0/h}"
        same = self.expect(0, "check", self.with_menus(), "--set", meant)
        self.assertEqual((same.stderr, same.stdout), ("", done.stdout))
        table = done.stdout[done.stdout.index("In the menus"):]
        rows = [line.split() for line in table.splitlines() if line.startswith("  call")]
        self.assertEqual(len(rows), 2)
        # 1.2 x 17 s + .96 x 10 s; .96 x .25 contained; the rest to the people.
        self.assertEqual(rows[0], "call 30.0 s 24.0 % 0.0 % 76.0 % 0.0 % 0.0 % 0.0 %".split())
        self.assertEqual(rows[0], rows[1])

    def test_a_plan_without_menus_has_no_table(self):
        self.assertNotIn("In the menus", self.expect(0, "check", SMALL).stdout)
        only = self.expect(0, "check", self.with_menus(), "--set", "plans.lean.ivr=null")
        self.assertNotIn("Plan lean\n  call", only.stdout)
        self.assertIn("Plan generous\n  call", only.stdout)

    def test_a_row_for_each_need_that_comes_to_a_machine(self):
        asked = ["--set", "world.behaviour.self_service={acceptance: 60%}"]
        done = self.expect(0, "check", self.with_plan(MACHINE), *asked)
        self.assertNotIn("In the menus", done.stdout)
        table = done.stdout[done.stdout.index("At the machine"):]
        rows = [line.split() for line in table.splitlines() if line.startswith("  call")]
        self.assertEqual(rows, 2 * ["call 60.0 % 30.0 s 18.0 % 0.0 % 82.0 %".split()])
        only = self.expect(0, "check", self.with_plan(MENUS + MACHINE), *asked,
                           "--set", "plans.lean.self_service.mode=none").stdout
        menus, machine = only[only.index("In the menus"):].split("At the machine")
        self.assertEqual(menus.count("\n  call"), 2)
        self.assertEqual(machine.count("\n  call"), 1)


if __name__ == "__main__":
    main()
