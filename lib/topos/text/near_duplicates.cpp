// SPDX-License-Identifier: Apache-2.0
#include "topos/text/near_duplicates.hpp"

// The hash of a short word is a few instructions, less than a call.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

#include "topos/text/word_bytes.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

constexpr std::size_t minima = 128;
constexpr std::size_t shingle_words = 5;
constexpr std::size_t longest_word = 256;
constexpr std::uint64_t word_seed = 0x746F706F73;
constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15;
constexpr std::uint64_t power_of_leaving = multiplier * multiplier * multiplier * multiplier;
constexpr std::uint32_t unset = std::numeric_limits<std::uint32_t>::max();

/// Finalizer of MurmurHash3: every bit of the result depends on every bit of `x`.
constexpr std::uint64_t mix(std::uint64_t x) noexcept {
  x = (x ^ x >> 33) * 0xFF51AFD7ED558CCD;
  x = (x ^ x >> 33) * 0xC4CEB9FE1A85EC53;
  return x ^ x >> 33;
}

/// XXH3 of words whose ASCII letters are put in lower case. Texts repeat their words: the hashes of short ones that
/// have been met lately are kept.
class WordHashes {
 public:
  std::uint64_t of(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    if (end - begin > sizeof(std::uint64_t)) return hash_long(text, begin, end);
    const std::uint64_t word = word_head(text, begin, end);
    Kept& kept = kept_[word * multiplier >> 54];
    if (kept.word != word) {
      const std::uint64_t folded = folded_head(word);
      kept = {word, XXH3_64bits_withSeed(&folded, end - begin, word_seed)};
    }
    return kept.hash;
  }

 private:
  struct Kept {
    std::uint64_t word = 0;
    std::uint64_t hash = 0;
  };

  static std::uint64_t hash_long(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    if (end - begin > longest_word) {
      end = begin + longest_word;
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    }
    std::array<std::uint64_t, longest_word / 8 + 1> folded;
    std::size_t eights = 0;
    for (std::size_t at = begin; at < end; at += 8) folded[eights++] = folded_word_head(text, at, end);
    return XXH3_64bits_withSeed(folded.data(), end - begin, word_seed);
  }

  std::array<Kept, 1024> kept_{};
};

/// Collects the minima of the shingles of a text whose words come one by one.
class Sketch {
 public:
  /// The shingle's hash rolls: the word that leaves it is subtracted, the one that enters is added.
  void add(std::uint64_t word) noexcept {
    std::uint64_t& oldest = ring_[place_];
    place_ = place_ + 1 == shingle_words ? 0 : place_ + 1;
    rolling_ = (rolling_ - oldest * power_of_leaving) * multiplier + word;
    oldest = word;
    if (++words_ < shingle_words) return;
    const std::uint64_t shingle = mix(rolling_);
    std::uint32_t& bin = bins_[shingle >> 57];
    const auto low = static_cast<std::uint32_t>(shingle);
    if (low < bin) bin = std::min(low, unset - 1);
  }

  [[nodiscard]] TextSignature signature() const {
    TextSignature out;
    out.empty = words_ < shingle_words;
    if (out.empty) return out;
    for (std::size_t i = 0; i < minima; ++i) out.minima[i] = filled(i);
    return out;
  }

 private:
  /// An empty bin takes the value of a full one that a hash of both numbers picks (Shrivastava 2017). Two texts that
  /// share their full bins thus also share the borrowed values.
  [[nodiscard]] std::uint32_t filled(std::size_t bin) const {
    std::size_t at = bin;
    for (std::uint64_t attempt = 1; bins_[at] == unset; ++attempt) at = mix(bin << 32 | attempt) % minima;
    return bins_[at];
  }

  std::array<std::uint64_t, shingle_words> ring_{};
  std::array<std::uint32_t, minima> bins_ = [] {
    std::array<std::uint32_t, minima> bins;
    bins.fill(unset);
    return bins;
  }();
  std::size_t place_ = 0;  ///< of the oldest word in `ring_`
  std::uint64_t rolling_ = 0;
  std::uint64_t words_ = 0;
};

}  // namespace

TextSignature text_signature(std::string_view text) {
  thread_local WordHashes hashes;
  WordHashes& hash = hashes;
  Sketch sketch;
  WordRuns(text, WordRuns::Unspaced::alone).for_each([&](std::size_t begin, std::size_t end) {
    sketch.add(hash.of(text, begin, end));
  });
  return sketch.signature();
}

