# SPDX-License-Identifier: Apache-2.0
# The rows of `run`. What a row compares is its name, the two commands behind it and their short names.

load_before=$(cut -d ' ' -f 1 /proc/loadavg)

# row NAME FILE A-NAME B-NAME A… -- B…: one line of the table. FILE gives the bytes; - for none. A failure leaves the row out.
# With discard=--discard the two write to /dev/null, else to a pipe.
row() {
  name=$1 file=$2 a=$3 b=$4
  shift 4
  case $name in *"$only"*) ;; *) return 0 ;; esac
  echo "$name: $a / $b" >&2
  bytes=''
  [ "$file" = - ] || bytes=$(wc -c <"$file")
  numbers=$("$tools/topos_bench_race" $discard "$rounds" -- "$@") || { echo "$name: left out" >&2; return 0; }
  printf '%s\t%s\t%s\t%s\t%s\n' "$name" "$a" "$b" "$bytes" "$numbers" >>"$table"
}

t="$topos"
discard=''
one='-q --jobs 1'

# ICU's loop prints one number, topos a row a sentence with its text: what the kernel does with that is no cutting.
# tokens_row NAME LANGUAGE CORPUS
tokens_row() {
  discard=--discard
  row "$1" $3.txt "ICU words" "tokens --sentences" "$tools/topos_bench_icu" words $2 $3.txt -- "$t" tokens --sentences $one $3.jsonl
  discard=''
}

# The rows that need nothing but topos and ICU, for one corpus: text_rows NAME LANGUAGE CORPUS
# shellcheck disable=SC2086 # options are words
text_rows() {
  tokens_row "tokens, $1" $2 $3
  row "freq, $1" $3.txt "ICU words+fold+map" freq "$tools/topos_bench_icu" freq $2 $3.txt -- "$t" freq $one $3.jsonl
}

