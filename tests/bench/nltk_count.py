# SPDX-License-Identifier: Apache-2.0
"""nltk_count.py LITERALS TEXT: words by NLTK's Treebank tokenizer, and how often each literal occurs among them."""
import collections
import sys

from nltk.tokenize import TreebankWordTokenizer

with open(sys.argv[1], encoding="utf-8") as lines:
    literals = {tuple(line.split()) for line in lines}
longest = max(map(len, literals))
starts = {literal[0] for literal in literals}
tokenizer = TreebankWordTokenizer()
counts = collections.Counter()
words = 0
with open(sys.argv[2], encoding="utf-8") as lines:
    for line in lines:
        tokens = [token.lower() for token in tokenizer.tokenize(line)]
        words += len(tokens)
        for at, token in enumerate(tokens):
            if token not in starts:
                continue
            for length in range(1, longest + 1):
                run = tuple(tokens[at:at + length])
                if run in literals:
                    counts[run] += 1
print(words, sum(counts.values()))
