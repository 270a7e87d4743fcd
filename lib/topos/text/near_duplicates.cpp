// SPDX-License-Identifier: Apache-2.0
#include "topos/text/near_duplicates.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "topos/text/shingle_sketch.hpp"

namespace topos {
namespace {

constexpr std::size_t minima = std::tuple_size_v<decltype(TextSignature::minima)>;

}  // namespace

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
  std::array<std::vector<std::uint32_t>, bands> tables;  ///< newest document of each bucket, from 1, and its tag
  std::array<std::uint32_t*, bands> heads;               ///< slots of the document at hand
  std::array<std::uint32_t, bands> tags;
  std::uint32_t queries = 0;

  static std::uint64_t key(const Minima& m, std::size_t band) noexcept {
    const std::size_t row = band * rows;
    return std::uint64_t{m[row]} << 32 | std::uint64_t{m[row + 1]} << 16 | m[row + 2];
  }

  [[nodiscard]] std::string_view id(std::uint32_t number) const {
    return std::string_view(ids).substr(id_ends[number - 1], id_ends[number] - id_ends[number - 1]);
  }

  [[nodiscard]] std::uint32_t number_mask() const noexcept { return static_cast<std::uint32_t>(tables[0].size() - 1); }
  /// What tells most other keys from this one without a look at their documents: the bits that a number does not need.
  [[nodiscard]] std::uint32_t tag(std::uint64_t hash) const noexcept {
    return static_cast<std::uint32_t>(hash >> 32) & ~number_mask();
  }
  static std::uint64_t hash_of(std::size_t band, std::uint64_t wanted) noexcept { return mix_bits(wanted + band); }

  /// The slot of a key: that of its bucket's newest document, or an empty one.
  std::uint32_t& slot(std::size_t band, std::uint64_t wanted, std::uint64_t hash) {
    std::uint32_t* const table = tables[band].data();
    const std::uint32_t mask = number_mask();
    const std::uint32_t own = tag(hash);
    std::size_t at = hash & mask;
    while (table[at] != none && ((table[at] & ~mask) != own || key(kept[(table[at] & mask) - 1], band) != wanted))
      at = (at + 1) & mask;
    return table[at];
  }

  /// Finds the slots of all bands. The memory that they need is fetched for all of them at once: each would be waited
  /// for alone else.
  void find_heads(const Minima& m) {
    std::array<std::uint64_t, bands> hashes;
    for (std::size_t band = 0; band < bands; ++band) {
      hashes[band] = hash_of(band, key(m, band));
      tags[band] = tag(hashes[band]);
      __builtin_prefetch(tables[band].data() + (hashes[band] & number_mask()));
    }
    for (std::size_t band = 0; band < bands; ++band) heads[band] = &slot(band, key(m, band), hashes[band]);
  }

  void grow() {
    const std::size_t capacity = std::max<std::size_t>(64, tables[0].size() * 2);
    for (std::vector<std::uint32_t>& table : tables) table.assign(capacity, none);
    for (std::size_t band = 0; band < bands; ++band)
      // Later documents of a bucket overwrite earlier ones, as they did when they came.
      for (std::uint32_t number = 1; number <= kept.size(); ++number) {
        const std::uint64_t wanted = key(kept[number - 1], band);
        const std::uint64_t own = hash_of(band, wanted);
        slot(band, wanted, own) = tag(own) | number;
      }
  }

  /// Domain: the slots of `m` were found, if there are any documents.
  void keep(std::string_view name, const Minima& m) {
    if ((kept.size() + 1) * 10 > tables[0].size() * 7) {
      grow();
      find_heads(m);
    }
    std::array<std::uint32_t, bands>& links = earlier.emplace_back();
    kept.push_back(m);
    last_compared.push_back(0);
    ids.append(name);
    id_ends.push_back(ids.size());
    for (std::size_t band = 0; band < bands; ++band) {
      links[band] = *heads[band] & number_mask();
      *heads[band] = tags[band] | static_cast<std::uint32_t>(kept.size());
    }
  }

  /// Number of the most similar document and how many minima it shares.
  std::pair<std::uint32_t, std::size_t> best(const Minima& m) {
    std::pair<std::uint32_t, std::size_t> found{none, 0};
    if (kept.empty()) return found;
    ++queries;
    find_heads(m);
    for (std::size_t band = 0; band < bands; ++band)
      for (std::uint32_t number = *heads[band] & number_mask(); number != none; number = earlier[number - 1][band]) {
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
