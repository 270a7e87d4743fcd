// SPDX-License-Identifier: Apache-2.0
#include "topos/text/voted_languages.hpp"

#include <algorithm>

#include "topos/text/word_bytes.hpp"

namespace topos {
namespace {

constexpr std::array lists = {
#define TOPOS_LANGUAGE(tag, words) std::string_view(words),
#include "topos/text/language_words.def"
#undef TOPOS_LANGUAGE
};
static_assert(lists.size() == languages_with_words);

constexpr std::size_t slots = 2048;

struct Entry {
  std::uint64_t head = 0;
  std::string_view text;
  std::uint16_t first = 0;  ///< of its languages
  std::uint16_t languages = 0;
};

constexpr std::size_t slot_of(std::uint64_t head) noexcept { return head * 0x9E3779B97F4A7C15 >> 53; }

/// Calls `each(word, language)` for all function words of all languages.
template <typename Each>
constexpr void for_each_listed(Each&& each) {
  for (std::size_t language = 0; language < lists.size(); ++language)
    for (std::string_view rest = lists[language]; !rest.empty();) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      each(rest.substr(0, space), static_cast<std::uint8_t>(language));
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
}

constexpr std::size_t listed_words = [] {
  std::size_t count = 0;
  for_each_listed([&](std::string_view, std::uint8_t) { ++count; });
  return count;
}();

/// Open addressing by the words' heads.
struct Table {
  std::array<Entry, slots> entries{};
  std::array<std::uint8_t, listed_words> languages{};

  constexpr Table() {
    for_each_listed([&](std::string_view word, std::uint8_t) { ++entry(word).languages; });
    std::uint16_t next = 0;
    for (Entry& e : entries) {
      e.first = next;
      next = static_cast<std::uint16_t>(next + e.languages);
      e.languages = 0;
    }
    for_each_listed([&](std::string_view word, std::uint8_t language) {
      Entry& e = entry(word);
      languages[e.first + std::size_t{e.languages++}] = language;
    });
  }

  constexpr Entry& entry(std::string_view word) {
    const std::uint64_t head = word_head(word);
    std::size_t slot = slot_of(head);
    while (entries[slot].head != 0 && entries[slot].text != word) slot = (slot + 1) % slots;
    entries[slot].head = head;
    entries[slot].text = word;
    return entries[slot];
  }
};

constexpr Table table;

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

std::span<const std::uint8_t> languages_with_word(std::uint64_t head, std::string_view word) noexcept {
  for (std::size_t slot = slot_of(head); table.entries[slot].head != 0; slot = (slot + 1) % slots) {
    const Entry& entry = table.entries[slot];
    if (entry.head != head || entry.text.size() != word.size()) continue;
    if (word.size() <= sizeof head ||
        std::equal(word.begin(), word.end(), entry.text.begin(), [](char a, char b) { return lower(a) == b; }))
      return {table.languages.data() + entry.first, entry.languages};
  }
  return {};
}

}  // namespace topos
