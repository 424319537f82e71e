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
awk '/^```cpp$/{on=1;next} /^```$/{on=0} on' CONTRIBUTING.md >src/policies/breaks/after_stretch.cpp
grep -q after_stretch_breaks_policy src/policies/breaks/after_stretch.cpp ||
  fail "CONTRIBUTING.md no longer shows the policy after_stretch"
grep -qF 'HOLDLINE_POLICY(breaks, after_stretch)' CONTRIBUTING.md || fail "CONTRIBUTING.md lost its line"
echo 'HOLDLINE_POLICY(breaks, after_stretch)' >>src/policies/policies.def

kinds="routing breaks staffing resolution satisfaction effort recommendation survey_response churn referral"
for kind in $kinds; do
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
[[ $listed == *after_stretch*"A break begins after a stretch"* ]] || fail "not listed: $listed"
[[ $(grep -c brand_new <<<"$listed") -eq $(wc -w <<<"$kinds") ]] || fail "not one skeleton of each kind: $listed"

run_with() { # name of the result, break policy
  $holdline run scenarios/shifts_and_breaks.yaml --plan when_due --set "plans.when_due.breaks=$2" \
    --replications 2 --quiet --json "$1.json" >/dev/null || fail "$2 does not run"
}
run_with due on_schedule
run_with skeleton brand_new
run_with stretch '{after_stretch: {stretch: 3h}}'
python3 - <<'P' || fail "the new policy makes no difference where it should, or one where it should not"
import json
due, skeleton, stretch = (json.load(open(f"{name}.json"))["figures"]
                          for name in ("due", "skeleton", "stretch"))
assert due and due == skeleton, "the skeleton is the default"
assert stretch != due, "breaks come later"
P
if $holdline run scenarios/shifts_and_breaks.yaml --plan when_due --replications 2 --quiet \
  --set 'plans.when_due.breaks={after_stretch: {stretch: -3h}}' 2>said.txt; then
  fail "the parameter's bounds do not hold"
fi
grep -q stretch said.txt || fail "not what is wrong with the parameter: $(cat said.txt)"
echo "new_policy: listed, run and bounded"
