// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/sentence_finder.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>

#include "topos/segmentation/abbreviations.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/text/byte_block.hpp"

namespace topos {
namespace {

/// Finds the characters of a text that may be notable, sixty-four bytes at a time.
class Stops {
 public:
  Stops(const CharacterTable& table, std::string_view text) : table_(table), text_(text) {}

  /// The first byte of the first one from `at` on; the end of the text if there is none. Domain: `at` never falls.
  std::size_t next(std::size_t at) {
    for (; at < text_.size(); at = behind_) {
      if (at >= behind_) look(at);
      bits_ &= ~std::uint64_t{0} << (at + ByteBlock::size - behind_);
      for (; bits_ != 0; bits_ &= bits_ - 1) {
        const std::size_t place = behind_ - ByteBlock::size + static_cast<std::size_t>(std::countr_zero(bits_));
        const auto byte = static_cast<unsigned char>(text_[place]);
        if (byte < 0x80 || !table_.is_quiet(byte)) return place;
      }
    }
    return text_.size();
  }

 private:
  void look(std::size_t at) {
    const ByteBlock block(text_, at);
    behind_ = at + ByteBlock::size;
    bits_ = block.where([](const auto& bytes) { return (bytes == '.') | (bytes == '!') | (bytes == '?'); });
    if (const std::uint64_t beyond = block.beyond_ascii(); beyond != 0)
      bits_ |= beyond & ~block.continuations() & ~block.where(ByteBlock::begins_cyrillic);
  }

  const CharacterTable& table_;
  std::string_view text_;
  std::size_t behind_ = 0;   ///< the end of what was looked at
  std::uint64_t bits_ = 0;   ///< those in it that are still ahead
};

/// How many bytes begin a character that is no white space of ASCII.
std::uint32_t count_visible(std::string_view bytes) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < bytes.size(); at += ByteBlock::size) {
    const ByteBlock block(bytes, at);
    const std::uint64_t hidden = block.where([](const auto& some) { return (some == ' ') | ByteBlock::is_control_blank(some) | ((some & 0xC0) == 0x80); });
    const std::size_t left = bytes.size() - at;
    const std::uint64_t within = left < ByteBlock::size ? (std::uint64_t{1} << left) - 1 : ~std::uint64_t{0};
    count += static_cast<std::uint32_t>(std::popcount(~hidden & within));
  }
  return count;
}

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_space(char32_t c) { return c == U' ' || (c >= 0x09 && c <= 0x0D); }

/// The end of `text` as UTF-16 without ignorable characters, back to a white space or as far as abbreviations reach.
std::u16string_view last_word(std::string_view text, std::array<char16_t, 18>& buffer) {
  std::size_t begin = buffer.size();
  for (std::size_t at = text.size(); at > 0 && begin > 1;) {
    const auto last = static_cast<unsigned char>(text[at - 1]);
    const CodePoint point = last < 0x80 ? CodePoint{last, 1} : code_point_before(text, at);
    at -= point.size;
    if (is_ignorable(point.value)) continue;
    if (point.value > 0xFFFF) {
      buffer[--begin] = static_cast<char16_t>(0xDC00 | (point.value & 0x3FF));
      buffer[--begin] = static_cast<char16_t>(0xD7C0 + (point.value >> 10));
    } else {
      buffer[--begin] = static_cast<char16_t>(point.value);
      if (point.value < 0x80 ? is_ascii_space(point.value) : u_isUWhiteSpace(static_cast<UChar32>(point.value)) != 0) break;
    }
  }
  return std::u16string_view(buffer.data(), buffer.size()).substr(begin);
}

/// Whether a sentence may go on behind `left`, because that ends in an abbreviation.
bool ends_short(std::string_view left, std::string_view language) {
  if (left.back() != '.') return false;
  std::size_t letters = 0;
  while (letters < longest_abbreviation && letters + 1 < left.size() && is_ascii_letter(left[left.size() - 2 - letters])) ++letters;
  if (letters == longest_abbreviation) return false;  // most last words are longer
  const std::size_t word = left.size() - 1 - letters;
  if (letters > 0 && word > 0 && left[word - 1] == ' ' && !may_be_abbreviation(left[word], letters)) return false;
  std::array<char16_t, 18> buffer;
  return ends_in_abbreviation(last_word(left, buffer), language);
}

/// Whether `text` is at most eight UTF-16 units without a letter.
bool is_number_of_paragraph(std::string_view text) {
  int units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (is_ignorable(point.value)) continue;
    if (++units > 8 || point.value > 0xFFFF || u_isalpha(static_cast<UChar32>(point.value))) return false;
  }
  return true;
}

}  // namespace

/// The search in one region.
struct SentenceFinder::Search {
  CharacterTable& table;
  const std::string& language;
  std::string_view text;
  ByteSpan region;
  std::vector<FoundSentence>& out;
  bool hard = false;   ///< a hard character since the last break
  bool merge = false;  ///< the last sentence ended in an abbreviation