/// Two texts are compared if they agree in all rows of any band. With three rows, a pair at Jaccard .6 is missed with
/// probability (1 - .6³)^42 < .0001. Minima are kept to 16 bits: a document costs 256 bytes for them, 168 for the
/// chains, at most 480 for the tables, and its id.
struct NearDuplicates::Impl {
  static constexpr std::size_t rows = 3;
  static constexpr std::size_t bands = minima / rows;
  static constexpr std::uint32_t none = 0;
  using Minima = std::array<std::uint16_t, minima>;

  explicit Impl(double threshold_value) : threshold(threshold_value) {}

  double threshold;
  std::vector<Minima> kept;
  std::vector<std::array<std::uint32_t, bands>>
      earlier;                               ///< number of the document before it in the same bucket, from 1
  std::vector<std::uint32_t> last_compared;  ///< the last query it was compared with
  std::string ids;
  std::vector<std::size_t> id_ends{0};
  std::array<std::vector<std::uint32_t>, bands> tables;  ///< newest document of each bucket, from 1
  std::uint32_t queries = 0;

  static std::uint64_t key(const Minima& m, std::size_t band) noexcept {
    const std::size_t row = band * rows;
    return std::uint64_t{m[row]} << 32 | std::uint64_t{m[row + 1]} << 16 | m[row + 2];
  }

  [[nodiscard]] std::string_view id(std::uint32_t number) const {
    return std::string_view(ids).substr(id_ends[number - 1], id_ends[number] - id_ends[number - 1]);
  }

  /// The slot of a key: its bucket's newest document, or an empty slot.
  std::uint32_t& slot(std::size_t band, std::uint64_t wanted) {
    std::vector<std::uint32_t>& table = tables[band];
    std::size_t at = mix(wanted + band) & (table.size() - 1);
    while (table[at] != none && key(kept[table[at] - 1], band) != wanted) at = (at + 1) & (table.size() - 1);
    return table[at];
  }

  void grow() {
    const std::size_t capacity = std::max<std::size_t>(64, tables[0].size() * 2);
    for (std::size_t band = 0; band < bands; ++band) {
      tables[band].assign(capacity, none);
      // Later documents of a bucket overwrite earlier ones, as they did when they came.
      for (std::uint32_t number = 1; number <= kept.size(); ++number) slot(band, key(kept[number - 1], band)) = number;
    }
  }

  void keep(std::string_view name, const Minima& m) {
    if ((kept.size() + 1) * 10 > tables[0].size() * 7) grow();
    std::array<std::uint32_t, bands>& links = earlier.emplace_back();
    kept.push_back(m);
    last_compared.push_back(0);
    ids.append(name);
    id_ends.push_back(ids.size());
    for (std::size_t band = 0; band < bands; ++band) {
      std::uint32_t& head = slot(band, key(m, band));
      links[band] = head;
      head = static_cast<std::uint32_t>(kept.size());
    }
  }

  /// Number of the most similar document and how many minima it shares.
  std::pair<std::uint32_t, std::size_t> best(const Minima& m) {
    std::pair<std::uint32_t, std::size_t> found{none, 0};
    if (kept.empty()) return found;
    ++queries;
    for (std::size_t band = 0; band < bands; ++band)
      for (std::uint32_t number = slot(band, key(m, band)); number != none; number = earlier[number - 1][band]) {
        if (std::exchange(last_compared[number - 1], queries) == queries) continue;
        std::size_t same = 0;
        for (std::size_t i = 0; i < minima; ++i) same += kept[number - 1][i] == m[i];
        if (same > found.second || (same == found.second && number < found.first)) found = {number, same};
      }
    return found;
  }
};

NearDuplicates::NearDuplicates(double threshold) : impl_(std::make_unique<Impl>(threshold)) {}
NearDuplicates::NearDuplicates(NearDuplicates&&) noexcept = default;
NearDuplicates& NearDuplicates::operator=(NearDuplicates&&) noexcept = default;
NearDuplicates::~NearDuplicates() = default;

std::optional<NearDuplicates::Found> NearDuplicates::add(std::string_view id, const TextSignature& signature) {
  if (signature.empty) return std::nullopt;
  Impl::Minima m;
  for (std::size_t i = 0; i < minima; ++i) m[i] = static_cast<std::uint16_t>(signature.minima[i]);
  const auto [number, same] = impl_->best(m);
  const double similarity = static_cast<double>(same) / static_cast<double>(minima);
  std::optional<Found> found;
  if (number != Impl::none && similarity >= impl_->threshold) found = Found{std::string(impl_->id(number)), similarity};
  // A document that agrees in everything with an earlier one is never the first of equals.
  if (same < minima) impl_->keep(id, m);
  return found;
}

}  // namespace topos
