"""Ctrl-C: stop soon, report what is finished, say that it is partial."""

import json
import os
import signal
import subprocess
import time

from support import PROGRAM, SMALL, ProgramTest, main

LONG = ["run", SMALL, "--replications", "1000000"]


class Interrupt(ProgramTest):
    def interrupted(self, number, *words):
        process = subprocess.Popen([PROGRAM, *LONG, *words], cwd=self.folder,
                                   env=self.environment(), stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True, encoding="utf-8")
        time.sleep(0.7)
        self.assertIsNone(process.poll(), "finished before it could be interrupted")
        process.send_signal(number)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    def test_sigint_gives_partial_results_and_130(self):
        code, out, err = self.interrupted(signal.SIGINT)
        self.assertEqual(code, 130, err)
        self.assertIn("PARTIAL", out)
        self.assertIn("Service level", out)
        self.assertIn("interrupted", err)

    def test_sigterm_gives_143_and_marks_the_json(self):
        code, _, err = self.interrupted(signal.SIGTERM, "--json", "r.json")
        self.assertEqual(code, 143, err)
        result = json.loads((self.folder / "r.json").read_text(encoding="utf-8"))
        self.assertFalse(result["complete"])
        self.assertGreater(result["plans"][0]["replications"], 0)
        self.assertLess(result["plans"][0]["replications"], 1000000)
        self.assertEqual(self.leftovers(), [])

    def test_sighup_gives_129_unless_it_was_ignored(self):
        code, _, err = self.interrupted(signal.SIGHUP)
        self.assertEqual(code, 129, err)
        process = subprocess.Popen(
            [PROGRAM, *LONG], env=self.environment(), stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        time.sleep(0.5)
        process.send_signal(signal.SIGHUP)
        time.sleep(0.5)
        self.assertIsNone(process.poll(), "nohup was not honoured")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=30)

    def test_a_second_signal_ends_it_at_once(self):
        # One replication of ten years cannot finish between the two.
        process = subprocess.Popen(
            [PROGRAM, *LONG, "--set", "world.calendar.days=3660", "--json", "r.json"],
            cwd=self.folder, env=self.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.7)
        os.kill(process.pid, signal.SIGINT)
        os.kill(process.pid, signal.SIGINT)
        process.communicate(timeout=5)
        self.assertIn(process.returncode, (130, -signal.SIGINT))
        partial = self.folder / "r.json"
        if partial.exists():  # it was written before the second signal: then it is whole
            self.assertFalse(json.loads(partial.read_text(encoding="utf-8"))["complete"])

    def test_stopped_before_the_first_replication_it_says_so_and_writes_valid_json(self):
        code, out, err = self.interrupted(
            signal.SIGINT, "--set", "world.calendar.days=3660", "--set",
            "world.contact_types.call.arrivals={poisson: {rate: 60000/h}}", "--json", "r.json")
        self.assertEqual(code, 130, err)
        self.assertIn("PARTIAL", out)
        result = json.loads((self.folder / "r.json").read_text(encoding="utf-8"))
        self.assertFalse(result["complete"])

    def test_a_long_run_tells_a_log_how_far_it_is_and_quiet_does_not(self):
        # Sized by a first, short run, for the machine may be slow or busy.
        words = ["run", SMALL, "--threads", "1"]
        start = time.monotonic()
        self.expect(0, *words, "--replications", "2000")
        spent_s = time.monotonic() - start
        count = str(int(2000 * 6 / spent_s))
        lines = self.expect(0, *words, "--replications", count).stderr.splitlines()
        self.assertGreater(len(lines), 0)
        self.assertLessEqual(len(lines), 10)
        for line in lines:
            self.assertRegex(line, r"^holdline: +\d+0%  \d+ of \d+ replications$")
        code, _, err = self.interrupted(signal.SIGINT, "--quiet")
        self.assertEqual((code, err), (130, ""))


if __name__ == "__main__":
    main()
