// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/sentence_finder.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "topos/segmentation/abbreviations.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/text/byte_block.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

/// Finds the characters of a region that may be notable, sixty-four bytes at a time, and counts those that can be seen.
class Stops {
 public:
  /// `classes`: of the region.
  Stops(const CharacterTable& table, std::string_view text, ByteSpan region, ClassifiedText& classes)
      : table_(table), text_(text), region_(region), classes_(classes),
        blocks_((region.size() + ByteClasses::size - 1) / ByteClasses::size) {
    // What the last block has beyond the region counts as seen.
    visible_ = region.size() - static_cast<std::uint32_t>(blocks_ * ByteClasses::size);
  }

  /// The first byte of the first one from `at` on; the end of the region if there is none. Domain: `at` never falls.
  std::uint32_t next(std::uint32_t at) {
    do {
      for (; bits_ != 0; bits_ &= bits_ - 1) {
        const std::uint32_t place = begin_ + static_cast<std::uint32_t>(lowest_bit(bits_));
        const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(text_.data()[place + i]); };
        if (place >= at && (byte(0) < 0x80 || !table_.is_quiet(byte(0), byte(1)))) return place;
      }
    } while (look());
    return region_.end;
  }
  /// How many bytes begin a character that is no white space of ASCII. Domain: `next` gave the end.
  [[nodiscard]] std::uint32_t visible() const noexcept { return visible_; }

 private:
  /// Looks at the next block, if there is one.
  bool look() {
    if (block_ == blocks_) return false;
    begin_ = region_.begin + static_cast<std::uint32_t>(block_ * ByteClasses::size);
    const ByteClasses& classes = classes_[block_++];
    bits_ = classes.stops | (classes.beyond & ~classes.continuations & ~classes.cyrillic);
    visible_ += count_bits(~(classes.blanks | classes.continuations));
    return true;
  }

  const CharacterTable& table_;
  std::string_view text_;
  ByteSpan region_;
  ClassifiedText& classes_;
  std::size_t blocks_;
  std::size_t block_ = 0;    ///< the next to be looked at
  std::uint32_t begin_ = 0;  ///< of the block that was looked at last
  std::uint64_t bits_ = 0;   ///< those in it that are still ahead
  std::uint32_t visible_ = 0;
};

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Whether two bytes begin with a capital letter of ASCII or of Russian, but for Ё.
constexpr bool begins_with_capital(std::string_view two) {
  return (two[0] >= 'A' && two[0] <= 'Z') || (two[0] == '\xD0' && two[1] >= '\x90' && two[1] <= '\xAF');
}
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
      if (point.value < 0x80 ? is_ascii_space(point.value) : u_isUWhiteSpace(static_cast<UChar32>(point.value)) != 0)
        break;
    }
  }
  return std::u16string_view(buffer.data(), buffer.size()).substr(begin);
}

/// Whether the last letters of `left`, a word and a full stop, tell that it is no abbreviation of any language: it is
/// too long, or none of them.
bool ends_in_full(std::string_view left) {
  ByteBlock::Bytes bytes;
  if (left.size() <= sizeof bytes) return false;
  const std::size_t end = left.size() - 1;
  std::memcpy(&bytes, left.data() + end - sizeof bytes, sizeof bytes);
  const auto letters = static_cast<std::uint16_t>(ByteBlock::top_bits(ByteBlock::Bytes(ByteBlock::is_letter(bytes))));
  if (ByteBlock::top_bits(bytes) != 0) {
    // Letters have one byte or two.
    const std::uint64_t cyrillic = ByteBlock::top_bits(ByteBlock::Bytes(ByteBlock::begins_cyrillic(bytes)));
    const auto all = static_cast<std::uint16_t>(cyrillic | cyrillic << 1 | letters);
    if (cyrillic != 0) return static_cast<std::size_t>(std::countl_one(all)) >= 2 * longest_abbreviation;
  }
  const auto count = static_cast<std::size_t>(std::countl_one(letters));
  if (count >= longest_abbreviation) return true;
  return count > 0 && left[end - count - 1] == ' ' && !may_be_abbreviation(left.substr(end - count, count));
}

