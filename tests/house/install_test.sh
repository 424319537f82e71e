#!/usr/bin/env bash
# The install tree is enough for an embedder: the example in docs/examples/embed builds against it by
# find_package and by pkg-config, after the tree was moved, and runs.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${1:?usage: install_test.sh BUILD_DIR}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "FAILED: $*" >&2
  exit 1
}
quietly() {
  "$@" >"$folder/log" 2>&1 || {
    tail -n 40 "$folder/log" >&2
    fail "$*"
  }
}

quietly cmake --install "$build" --prefix "$folder/first"
mv "$folder/first" "$folder/moved"
export CMAKE_PREFIX_PATH=$folder/moved

# Nothing private and nothing of this machine comes along.
[[ -z $(find "$folder/moved" -path '*src*') ]] || fail "private files are installed"
if grep -rqF --include='*.cmake' --include='*.pc' --include='*.hpp' "$root" "$folder/moved"; then
  fail "installed files name the source tree: $(grep -rlF "$root" "$folder/moved")"
fi

# By find_package.
quietly cmake -S "$root/docs/examples/embed" -B "$folder/by_cmake" -DCMAKE_BUILD_TYPE=Debug
quietly cmake --build "$folder/by_cmake"
said=$("$folder/by_cmake/embed") || fail "the example ends with $?: $said"
grep -Eq '^one day: [1-9][0-9]* contacts, the longest wait [0-9.]+ s$' <<<"$said" || fail "$said"
grep -Eq '^service_level: 0\.[0-9]+ \[0\.[0-9]+, [01](\.[0-9]+)?\] share$' <<<"$said" || fail "$said"

# By pkg-config; and every public header stands on its own, without a third-party header.
PKG_CONFIG_PATH=$(dirname "$(find "$folder/moved" -name holdline.pc)")
export PKG_CONFIG_PATH
read -ra flags <<<"$(pkg-config --cflags --libs holdline)"
quietly "${CXX:-c++}" "$root/docs/examples/embed/embed.cpp" -o "$folder/by_pkg_config" "${flags[@]}"
[[ $("$folder/by_pkg_config") == "$said" ]] || fail "the two builds of the example disagree"
(cd "$folder/moved/include" && find holdline -name '*.hpp' | sort) |
  sed 's/.*/#include "&"/' >"$folder/all.cpp"
while read -r line; do
  echo "$line" >"$folder/one.cpp"
  quietly "${CXX:-c++}" -std=c++20 -fsyntax-only -I"$folder/moved/include" "$folder/one.cpp"
done <"$folder/all.cpp"

# The program comes along, and knows itself.
if [[ -x $folder/moved/bin/holdline ]]; then
  [[ $("$folder/moved/bin/holdline" version) == *0.1* ]] || fail "holdline version: no version"
fi
echo "install: found, linked and run both ways"
