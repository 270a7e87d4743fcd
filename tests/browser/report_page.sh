#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Opens the page of a report in a browser: its script runs under its policy, says nothing, and words from the texts stay text.
#   report_page.sh PROGRAM
set -u
program=$1
browser=$(command -v chromium || command -v chromium-browser) || { echo "skipped: chromium is not installed"; exit 77; }
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM
mkdir "$scratch/texts"
cat >"$scratch/texts/hostile\"<b>.txt" <<'TEXT'
---
date: 2020-01-01
genre: "<script>document.title='ran'</script>"
---

A pivot to the East </script><img src="http://example.invalid/x" onerror="document.title='ran'"> is a win-win.

The pivot is no pivot, says <svg onload=document.title='ran'> another.
TEXT
"$program" report "$scratch/texts" -o "$scratch/report" --by genre -e pivot -e onerror --title '</title><script>document.title="ran"</script>' -q 2>/dev/null || exit 1
"$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$scratch/profile" --virtual-time-budget=3000 --enable-logging=stderr --dump-dom \
  "file://$scratch/report/index.html" >"$scratch/dom" 2>"$scratch/log" || exit 1

failed=0
complain() { echo "$1"; failed=1; }
grep -q 'of 4 sentences' "$scratch/dom" || complain "the script of the page did not run"
grep -q '<title>ran</title>' "$scratch/dom" && complain "a script from a text ran"
grep -qiE '<(img|iframe|object)[ >]' "$scratch/dom" && complain "markup from a text became an element"
grep 'CONSOLE' "$scratch/log" && complain "the page complains"
exit $failed
