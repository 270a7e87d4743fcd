// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/repeats.hpp"

#include <algorithm>
#include <span>

#include "topos/annotation/detectors/first_holders.hpp"

namespace topos {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::size_t most_compared = 8;
constexpr double least_similarity = 0.6;

/// Spreads a sum over all bits.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 32;
  value *= 0x9E3779B97F4A7C15U;
  return value ^ (value >> 29);
}

/// The texts of one unit that were seen, and what of them is needed to tell repeats.
class Texts {
 public:
  /// Forgets all but the memory. `words`, `texts`: how many will come at most.
  void begin(Repeat::Unit unit, std::size_t words, std::size_t texts) {
    unit_ = unit;
    texts_.clear();
    shingles_.clear();
    holders_.clear(words);
    wholes_.clear(texts);
  }

  /// Whether a text repeats an earlier one, which is put into `repeat`; remembers it if it is no exact repeat.
  bool add(std::span<const std::uint64_t> words, std::uint32_t which, Repeat& repeat) {
    if (words.size() < shingle_words) return false;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back({which, static_cast<std::uint32_t>(shingles_.size()), 0});
    read(words);
    texts_.back().end = static_cast<std::uint32_t>(shingles_.size());
    const std::uint32_t same = wholes_.put(whole_, number);
    bool found = same != number;
    if (found) {
      const std::uint32_t all = different(number);
      repeat = {unit_, which, texts_[same].which, all, all, true};
      shingles_.resize(texts_.back().begin);
      texts_.pop_back();
    } else {
      found = find_near(number, repeat);
      for (const std::uint64_t shingle : shingles_of(number)) holders_.put(shingle, number);
    }
    return found;
  }

 private:
  struct Text {
    std::uint32_t which = 0;
    std::uint32_t begin = 0;  ///< of its shingles
    std::uint32_t end = 0;
  };

  /// A shingle is a sum of its words' hashes, each multiplied by how far from its end it stands, so that the next needs no reading back.
  void read(std::span<const std::uint64_t> words) {
    constexpr std::uint64_t factor = 0x100000001B3U;
    constexpr std::uint64_t last = factor * factor * factor * factor * factor;
    std::uint64_t sum = 0;
    whole_ = words.size();
    for (std::size_t at = 0; at < words.size(); ++at) {
      whole_ = mixed(whole_ ^ words[at]);
      sum = sum * factor + words[at];
      if (at >= shingle_words) sum -= last * words[at - shingle_words];
      if (at + 1 >= shingle_words) shingles_.push_back(mixed(sum));
    }
  }

  [[nodiscard]] std::span<const std::uint64_t> shingles_of(std::uint32_t number) const {
    const Text& text = texts_[number];
    return std::span(shingles_).subspan(text.begin, text.end - text.begin);
  }

  std::vector<std::uint64_t> sorted(std::uint32_t number) const {
    const std::span<const std::uint64_t> shingles = shingles_of(number);
    std::vector<std::uint64_t> rising(shingles.begin(), shingles.end());
    std::sort(rising.begin(), rising.end());
    rising.erase(std::unique(rising.begin(), rising.end()), rising.end());
    return rising;
  }
  std::uint32_t different(std::uint32_t number) const { return static_cast<std::uint32_t>(sorted(number).size()); }

  bool find_near(std::uint32_t number, Repeat& repeat) {
    if (!find_candidates(number)) return false;
    const std::vector<std::uint64_t> own = sorted(number);
    double best = least_similarity;
    bool found = false;
    for (const std::uint32_t candidate : candidates_) {
      const std::vector<std::uint64_t> other = sorted(candidate);
      std::uint32_t shared = 0;
      for (auto a = own.begin(), b = other.begin(); a != own.end() && b != other.end();) {
        if (*a == *b) ++shared;
        const bool forth = *a <= *b;
        if (*b <= *a) ++b;
        if (forth) ++a;
      }
      const auto either = static_cast<std::uint32_t>(own.size() + other.size() - shared);
      const double similarity = static_cast<double>(shared) / either;
      if (similarity < best || (found && similarity == best)) continue;
      found = true;
      best = similarity;
      repeat = {unit_, texts_[number].which, texts_[candidate].which, shared, either, false};
    }
    return found;
  }

