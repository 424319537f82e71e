"""Standard streams: full, closed, broken, coloured; and the terminal."""

import os
import pty
import subprocess

from support import PROGRAM, SMALL, ProgramTest, main


class Streams(ProgramTest):
    def shell(self, command):
        return subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.environment(),
                              capture_output=True, text=True, timeout=60, check=False)

    def test_a_full_standard_output_is_exit_4(self):
        for words in (["run", SMALL], ["list"], ["version"], ["schema"], ["--help"],
                      ["run", "--help"], ["check", SMALL]):
            with open("/dev/full", "w", encoding="utf-8") as full:
                done = self.expect(4, *words, stdout=full)
            self.assertIn("cannot write standard output: No space left on device (ENOSPC)",
                          done.stderr)

    def test_a_closed_standard_output_is_exit_4_before_simulating(self):
        done = self.shell(f"{PROGRAM} run {SMALL} --replications 1000000 >&-")
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn("(EBADF)", done.stderr)

    def test_a_closed_standard_output_does_not_swallow_a_file(self):
        done = self.shell(f"{PROGRAM} version >&-")
        self.assertEqual(done.returncode, 4)

    def test_closed_standard_error_and_input_are_survived(self):
        done = self.shell(f"{PROGRAM} run {SMALL} --json r.json 2>&- <&-")
        self.assertEqual(done.returncode, 0)
        self.assertTrue((self.folder / "r.json").read_text(encoding="utf-8").startswith("{\n"))

    def test_a_reader_that_leaves_is_quiet_and_the_file_is_whole(self):
        done = self.shell(f"({PROGRAM} run {SMALL} --json r.json; echo code $? >&2) | true")
        self.assertIn("code 141", done.stderr)
        self.assertNotIn("error", done.stderr)
        self.assertTrue((self.folder / "r.json").read_text(encoding="utf-8").endswith("}\n"))

    def terminal(self, *words, **environment):
        """What a terminal would show: both streams on one pseudo terminal."""
        env = {**self.environment(), "TERM": "xterm", **environment}
        ours, theirs = pty.openpty()
        with subprocess.Popen([PROGRAM, *words], env=env, stdin=subprocess.DEVNULL, stdout=theirs,
                              stderr=theirs) as process:
            os.close(theirs)
            shown = b""
            while True:
                try:
                    piece = os.read(ours, 65536)
                except OSError:  # the other side is closed
                    break
                if not piece:
                    break
                shown += piece
            process.wait(timeout=60)
        os.close(ours)
        return shown.decode("utf-8")

    def test_colour_is_for_terminals(self):
        self.assertIn("\x1b[1m", self.terminal("run", SMALL))
        self.assertNotIn("\x1b", self.expect(0, "run", SMALL).stdout)

    def test_no_color_is_honoured_and_color_overrules_it(self):
        self.assertNotIn("\x1b[1m", self.terminal("run", SMALL, NO_COLOR="1"))
        self.assertIn("\x1b[1m", self.terminal("run", SMALL, NO_COLOR=""))
        self.assertIn("\x1b[1m", self.terminal("run", SMALL, "--color", "always", NO_COLOR="1"))
        self.assertNotIn("\x1b[1m", self.terminal("run", SMALL, "--color", "never"))
        self.assertNotIn("\x1b[1m", self.terminal("run", SMALL, TERM="dumb"))
        self.assertIn("\x1b[1m", self.expect(0, "run", SMALL, "--color", "always").stdout)

    def test_colour_never_reaches_json(self):
        self.assertNotIn("\x1b", self.expect(0, "run", SMALL, "--json", "-", "--color", "always").stdout)

    def test_a_terminal_shows_a_bar_and_quiet_hides_it(self):
        long = ["run", SMALL, "--replications", "4000"]
        self.assertIn("of 8000 replications", self.terminal(*long))
        self.assertNotIn("replications,", self.terminal(*long, "--quiet"))

    def test_quiet_hides_warnings_but_not_errors(self):
        words = ["run", SMALL, "--precision", "0.01%", "--set", "experiment.max_replications=20"]
        self.assertIn("warning", self.expect(0, *words).stderr)
        self.assertEqual(self.expect(0, *words, "--quiet").stderr, "")
        self.assertIn("error", self.expect(4, "run", "none.yaml", "--quiet").stderr)


if __name__ == "__main__":
    main()
