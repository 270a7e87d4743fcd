#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the library as a part of another project.
#   add_subdirectory.sh SOURCE_ROOT CXX
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM
cmake -S "$1/tests/install/add_subdirectory" -B "$scratch" -G Ninja -DTOPOS_SOURCE="$1" -DCMAKE_CXX_COMPILER="$2" >"$scratch.log" 2>&1 &&
  cmake --build "$scratch" -j 2 >>"$scratch.log" 2>&1 || { tail -n 40 "$scratch.log"; rm -f "$scratch.log"; exit 1; }
rm -f "$scratch.log"
"$scratch/consumer"