  /// Earlier texts of about the same length that were first with a shingle; none unless as many shingles have been seen as similar texts share.
  bool find_candidates(std::uint32_t number) {
    const std::span<const std::uint64_t> shingles = shingles_of(number);
    const auto size = static_cast<double>(shingles.size());
    candidates_.clear();
    std::size_t seen = 0;
    std::uint32_t last = FirstHolders::nobody;
    for (const std::uint64_t shingle : shingles) {
      const std::uint32_t holder = holders_.find(shingle);
      if (holder == FirstHolders::nobody) continue;
      ++seen;
      if (holder == last || candidates_.size() >= most_compared) continue;
      last = holder;
      const auto other = static_cast<double>(texts_[holder].end - texts_[holder].begin);
      const bool alike = std::min(size, other) >= least_similarity * std::max(size, other);
      if (alike && std::find(candidates_.begin(), candidates_.end(), holder) == candidates_.end()) candidates_.push_back(holder);
    }
    return static_cast<double>(seen) >= least_similarity * size && !candidates_.empty();
  }

  Repeat::Unit unit_ = Repeat::Unit::sentence;
  std::vector<Text> texts_;
  std::vector<std::uint64_t> shingles_;  ///< of all texts, each text's in its order
  FirstHolders holders_;                 ///< of shingles
  FirstHolders wholes_;                  ///< of all words in their order
  std::uint64_t whole_ = 0;              ///< of the text that was read last
  std::vector<std::uint32_t> candidates_;
};

/// The words of some tokens, as hashes.
class Words {
 public:
  Words(const Segmentation& segmentation, FoldedHashes& hashes) : tokens_(segmentation.tokens), hashes_(hashes) {}

  std::span<const std::uint64_t> of(TokenRange range) {
    words_.clear();
    for (std::uint32_t at = range.begin; at < range.end; ++at)
      if (tokens_[at].kind == TokenKind::word) words_.push_back(hashes_.of(tokens_[at].type));
    return words_;
  }

 private:
  const std::vector<Token>& tokens_;
  FoldedHashes& hashes_;
  std::vector<std::uint64_t> words_;
};

}  // namespace

std::vector<Repeat> find_repeats(const Document& document, const Segmentation& segmentation, FoldedHashes& hashes, RegionSet skip) {
  const std::vector<Sentence>& sentences = segmentation.sentences;
  Words words(segmentation, hashes);
  std::vector<Repeat> found;
  std::vector<bool> repeated(document.regions.size());
  Repeat repeat;
  thread_local Texts texts;
  texts.begin(Repeat::Unit::paragraph, segmentation.tokens.size(), document.regions.size());
  for (std::size_t first = 0, next = 0; first < sentences.size(); first = next) {
    const std::uint32_t region = sentences[first].region;
    while (next < sentences.size() && sentences[next].region == region) ++next;
    if (next - first == 1 || skip[static_cast<std::size_t>(document.regions[region].name)]) continue;
    repeated[region] = texts.add(words.of({sentences[first].tokens.begin, sentences[next - 1].tokens.end}), region, repeat);
    if (repeated[region]) found.push_back(repeat);
  }
  texts.begin(Repeat::Unit::sentence, segmentation.tokens.size(), sentences.size());
  for (std::size_t at = 0; at < sentences.size(); ++at) {
    if (repeated[sentences[at].region] || skip[static_cast<std::size_t>(document.regions[sentences[at].region].name)]) continue;
    if (texts.add(words.of(sentences[at].tokens), static_cast<std::uint32_t>(at), repeat)) found.push_back(repeat);
  }
  return found;
}

}  // namespace topos
