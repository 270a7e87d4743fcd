// SPDX-License-Identifier: Apache-2.0
#include "topos/text/near_duplicates.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

#include "topos/text/byte_block.hpp"
#include "topos/text/word_bytes.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

constexpr std::size_t minima = 128;
constexpr std::size_t shingle_words = 5;
constexpr unsigned bin_bits = 7;
static_assert(minima == std::size_t{1} << bin_bits);
constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15;
constexpr std::uint64_t unset = std::numeric_limits<std::uint64_t>::max();

/// Finalizer of MurmurHash3: every bit of the result depends on every bit of `x`.
constexpr std::uint64_t mix(std::uint64_t x) noexcept {
  x = (x ^ x >> 33) * 0xFF51AFD7ED558CCD;
  x = (x ^ x >> 33) * 0xC4CEB9FE1A85EC53;
  return x ^ x >> 33;
}

/// Eight bytes in which ASCII letters are put in lower case. Domain: letters, marks and digits.
inline std::uint64_t folded(const char* from) noexcept {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, from, sizeof bytes);
  // ASCII letters and digits have bit 5 in lower case; bytes of other characters have bit 7 and stay.
  return bytes | (~bytes >> 2 & 0x2020202020202020);
}

/// Which of eight bytes a word of so many has.
constexpr auto masks = [] {
  std::array<std::uint64_t, 9> made{};
  for (std::size_t size = 0; size < 8; ++size)
    made[size] = word_head(std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", size));
  made[8] = ~std::uint64_t{0};
  return made;
}();

std::uint64_t spread(std::uint64_t bytes) noexcept {
  const std::uint64_t high = bytes * multiplier;
  return high ^ high >> 32;
}

/// Of a word of more than eight bytes: eight after the other, the last eight from its end.
std::uint64_t long_word_hash(const char* begin, const char* end) noexcept {
  auto hash = static_cast<std::uint64_t>(end - begin);
  for (const char* at = begin; end - at > 8; at += 8) hash = spread(hash + folded(at));
  return spread(hash + folded(end - 8));
}

/// Domain: eight bytes can be read from `begin`.
[[gnu::always_inline]] inline std::uint64_t word_hash(const char* begin, const char* end) noexcept {
  const auto size = static_cast<std::size_t>(end - begin);
  return size > 8 ? long_word_hash(begin, end) : spread(folded(begin) & masks[size]);
}

/// Collects the minima of the shingles of a text.
class Sketch {
 public:
  explicit Sketch(std::string_view text) : text_(text), runs_(text, WordRuns::Unspaced::alone) { bins_.fill(unset); }

  /// Takes the words that end among the next 64 bytes; false at the end of the text.
  bool next() noexcept {
    if (!runs_.next()) return false;
    std::uint64_t starts = runs_.starts();
    std::uint64_t ends = runs_.ends();
    if (open_ && ends != 0) {
      add_careful(begin_, runs_.at() + take_lowest_bit(ends));
      open_ = false;
    }
    if (words_ < shingle_words || text_.size() < runs_.at() + 2 * ByteBlock::size)
      while (ends != 0) {
        const std::size_t begin = runs_.at() + take_lowest_bit(starts);
        add_careful(begin, runs_.at() + take_lowest_bit(ends));
      }
    else
      add(text_.data() + runs_.at(), starts, ends);
    open_ = open_ || starts != 0;
    if (starts != 0) begin_ = runs_.at() + lowest_bit(starts);
    return true;
  }

  [[nodiscard]] TextSignature signature() const noexcept {
    TextSignature out;
    out.empty = std::all_of(bins_.begin(), bins_.end(), [](std::uint64_t bin) { return bin == unset; });
    for (std::size_t i = 0; i < minima && !out.empty; ++i) out.minima[i] = static_cast<std::uint32_t>(filled(i) >> 25);
    return out;
  }

 private:
  /// Domain: eight bytes can be read from where any of the words begins; five words have been met.
  void add(const char* from, std::uint64_t& starts, std::uint64_t ends) noexcept {
    std::uint64_t shingle = shingle_;
    while (ends != 0) {
      const char* const begin = from + take_lowest_bit(starts);
      shingle = shingle >> shift ^ word_hash(begin, from + take_lowest_bit(ends));
      put(shingle);
    }
    shingle_ = shingle;
  }

  void add_careful(std::size_t begin, std::size_t end) noexcept {
    std::array<char, 8> padded{};
    const char* from = text_.data() + begin;
    if (text_.size() - begin < padded.size()) from = std::copy_n(from, end - begin, padded.data()) - (end - begin);
    shingle_ = shingle_ >> shift ^ word_hash(from, from + (end - begin));
    if (++words_ >= shingle_words) put(shingle_);
  }

  void put(std::uint64_t shingle) noexcept {
    const std::uint64_t hash = shingle * 0xC4CEB9FE1A85EC53;
    std::uint64_t& bin = bins_[hash >> (64 - bin_bits)];
    // No branch: in a short text, one shingle in four is the least so far.
    bin = hash < bin ? hash : bin;
  }

  /// An empty bin takes the value of a full one that a hash of both numbers picks (Shrivastava 2017). Two texts that
  /// share their full bins thus also share the borrowed values.
  [[nodiscard]] std::uint64_t filled(std::size_t bin) const noexcept {
    std::size_t at = bin;
    for (std::uint64_t attempt = 1; bins_[at] == unset; ++attempt) at = mix(bin << 32 | attempt) % minima;
    return bins_[at];
  }

  /// Five shifts push a word out: `shingle_` holds the last five words, the newest of them whole.
  static constexpr unsigned shift = 13;

  std::string_view text_;
  WordRuns runs_;
  std::array<std::uint64_t, minima> bins_;
  std::uint64_t shingle_ = 0;
  std::size_t words_ = 0;  ///< how many have been met, at least while they are fewer than a shingle's
  std::size_t begin_ = 0;  ///< of the word that goes on in the next 64 bytes
  bool open_ = false;      ///< whether there is one
};

}  // namespace

TextSignature text_signature(std::string_view text) {
  Sketch sketch(text);
  while (sketch.next()) continue;
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
