#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs a build into an empty folder, compares what is there with what should be, and uses it as a consumer does.
#   installed.sh BUILD SOURCE_ROOT CXX
set -eu
build=$1
root=$2
compiler=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM
prefix=$scratch/prefix
cmake --install "$build" --prefix "$prefix" >/dev/null

# Library and pkg-config folders differ between systems; everything else has its place.
(cd "$prefix" && find . -type f | sed 's|^\./||; s|^lib/[a-z0-9_]*-linux-gnu/|lib/|' | LC_ALL=C sort) >"$scratch/found"
{
  cat "$root/tests/install/files.txt"
  (cd "$root" && find man -name '*.[157]' | sed 's|^man/\(.*\)\.\(.\)$|share/man/man\2/\1.\2|')
  [ ! -d "$root/corpus" ] || (cd "$root" && find corpus -type f | sed 's|^corpus/codebooks/|codebooks/|; s|^|share/topos/|')
  # Every header and registry that a floor declares; which those are, the compiler checks below.
  grep '^include/' "$scratch/found" || true
} | LC_ALL=C sort -u >"$scratch/wanted"
diff -u "$scratch/wanted" "$scratch/found" || { echo "the installed files differ from the list"; exit 1; }

# Each header stands on what is installed.
grep '^include/.*\.hpp$' "$scratch/found" | sed 's|^include/\(.*\)|#include <\1>|' >"$scratch/all.cpp"
for error in $(cd "$prefix/include" && find . -name '*.hpp'); do [ -f "$root/lib/$error" ] || { echo "$error is no header of the library"; exit 1; }; done
"$compiler" -std=c++20 -fsyntax-only -I "$prefix/include" "$scratch/all.cpp"

"$prefix/bin/topos" --version >/dev/null
"$prefix/bin/topos" doctor --format tsv | grep -q "^codebooks.$prefix/share/topos/codebooks$" || [ ! -d "$root/corpus/codebooks" ] || { echo "doctor does not find the codebooks"; exit 1; }

cmake -S "$root/tests/install/find_package" -B "$scratch/find_package" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_COMPILER="$compiler" \
  -DCMAKE_CXX_FLAGS="${4:-}" >"$scratch/log" 2>&1 && cmake --build "$scratch/find_package" >>"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
"$scratch/find_package/consumer"

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name topos.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046,SC2086 # words
"$compiler" -std=c++20 ${4:-} "$root/tests/install/consumer.cpp" -o "$scratch/consumer" $(pkg-config --cflags --libs topos)
"$scratch/consumer"
