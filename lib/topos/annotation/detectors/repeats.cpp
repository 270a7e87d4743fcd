// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/repeats.hpp"

#include <algorithm>
#include <span>

#include "topos/annotation/detectors/first_holders.hpp"

namespace topos {
namespace {

constexpr std::size_t most_compared = 8;
constexpr double least_similarity = 0.6;

/// The texts of one unit that were seen, and what of them is needed to tell repeats. Most texts share no shingle with
/// another, which their words tell at once: they need not be kept.
class Texts {
 public:
  /// Forgets all but the memory. `texts`: how many will come at most. `words` must outlive the questions.
  void begin(Repeat::Unit unit, const HashedRuns& words, TokenRange all, std::size_t texts) {
    unit_ = unit;
    words_ = &words;
    texts_.clear();
    holders_.clear(words.repeated(all));
    wholes_.clear(texts);
  }

  /// Whether a text repeats an earlier one, which is put into `repeat`; remembers it if it is no exact repeat.
  bool add(TokenRange words, std::uint32_t which, Repeat& repeat) {
    const std::uint32_t repeated = words_->repeated(words);
    if (repeated == 0) return false;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back({which, words});
    const auto size = shingles_of(number).size();
    if (repeated == size) {
      if (const std::uint32_t same = wholes_.put(whole_of(words), number); same != number) {
        const std::uint32_t all = different(number);
        repeat = {unit_, which, texts_[same].which, all, all, true};
        texts_.pop_back();
        return true;
      }
    }
    const bool found = repeated >= least_similarity * static_cast<double>(size) && find_near(number, repeat);
    for (const std::uint64_t shingle : shingles_of(number))
      if (words_->may_repeat(shingle)) holders_.put(shingle, number);
    return found;
  }

 private:
  struct Text {
    std::uint32_t which = 0;
    TokenRange words;
  };

  [[nodiscard]] std::uint64_t whole_of(TokenRange words) const {
    std::uint64_t whole = words.size();
    for (const std::uint64_t word : words_->words(words)) whole = mixed_hash(whole ^ word);
    return whole;
  }

  [[nodiscard]] std::span<const std::uint64_t> shingles_of(std::uint32_t number) const {
    return words_->runs(texts_[number].words);
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

  /// Earlier texts of about the same length that were first with a shingle; none unless as many shingles have been seen
  /// as similar texts share.
  bool find_candidates(std::uint32_t number) {
    const std::span<const std::uint64_t> shingles = shingles_of(number);
    const auto size = static_cast<double>(shingles.size());
    candidates_.clear();
    std::size_t seen = 0;
    std::uint32_t last = FirstHolders::nobody;
    for (const std::uint64_t shingle : shingles) {
      if (!words_->may_repeat(shingle)) continue;
      const std::uint32_t holder = holders_.find(shingle);
      if (holder == FirstHolders::nobody) continue;
      ++seen;
      if (holder == last || candidates_.size() >= most_compared) continue;
      last = holder;
      const auto other = static_cast<double>(shingles_of(holder).size());
      const bool alike = std::min(size, other) >= least_similarity * std::max(size, other);
      if (alike && std::find(candidates_.begin(), candidates_.end(), holder) == candidates_.end())
        candidates_.push_back(holder);
    }
    return static_cast<double>(seen) >= least_similarity * size && !candidates_.empty();
  }

  Repeat::Unit unit_ = Repeat::Unit::sentence;
  std::vector<Text> texts_;
  const HashedRuns* words_ = nullptr;
  FirstHolders holders_;  ///< of shingles
  FirstHolders wholes_;   ///< of all words in their order
  std::vector<std::uint32_t> candidates_;
};

}  // namespace

std::vector<Repeat> find_repeats(const Document& document, const std::vector<Sentence>& sentences,
                                 const HashedRuns& words, RegionSet skip) {
  std::vector<Repeat> found;
  std::vector<bool> repeated(document.regions.size());
  Repeat repeat;
  thread_local Texts texts;
  const TokenRange all = words.of_sentences(0, sentences.size());
  texts.begin(Repeat::Unit::paragraph, words, all, document.regions.size());
  for (std::size_t first = 0, next = 0; first < sentences.size(); first = next) {
    const std::uint32_t region = sentences[first].region;
    while (next < sentences.size() && sentences[next].region == region) ++next;
    if (next - first == 1 || skip[static_cast<std::size_t>(document.regions[region].name)]) continue;
    repeated[region] = texts.add(words.of_sentences(first, next), region, repeat);
    if (repeated[region]) found.push_back(repeat);
  }
  texts.begin(Repeat::Unit::sentence, words, all, sentences.size());
  for (std::size_t at = 0; at < sentences.size(); ++at) {
    if (repeated[sentences[at].region] || skip[static_cast<std::size_t>(document.regions[sentences[at].region].name)])
      continue;
    if (texts.add(words.of_sentences(at, at + 1), static_cast<std::uint32_t>(at), repeat)) found.push_back(repeat);
  }
  return found;
}

}  // namespace topos
