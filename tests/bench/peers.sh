# SPDX-License-Identifier: Apache-2.0
# What `run` compares topos with: which of them are installed, and the texts that all of them read.

python=python3
for candidate in python3 /usr/bin/python3; do
  "$candidate" -c 'import nltk' 2>/dev/null && python=$candidate && break
done
have() {
  case $1 in
    nltk) "$python" -c 'import nltk' 2>/dev/null ;;
    tokenizers | tidytext) command -v Rscript >/dev/null && Rscript -e "quit(status = !requireNamespace('$1', quietly = TRUE))" >/dev/null 2>&1 ;;
    *) command -v "$1" >/dev/null ;;
  esac
}
peers='rg:ripgrep ucto:ucto nltk:python3-nltk tokenizers:r-cran-tokenizers tidytext:r-cran-tidytext valgrind:valgrind'
missing() {
  lacking=''
  for peer in $peers; do have "${peer%%:*}" || lacking="$lacking ${peer#*:}"; done
  [ -z "$lacking" ] || echo "not installed, rows left out; apt-get install:$lacking"
}

# made NAME LANGUAGE MEGABYTES OPTIONS…: makes a corpus unless a newer one than its generator is there
made() {
  name=$1 language=$2 megabytes=$3
  shift 3
  [ "$name.jsonl" -nt "$tools/topos_bench_corpus" ] && return
  rm -rf "${data:?}/$name"
  "$tools/topos_bench_corpus" "$language" "${megabytes}000000" "$root/corpus/texts/$language" "$name" "$@"
}

# real NAME LANGUAGE FOLDER: the files of a folder as JSON Lines and as one text
real() {
  [ -d "$root/../shared/$3" ] || return 0
  reals="$reals $2:$1"
  [ -s "$1.jsonl" ] && return
  find "$root/../shared/$3" -name '*.txt' | LC_ALL=C sort | while read -r file; do
    jq -cRs --arg id "$(basename "$file")" --arg language "$2" '{id: $id, language: $language, text: .}' "$file"
  done >"$1.jsonl"
  jq -r .text "$1.jsonl" >"$1.txt"
}

make_data() {
  phrases="--phrases $here/phrases.en.txt"
  # shellcheck disable=SC2086 # two words
  {
    made en1 en 1 $phrases
    made en10 en 10 $phrases --folder
    made en10straight en 10 $phrases --straight
    [ $kind = quick ] || made en100 en 100 $phrases --folder
    [ -z "$huge" ] || made en1000 en 1000 $phrases
  }
  other=10
  [ $kind = quick ] && other=1
  for language in ru zh th; do made "$language$other" $language $other; done
  for count in 10 1000 10000; do
    [ -s patterns$count ] || "$tools/topos_bench_patterns" $count en10.txt >patterns$count
  done
  # The literals of the codebook: its English patterns without any sign that has a meaning.
  awk '/^\[\[/ { inside = 0 } /^patterns\.en *=/ { inside = 1 } inside' "$root/corpus/codebooks/eastward.toml" |
    grep -o "'[^']*'" | tr -d "'" | grep -x '[a-z][a-z -]*' | LC_ALL=C sort -u >literals
  : >empty.jsonl
  reals=''
  real real_en en corpora/ungdc_select
  real real_ru ru multilingual/ru_kremlin
  real real_th th multilingual/th_thaigov
}
