// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/triad_sentence.hpp"

#include <algorithm>

#include "topos/codebook/codebook.hpp"

namespace topos {
namespace {

constexpr std::size_t most_ends = 16;

bool is_same(const TriadEnd& a, const TriadEnd& b) noexcept { return a.actor->code() == b.actor->code(); }

}  // namespace

void add_ends(const TriadEnds& more, TriadEnds& ends) {
  for (const TriadEnd& one : more)
    if (ends.size() < most_ends &&
        std::none_of(ends.begin(), ends.end(), [&](const TriadEnd& known) { return is_same(known, one); }))
      ends.push_back(one);
}

void drop_ends(const TriadEnds& others, TriadEnds& ends) {
  std::erase_if(ends, [&](const TriadEnd& one) {
    return std::any_of(others.begin(), others.end(), [&](const TriadEnd& other) { return is_same(one, other); });
  });
}

void TriadSentence::Mentions::add(const Hit* hit, WordRange words) {
  if (words.empty()) return;
  all.push_back({hit, words});
  longest = std::max(longest, words.size());
}

template <class Take>
void TriadSentence::Mentions::each_in(WordRange range, const Take& take) const {
  auto one = std::partition_point(all.begin(), all.end(),
                                  [&](const Mention& mention) { return mention.words.begin + longest <= range.begin; });
  for (; one != all.end() && one->words.begin < range.end; ++one)
    if (one->words.end > range.begin) take(*one);
}

void TriadSentence::begin(DocumentGrammar& grammar, const SentenceGrammar& sentence, const Segmentation& segmentation,
                          const std::vector<const Hit*>& hits, const std::vector<bool>& actors) {
  texts_ = &grammar;
  sentence_ = &sentence;
  segmentation_ = &segmentation;
  actors_.clear();
  actions_.clear();
  for (std::size_t i = 0; i < hits.size(); ++i) (actors[i] ? actors_ : actions_).add(hits[i], words_of(hits[i]->span));
  joined_.clear();
  for (std::uint32_t chunk = 0; chunk < sentence.chunks.size(); ++chunk)
    if (const std::uint32_t before = joined_before_bracket(chunk);
        before != no_index || sentence.chunks[chunk].coordinated != no_index)
      joined_.push_back({chunk, before});
}

WordRange TriadSentence::words_of(ByteSpan span) const {
  const std::vector<GrammarWord>& words = sentence_->words;
  const std::vector<Token>& tokens = segmentation_->tokens;
  const auto first = std::partition_point(words.begin(), words.end(), [&](const GrammarWord& word) {
    return tokens[word.tokens.end - 1].end <= span.begin;
  });
  const auto last = std::partition_point(
      first, words.end(), [&](const GrammarWord& word) { return tokens[word.tokens.begin].begin < span.end; });
  return {static_cast<std::uint32_t>(first - words.begin()), static_cast<std::uint32_t>(last - words.begin())};
}

bool TriadSentence::is_actor(std::uint32_t word) const {
  bool found = false;
  actors_.each_in({word, word + 1}, [&](const Mention&) { found = true; });
  return found;
}

const Hit* TriadSentence::action_at(std::uint32_t word) const {
  const Hit* found = nullptr;
  actions_.each_in({word, word + 1}, [&](const Mention& one) {
    if (found == nullptr || one.hit->span.size() > found->span.size()) found = one.hit;
  });
  return found;
}

const Hit* TriadSentence::action_of(std::uint32_t chunk) const {
  const NounChunk& noun = sentence_->chunks[chunk];
  const Hit* found = action_at(noun.head);
  for (std::uint32_t word = noun.head; found == nullptr && word-- > noun.words.begin;) {
    found = action_at(word);
    // "resource-driven outreach" is no action of driving.
    if (found != nullptr && found->span.begin > span_of({word, word + 1}).begin) found = nullptr;
  }
  return found;
}

void TriadSentence::add_ends(WordRange words, TriadRole role, TriadEnds& out) const {
  actors_.each_in(words, [&](const Mention& one) { topos::add_ends({{one.hit, role}}, out); });
}

TriadEnds TriadSentence::possessors_of(std::uint32_t chunk) const {
  TriadEnds ends;
  const NounChunk& noun = sentence_->chunks[chunk];
  if (noun.possessor == no_index) return ends;
  add_ends({noun.possessor, noun.possessor + 1}, TriadRole::possessor, ends);
  return ends;
}

TriadEnds TriadSentence::modifiers_of(std::uint32_t chunk) const {
  TriadEnds ends;
  const NounChunk& noun = sentence_->chunks[chunk];
  const std::uint32_t from = noun.possessor == no_index ? noun.words.begin : std::min(noun.possessor + 1, noun.head);
  add_ends({from, noun.head}, TriadRole::modifier, ends);
  return ends;
}

TriadEnds TriadSentence::ends_of(std::uint32_t chunk) const {
  TriadEnds ends;
  // Two steps by "of" are enough: "the deepening of the ties of Russia".
  for (int step = 0; step < 3 && ends.empty(); ++step) {
    const NounChunk& noun = sentence_->chunks[chunk];
    add_ends({noun.head, noun.head + 1}, TriadRole::noun, ends);
    if (ends.empty()) ends = possessors_of(chunk);
    if (ends.empty()) ends = modifiers_of(chunk);
    if (step > 0)
      for (TriadEnd& end : ends) end.role = TriadRole::of;
    if (chunk + 1 >= sentence_->chunks.size() || sentence_->chunks[chunk + 1].of != chunk) break;
    ++chunk;
  }
  return ends;
}

/// The chunk that "such as", "like" or "including" brings behind a chunk; none if there is none.
std::uint32_t TriadSentence::example_of(std::uint32_t chunk) const {
  const std::uint32_t next = chunk + 1;
  if (next >= sentence_->chunks.size()) return no_index;
  const std::uint32_t begin = sentence_->chunks[next].words.begin;
  if (begin < 2 || begin > sentence_->chunks[chunk].words.end + 3) return no_index;
  const std::string_view word = folded(begin - 1);
  const bool named = word == "like" || word == "including" || word == "particularly" || word == "especially" ||
                     word == "notably" || word == "namely";
  const bool two = (word == "as" && folded(begin - 2) == "such") || (word == "particular" && folded(begin - 2) == "in");
  return named || two ? next : no_index;
}

TriadEnds TriadSentence::ends_or_examples_of(std::uint32_t chunk) const {
  TriadEnds ends = ends_of(chunk);
  const std::uint32_t example = ends.empty() ? example_of(chunk) : no_index;
  return example == no_index ? ends : ends_of(example);
}

TriadEnds TriadSentence::ends_of_list(std::uint32_t chunk) const {
  const std::vector<NounChunk>& chunks = sentence_->chunks;
  TriadEnds ends = ends_of(chunk);
  if (const std::uint32_t example = example_of(chunk); ends.empty() && example != no_index)
    ends = ends_of(chunk = example);
  const std::uint32_t first = chunks[chunk].coordinated == no_index ? chunk : chunks[chunk].coordinated;
  if (first != chunk) topos::add_ends(ends_of(first), ends);
  for (const Joined& next : joined_behind(first))
    if (next.chunk != chunk && is_of_list(next, first, chunk)) topos::add_ends(ends_or_examples_of(next.chunk), ends);
  return ends;
}

std::span<const TriadSentence::Joined> TriadSentence::joined_behind(std::uint32_t first) const {
  const auto from = [&](std::uint32_t chunk) {
    return std::partition_point(joined_.begin(), joined_.end(), [&](const Joined& one) { return one.chunk < chunk; });
  };
  return {from(first + 1), from(first + longest_list)};
}

/// "the Eurasian Union (EAU) and Norland": the chunk before the bracket that parts what and joins; none if none does.
std::uint32_t TriadSentence::joined_before_bracket(std::uint32_t chunk) const {
  constexpr std::uint32_t longest_aside = 12;  // words
  const std::uint32_t begin = sentence_->chunks[chunk].words.begin;
  if (begin < 3 || tag(begin - 1) != Tag::cc || folded(begin - 2) != ")" ||
      sentence_->chunks[chunk].coordinated != no_index)
    return no_index;
  std::uint32_t open = begin - 2;
  while (open > 0 && begin - open < longest_aside && folded(open) != "(") --open;
  while (chunk > 0 && sentence_->chunks[chunk - 1].words.begin >= open) --chunk;
  return chunk > 0 && sentence_->chunks[chunk - 1].words.end == open ? chunk - 1 : no_index;
}

/// Whether what is joined is of the list that begins with `first`, or with what belongs to `chunk` by "of".
bool TriadSentence::is_of_list(const Joined& joined, std::uint32_t first, std::uint32_t chunk) const {
  const std::vector<NounChunk>& chunks = sentence_->chunks;
  if (chunks[joined.chunk].coordinated == first) return true;
  const std::uint32_t before = joined.bracketed;
  return before != no_index && (before == chunk || before == first || chunks[before].coordinated == first ||
                                (chunks[before].of != no_index && chunks[before].of == chunk));
}

std::string_view TriadSentence::preposition_of(std::uint32_t chunk) const {
  const std::uint32_t word = sentence_->chunks[chunk].preposition;
  return word == no_index ? std::string_view() : folded(word);
}

}  // namespace topos
