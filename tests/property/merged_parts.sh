#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Counts the sample texts in one run and in parts that are merged: both must print the same bytes.
#   merged_parts.sh PROGRAM COMMAND TEXTS
set -eu
program=$(realpath "$1")
command=$2
texts=$(realpath "$3")
export LC_ALL=C.UTF-8
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
list="$scratch/list"
(cd "$texts" && find . -name '*.txt' | sort) >"$list"
sort -R --random-source="$list" "$list" >"$scratch/shuffled"
cd "$texts"

# Every third document, shuffled thirds, and parts of one and no document.
split -n r/3 "$list" "$scratch/robin."
split -n l/3 "$scratch/shuffled" "$scratch/shuffle."
head -n 1 "$list" >"$scratch/uneven.a"
tail -n +2 "$list" >"$scratch/uneven.b"
mkdir "$scratch/nothing"
form=  # options of output, without blanks in them

part() {
  name=$1
  shift
  "$program" "$command" --quiet --partial "$@" >"$scratch/parts/$name" 2>/dev/null
}

check() {
  "$program" "$command" --quiet $form "$@" --files-from "$list" >"$scratch/one" 2>"$scratch/one.messages"
  for way in robin shuffle uneven; do
    rm -rf "$scratch/parts"
    mkdir "$scratch/parts"
    for files in "$scratch/$way".*; do part "$(basename "$files")" "$@" --files-from "$files"; done
    part nothing "$@" "$scratch/nothing"
    cd "$scratch/parts"
    "$program" merge --quiet $form ./* 2>"$scratch/messages" | cmp - "$scratch/one"
    cmp "$scratch/messages" "$scratch/one.messages"
    # In another order, and parts of parts.
    find . -type f | sort -r | xargs "$program" merge --quiet $form 2>/dev/null | cmp - "$scratch/one"
    "$program" merge --quiet --partial nothing "$way".*a >"$scratch/both"
    find . -type f ! -name nothing ! -name "$way.*a" | sort | xargs "$program" merge --quiet $form "$scratch/both" 2>/dev/null | cmp - "$scratch/one"
    cd "$texts"
  done
}

case $command in
  count)
    check --by language
    check --codes 'frame.*' --ci bca --parts paragraph --replicates 50 --by genre --zeros
    form="--format json --digits 3"
    check --drop-duplicates --matrix --sparse --level 1
    form=
    check --where 'language=en' --by voice,section -e 'sanction*' -c eastward --ci wilson --per '100 sentences' ;;
  freq)
    check --by language --min 3
    check -n 2 --skip 1 --stop "$scratch/shuffled" --where language=en --min-documents 2
    check --sparse --drop-duplicates ;;
  cooccur)
    check --codes 'frame.*' --by language
    check --codes 'actor.*' --window 10 --unit paragraph --level 2 --adjust bh ;;
  cross)
    check --rows 'actor.*' --columns 'frame.*' --by language --cluster source
    check --rows 'actor.*' --columns 'frame.*' --unit paragraph --ci percentile --replicates 50 --where language=en
    check --rows 'institution.*' --columns 'actor.*' --wide --level 2 ;;
  keyness)
    check --where language=en -a genre=mfa --cluster source --min 3
    check --where language=en --codes 'frame.*' -a genre=mfa --min 1 ;;
  collocates)
    check --by language --codes 'actor.*' --level 1 --null
    check -e russia --window 3L,3R --min 2 ;;
  triads)
    check --where language=en
    check --actors --by genre
    check --sets --by language ;;
  process)
    check --by genre
    check --show causes
    check --nodes codes --by section ;;
  promises)
    check
    check --by genre --universe 'actor.state.*' ;;
esac
