#!/usr/bin/env bash
# Adding a policy takes one file and one line: in a copy of the tree, the break policy that
# CONTRIBUTING.md shows is added by writing its file and its line, and a skeleton of each kind by
# tools/new_policy. The program of that copy lists them all and runs the new break policy.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
cp -r "$root"/{CMakeLists.txt,CMakePresets.json,CONTRIBUTING.md,cmake,include,scenarios,src,tools} "$tree"
cd "$tree"

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# The file and the line of CONTRIBUTING.md: its one C++ block, and the text it names.
awk '/^```cpp$/{on=1;next} /^```$/{on=0} on' CONTRIBUTING.md >src/policies/breaks/skip_when_busy.cpp
grep -q skip_when_busy_breaks_policy src/policies/breaks/skip_when_busy.cpp ||
  fail "CONTRIBUTING.md no longer shows the policy skip_when_busy"
grep -qF 'HOLDLINE_POLICY(breaks, skip_when_busy)' CONTRIBUTING.md || fail "CONTRIBUTING.md lost its line"
echo 'HOLDLINE_POLICY(breaks, skip_when_busy)' >>src/policies/policies.def

for kind in routing breaks staffing; do
  tools/new_policy "$kind" "brand_new" "A rule of $kind that this test begins." >/dev/null
  if tools/new_policy "$kind" "brand_new" "The same again" 2>/dev/null; then
    fail "tools/new_policy wrote over a policy of $kind"
  fi
done

{
  cmake --preset release -DHOLDLINE_WERROR=ON && cmake --build --preset release
} >build.log 2>&1 || { tail -n 40 build.log >&2; fail "the copy does not build"; }
holdline=build/release/holdline

listed=$($holdline list policies)
[[ $listed == *skip_when_busy*"A break is lost when"* ]] || fail "not listed: $listed"
[[ $(grep -c brand_new <<<"$listed") -eq 3 ]] || fail "not one skeleton of each kind: $listed"

breaks_taken() { # policy -> seconds on break in a run of shifts_and_breaks
  $holdline run scenarios/shifts_and_breaks.yaml --set "plan.breaks=$1" --replications 2 --quiet \
    --trace "$tree/trace.csv" --json "$tree/$1.json" >/dev/null
}
breaks_taken on_schedule
breaks_taken skip_when_busy
breaks_taken brand_new
python3 - <<'P' || fail "the new policy makes no difference where it should, or one where it should not"
import json
runs = {name: json.load(open(f"{name}.json"))["figures"]
        for name in ("on_schedule", "skip_when_busy", "brand_new")}
assert runs["brand_new"] == runs["on_schedule"], "the skeleton is the default"
assert runs["skip_when_busy"] != runs["on_schedule"], "breaks are lost"
P
echo "new_policy: listed and run"
