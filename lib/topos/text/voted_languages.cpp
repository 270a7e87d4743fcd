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

// Few slots are taken, so that most words that are no function words meet an empty one.
constexpr std::size_t slots = 8192;

struct Entry {
  std::uint64_t head = 0;
  std::string_view text;
  std::uint16_t first = 0;  ///< of its languages
  std::uint16_t languages = 0;
};

constexpr std::size_t slot_of(std::uint64_t head) noexcept { return head * 0x9E3779B97F4A7C15 >> 51; }

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
  std::array<std::uint16_t, slots> numbers{};  ///< of an entry, from 1
  std::array<Entry, listed_words + 1> entries{};
  std::array<std::uint8_t, listed_words> languages{};
  std::uint16_t words = 0;

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
    while (numbers[slot] != 0 && entries[numbers[slot]].text != word) slot = (slot + 1) % slots;
    if (numbers[slot] == 0) numbers[slot] = ++words;
    Entry& found = entries[numbers[slot]];
    found.head = head;
    found.text = word;
    return found;
  }
};

constexpr Table table;

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

std::span<const std::uint8_t> languages_with_word(std::uint64_t head, std::string_view word) noexcept {
  for (std::size_t slot = slot_of(head); table.numbers[slot] != 0; slot = (slot + 1) % slots) {
    const Entry& entry = table.entries[table.numbers[slot]];
    if (entry.head != head || entry.text.size() != word.size()) continue;
    if (word.size() <= sizeof head ||
        std::equal(word.begin(), word.end(), entry.text.begin(), [](char a, char b) { return lower(a) == b; }))
      return {table.languages.data() + entry.first, entry.languages};
  }
  return {};
}

}  // namespace topos
