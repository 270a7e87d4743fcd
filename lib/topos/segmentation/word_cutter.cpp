// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/word_cutter.hpp"

#include <unicode/uchar.h>

#include <array>
#include <string_view>

#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

/// ASCII that ends a word, whatever follows.
constexpr std::array<bool, 256> ends_word = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view(" \t\n\r()[]\"-/!?", 13)) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_s(char c) { return c == 's' || c == 'S'; }

/// The size of the apostrophe that ends at `at`; 0 if there is none.
std::uint32_t apostrophe_before(std::string_view text, std::uint32_t at) {
  if (at >= 1 && text[at - 1] == '\'') return 1;
  return at >= 3 && text.substr(at - 3, 3) == "\u2019" ? 3 : 0;
}

}  // namespace

/// The cutting of one sentence.
struct WordCutter::Cut {
  CharacterTable& table;
  Vocabulary& vocabulary;
  bool english;
  const std::string& text;
  std::uint32_t region;  ///< its first byte
  std::uint32_t end;     ///< of the sentence
  std::vector<Token>& out;
  std::size_t first;     ///< of the sentence in `out`
  std::uint32_t words = 0;
  bool hard = false;     ///< met what the tables do not decide

  /// A segment of the word rules.
  struct Segment {
    std::uint32_t end = 0;
    bool joined = false;     ///< holds a mark between letters or digits
    bool connected = false;  ///< holds a low line
  };

  [[nodiscard]] unsigned char byte(std::uint32_t at) const { return static_cast<unsigned char>(text.data()[at]); }

  [[gnu::always_inline]] void push_here(std::uint32_t begin, std::uint32_t behind, TokenKind kind, bool passable) {
    const Token token{begin, behind, vocabulary.intern({text.data() + begin, behind - begin}, text.size() - begin), kind, passable};
    out.push_back(token);
  }
  void push(std::uint32_t begin, std::uint32_t behind, TokenKind kind, bool passable) { push_here(begin, behind, kind, passable); }

  /// Moves `at` behind characters that extend the one before.
  std::uint32_t behind_extensions(std::uint32_t at) {
    std::uint32_t size = 0;
    while (at < end && byte(at) >= 0x80 && table.at(text, at, size).word == WordBreak::extend) at += size;
    return at;
  }

  /// WB6, WB7, WB11, WB12: whether a mark that ends at `at` joins what stands before it to what follows.
  bool joins(WordBreak mark, WordBreak before, std::uint32_t at) {
    if (at >= end) return false;
    std::uint32_t size = 0;
    const WordBreak next = table.at(text, at, size).word;
    if (next == WordBreak::extend) hard = true;
    if (next != before) return false;
    return next == WordBreak::letter ? mark != WordBreak::mid_number : next == WordBreak::numeric && mark != WordBreak::mid_letter;
  }

  /// The segment that begins at `at` with a letter, digit or low line.
  Segment segment_at(std::uint32_t at) {
    Segment segment;
    WordBreak last = WordBreak::other;
    for (;;) {
      const std::uint32_t from = at;
      while (table.goes_on(byte(at))) ++at;
      if (at > end) at = end;
      if (at > from) last = is_digit(byte(at - 1)) ? WordBreak::numeric : WordBreak::letter;
      if (at == end) break;
      std::uint32_t size = 0;
      const WordBreak next = table.at(text, at, size).word;
      if (next == WordBreak::letter || next == WordBreak::numeric) {
        last = next;
      } else if (next == WordBreak::connector) {
        segment.connected = true;
        last = next;
      } else if (next == WordBreak::mid_letter || next == WordBreak::mid_number || next == WordBreak::mid_both) {
        if (!joins(next, last, at + size)) break;
        segment.joined = true;
      } else if (next == WordBreak::extend) {
        if (last == WordBreak::connector) hard = true;  // a segment that ends so is no word
      } else {
        break;
      }
      at += size;
    }
    segment.end = at;
    return segment;
  }

  /// Pushes a word. Low lines at its ends, which ICU takes for letters, are emphasis.
  void push_word(std::uint32_t begin, std::uint32_t behind) {
    std::uint32_t inner = begin;
    std::uint32_t tail = behind;
    while (inner < behind && byte(inner) == '_') ++inner;
    while (tail > inner && byte(tail - 1) == '_') --tail;
    if (inner == tail) return push(begin, behind, TokenKind::word, false);
    for (; begin < inner; ++begin) push(begin, begin + 1, TokenKind::punctuation, true);
    push(inner, tail, TokenKind::word, false);
    for (; tail < behind; ++tail) push(tail, tail + 1, TokenKind::punctuation, true);
  }