/// Whether a sentence may go on behind `left`, because that ends in an abbreviation.
bool ends_short(std::string_view left, std::string_view language) {
  if (left.back() != '.' || ends_in_full(left)) return false;
  std::size_t word = left.size() - 1;
  std::size_t letters = 0;
  for (; letters < longest_abbreviation && word > 0; ++letters) {
    if (is_ascii_letter(left[word - 1]))
      --word;
    else if (word > 1 && (left[word - 2] & 0xFE) == 0xD0)  // Cyrillic
      word -= 2;
    else
      break;
  }
  if (letters == longest_abbreviation) return false;
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
  ClassifiedText& classes;
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
        case SentenceBreak::lower:
          return true;
        case SentenceBreak::upper:
        case SentenceBreak::letter:
        case SentenceBreak::period:
        case SentenceBreak::stop:
          return false;
        default:
          break;
      }
    return false;
  }

  /// Where the sentence ends whose full stop or the like is [begin, at); 0 if it goes on.
  std::uint32_t end_behind(std::uint32_t begin, std::uint32_t at, bool period) {
    const bool hard_before = hard;
    at = behind(SentenceBreak::extend, at);
    if (period) {
      const SentenceBreak next = class_at(at);
      if (next == SentenceBreak::numeric || (next == SentenceBreak::upper && cased_before(begin)))
        return 0;  // SB6, SB7
    }
    at = behind(SentenceBreak::space, behind(SentenceBreak::close, at));
    const SentenceBreak next = class_at(at);
    const bool goes_on =
        next == SentenceBreak::pause || next == SentenceBreak::period || next == SentenceBreak::stop;  // SB8a
    if (at < region.end && !goes_on && !(period && lower_follows(at))) return at;
    hard = hard_before;
    return 0;
  }

  [[nodiscard]] bool is_trimmed(const CodePoint& point) const {
    return table.of(point.value).word == WordBreak::space || is_ignorable(point.value);
  }
  /// The same of ASCII; what is beyond it may be.
  [[nodiscard]] bool may_be_trimmed(std::uint32_t at) const {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0x80 || is_ascii_space(byte);
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    while (begin < end && may_be_trimmed(begin) && is_trimmed(code_point_at(text, begin)))
      begin += code_point_at(text, begin).size;
    while (end > begin && may_be_trimmed(end - 1) && is_trimmed(code_point_before(text, end)))
      end -= code_point_before(text, end).size;
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

  /// Whether a sentence ends behind the mark at `at` and the next one begins behind a single space: most do.
  [[nodiscard]] bool ends_plainly(std::uint32_t at) const {
    return region.end - at > 3 && text[at + 1] == ' ' && begins_with_capital(text.substr(at + 2, 2));
  }

  std::uint32_t run() {
    std::uint32_t hidden = 0;
    std::uint32_t begin = region.begin;
    Stops stops(table, text, region, classes);
    for (std::uint32_t at = region.begin; (at = stops.next(at)) < region.end;) {
      const std::uint32_t from = at;
      if (static_cast<unsigned char>(text[at]) < 0x80 && ends_plainly(at)) {
        add(begin, at + 1);
        begin = at += 2;
        continue;
      }
      std::uint32_t size = 0;
      const CharacterTraits& traits = table.at(text, at, size);
      at += size;
      if (!traits.notable) continue;
      if (traits.word == WordBreak::hard) hard = true;
      if (traits.word == WordBreak::space || traits.word == WordBreak::ignorable) ++hidden;
      if (traits.sentence != SentenceBreak::period && traits.sentence != SentenceBreak::stop) continue;
      if (const std::uint32_t end = end_behind(from, at, traits.sentence == SentenceBreak::period); end != 0) {
        add(begin, end);
        begin = end;
      }
    }
    add(begin, region.end);
    return stops.visible() - hidden;
  }
};

std::uint32_t SentenceFinder::find(std::string_view text, ByteSpan region, ClassifiedText& classes,
                                   std::vector<FoundSentence>& out) {
  out.clear();
  return Search{table_, language_, text, region, classes, out}.run();
}

}  // namespace topos