  /// Moves `at` behind characters of `wanted` and what extends them.
  std::uint32_t behind(SentenceBreak wanted, std::uint32_t at) {
    while (at < region.end) {
      std::uint32_t size = 0;
      const CharacterTraits& traits = table.at(text, at, size);
      if (traits.sentence != wanted && traits.sentence != SentenceBreak::extend) break;
      hard |= traits.word == WordBreak::hard;
      at += size;
    }
    return at;
  }

  SentenceBreak class_at(std::uint32_t at) {
    std::uint32_t size = 0;
    return at < region.end ? table.at(text, at, size).sentence : SentenceBreak::other;
  }

  bool cased_before(std::uint32_t at) {
    while (at > region.begin) {
      const CodePoint point = code_point_before(text, at);
      const SentenceBreak found = table.of(point.value).sentence;
      if (found != SentenceBreak::extend) return found == SentenceBreak::upper || found == SentenceBreak::lower;
      at -= point.size;
    }
    return false;
  }

  /// SB8: whether the next letter, if no sentence may end before it, is a small one.
  bool lower_follows(std::uint32_t at) {
    std::uint32_t size = 0;
    for (; at < region.end; at += size) switch (table.at(text, at, size).sentence) {
        case SentenceBreak::lower: return true;
        case SentenceBreak::upper:
        case SentenceBreak::letter:
        case SentenceBreak::period:
        case SentenceBreak::stop: return false;
        default: break;
      }
    return false;
  }

  /// Where the sentence ends whose full stop or the like is [begin, at); 0 if it goes on.
  std::uint32_t end_behind(std::uint32_t begin, std::uint32_t at, bool period) {
    const bool hard_before = hard;
    at = behind(SentenceBreak::extend, at);
    if (period) {
      const SentenceBreak next = class_at(at);
      if (next == SentenceBreak::numeric || (next == SentenceBreak::upper && cased_before(begin))) return 0;  // SB6, SB7
    }
    at = behind(SentenceBreak::space, behind(SentenceBreak::close, at));
    const SentenceBreak next = class_at(at);
    const bool goes_on = next == SentenceBreak::pause || next == SentenceBreak::period || next == SentenceBreak::stop;  // SB8a
    if (at < region.end && !goes_on && !(period && lower_follows(at))) return at;
    hard = hard_before;
    return 0;
  }

  [[nodiscard]] bool is_trimmed(const CodePoint& point) const { return table.of(point.value).word == WordBreak::space || is_ignorable(point.value); }
  /// The same of ASCII; what is beyond it may be.
  [[nodiscard]] bool may_be_trimmed(std::uint32_t at) const {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0x80 || is_ascii_space(byte);
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    while (begin < end && may_be_trimmed(begin) && is_trimmed(code_point_at(text, begin))) begin += code_point_at(text, begin).size;
    while (end > begin && may_be_trimmed(end - 1) && is_trimmed(code_point_before(text, end))) end -= code_point_before(text, end).size;
    if (begin < end) {
      if (merge) {
        out.back().span.end = end;
        out.back().hard |= hard;
      } else {
        out.push_back({{begin, end}, hard});
      }
      const std::string_view left = out.back().span.in(text);
      // "1." at the head of a paragraph is its number, not a sentence.
      merge = ends_short(left, language) || (out.size() == 1 && is_number_of_paragraph(left));
    }
    hard = false;
  }

  std::uint32_t run() {
    std::uint32_t hidden = 0;
    std::uint32_t begin = region.begin;
    const std::string_view within = text.substr(0, region.end);
    Stops stops(table, within);
    for (std::uint32_t at = region.begin; (at = static_cast<std::uint32_t>(stops.next(at))) < region.end;) {
      const std::uint32_t from = at;
      std::uint32_t size = 0;
      const CharacterTraits& traits = table.at(text, at, size);
      at += size;
      if (!traits.notable) continue;
      if (traits.word == WordBreak::hard) hard = true;
      if (traits.word == WordBreak::space || (traits.word == WordBreak::hard && is_ignorable(code_point_at(text, from).value))) ++hidden;
      if (traits.sentence != SentenceBreak::period && traits.sentence != SentenceBreak::stop) continue;
      if (const std::uint32_t end = end_behind(from, at, traits.sentence == SentenceBreak::period); end != 0) {
        add(begin, end);
        begin = end;
      }
    }
    add(begin, region.end);
    return count_visible(region.in(text)) - hidden;
  }
};

std::uint32_t SentenceFinder::find(std::string_view text, ByteSpan region, std::vector<FoundSentence>& out) {
  out.clear();
  return Search{table_, language_, text, region, out}.run();
}

}  // namespace topos
