"""Nothing but scenario and seed reaches the result: threads, locale, time zone, log level, tracing."""

import json
import subprocess

from support import SMALL, ProgramTest, main


class SameBits(ProgramTest):
    def bits(self, *words, **environment):
        done = self.expect(0, "compare", SMALL, "--json", "-", *words,
                           env={**self.environment(), **environment})
        return done.stdout

    def test_threads_locale_and_time_zone_do_not_matter(self):
        plain = self.bits("--threads", "1")
        self.assertEqual(self.bits("--threads", "2"), plain)
        self.assertEqual(self.bits("--threads", "8", "--quiet"), plain)
        self.assertEqual(self.bits(LC_ALL="de_DE.UTF-8", LC_NUMERIC="de_DE.UTF-8"), plain)
        self.assertEqual(self.bits(TZ="Asia/Kathmandu"), plain)
        self.assertEqual(self.bits("--seed", "3"), plain)
        self.assertEqual(self.bits("--set", "experiment.seed=3"), plain)
        self.assertNotEqual(self.bits("--seed", "4"), plain)

    def test_tracing_does_not_matter(self):
        words = ["run", SMALL, "--plan", "lean", "--json", "-"]
        self.assertEqual(self.expect(0, *words, "--trace", "t.csv").stdout,
                         self.expect(0, *words).stdout)

    def test_the_text_has_no_comma_for_a_point_in_any_locale(self):
        available = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False)
        if "de_DE" not in available.stdout:
            self.skipTest("no German locale on this machine")
        plain = self.expect(0, "run", SMALL).stdout
        german = self.expect(0, "run", SMALL, env={**self.environment(), "LC_ALL": "de_DE.UTF-8"})
        self.assertEqual(german.stdout, plain)

    def test_the_file_name_is_not_in_the_result(self):
        copy = self.small_with("")
        self.assertEqual(self.expect(0, "compare", copy, "--json", "-").stdout, self.bits())

    def test_list_distributions_and_the_schema_name_the_same_kinds(self):
        schema = json.loads(self.expect(0, "schema").stdout)
        kinds = set(distribution_kinds(schema))
        listed = self.expect(0, "list", "distributions").stdout.splitlines()[1:]
        names = {line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "}
        self.assertEqual(names - {"infinite"}, kinds)

    def test_the_printed_schema_knows_the_metrics(self):
        schema = json.loads(self.expect(0, "schema").stdout)
        shown = schema["properties"]["score"]["properties"]["metrics"]["items"]["enum"]
        self.assertIn("service_level", shown)
        composite = schema["properties"]["score"]["properties"]["composite"]["items"]
        self.assertEqual(composite["properties"]["metric"]["enum"], shown)


def distribution_kinds(schema):
    """Names that may stand beside mass_at_zero in the schema."""
    found = []

    def walk(node):
        if isinstance(node, dict):
            properties = node.get("properties", {})
            if "mass_at_zero" in properties:
                found.extend(name for name in properties if name != "mass_at_zero")
            for inner in node.values():
                walk(inner)
        elif isinstance(node, list):
            for inner in node:
                walk(inner)

    walk(schema)
    return found


if __name__ == "__main__":
    main()
