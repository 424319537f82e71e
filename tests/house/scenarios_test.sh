#!/usr/bin/env bash
# Every scenario of the tree passes `holdline check` without a word of complaint, says in its first
# lines what it shows, and prints through the program what is recorded beside it.
set -euo pipefail
holdline=${1:?usage: scenarios_test.sh PROGRAM}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
unset COLUMNS
failed=0
fail() {
  echo "FAILED: $*" >&2
  failed=1
}

for file in scenarios/*.yaml; do
  "$holdline" check "$file" >"$folder/out" 2>"$folder/err" || fail "$file: $(cat "$folder/err")"
  ! grep -E '(warning|error):' "$folder/out" "$folder/err" || fail "$file: complaints"
  head -n 12 "$file" | grep -q '^# What it shows: ' || fail "$file: does not say what it shows"
  command=run
  ! grep -q '^plans:' "$file" || command=compare
  if ! "$holdline" "$command" "$file" --quiet >"$folder/out" 2>"$folder/err"; then
    fail "$file: $command ends with $?: $(cat "$folder/err")"
  fi
  diff "${file%.yaml}.expected.txt" "$folder/out" || fail "$file: not as recorded"
done
exit $failed
