#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs one golden case and compares what a person would see, byte for byte.
#   run_case.sh PROGRAM CASE SOURCE_ROOT
# A case is a folder with `cmd` (a script for sh), and, where they are not empty, `stdin`, `expected_stdout`, `expected_stderr` and
# `status` (0 if absent). Its other files are what the script finds in its working folder. `requires` lists programs, and packages of
# Python as `python3:NAME`, without which the case is skipped. TOPOS_ACCEPT=1 rewrites the expectations; TOPOS_WRAPPER is put before the program (valgrind, strace).
set -u
program=$1
case_folder=$2
root=$3

if [ -f "$case_folder/requires" ]; then
  while read -r tool; do
    case $tool in
      python3:*) /usr/bin/python3 -c "import ${tool#*:}" >/dev/null 2>&1 || { echo "skipped: Python has no ${tool#*:}"; exit 77; } ;;
      *) command -v "$tool" >/dev/null 2>&1 || { echo "skipped: $tool is not installed"; exit 77; } ;;
    esac
  done <"$case_folder/requires"
fi

scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM
mkdir "$scratch/bin" "$scratch/work"
printf '#!/bin/sh\nexec %s "%s" "$@"\n' "${TOPOS_WRAPPER:-}" "$program" >"$scratch/bin/topos"
chmod +x "$scratch/bin/topos"
cp -R "$case_folder/." "$scratch/work"
(cd "$scratch/work" && rm -f cmd stdin expected_stdout expected_stderr status requires)
input=/dev/null
[ -f "$case_folder/stdin" ] && input=$case_folder/stdin

(
  cd "$scratch/work" || exit 99
  exec env -i PATH="$scratch/bin:/usr/local/bin:/usr/bin:/bin" LC_ALL=C.UTF-8 TZ=UTC COLUMNS=100 CORPUS="$root/corpus" \
    ASAN_OPTIONS="${ASAN_OPTIONS:-}" UBSAN_OPTIONS="${UBSAN_OPTIONS:-}" TSAN_OPTIONS="${TSAN_OPTIONS:-}" \
    LSAN_OPTIONS="${LSAN_OPTIONS:-}" sh "$case_folder/cmd"
) <"$input" >"$scratch/stdout" 2>"$scratch/stderr"
echo $? >"$scratch/status"

if [ "${TOPOS_ACCEPT:-}" = 1 ]; then
  for part in stdout stderr; do
    rm -f "$case_folder/expected_$part"
    [ -s "$scratch/$part" ] && cp "$scratch/$part" "$case_folder/expected_$part"
  done
  rm -f "$case_folder/status"
  [ "$(cat "$scratch/status")" = 0 ] || cp "$scratch/status" "$case_folder/status"
  exit 0
fi

failed=0
same() {
  wanted=$2
  [ -f "$wanted" ] || wanted=$3
  cmp -s "$wanted" "$scratch/$1" && return
  echo "$1 differs:"
  diff -u "$wanted" "$scratch/$1" | tail -n +3
  failed=1
}
echo 0 >"$scratch/zero"
: >"$scratch/nothing"
same stdout "$case_folder/expected_stdout" "$scratch/nothing"
same stderr "$case_folder/expected_stderr" "$scratch/nothing"
same status "$case_folder/status" "$scratch/zero"
exit $failed
