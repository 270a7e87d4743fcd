#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the fuzz targets with libFuzzer and runs each for some seconds from its seeds; what it finds is kept in build/fuzz/findings.
#   run_fuzz.sh SOURCE_ROOT SECONDS
set -eu
cd "$1"
command -v clang++-14 >/dev/null 2>&1 || { echo "skipped: clang++-14 is not installed"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM
for step in 'cmake --preset fuzz' 'cmake --build --preset fuzz'; do
  $step >"$scratch/log" 2>&1 || { tail -n 40 "$scratch/log" | cut -c 1-300; exit 1; }
done
mkdir -p build/fuzz/findings
failed=0
for target in build/fuzz/tests/fuzz/fuzz_*; do
  [ -x "$target" ] && [ -f "$target" ] || continue
  name=${target##*/fuzz_}
  mkdir "$scratch/$name"
  seeds=tests/fuzz/seeds/$name
  [ -d "$seeds" ] || seeds=
  if "$target" -max_total_time="$2" -rss_limit_mb=1024 -timeout=10 -max_len=4096 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/findings/$name-" "$scratch/$name" $seeds >"$scratch/log" 2>&1; then
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$scratch/log") runs"
  else
    echo "$name failed:"
    tail -n 60 "$scratch/log"
    failed=1
  fi
done
exit $failed
