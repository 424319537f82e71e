#!/usr/bin/env python3
"""Checks every #include of the library against the house rules.

Reads docs/layers.txt (which module may include which) and refuses, in include/holdline and src:
an include against the direction of the layers, a cycle in the layers themselves, an unknown module,
a third-party header outside its quarantine, any third-party header in a public header, and an
installed public header that includes a private one. Prints `file:line: what; rule` for each offence,
all at once, and ends with 1 if there is any.

    tools/check_layers.py [root of the tree]
"""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# Third-party headers by how their path begins, and the files that may include them (beginnings of
# paths from the root). A library that names one file is quarantined there by name.
QUARANTINE = [
    ("Random123/", ["src/kernel/random.cpp"], 1),
    ("libfyaml", ["src/scenario/"], 1),
    ("nlohmann/", ["src/scenario/", "src/report/", "src/experiment/"], None),
    ("boost/graph/", ["src/scenario/"], 1),
    ("boost/program_options", ["src/cli/"], None),
    ("boost/math/", ["src/experiment/", "src/kernel/", "src/score/"], 1),
    ("spdlog/", ["src/cli/"], None),
    ("fmt/", ["src/"], None),
]

# POSIX and compiler headers that are not the standard library's own (those have no slash or dot).
SYSTEM = re.compile(r"^(sys/[a-z]+|unistd|fcntl|signal|poll|termios|csignal|[a-z]*intrin)\.h$")


def read_layers(path):
    """Module -> set of modules it may include, and the errors of the file itself."""
    layers, errors = {}, []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        line = line.split("#", 1)[0].strip()
        if not line:
            continue
        module, colon, allowed = line.partition(":")
        if not colon or module in layers:
            errors.append(f"{path}:{number}: expected a new 'module: modules', found '{line}'")
            continue
        layers[module] = set(allowed.split())
        for other in sorted(layers[module] - set(layers)):
            # A layer may only build on layers above it in the file: that is what forbids cycles.
            errors.append(f"{path}:{number}: '{module}' builds on '{other}', which is not above it")
    return layers, errors


def module_of(relative):
    """The module a file belongs to, or None for a file outside any module."""
    parts = relative.parts
    if parts[:2] == ("include", "holdline") and len(parts) > 3:
        return parts[2]
    if parts[0] == "src" and len(parts) > 2:
        return parts[1]
    return None


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


class Checker:
    def __init__(self, root):
        self.root = root
        self.layers, self.errors = read_layers(root / "docs" / "layers.txt")
        self.users = {}  # third-party prefix -> files that include it

    def refuse(self, relative, number, message):
        self.errors.append(f"{relative}:{number}: {message}")

    def resolve(self, relative, name):
        """The file of this tree that an include names, relative to the root, or None."""
        for folder in (self.root / "include", self.root / "src", self.root / relative.parent):
            candidate = folder / name
            if candidate.is_file():
                return candidate.resolve().relative_to(self.root.resolve())
        return None

    def check_own(self, relative, number, target):
        module, other = module_of(relative), module_of(target)
        if relative.parts[0] == "include" and target.parts[0] != "include":
            self.refuse(relative, number, f"a public header includes the private '{target}'")
        if other is None or other == module:
            return
        if other not in self.layers:
            self.refuse(relative, number, f"module '{other}' is not in docs/layers.txt")
        elif other not in self.layers.get(module, set()):
            self.refuse(relative, number, f"'{module}' may not include '{other}' (docs/layers.txt)")

    def check_foreign(self, relative, number, name):
        if "/" not in name and not name.endswith((".h", ".hpp")):
            return  # the standard library
        if SYSTEM.match(name) and relative.parts[0] == "src":
            return
        if relative.parts[0] == "include":
            self.refuse(relative, number, f"a public header includes the third-party <{name}>")
            return
        for prefix, places, _ in QUARANTINE:
            if not name.startswith(prefix):
                continue
            if not str(relative).startswith(tuple(places)):
                self.refuse(relative, number, f"<{name}> is only for {', '.join(places)}")
            elif relative.suffix != ".cpp":
                self.refuse(relative, number, f"<{name}> is for .cpp files, never for a header")
            self.users.setdefault(prefix, set()).add(str(relative))
            return
        self.refuse(relative, number, f"<{name}> is in no quarantine table (tools/check_layers.py)")

    def check_file(self, path):
        relative = path.relative_to(self.root)
        module = module_of(relative)
        if module is not None and module not in self.layers:
            self.refuse(relative, 1, f"module '{module}' is not in docs/layers.txt")
            return
        for number, _, name in includes(path):
            target = self.resolve(relative, name)
            if target is not None:
                self.check_own(relative, number, target)
            else:
                self.check_foreign(relative, number, name)

    def run(self):
        count = 0
        for folder in ("include", "src"):
            for path in sorted((self.root / folder).rglob("*")):
                if path.suffix in (".hpp", ".cpp", ".h", ".def"):
                    self.check_file(path)
                    count += 1
        for prefix, _, limit in QUARANTINE:
            users = sorted(self.users.get(prefix, ()))
            if limit is not None and len(users) > limit:
                self.errors.append(f"{users[-1]}:1: <{prefix}...> is for one file, found in {users}")
        return count


def main(arguments):
    root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).parent.parent)
    checker = Checker(root)
    count = checker.run()
    for error in checker.errors:
        print(error, file=sys.stderr)
    if count == 0:
        print(f"{root}: no source file found", file=sys.stderr)
        return 1
    print(f"{count} files, {len(checker.layers)} modules, {len(checker.errors)} offences")
    return 1 if checker.errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