# shellcheck disable=SC2086
all_rows() {
  row "count, English" $big.jsonl "wc -w" count wc -w $big.jsonl -- "$t" count $one $big.jsonl
  text_rows English en $big
  text_rows Russian ru ru$other
  text_rows Chinese zh zh$other
  text_rows Thai th th$other
  for pair in $reals; do
    [ "${pair%%:*}" = en ] && row "count, real English" real_en.jsonl "wc -w" count wc -w real_en.jsonl -- "$t" count $one real_en.jsonl
    text_rows "real ${pair%%:*}" ${pair%%:*} ${pair#*:}
  done
  literal_rows
  language_tool_rows
  statistics_rows
  growth_rows
  memory_rows
  start_rows
}

# The rows that targets are set for, on 10 MB, and those whose targets are for 100 MB on that too.
# shellcheck disable=SC2086
target_rows() {
  big=en10 size=10
  row "count, English" $big.jsonl "wc -w" count wc -w $big.jsonl -- "$t" count $one $big.jsonl
  text_rows English en $big
  tokens_row "tokens, Russian" ru ru10
  tokens_row "tokens, Chinese" zh zh10
  tokens_row "tokens, Thai" th th10
  literal_rows
  language_tool_rows
  pattern_rows
  stream_rows
  manner_rows
  start_rows
  big=en100 size=100
  small_rounds=$rounds rounds=$big_rounds
  row "count, English" $big.jsonl "wc -w" count wc -w $big.jsonl -- "$t" count $one $big.jsonl
  text_rows English en $big
  kwic_rows
  stream_rows
  memory_rows
  rounds=$small_rounds
}

# shellcheck disable=SC2086
literal_rows() {
  have rg && row "literals of the codebook" $slow.txt "rg -F, ASCII" "count -f" rg --no-unicode -o -i -w -F -f literals $slow.txt -- "$t" count $one -f literals $slow.jsonl
  row "literals of the codebook" $slow.txt "grep -F, LC_ALL=C" "count -f" env LC_ALL=C grep -o -i -w -F -f literals $slow.txt -- "$t" count $one -f literals $slow.jsonl
  kwic_rows
}

# shellcheck disable=SC2086
kwic_rows() {
  phrase='trade and investment'
  have rg && row "kwic of one phrase" $big.txt "rg -c" kwic rg -c "$phrase" $big.txt -- "$t" kwic $one -e "$phrase" $big.jsonl
  row "kwic of one phrase" $big.txt "grep -c -F, LC_ALL=C" kwic env LC_ALL=C grep -c -F "$phrase" $big.txt -- "$t" kwic $one -e "$phrase" $big.jsonl
}

# shellcheck disable=SC2086
language_tool_rows() {
  have ucto && row "tokens, English" en1.txt ucto "tokens --sentences" ucto -L eng -n en1.txt /dev/null -- "$t" tokens --sentences $one en1.jsonl
  have nltk && row "words and literals" $slow.txt "NLTK Treebank" "count -f" "$python" "$here/nltk_count.py" literals $slow.txt -- "$t" count $one -f literals $slow.jsonl
  have tokenizers && row "freq, English" $slow.txt "R tokenizers" freq \
    Rscript -e "t <- unlist(tokenizers::tokenize_words(readLines('$slow.txt'))); x <- sort(table(t))" -- "$t" freq $one $slow.jsonl
  have tidytext && row "freq by document" en1.txt "R tidytext" "freq --by document" Rscript -e \
    "d <- data.frame(id = seq_along(x <- readLines('en1.txt')), text = x); y <- dplyr::count(tidytext::unnest_tokens(d, w, text), id, w)" \
    -- "$t" freq $one --by document en1.jsonl
  return 0
}

# What statistics cost beside the plain counts that they rest on, on made-up English and, where they are there, on the real speeches.
# shellcheck disable=SC2086
statistics_rows() {
  statistics_of $big.jsonl English -a "date<2007-01-01"
  [ ! -f real_en.jsonl ] || statistics_of real_en.jsonl "real English" --reference en1.jsonl
}

# statistics_of FILE NAME REFERENCE…: the last are options of keyness.
# shellcheck disable=SC2086
statistics_of() {
  file=$1 corpus=$2
  shift 2
  row "statistics, $corpus" $file freq "freq -n 2" "$t" freq $one $file -- "$t" freq $one -n 2 $file
  row "statistics, $corpus" $file freq keyness "$t" freq $one $file -- "$t" keyness $one "$@" $file
  row "statistics, $corpus" $file "count -e" "collocates -e" "$t" count $one -e 'develop*' $file -- "$t" collocates $one -e 'develop*' $file
  row "statistics, $corpus" $file count "count --ci percentile, 2000 replicates" "$t" count $one $file -- "$t" count $one --ci percentile $file
  row "statistics, $corpus" $file count report "$t" count $one $file -- "$t" report $one -o report $file
  row "statistics, $corpus" $file count "cross, 2000 replicates" "$t" count $one $file -- "$t" cross $one --ci percentile --rows 'actor.*' --columns 'frame.*' $file
}

# shellcheck disable=SC2086
growth_rows() {
  row "growth with bytes, 10 times" en10.jsonl "count 10 MB" "count 1 MB" "$t" count $one en10.jsonl -- "$t" count $one en1.jsonl
  [ $kind = quick ] || row "growth with bytes, 10 times" en100.jsonl "count 100 MB" "count 10 MB" "$t" count $one en100.jsonl -- "$t" count $one en10.jsonl
  row "growth with documents, 100 times" en10.txt "count --split 2000" "count --split 200000" "$t" count $one --split 2000 en10.txt -- "$t" count $one --split 200000 en10.txt
  pattern_rows
  stream_rows
  manner_rows
}

# shellcheck disable=SC2086
pattern_rows() {
  for n in 1000 10000; do
    row "growth with patterns" $slow.jsonl "count -f, $n" "count -f, 10" "$t" count $one -f patterns$n $slow.jsonl -- "$t" count $one -f patterns10 $slow.jsonl
  done
}

# shellcheck disable=SC2086
stream_rows() {
  row "jobs" $big.jsonl "count -j 1" "count -j 2" "$t" count -q -j 1 $big.jsonl -- "$t" count -q -j 2 $big.jsonl
  row "$(ls $big | wc -l | tr -d ' ') files or one stream" $big.jsonl "count of a folder" "count of JSON Lines" "$t" count $one $big -- "$t" count $one $big.jsonl
}

# shellcheck disable=SC2086
manner_rows() {
  for detectors in none all; do
    row "three processes or one" en10.jsonl "detectors: $detectors" count sh -c "'$t' read $one en10.jsonl | '$t' annotate --detect $detectors $one | '$t' count $one" -- \
      "$t" count $one en10.jsonl
  done
  row "typographic or straight marks" en10.jsonl "freq, curly" "freq, straight" "$t" freq $one en10.jsonl -- "$t" freq $one en10straight.jsonl
}

# Memory hardly differs from run to run.
# shellcheck disable=SC2086
memory_rows() (
  rounds=1
  row "memory, $size MB in documents" $big.jsonl count /bin/true "$t" count $one $big.jsonl -- /bin/true
  row "memory, one document" en10.txt count /bin/true "$t" count $one en10.txt -- /bin/true
  [ $kind = quick ] || row "memory, one document" en100.txt count /bin/true "$t" count $one en100.txt -- /bin/true
  [ -z "$huge" ] || row "memory, 1 GB in documents" en1000.jsonl count /bin/true "$t" count $one en1000.jsonl -- /bin/true
)

# shellcheck disable=SC2086
start_rows() {
  row "start" - "topos --version" /bin/true "$t" --version -- /bin/true
  row "start with the codebook" - "count of nothing" /bin/true "$t" count $one empty.jsonl -- /bin/true
  have rg && row "start" - "topos --version" "rg --version" "$t" --version -- rg --version
  have nltk && row "start" - "import nltk" "topos --version" "$python" -c 'import nltk' -- "$t" --version
  return 0
}
