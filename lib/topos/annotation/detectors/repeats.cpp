// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/repeats.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "topos/base/hash.hpp"

namespace topos {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::size_t most_holders = 8;
constexpr double least_similarity = 0.6;

/// One text in the order in which texts are asked about.
struct Text {
  std::uint32_t which = 0;
  std::uint64_t whole = 0;              ///< hash of all its words
  std::vector<std::uint64_t> shingles;  ///< rising, each once
};

std::uint64_t hash_of(std::span<const std::uint64_t> words) {
  return hash64({reinterpret_cast<const char*>(words.data()), words.size() * sizeof(std::uint64_t)});
}

std::uint32_t shared_shingles(const Text& a, const Text& b) {
  std::uint32_t shared = 0;
  auto other = b.shingles.begin();
  for (const std::uint64_t one : a.shingles) {
    while (other != b.shingles.end() && *other < one) ++other;
    if (other != b.shingles.end() && *other == one) ++shared;
  }
  return shared;
}

bool may_be_near(const Text& a, const Text& b) {
  const auto [less, more] = std::minmax(a.shingles.size(), b.shingles.size());
  return static_cast<double>(less) >= least_similarity * static_cast<double>(more);
}

/// The texts that were seen, by whole and by shingle.
class Seen {
 public:
  explicit Seen(Repeat::Unit unit) : unit_(unit) {}

  /// Whether `text` repeats an earlier one, which is put into `repeat`; remembers it if it is no exact repeat.
  bool add(Text text, Repeat& repeat) {
    const auto [same, first] = whole_.try_emplace(text.whole, text.which);
    const auto size = static_cast<std::uint32_t>(text.shingles.size());
    if (!first) {
      repeat = {unit_, text.which, same->second, size, size, true};
      return true;
    }
    const bool near = find_near(text, repeat);
    remember(std::move(text));
    return near;
  }

 private:
  bool find_near(const Text& text, Repeat& repeat) const {
    std::unordered_map<std::uint32_t, std::uint32_t> met;
    for (const std::uint64_t shingle : text.shingles)
      if (const auto holders = holders_.find(shingle); holders != holders_.end())
        for (const std::uint32_t holder : holders->second)
          if (may_be_near(text, texts_[holder])) ++met[holder];
    if (met.empty()) return false;
    const auto best = std::max_element(met.begin(), met.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second < b.second : a.first > b.first;
    });
    const Text& earlier = texts_[best->first];
    const std::uint32_t shared = shared_shingles(text, earlier);
    const auto either = static_cast<std::uint32_t>(text.shingles.size() + earlier.shingles.size() - shared);
    if (shared < least_similarity * either) return false;
    repeat = {unit_, text.which, earlier.which, shared, either, false};
    return true;
  }

  void remember(Text text) {
    const auto number = static_cast<std::uint32_t>(texts_.size());
    for (const std::uint64_t shingle : text.shingles)
      if (std::vector<std::uint32_t>& holders = holders_[shingle]; holders.size() < most_holders)
        holders.push_back(number);
    texts_.push_back(std::move(text));
  }

  Repeat::Unit unit_;
  std::vector<Text> texts_;
  std::unordered_map<std::uint64_t, std::uint32_t> whole_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders_;  ///< numbers among texts_, by shingle
};

class Search {
 public:
  Search(const Segmentation& segmentation, const Vocabulary& vocabulary)
      : segmentation_(segmentation), vocabulary_(vocabulary) {}

  /// Whether the words of [begin, end) are enough to be compared; then `text` is what they are.
  bool read(TokenRange range, std::uint32_t which, Text& text) {
    words_.clear();
    for (std::uint32_t at = range.begin; at < range.end; ++at)
      if (const Token& token = segmentation_.tokens[at]; token.kind == TokenKind::word)
        words_.push_back(hash64(vocabulary_[token.type].folded));
    if (words_.size() < shingle_words) return false;
    text.which = which;
    text.whole = hash_of(words_);
    for (std::size_t at = 0; at + shingle_words <= words_.size(); ++at)
      text.shingles.push_back(hash_of(std::span(words_).subspan(at, shingle_words)));
    std::sort(text.shingles.begin(), text.shingles.end());
    text.shingles.erase(std::unique(text.shingles.begin(), text.shingles.end()), text.shingles.end());
    return true;
  }

 private:
  const Segmentation& segmentation_;
  const Vocabulary& vocabulary_;
  std::vector<std::uint64_t> words_;
};

}  // namespace

std::vector<Repeat> find_repeats(const Document& document, const Segmentation& segmentation,
                                 const Vocabulary& vocabulary, RegionSet skip) {
  const std::vector<Sentence>& sentences = segmentation.sentences;
  Search search(segmentation, vocabulary);
  std::vector<Repeat> found;
  std::vector<bool> repeated(document.regions.size());
  const auto ask = [&](Seen& seen, TokenRange range, std::uint32_t which) {
    Text text;
    Repeat repeat;
    if (!search.read(range, which, text) || !seen.add(std::move(text), repeat)) return false;
    found.push_back(repeat);
    return true;
  };
  Seen paragraphs(Repeat::Unit::paragraph);
  for (std::size_t first = 0, next = 0; first < sentences.size(); first = next) {
    const std::uint32_t region = sentences[first].region;
    while (next < sentences.size() && sentences[next].region == region) ++next;
    if (next - first > 1 && !skip[static_cast<std::size_t>(document.regions[region].name)])
      repeated[region] = ask(paragraphs, {sentences[first].tokens.begin, sentences[next - 1].tokens.end}, region);
  }
  Seen seen(Repeat::Unit::sentence);
  for (std::size_t at = 0; at < sentences.size(); ++at)
    if (!repeated[sentences[at].region] && !skip[static_cast<std::size_t>(document.regions[sentences[at].region].name)])
      ask(seen, sentences[at].tokens, static_cast<std::uint32_t>(at));
  return found;
}

}  // namespace topos
