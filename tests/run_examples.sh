#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the examples of a page and compares their output with what the page shows.
#   run_examples.sh PROGRAM PAGE SOURCE_ROOT
# Examples are the lines "$ topos …", or "$" and one of the programs of topos-recipes(7), in the literal displays of a manual page (.Bd -literal … .Ed) or in the ```sh blocks of a
# Markdown page, each followed by the lines it prints. A command that shows no lines must only end with a status below 2. One whose
# quotation is open or that ends in a backslash, a bar or "do" goes on. One whose program is not installed is left out.
set -u
program=$1
page=$2
root=$3

scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM
mkdir "$scratch/bin" "$scratch/here" "$scratch/examples"
ln -s "$program" "$scratch/bin/topos"
ln -s "$root/corpus" "$scratch/here/corpus"

awk -v folder="$scratch/examples" '
  function finish() { if (number) { close(folder "/" number ".cmd"); close(folder "/" number ".out") } }
  /^\.Bd .*-literal/ || /^```sh/ { inside = 1; open = 0; next }
  /^\.Ed/ || /^```$/ { inside = 0; open = 0; next }
  !inside { next }
  /^```/ { next }
  {
    line = $0
    if (FILENAME !~ /\.md$/) { gsub(/\\&/, "", line); gsub(/\\-/, "-", line); gsub(/\\\(aq/, "\047", line); gsub(/\\e/, "\\", line) }
  }
  function goes_on(line) {
    for (i = 1; i <= length(line); i++) {
      mark = substr(line, i, 1)
      if (mark == "\\" && quoted != "\047") i++
      else if (quoted == "" && mark ~ /["\047]/) quoted = mark
      else if (mark == quoted) quoted = ""
    }
    loop = line ~ / do$/ || loop && line !~ /^ *done/
    return line ~ /(\\|\|)$/ || quoted != "" || loop
  }
  line ~ /^\$ / {
    finish(); open = 0; continued = 0; quoted = ""; loop = 0
    if (line !~ /^\$ (topos|Rscript|for) /) next
    number++; open = 1
    continued = goes_on(line)
    print substr(line, 3) > (folder "/" number ".cmd")
    next
  }
  open && continued { continued = goes_on(line); print line > (folder "/" number ".cmd"); next }
  open { print line > (folder "/" number ".out") }
' "$page" || exit 99

PATH="$scratch/bin:/usr/bin:/bin:/usr/local/bin"
# missing FILE: whether a program that the command needs is not installed
missing() {
  for need in Rscript mlr jq python3; do
    ! grep -qw "$need" "$1" || command -v "$need" >/dev/null || return 0
  done
  { ! grep -q fread "$1" || Rscript -e 'library(data.table)'; } >/dev/null 2>&1 || return 0
  { ! grep -q pandas "$1" || python3 -c 'import pandas'; } >/dev/null 2>&1 || return 0
  return 1
}

failed=0
left_out=0
number=1
while [ -f "$scratch/examples/$number.cmd" ]; do
  if missing "$scratch/examples/$number.cmd"; then
    left_out=$((left_out + 1))
    number=$((number + 1))
    continue
  fi
  (
    cd "$scratch/here" || exit 99
    exec env -i PATH="$PATH" LC_ALL=C.UTF-8 TZ=UTC COLUMNS=100 sh "$scratch/examples/$number.cmd"
  ) </dev/null >"$scratch/stdout" 2>"$scratch/stderr"
  status=$?
  if [ $status -ge 2 ]; then
    echo "status $status from: $(cat "$scratch/examples/$number.cmd")"
    cat "$scratch/stderr"
    failed=1
  elif [ -f "$scratch/examples/$number.out" ] && ! cmp -s "$scratch/examples/$number.out" "$scratch/stdout"; then
    echo "output differs from what the page shows: $(cat "$scratch/examples/$number.cmd")"
    diff -u "$scratch/examples/$number.out" "$scratch/stdout" | tail -n +3
    failed=1
  fi
  number=$((number + 1))
done
echo "$((number - 1 - left_out)) examples run, $left_out left out"
exit $failed
