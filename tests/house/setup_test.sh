#!/usr/bin/env bash
# tools/setup says precisely what is missing, and how to install it, when it may not do so itself;
# installs just that when it may; and is silent when all is there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "FAILED: $*" >&2
  exit 1
}
stand_in() { # name, body
  printf '#!/bin/sh\n%s\n' "$2" >"$folder/$1"
  chmod +x "$folder/$1"
}
setup() { PATH="$folder:$PATH" HOLDLINE_DPKG_QUERY=dpkg-query "$root/tools/setup" "$@" 2>&1 </dev/null; }

# A machine on which every package is installed but libfyaml-dev and catch2.
stand_in dpkg-query 'case "$*" in *libfyaml-dev | *catch2) exit 1 ;; *) echo "install ok installed" ;; esac'
stand_in id 'echo 1000'
stand_in sudo 'exit 1'
stand_in apt-get "echo \"\$@\" >>'$folder/apt.log'"

if said=$(setup demo); then fail "no root, a package missing, and yet: $said"; fi
[[ $said == *"install -y --no-install-recommends libfyaml-dev" ]] || fail "not the command: $said"
[[ $said != *catch2* ]] || fail "the demo does not need catch2: $said"
if said=$(setup check); then fail "no root, two packages missing, and yet: $said"; fi
[[ $said == *"libfyaml-dev catch2" ]] || fail "not both packages: $said"
[[ ! -e $folder/apt.log ]] || fail "apt-get was called without root"

# The same for root.
stand_in id 'echo 0'
setup demo >/dev/null || fail "root, and yet: $(setup demo)"
[[ $(sed -n 1p "$folder/apt.log") == *update ]] || fail "apt-get update comes first"
[[ $(sed -n 2p "$folder/apt.log") == *"install --no-install-recommends libfyaml-dev" ]] ||
  fail "not what was missing: $(cat "$folder/apt.log")"

# An installation that fails is an error.
stand_in apt-get 'echo "E: no network"; exit 100'
if said=$(setup demo); then fail "apt-get failed, and yet: $said"; fi
[[ $said == *"E: no network"*"could not install: libfyaml-dev"* ]] || fail "not why: $said"

# All there: nothing to say, nothing to do.
stand_in dpkg-query 'echo "install ok installed"'
said=$(setup check) || fail "all is there, and yet: $said"
[[ -z $said ]] || fail "not silent: $said"
if setup nonsense >/dev/null; then fail "an unknown job is an error"; fi
echo "setup: all as promised"
