#!/usr/bin/env python3
"""The layer check accepts the tree and refuses each kind of offence in a tampered copy of it."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Layers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.tree = pathlib.Path(self.folder.name)
        for part in ("include", "src"):
            shutil.copytree(ROOT / part, self.tree / part)
        (self.tree / "docs").mkdir()
        shutil.copy(ROOT / "docs" / "layers.txt", self.tree / "docs")

    def tearDown(self):
        self.folder.cleanup()

    def check(self):
        return subprocess.run([sys.executable, ROOT / "tools" / "check_layers.py", self.tree],
                              capture_output=True, text=True, check=False)

    def write(self, path, text):
        (self.tree / path).parent.mkdir(parents=True, exist_ok=True)
        (self.tree / path).write_text(text)

    def refuses(self, message):
        result = self.check()
        self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
        self.assertIn(message, result.stderr)
        self.assertEqual(len(result.stderr.splitlines()), 1, result.stderr)

    def test_the_tree_itself_keeps_the_rules(self):
        result = self.check()
        self.assertEqual(result.returncode, 0, result.stderr)

    def test_an_include_against_the_direction_is_refused(self):
        self.write("src/kernel/tampered.cpp", '#include "holdline/model/simulate.hpp"\n')
        self.refuses("src/kernel/tampered.cpp:1: 'kernel' may not include 'model'")

    def test_a_score_cannot_touch_the_model(self):
        self.write("src/score/tampered.cpp", '\n#include "holdline/model/simulate.hpp"\n')
        self.refuses("src/score/tampered.cpp:2: 'score' may not include 'model'")

    def test_a_cycle_in_the_layers_is_refused(self):
        layers = self.tree / "docs" / "layers.txt"
        layers.write_text(layers.read_text().replace("util:", "util:       kernel"))
        self.refuses("'util' builds on 'kernel', which is not above it")

    def test_a_module_without_a_layer_is_refused(self):
        self.write("src/magic/tampered.cpp", "")
        self.refuses("module 'magic' is not in docs/layers.txt")

    def test_a_third_party_header_in_a_public_header_is_refused(self):
        self.write("include/holdline/util/tampered.hpp", "#include <fmt/core.h>\n")
        self.refuses("a public header includes the third-party <fmt/core.h>")

    def test_a_private_header_in_a_public_header_is_refused(self):
        self.write("src/util/private.hpp", "")
        self.write("include/holdline/util/tampered.hpp", '#include "util/private.hpp"\n')
        self.refuses("a public header includes the private 'src/util/private.hpp'")

    def test_a_third_party_header_outside_its_quarantine_is_refused(self):
        self.write("src/model/tampered.cpp", "#include <spdlog/spdlog.h>\n")
        self.refuses("<spdlog/spdlog.h> is only for src/cli/")

    def test_fmt_in_a_header_is_refused(self):
        self.write("src/model/tampered.hpp", "#include <fmt/format.h>\n")
        self.refuses("<fmt/format.h> is for .cpp files, never for a header")

    def test_a_second_file_that_reads_yaml_is_refused(self):
        self.write("src/scenario/a_tampered.cpp", "#include <libfyaml.h>\n")
        self.write("src/scenario/b_tampered.cpp", "#include <libfyaml.h>\n")
        self.refuses("<libfyaml...> is for one file")

    def test_a_header_that_does_not_exist_is_refused(self):
        self.write("src/model/tampered.cpp", '#include "holdline/model/no_such.hpp"\n')
        self.refuses("<holdline/model/no_such.hpp> is in no quarantine table")


if __name__ == "__main__":
    unittest.main()
