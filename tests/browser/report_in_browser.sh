#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Does with the page of a report in Chromium what its readers do: report.test.mjs says what.
#   report_in_browser.sh PROGRAM SOURCE FOLDER      FOLDER keeps the packages that package-lock.json names
set -u
program=$1
source=$2
folder=$3
CHROMIUM=$(command -v chromium || command -v chromium-browser) || { echo "skipped: chromium is not installed"; exit 77; }
command -v node >/dev/null && command -v npm >/dev/null || { echo "skipped: node and npm are not installed"; exit 77; }
mkdir -p "$folder" && cp "$source"/tests/browser/*.json "$source"/tests/browser/*.mjs "$folder" || exit 99
if ! cmp -s "$folder/package-lock.json" "$folder/node_modules/installed"; then
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1 && cp package-lock.json node_modules/installed) || { echo "skipped: npm cannot install the packages"; exit 77; }
fi

scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM
REPORT=$scratch/report
HOSTILE=$scratch/hostile
PDF=$scratch/report.pdf
export CHROMIUM REPORT HOSTILE PDF
mkdir "$scratch/texts"
{
  printf -- '---\ndate: 2020-01-01\ngenre: "<script>window.ran=1</script>"\nsource: "=cmd()|\033[31m\342\200\256gnihton"\n---\n\n'
  printf 'A pivot to the East </script><img src="http://example.invalid/x" onerror="window.ran=1"> is a win-win \001\177\342\200\250 deal.\n\n'
  printf 'The pivot is no pivot, says <svg onload=window.ran=1> another <!-- ]]> {{constructor}} ${1}.\n'
} >"$scratch/texts/hostile\"<b>.txt"
printf -- '---\ndate: 2021-01-01\ngenre: "<b>"\n---\n\nNo pivot here, javascript:window.ran=1 says a pivot.\n' >"$scratch/texts/b.txt"
"$program" report "$source/corpus/texts/en" -o "$REPORT" --by genre --cut 2022-02-24 -q 2>/dev/null || exit 1
"$program" report "$scratch/texts" -o "$HOSTILE" --by genre -e pivot -e onerror -e another \
  --title '</title><script>document.title="ran"</script>' -q 2>/dev/null || exit 1
cd "$folder" && node --test report.test.mjs