  /// Takes an "s" behind a digit and an apostrophe, "2025's", into the apostrophe's token; whether it is one.
  bool join_orphan(std::uint32_t at) {
    const std::uint32_t apostrophe = out.size() - first >= 2 ? apostrophe_before(text, at) : 0;
    if (apostrophe == 0) return false;
    const char32_t digit = code_point_before(text, at - apostrophe).value;
    if (digit > 0xFFFF || !u_isdigit(static_cast<UChar32>(digit))) return false;  // no styled digit of mathematics
    const std::uint32_t begin = out.back().begin;
    out.pop_back();
    push(begin, at + 1, TokenKind::clitic, true);
    return true;
  }

  /// Whether nothing joins what stands before `at` to what stands behind it, as far as a look shows.
  [[nodiscard]] bool ends_at(std::uint32_t at) const {
    return ends_word[byte(at)] || ((byte(at) == ',' || byte(at) == '.') && byte(at + 1) == ' ');
  }

  std::uint32_t take_word(std::uint32_t begin) {
    const Segment segment = segment_at(begin);
    if (segment.connected && code_point_at(text, begin).size == segment.end - begin) return take_mark(begin);
    std::uint32_t clitic = 0;
    if (english && is_s(text[segment.end - 1])) {
      if (segment.end - begin == 1 && join_orphan(begin)) return segment.end;
      if (segment.joined) clitic = apostrophe_before(text, segment.end - 1);
      if (clitic != 0) ++clitic;
    }
    ++words;
    if (segment.connected) push_word(begin, segment.end - clitic);
    else push(begin, segment.end - clitic, TokenKind::word, false);
    if (clitic != 0) push(segment.end - clitic, segment.end, TokenKind::clitic, true);
    return segment.end;
  }

  std::uint32_t take_hangul(std::uint32_t begin) {
    std::uint32_t at = begin;
    std::uint32_t size = 0;
    while (at < end && table.at(text, at, size).word == WordBreak::hangul) at += size;
    if (behind_extensions(at) != at) hard = true;  // a segment that ends so is no word
    ++words;
    push(begin, at, TokenKind::word, false);
    return at;
  }

  [[nodiscard]] bool is_space_at(std::uint32_t at) {
    std::uint32_t size = 0;
    return at < end && table.at(text, at, size).word == WordBreak::space;
  }

  [[nodiscard]] bool is_space_before(std::uint32_t at) {
    while (at > region) {
      const CodePoint point = code_point_before(text, at);
      if (!is_ignorable(point.value)) return table.of(point.value).word == WordBreak::space;
      at -= point.size;
    }
    return false;
  }

  bool may_step_over(Passable passable, std::uint32_t begin, std::uint32_t behind) {
    if (passable == Passable::never || passable == Passable::always) return passable == Passable::always;
    return may_pass(passable, is_space_before(begin), is_space_at(behind));
  }

  std::uint32_t take_mark(std::uint32_t begin) {
    std::uint32_t size = 0;
    const Passable passable = table.at(text, begin, size).passable;
    const std::uint32_t behind = behind_extensions(begin + size);
    push(begin, behind, TokenKind::punctuation, behind == begin + size && may_step_over(passable, begin, behind));
    return behind;
  }

  std::uint32_t take_other(std::uint32_t at) {
    std::uint32_t size = 0;
    switch (table.at(text, at, size).word) {
      case WordBreak::space: return behind_extensions(at + size);
      case WordBreak::letter:
      case WordBreak::numeric:
      case WordBreak::connector: return take_word(at);
      case WordBreak::hangul: return take_hangul(at);
      case WordBreak::hard: hard = true; return end;
      default: return take_mark(at);
    }
  }

  /// Most words are letters and digits that their bytes tell, before a space: they are taken here, all else elsewhere.
  void run(std::uint32_t at) {
    const std::uint32_t last = end;
    while (at < last && !hard) {
      std::uint32_t behind = at;
      while (table.goes_on(byte(behind))) ++behind;
      if (behind == at) {
        at = take_other(at);
      } else if (behind > last || !ends_at(behind)) {
        at = take_word(at);
      } else {
        if (behind - at != 1 || !english || !is_s(text[at]) || !join_orphan(at)) {
          push_here(at, behind, TokenKind::word, false);
          ++words;
        }
        at = behind;
      }
      if (byte(at) == ' ' && byte(at + 1) < 0x80) ++at;
    }
  }
};

std::optional<std::uint32_t> WordCutter::append(const std::string& text, std::uint32_t region, ByteSpan sentence, std::vector<Token>& out) {
  const std::size_t first = out.size();
  Cut cut{table_, vocabulary_, english_, text, region, sentence.end, out, first};
  cut.run(sentence.begin);
  if (!cut.hard) return cut.words;
  out.resize(first);
  return std::nullopt;
}

}  // namespace topos
