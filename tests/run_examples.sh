#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the examples of a page and compares their output with what the page shows.
#   run_examples.sh PROGRAM PAGE SOURCE_ROOT
# Examples are the lines "$ topos …" in the literal displays of a manual page (.Bd -literal … .Ed) or in the ```sh blocks of a
# Markdown page, each followed by the lines it prints. A command that shows no lines must only end with a status below 2.
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
  line ~ /^\$ / {
    finish(); open = 0; continued = 0
    if (line !~ /^\$ topos /) next
    number++; open = 1
    continued = line ~ /\\$/
    print substr(line, 3) > (folder "/" number ".cmd")
    next
  }
  open && continued { continued = line ~ /\\$/; print line > (folder "/" number ".cmd"); next }
  open { print line > (folder "/" number ".out") }
' "$page" || exit 99

failed=0
number=1
while [ -f "$scratch/examples/$number.cmd" ]; do
  (
    cd "$scratch/here" || exit 99
    exec env -i PATH="$scratch/bin:/usr/local/bin:/usr/bin:/bin" LC_ALL=C.UTF-8 TZ=UTC COLUMNS=100 sh "$scratch/examples/$number.cmd"
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
echo "$((number - 1)) examples run"
exit $failed
