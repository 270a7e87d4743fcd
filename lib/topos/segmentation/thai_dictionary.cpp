// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/thai_dictionary.hpp"

#include <unicode/bytestrie.h>
#include <unicode/udata.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace topos {
namespace {

constexpr unsigned first_bits = 12;
/// Steps that are kept: all that texts ask for, but not what a hostile one could.
constexpr std::size_t most_steps = std::size_t{1} << 18;

/// The trie, and the character that is its zero byte.
struct Data {
  const char* trie = nullptr;
  std::int32_t zero = 0;
};

/// ICU's dictionary of Thai; without a trie if there is none of the form that is known. It stays loaded.
const Data& data() {
  static UDataMemory* memory = nullptr;
  static const Data known = []() -> Data {
    UErrorCode status = U_ZERO_ERROR;
    memory = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "thaidict", &status);
    if (U_FAILURE(status)) return {};
    constexpr std::size_t place_of_offset = 0;
    constexpr std::size_t place_of_kind = 4;
    constexpr std::size_t place_of_transform = 5;
    constexpr std::int32_t kind_mask = 7;
    constexpr std::int32_t of_bytes = 0;
    constexpr std::int32_t transform_mask = 0x7F000000;
    constexpr std::int32_t by_offset = 0x1000000;
    std::array<std::int32_t, 8> indexes;
    const auto* const bytes = static_cast<const char*>(udata_getMemory(memory));
    std::memcpy(indexes.data(), bytes, sizeof indexes);
    if ((indexes[place_of_kind] & kind_mask) != of_bytes || (indexes[place_of_transform] & transform_mask) != by_offset)
      return {};
    return {bytes + indexes[place_of_offset], indexes[place_of_transform] & 0x1FFFFF};
  }();
  return known;
}

}  // namespace

/// ICU's trie, and where in it each node is.
struct ThaiDictionary::Trie {
  icu::BytesTrie trie{data().trie};
  std::vector<icu::BytesTrie::State> states;

  void clear() {
    trie.reset();
    states.assign(1, {});
    trie.saveState(states[0]);
  }
};

ThaiDictionary::ThaiDictionary()
    : trie_(std::make_unique<Trie>()), steps_(std::size_t{1} << first_bits), shift_(32 - first_bits) {
  trie_->clear();
}
ThaiDictionary::~ThaiDictionary() = default;

bool ThaiDictionary::is_there() { return data().trie != nullptr; }

ThaiDictionary::Node ThaiDictionary::root() {
  if (known_ >= most_steps) {
    trie_->clear();
    std::fill(steps_.begin(), steps_.end(), Step{});
    known_ = 0;
  }
  return 0;
}

ThaiDictionary::Node ThaiDictionary::find(std::uint32_t key) {
  std::size_t at = place_of(key);
  for (; steps_[at].key != none; at = (at + 1) & (steps_.size() - 1))
    if (steps_[at].key == key) return steps_[at].node;
  constexpr std::int32_t first_character = 0x0E00;
  const std::int32_t byte = first_character + static_cast<std::int32_t>(key & 0x7F) - data().zero;
  UStringTrieResult result = USTRINGTRIE_NO_MATCH;
  if (byte >= 0 && byte <= 0xFD) result = trie_->trie.resetToState(trie_->states[key >> 7]).next(byte);
  Node node = 0;
  if (USTRINGTRIE_HAS_NEXT(result)) {
    node = static_cast<Node>(trie_->states.size());
    trie_->trie.saveState(trie_->states.emplace_back());
  } else {
    node = last;
  }
  if (USTRINGTRIE_HAS_VALUE(result)) node |= word;
  steps_[at] = {key, node};
  if (++known_ * 2 > steps_.size()) grow();
  return node;
}

void ThaiDictionary::grow() {
  const std::vector<Step> old = std::exchange(steps_, std::vector<Step>(2 * steps_.size()));
  --shift_;
  for (const Step& step : old) {
    if (step.key == none) continue;
    std::size_t at = place_of(step.key);
    while (steps_[at].key != none) at = (at + 1) & (steps_.size() - 1);
    steps_[at] = step;
  }
}

}  // namespace topos
