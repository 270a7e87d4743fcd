#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds the fuzz targets with libFuzzer and runs each for some seconds from its seeds, two at a time; what it finds is kept in
# build/sanitize/findings.
#   run_fuzz.sh SOURCE_ROOT SECONDS library|all   without or with the targets that need the commands
#   run_fuzz.sh SOURCE_ROOT SECONDS PROGRAM       runs one that is built
set -eu
cd "$1"
build=build/sanitize
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM

case $3 in
library) target='--target fuzz_library' ;;
all) target= ;;
*)
  name=${3##*/fuzz_}
  seeds=tests/fuzz/seeds/$name
  [ -d "$seeds" ] || seeds=
  mkdir "$scratch/corpus"
  if "$3" -max_total_time="$2" -rss_limit_mb=1024 -timeout=10 -max_len=4096 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="$build/findings/$name-" "$scratch/corpus" $seeds >"$scratch/log" 2>&1; then
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$scratch/log") runs"
    exit 0
  fi
  echo "$name failed:"
  tail -n 60 "$scratch/log"
  exit 1
  ;;
esac

command -v clang++-14 >/dev/null 2>&1 || { echo "skipped: clang++-14 is not installed"; exit 77; }
for step in 'cmake --preset sanitize' "cmake --build --preset sanitize $target"; do
  $step >"$scratch/log" 2>&1 || { tail -n 40 "$scratch/log" | cut -c 1-300; exit 1; }
done
mkdir -p "$build/findings"
find "$build/tests/fuzz" -maxdepth 1 -type f -name 'fuzz_*' -perm -u+x | sort | xargs -P 2 -n 1 "$0" "$PWD" "$2"
