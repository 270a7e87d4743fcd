#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds another configure preset and runs its tests of some labels.
#   run_preset.sh SOURCE_ROOT PRESET LABELS
set -eu
cd "$1"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
trap 'exit 99' HUP INT TERM
for step in "cmake --preset $2" "cmake --build --preset $2"; do
  $step >"$log" 2>&1 || { tail -n 40 "$log" | cut -c 1-300; exit 1; }
done
if [ "$2" = valgrind ]; then
  command -v valgrind >/dev/null 2>&1 || { echo "skipped: valgrind is not installed"; exit 77; }
  TOPOS_WRAPPER="valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite --suppressions=$PWD/tests/valgrind.supp"
  export TOPOS_WRAPPER
fi
ctest --test-dir "build/$2" -j 2 -L "^($3)$" --output-on-failure --no-tests=error
