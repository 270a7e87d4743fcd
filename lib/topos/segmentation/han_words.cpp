// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/han_words.hpp"

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <string_view>

namespace topos {
namespace {

/// The longest word that is looked up, and the cost of a character that is no word by itself: both are ICU's.
constexpr std::size_t longest_word = 20;
constexpr std::uint32_t unknown_cost = 255;

constexpr char16_t first_character = 0x3000;
constexpr std::size_t characters = 0xA000 - first_character;

/// The trie of ICU's dictionary for Han; null if there is none of the form that is known. It stays loaded.
const char16_t* dictionary() {
  static UDataMemory* data = nullptr;
  static const char16_t* const trie = []() -> const char16_t* {
    UErrorCode status = U_ZERO_ERROR;
    data = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &status);
    if (U_FAILURE(status)) return nullptr;
    constexpr std::size_t place_of_offset = 0;
    constexpr std::size_t place_of_kind = 4;
    constexpr std::int32_t kind_mask = 7;
    constexpr std::int32_t of_utf16 = 1;
    std::array<std::int32_t, 8> indexes;
    const auto* const bytes = static_cast<const char*>(udata_getMemory(data));
    std::memcpy(indexes.data(), bytes, sizeof indexes);
    if ((indexes[place_of_kind] & kind_mask) != of_utf16) return nullptr;
    return reinterpret_cast<const char16_t*>(bytes + indexes[place_of_offset]);
  }();
  return trie;
}

/// Where the words that begin with a character are in the trie.
struct Beginning {
  icu::UCharsTrie::State state;
  UStringTrieResult result = USTRINGTRIE_NO_MATCH;
  bool known = false;
};

}  // namespace

struct HanWords::Impl {
  /// Of a beginning of the run: its least cost, and where the last word begins that gives it.
  struct Best {
    std::uint32_t cost = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t from = 0;
  };

  icu::UCharsTrie trie{dictionary()};
  std::vector<Beginning> beginnings{characters};
  std::vector<Best> best;

  /// Moves to the words that begin with `c`. The first step is by far the longest: it is taken once for each character.
  UStringTrieResult begin(char16_t c) {
    Beginning& beginning = beginnings[c - std::size_t{first_character}];
    if (!beginning.known) {
      beginning.known = true;
      beginning.result = trie.first(c);
      trie.saveState(beginning.state);
    } else if (beginning.result != USTRINGTRIE_NO_MATCH) {
      trie.resetToState(beginning.state);
    }
    return beginning.result;
  }

  void offer(std::size_t from, std::size_t end, std::uint32_t cost) {
    cost += best[from].cost;
    if (cost < best[end].cost) best[end] = {cost, static_cast<std::uint32_t>(from)};
  }

  /// Offers the words that begin at `from`.
  void add_words(std::u16string_view run, std::size_t from) {
    const std::size_t limit = std::min(run.size(), from + longest_word);
    UStringTrieResult result = begin(run[from]);
    if (!USTRINGTRIE_HAS_VALUE(result)) offer(from, from + 1, unknown_cost);
    for (std::size_t end = from + 1; result != USTRINGTRIE_NO_MATCH; ++end) {
      if (USTRINGTRIE_HAS_VALUE(result)) offer(from, end, static_cast<std::uint32_t>(trie.getValue()));
      if (result == USTRINGTRIE_FINAL_VALUE || end == limit) break;
      result = trie.next(run[end]);
    }
  }
};

HanWords::HanWords() = default;
HanWords::HanWords(HanWords&&) noexcept = default;
HanWords& HanWords::operator=(HanWords&&) noexcept = default;
HanWords::~HanWords() = default;

const std::vector<std::uint32_t>& HanWords::find() {
  ends_.clear();
  if (dictionary() == nullptr) return ends_;
  if (impl_ == nullptr) impl_ = std::make_unique<Impl>();
  std::vector<Impl::Best>& best = impl_->best;
  best.assign(run_.size() + 1, {});
  best[0].cost = 0;
  for (std::size_t from = 0; from < run_.size(); ++from) impl_->add_words(run_, from);
  for (auto end = static_cast<std::uint32_t>(run_.size()); end > 0; end = best[end].from) ends_.push_back(end);
  return ends_;
}

}  // namespace topos
