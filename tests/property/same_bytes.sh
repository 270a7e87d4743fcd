#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Counts codes and words of the sample texts in two ways that must print the same bytes.
#   same_bytes.sh PROGRAM LAW TEXTS
set -eu
program=$1
law=$2
texts=$3
export LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

count() { "$program" count --quiet --by language "$@" 2>/dev/null; }
frequencies() { "$program" freq --quiet --by language "$@" 2>/dev/null; }
collocates() { "$program" collocates --quiet --by language --codes 'actor.*' --level 1 --null "$@" 2>/dev/null; }
cooccur() { "$program" cooccur --quiet --by language --codes 'frame.*' "$@" 2>/dev/null; }
cross() { "$program" cross --quiet --by language --rows 'actor.state.*' --columns 'frame.*' --replicates 50 "$@" 2>/dev/null; }
intervals() { "$program" count --quiet --by language --codes 'frame.*' --ci bca --parts paragraph --replicates 50 "$@" 2>/dev/null; }
compare() { "$program" compare --quiet --by genre --where language=en --codes 'frame.*' --replicates 50 --permutations 200 "$@" 2>/dev/null; }
trend() { "$program" trend --quiet --where language=en --codes 'frame.*' --cut 2022-02-24 --cluster source --replicates 50 --permutations 200 "$@" 2>/dev/null; }
changes() { "$program" trend --quiet --where language=en --codes 'frame.*' --changepoints --bin quarter --permutations 50 "$@" 2>/dev/null; }
annotate() { "$program" annotate --quiet "$@" 2>/dev/null; }

in_locale() {
  locale -a 2>/dev/null | tr -d '-' | grep -qix "$(echo "$1" | tr -d '-')" || { echo "SKIPPED: the locale $1 is not installed"; exit 77; }
  export LC_ALL="$1"
}

count "$texts" >"$scratch/count"
annotate "$texts" >"$scratch/annotate"
frequencies "$texts" >"$scratch/freq"
for command in collocates cooccur cross intervals compare trend changes; do $command "$texts" >"$scratch/$command"; done
case $law in
  jobs)
    for jobs in 1 2 4; do
      count --jobs "$jobs" "$texts" | cmp - "$scratch/count"
      annotate --jobs "$jobs" "$texts" | cmp - "$scratch/annotate"
      frequencies --jobs "$jobs" "$texts" | cmp - "$scratch/freq"
      for command in collocates cooccur cross intervals compare trend changes; do $command --jobs "$jobs" "$texts" | cmp - "$scratch/$command"; done
    done ;;
  order)
    for folder in "$texts"/*; do echo "$folder"; done | sort -r >"$scratch/folders"
    count --files-from "$scratch/folders" | cmp - "$scratch/count"
    frequencies --files-from "$scratch/folders" | cmp - "$scratch/freq"
    for command in collocates cooccur cross intervals compare trend changes; do $command --files-from "$scratch/folders" | cmp - "$scratch/$command"; done ;;
  records)
    "$program" read --quiet "$texts" | annotate | cmp - "$scratch/annotate"
    "$program" read --quiet "$texts" | annotate | annotate | cmp - "$scratch/annotate"
    count "$scratch/annotate" | cmp - "$scratch/count"
    "$program" read --quiet "$texts" | count | cmp - "$scratch/count"
    "$program" read --quiet "$texts" | frequencies | cmp - "$scratch/freq"
    frequencies "$scratch/annotate" | cmp - "$scratch/freq"
    for command in collocates cooccur cross intervals compare trend changes; do $command "$scratch/annotate" | cmp - "$scratch/$command"; done ;;
  locale_*)
    case $law in
      locale_c) export LC_ALL=C ;;
      locale_german) in_locale de_DE.UTF-8 ;;
      locale_turkish) in_locale tr_TR.UTF-8 ;;
    esac
    count "$texts" | cmp - "$scratch/count"
    annotate "$texts" | cmp - "$scratch/annotate"
    frequencies "$texts" | cmp - "$scratch/freq" ;;
esac
