"""Output files: whole or absent, found unwritable before simulating, and every failure is exit 4."""

import csv
import fcntl
import json
import os
import pathlib
import subprocess
import time

from support import PROGRAM, SMALL, ProgramTest, main

# Longer than the limit that expect() sets a process: only who fails at once passes.
LONG = ["run", SMALL, "--replications", "1000000", "--set", "world.calendar.days=3660"]


class Files(ProgramTest):
    def fails_fast(self, *words, name):
        done = self.expect(4, *LONG, *words)
        self.assertIn(f"({name})", done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(self.leftovers(), [])
        return done.stderr

    def test_json_and_csv_are_written_and_nothing_is_left_over(self):
        done = self.expect(0, "compare", SMALL, "--csv", "out", "--json", "out/result.json")
        self.assertIn("In words", done.stdout)
        result = json.loads((self.folder / "out/result.json").read_text(encoding="utf-8"))
        self.assertTrue(result["complete"])
        with open(self.folder / "out/figures.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), len(result["figures"]))
        self.assertEqual([row["value"] for row in rows if row["value"]],
                         [repr_of(f["value"]) for f in result["figures"] if f["value"] is not None])
        with open(self.folder / "out/differences.csv", encoding="utf-8", newline="") as file:
            self.assertEqual(len(list(csv.DictReader(file))), len(result["differences"]))
        self.assertEqual(self.leftovers(), [])

    def test_json_to_standard_output_replaces_the_text(self):
        done = self.expect(0, "run", SMALL, "--json", "-")
        self.assertEqual(json.loads(done.stdout)["holdline_result"], 1)

    def keeps(self, path, *words, **options):
        """Refused as a mistake of the command line; `path` stays as it was."""
        before = path.read_bytes()
        done = self.expect(2, "run", *words, "--plan", "lean", **options)
        self.assertEqual(path.read_bytes(), before)
        self.assertEqual(self.leftovers(), [])
        self.assertEqual(done.stdout, "")
        return done.stderr

    def test_no_output_overwrites_the_scenario(self):
        scenario = self.small_with("")
        os.symlink(scenario.name, self.folder / "link.yaml")
        os.link(scenario, self.folder / "hard.yaml")
        for name in ("scenario.yaml", "./scenario.yaml", scenario, "link.yaml", "hard.yaml"):
            for option in ("--json", "--trace"):
                said = self.keeps(scenario, "scenario.yaml", option, name)
                self.assertIn(f"{option} would overwrite the scenario", said)

    def test_no_output_overwrites_a_file_the_scenario_names(self):
        (self.folder / "data").mkdir()
        data = self.folder / "data/figures.csv"
        data.write_text("seconds\n60\n120\n", encoding="utf-8")
        text = pathlib.Path(SMALL).read_text(encoding="utf-8")
        changed = text.replace("handle_time: {exponential: {mean: 3m}}",
                               "handle_time: {empirical: {file: data/figures.csv, column: seconds}}")
        self.assertNotEqual(changed, text)
        self.scenario(changed)
        for words in (["--trace", "data/figures.csv"], ["--json", "data/../data/figures.csv"],
                      ["--csv", "data"]):
            said = self.keeps(data, "scenario.yaml", *words)
            self.assertIn(f"{words[0]} would overwrite data/figures.csv, which scenario.yaml reads",
                          said)
        recorded = text.replace("{poisson: {rate: 60/h}}",
                                "{recorded: {file: data/figures.csv, column: seconds}}")
        self.assertNotEqual(recorded, text)
        self.scenario(recorded)
        self.keeps(data, "scenario.yaml", "--trace", "data/figures.csv")

    def test_two_outputs_are_two_files(self):
        def refused(*words):
            done = self.expect(2, "run", SMALL, "--plan", "lean", *words)
            self.assertEqual(list(self.folder.iterdir()), [])
            return done.stderr
        self.assertIn("--json and --trace name the same file",
                      refused("--json", "a", "--trace", "./a"))
        self.assertIn("--json and --csv name the same file",
                      refused("--csv", "out", "--json", "out/figures.csv"))
        self.assertIn("--json and --trace both name standard output",
                      refused("--json", "-", "--trace", "-"))
        self.expect(0, "run", SMALL, "--plan", "lean", "--json", "/dev/null", "--trace", "/dev/null")

    def test_a_trace_to_standard_output_replaces_the_text(self):
        self.expect(0, "run", SMALL, "--plan", "lean", "--trace", "trace.csv")
        done = self.expect(0, "run", SMALL, "--plan", "lean", "--trace", "-", "--json", "r.json")
        self.assertEqual(done.stdout, (self.folder / "trace.csv").read_text(encoding="utf-8"))
        self.assertIn("holdline_result", (self.folder / "r.json").read_text(encoding="utf-8"))
        self.assertFalse((self.folder / "-").exists())

    def test_a_trace_whose_reader_leaves_ends_the_run_quietly(self):
        reading, writing = os.pipe()
        os.close(reading)
        done = self.expect(141, *LONG, "--plan", "lean", "--quiet", "--trace", "-", stdout=writing)
        os.close(writing)
        self.assertEqual(done.stderr, "")

    def test_a_trace_has_a_row_for_each_contact(self):
        result = self.result("run", SMALL, "--plan", "lean", "--trace", "trace.csv")
        with open(self.folder / "trace.csv", encoding="utf-8", newline="") as file:
            self.assertEqual(len(list(csv.DictReader(file))), result["plans"][0]["contacts"])

    def test_what_cannot_be_written_is_found_before_simulating(self):
        (self.folder / "folder").mkdir()
        os.symlink("loop", self.folder / "loop")
        self.fails_fast("--json", "missing/r.json", name="ENOENT")
        self.fails_fast("--json", "folder", name="EISDIR")
        self.fails_fast("--json", "folder/", name="EISDIR")
        self.fails_fast("--json", "loop", name="ELOOP")
        self.fails_fast("--json", "x" * 300, name="ENAMETOOLONG")
        self.fails_fast("--csv", "missing/folder", name="ENOENT")
        self.fails_fast("--plan", "lean", "--trace", "missing/t.csv", name="ENOENT")
        self.fails_fast("--json", "/proc/r.json", name="ENOENT")

    def test_a_file_where_the_folder_of_the_tables_is_meant_is_a_mistake_of_the_command_line(self):
        (self.folder / "figures.csv").write_text("old", encoding="utf-8")
        done = self.expect(2, *LONG, "--csv", "figures.csv")
        self.assertIn("option '--csv' expects a folder, which gets a file for each table; "
                      "found the file 'figures.csv'", done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual((self.folder / "figures.csv").read_text(encoding="utf-8"), "old")
        self.assertEqual(self.leftovers(), [])

    def test_a_folder_that_may_not_be_written_is_found_before_simulating(self):
        if os.geteuid() == 0:
            self.skipTest("root may write anywhere")
        (self.folder / "closed").mkdir(mode=0o555)
        self.fails_fast("--json", "closed/r.json", name="EACCES")
        self.fails_fast("--csv", "closed", name="EACCES")

    def test_names_need_not_be_utf_8(self):
        name = os.fsencode(str(self.folder)) + b"/\xff\xfe.json"
        done = subprocess.run([PROGRAM, "run", SMALL, "--json", name], env=self.environment(),
                              capture_output=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(os.path.exists(name))

    def test_a_full_disk_is_exit_4(self):
        done = self.expect(4, "run", SMALL, "--json", "/dev/full")
        self.assertIn("/dev/full: No space left on device (ENOSPC)", done.stderr)
        done = self.expect(4, "run", SMALL, "--plan", "lean", "--trace", "/dev/full")
        self.assertIn("(ENOSPC)", done.stderr)

    def test_a_failing_trace_stops_the_run(self):
        self.expect(4, *LONG, "--plan", "lean", "--trace", "/dev/full")

    def test_an_old_result_stays_when_the_new_one_fails(self):
        old = self.folder / "r.json"
        old.write_text("old", encoding="utf-8")
        limited = f"ulimit -f 1; trap '' XFSZ; exec {PROGRAM} run {SMALL} --json r.json"
        done = subprocess.run(["sh", "-c", limited], cwd=self.folder, env=self.environment(),
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn("(EFBIG)", done.stderr)
        self.assertEqual(old.read_text(encoding="utf-8"), "old")
        self.assertEqual(self.leftovers(), [])

    def test_a_link_is_followed_not_replaced(self):
        (self.folder / "real").mkdir()
        os.symlink("real/r.json", self.folder / "link.json")
        (self.folder / "real/r.json").write_text("old", encoding="utf-8")
        self.expect(0, "run", SMALL, "--json", "link.json")
        self.assertTrue((self.folder / "link.json").is_symlink())
        self.assertIn("holdline_result", (self.folder / "real/r.json").read_text(encoding="utf-8"))

    def test_of_two_writers_of_one_file_one_is_refused(self):
        first = subprocess.Popen([PROGRAM, *LONG, "--json", "r.json"], cwd=self.folder,
                                 env=self.environment(), stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        try:
            wait_for(self.leftovers)
            done = self.expect(4, "run", SMALL, "--json", "r.json")
            self.assertIn("another holdline process is writing it", done.stderr)
        finally:
            first.kill()
            first.wait()
        # Killed, the first leaves its hidden file; the next run takes it over.
        self.assertNotEqual(self.leftovers(), [])
        self.expect(0, "run", SMALL, "--json", "r.json")
        self.assertEqual(self.leftovers(), [])

    def test_a_stale_lock_file_of_somebody_else_is_no_lock(self):
        self.expect(0, "run", SMALL, "--json", "r.json")
        before = (self.folder / "r.json").read_bytes()
        with open(self.folder / "r.json", "rb") as reader:
            fcntl.flock(reader, fcntl.LOCK_SH)  # a reader does not hinder
            self.expect(0, "run", SMALL, "--json", "r.json")
        self.assertEqual((self.folder / "r.json").read_bytes(), before)


def repr_of(value):
    """The shortest text of a double as the program writes it."""
    text = repr(value)
    return text[:-2] if text.endswith(".0") else text


def wait_for(condition):
    deadline = time.monotonic() + 20
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("nothing happened in 20 s")
        time.sleep(0.02)


if __name__ == "__main__":
    main()
