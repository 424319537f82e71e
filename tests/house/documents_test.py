#!/usr/bin/env python3
"""Runs every shell snippet of the documents, and follows their links.

    documents_test.py PROGRAM [--approve]

A fenced block marked `sh` is run in a copy of the tree where build/release/holdline is PROGRAM;
the blocks of one document run one after another. `sh exit=N` says how it ends (0 without it). A
block marked `text` right after it is what it prints: standard output, and standard error as well
when it does not end with 0. --approve writes the text blocks anew. The two set-up commands of the
README are stood in for: tools/check runs this test, and its leg `demo` runs tools/demo.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXECUTED = ["README.md", "docs/tutorial.md", "CONTRIBUTING.md"]
BLOCK = re.compile(r"^```sh(?: exit=(\d+))?\n(.*?)^```\n(\n?```text\n(.*?)^```\n)?", re.M | re.S)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(#[^)]*)?\)")
STAND_IN = "#!/bin/sh\nexec build/release/holdline {}\n"


class Snippets:
    def __init__(self, program, approve):
        self.program, self.approve = program, approve
        self.count = 0
        self.failures = []

    def prepare(self, tree):
        for part in ("scenarios", "docs"):
            shutil.copytree(ROOT / part, tree / part)
        (tree / "build" / "release").mkdir(parents=True)
        (tree / "build" / "release" / "holdline").symlink_to(self.program)
        (tree / "tools").mkdir()
        for name, command in (("demo", "compare scenarios/retail_bank.yaml"), ("check", "version")):
            if not os.access(ROOT / "tools" / name, os.X_OK):
                self.failures.append(f"tools/{name} cannot be executed")
            (tree / "tools" / name).write_text(STAND_IN.format(command))
            (tree / "tools" / name).chmod(0o755)

    def run(self, document, line, block, tree):
        """One snippet; returns the block as it should stand in the document."""
        expected_exit, command, recorded = int(block[1] or 0), block[2], block[4]
        environment = {key: value for key, value in os.environ.items()
                       if key not in ("CI", "GITHUB_ACTIONS")}
        environment |= {"PATH": f"{tree}/build/release:{os.environ['PATH']}", "NO_COLOR": "1"}
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=tree, text=True,
                              env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                              check=False, timeout=300)
        self.count += 1
        said = done.stdout if expected_exit == 0 else done.stdout + done.stderr
        where = f"{document}:{line}"
        if done.returncode != expected_exit:
            self.failures.append(f"{where}: ends with {done.returncode}, not {expected_exit}:\n"
                                 f"{command}{done.stdout[-2000:]}{done.stderr[-2000:]}")
        if recorded is None:
            return block[0]
        if said != recorded and not self.approve:
            self.failures.append(f"{where}: prints\n{said}and not\n{recorded}")
        start, end = (at - block.start() for at in block.span(4))
        return block[0][:start] + said + block[0][end:]

    def document(self, name):
        path = ROOT / name
        text = path.read_text()
        written = text
        with tempfile.TemporaryDirectory() as folder:
            tree = pathlib.Path(folder)
            self.prepare(tree)
            for block in BLOCK.finditer(text):
                line = text.count("\n", 0, block.start()) + 1
                written = written.replace(block[0], self.run(name, line, block, tree))
        if self.approve and written != text:
            path.write_text(written)


def broken_links():
    documents = [path for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"),
                                   *(ROOT / "src").rglob("*.md"), *(ROOT / "bench").rglob("*.md")]]
    for path in documents:
        for link in LINK.finditer(path.read_text()):
            target = link[1]
            if not re.match(r"[a-z]+:", target) and not (path.parent / target).exists():
                yield f"{path.relative_to(ROOT)}: no such file: {target}"


def main():
    snippets = Snippets(pathlib.Path(sys.argv[1]).resolve(), "--approve" in sys.argv[2:])
    for name in EXECUTED:
        snippets.document(name)
    failures = snippets.failures + list(broken_links())
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{snippets.count} snippets run, {len(failures)} failures")
    return 1 if failures or snippets.count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
