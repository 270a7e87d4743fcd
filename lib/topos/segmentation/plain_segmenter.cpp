// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/plain_segmenter.hpp"

#include <unicode/uchar.h>

#include <string>

#include "topos/segmentation/abbreviations.hpp"
#include "topos/segmentation/breaker.hpp"
#include "topos/segmentation/character_units.hpp"
#include "topos/segmentation/unicode_text.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

/// Bytes of a paragraph that are looked at together: keeps the working memory of a giant one small.
constexpr std::uint32_t window_size = std::uint32_t{1} << 20;

/// Most characters are told from white space by their block.
bool is_space(char16_t c) {
  if (c <= 0x7F) return c == u' ' || c == u'\t';
  return (c <= 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x205F) || c == 0x3000) && u_isUWhiteSpace(c) != 0;
}

std::uint32_t count_characters(std::u16string_view text) {
  std::uint32_t count = 0;
  for (const char16_t c : text)
    if (!is_space(c) && (c & 0xFC00) != 0xDC00) ++count;
  return count;
}

bool has_letter(std::u16string_view text) {
  for (const char16_t c : text)
    if (u_isalpha(c) || (c & 0xF800) == 0xD800) return true;
  return false;
}

bool is_apostrophe(char16_t c) { return c == u'\'' || c == u'\u2019'; }

}  // namespace

struct PlainSegmenter::Impl {
  Impl(std::string_view tag, std::string_view primary, Vocabulary& types)
      : language(primary), english(primary == "en"), breaker(tag), vocabulary(types), character_units(primary) {}

  std::string language;
  bool english;
  Breaker breaker;
  Vocabulary& vocabulary;
  CharacterUnits character_units;
  UnicodeText text;
  std::vector<UnitRange> ranges;
  std::vector<WordSegment> segments;

  /// Sentence segments of the current text: abbreviations merged, white space at the ends removed, empty ones left out.
  /// `head`: the text begins where its paragraph does.
  void find_sentences(bool head) {
    breaker.sentences(text.units(), ranges);
    const std::u16string_view units = text.units();
    std::size_t kept = 0;
    bool merge = false;
    for (const UnitRange& segment : ranges) {
      UnitRange range = segment;
      while (range.begin < range.end && is_space(units[range.begin])) ++range.begin;
      while (range.end > range.begin && is_space(units[range.end - 1])) --range.end;
      if (range.begin == range.end) continue;
      if (merge)
        ranges[kept - 1].end = range.end;
      else
        ranges[kept++] = range;
      const UnitRange whole = ranges[kept - 1];
      const std::u16string_view left = units.substr(whole.begin, whole.end - whole.begin);
      // "1." at the head of a paragraph is its number, not a sentence.
      merge = ends_in_abbreviation(left, language) || (head && kept == 1 && left.size() <= 8 && !has_letter(left));
    }
    ranges.resize(kept);
  }

  /// Reads up to `window` bytes of `rest` and finds the sentences in them that more text cannot change. Returns where
  /// the next window begins; `rest.begin` if no sentence ends in this one.
  std::uint32_t read_window(std::string_view bytes, ByteSpan rest, std::uint32_t window, bool head) {
    std::uint32_t end = rest.size() > window ? rest.begin + window : rest.end;
    while (end < rest.end && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80) ++end;
    text.assign(bytes, {rest.begin, end});
    find_sentences(head);
    if (end == rest.end) return end;
    // Whether a sentence ends may depend on the next letter: the last one is left to the next window, with those behind
    // the last letter.
    while (ranges.size() > 1 &&
           !has_letter(text.units().substr(ranges.back().begin, ranges.back().end - ranges.back().begin)))
      ranges.pop_back();
    if (ranges.size() < 2) return rest.begin;
    const std::uint32_t next = text.begin_of(ranges.back().begin);
    ranges.pop_back();
    return next;
  }

  /// Characters of the current text before byte `end` of the document.
  [[nodiscard]] std::uint32_t characters_until(std::uint32_t end) const {
    const std::u16string_view units = text.units();
    std::size_t low = 0;
    for (std::size_t high = units.size(); low < high;) {
      const std::size_t middle = low + (high - low) / 2;
      if (text.begin_of(middle) < end)
        low = middle + 1;
      else
        high = middle;
    }
    return count_characters(units.substr(0, low));
  }

  void append_sentence(UnitRange range, TokenWriter& tokens, Segmentation& out, Sentence& sentence) {
    sentence.span = {text.begin_of(range.begin), text.end_of(range.end)};
    sentence.tokens.begin = static_cast<std::uint32_t>(tokens.size());
    sentence.words = append_tokens(range, tokens);
    sentence.tokens.end = static_cast<std::uint32_t>(tokens.size());
    sentence.units = sentence.tokens;
    if (!out.by_characters) return;
    sentence.units.begin = static_cast<std::uint32_t>(out.characters.size());
    character_units.append(text, range.begin, range.end, vocabulary, out.characters);
    sentence.units.end = static_cast<std::uint32_t>(out.characters.size());
  }

