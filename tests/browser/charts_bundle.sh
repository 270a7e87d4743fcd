#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the script that draws figures anew and compares it with the one that is kept.
#   charts_bundle.sh SOURCE FOLDER
set -u
data=$1/lib/data/charts
folder=$2
command -v node >/dev/null && command -v npm >/dev/null || { echo "skipped: node and npm are not installed"; exit 77; }
mkdir -p "$folder/made" && cp "$data"/*.json "$data"/*.mjs "$folder" || exit 99
cd "$folder" || exit 99
npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1 || { echo "skipped: npm cannot install the packages"; exit 77; }
node build.mjs made || exit 1
cmp made/charts.js "$data/charts.js" && cmp made/COPYING "$data/COPYING"
