"""Runs the built program as a process; every check names what it saw."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ["HOLDLINE_PROGRAM"]
HERE = pathlib.Path(__file__).resolve().parent
SMALL = str(HERE / "small.yaml")


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own and a plain environment."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="holdline-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def environment(self, **extra):
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH", "HOME")}
        return {**kept, "LC_ALL": "C", **extra}

    def run_program(self, *words, env=None, **options):
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("timeout", 120)
        return subprocess.run(
            [PROGRAM, *map(str, words)], env=env or self.environment(), cwd=self.folder,
            text=True, encoding="utf-8", check=False, **options)

    def expect(self, code, *words, **options):
        """Runs, checks the exit code, returns the finished process."""
        done = self.run_program(*words, **options)
        self.assertEqual(
            done.returncode, code,
            f"holdline {' '.join(map(str, words))}\nstdout: {done.stdout}\nstderr: {done.stderr}")
        return done

    def scenario(self, text, name="scenario.yaml"):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def small_with(self, more):
        return self.scenario(pathlib.Path(SMALL).read_text(encoding="utf-8") + more)

    def result(self, *words):
        return json.loads(self.expect(0, *words, "--json", "-", "--quiet").stdout)

    def leftovers(self):
        return sorted(p.name for p in self.folder.rglob(".holdline-*"))


def main():
    unittest.main(argv=[sys.argv[0], "-v"])
