#!/usr/bin/env python3
"""Holds the budget of file sizes: none over 500 lines, nine in ten under 250."""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    files = [path for folder in ("include", "src", "tests", "bench", "tools", "docs")
             for path in (ROOT / folder).rglob("*")
             if path.suffix in (".hpp", ".cpp", ".py", ".sh", ".def")]
    sizes = {path.relative_to(ROOT): len(path.read_text().splitlines()) for path in files}
    failed = not sizes
    for path, lines in sorted(sizes.items()):
        if lines > 500:
            failed = True
            print(f"{path}: {lines} lines; a file over 500 holds more than one idea", file=sys.stderr)
    long = [path for path, lines in sizes.items() if lines >= 250]
    if len(long) * 10 > len(sizes):
        failed = True
        print(f"{len(long)} of {len(sizes)} files have 250 lines or more: {sorted(map(str, long))}",
              file=sys.stderr)
    print(f"{len(sizes)} files, the longest {max(sizes.values(), default=0)} lines")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