  void push(TokenWriter& out, std::size_t begin, std::size_t end, TokenKind kind, bool passable) {
    out.push({text.begin_of(begin), text.end_of(end), 0, kind, passable});
  }

  /// Appends the word of [begin, end). Underscores at its ends, which ICU takes for letters, are emphasis.
  void push_word(TokenWriter& out, std::size_t begin, std::size_t end) {
    const std::u16string_view units = text.units();
    std::size_t inner = begin;
    std::size_t tail = end;
    while (inner < end && units[inner] == u'_') ++inner;
    while (tail > inner && units[tail - 1] == u'_') --tail;
    if (inner == tail) return push(out, begin, end, TokenKind::word, false);
    for (; begin < inner; ++begin) push(out, begin, begin + 1, TokenKind::punctuation, true);
    push(out, inner, tail, TokenKind::word, false);
    for (; tail < end; ++tail) push(out, tail, tail + 1, TokenKind::punctuation, true);
  }

  /// Appends the tokens of one sentence; returns its number of words.
  std::uint32_t append_tokens(UnitRange sentence, TokenWriter& out) {
    const std::u16string_view units = text.units().substr(0, sentence.end);
    breaker.words(units.substr(sentence.begin), segments);
    const std::size_t first = out.size();
    std::uint32_t words = 0;
    for (const WordSegment& segment : segments) {
      const std::size_t begin = sentence.begin + segment.range.begin;
      const std::size_t end = sentence.begin + segment.range.end;
      if (!segment.word) {
        if (!is_space(units[begin]))
          push(out, begin, end, TokenKind::punctuation, end == begin + 1 && is_passable(units, begin));
        continue;
      }
      if (english && end == begin + 1 && (units[begin] == u's' || units[begin] == u'S') &&
          joins_orphan(units, begin, out.size() - first)) {
        out.back().end = text.end_of(end);
        out.back().kind = TokenKind::clitic;
        out.back().passable = true;
        continue;
      }
      ++words;
      const bool possessive = english && end - begin > 2 && (units[end - 1] == u's' || units[end - 1] == u'S') &&
                              is_apostrophe(units[end - 2]);
      push_word(out, begin, possessive ? end - 2 : end);
      if (possessive) push(out, end - 2, end, TokenKind::clitic, true);
    }
    return words;
  }

  /// Whether the "s" at `at` belongs to a digit and an apostrophe before it: "2025's".
  static bool joins_orphan(std::u16string_view units, std::size_t at, std::size_t tokens) {
    return tokens >= 2 && at >= 2 && is_apostrophe(units[at - 1]) && u_isdigit(units[at - 2]);
  }
};

PlainSegmenter::PlainSegmenter(std::string_view language, Vocabulary& vocabulary)
    : impl_(std::make_unique<Impl>(language, primary_language(language), vocabulary)) {}
PlainSegmenter::~PlainSegmenter() = default;

std::uint32_t PlainSegmenter::append(std::string_view text, ByteSpan region, TokenWriter& tokens, Segmentation& out) {
  Impl& own = *impl_;
  std::uint32_t characters = 0;
  std::uint32_t window = window_size;
  for (std::uint32_t from = region.begin; from < region.end;) {
    const std::uint32_t done = own.read_window(text, {from, region.end}, window, from == region.begin);
    if (done == from) {
      window *= 2;
      continue;
    }
    characters += own.characters_until(done);
    for (const UnitRange& range : own.ranges) own.append_sentence(range, tokens, out, out.sentences.emplace_back());
    from = done;
    window = window_size;
  }
  return characters;
}

std::uint32_t PlainSegmenter::append_sentence(std::string_view text, ByteSpan region, ByteSpan sentence,
                                              TokenWriter& out) {
  Impl& own = *impl_;
  // Whether a mark may be stepped over depends on the character before it too.
  std::uint32_t from = sentence.begin;
  while (from > region.begin) {
    const CodePoint point = code_point_before(text, from);
    from -= point.size;
    if (!is_ignorable(point.value)) break;
  }
  own.text.assign(text, {from, sentence.end});
  std::uint32_t begin = 0;
  while (begin < own.text.units().size() && own.text.begin_of(begin) < sentence.begin) ++begin;
  return own.append_tokens({begin, static_cast<std::uint32_t>(own.text.units().size())}, out);
}

}  // namespace topos
