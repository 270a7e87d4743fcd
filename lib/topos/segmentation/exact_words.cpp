// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/exact_words.hpp"

#include <unicode/uchar.h>

#include <string_view>

#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_s(char c) { return c == 's' || c == 'S'; }

/// The size of the apostrophe that ends at `at`; 0 if there is none.
std::uint32_t apostrophe_before(std::string_view text, std::uint32_t at) {
  if (at >= 1 && text[at - 1] == '\'') return 1;
  return at >= 3 && text.substr(at - 3, 3) == "\u2019" ? 3 : 0;
}

}  // namespace

/// Moves `at` behind characters that extend the one before.
std::uint32_t ExactWords::behind_extensions(std::uint32_t at) {
  std::uint32_t size = 0;
  while (at < end_ && byte(at) >= 0x80) {
    const WordBreak next = table_.at(text_, at, size).word;
    if (next == WordBreak::thai_mark) hard_ = true;  // one without a letter
    if (next != WordBreak::extend) break;
    at += size;
  }
  return at;
}

/// WB6, WB7, WB11, WB12: whether a mark that ends at `at` joins what stands before it to what follows.
bool ExactWords::joins(WordBreak mark, WordBreak before, std::uint32_t at) {
  if (at >= end_) return false;
  std::uint32_t size = 0;
  WordBreak next = table_.at(text_, at, size).word;
  if (next == WordBreak::extend || next == WordBreak::thai_mark || next == WordBreak::ignorable) hard_ = true;
  if (next == WordBreak::thai) next = WordBreak::letter;
  if (next != before) return false;
  return next == WordBreak::letter ? mark != WordBreak::mid_number
                                   : next == WordBreak::numeric && mark != WordBreak::mid_letter;
}

/// The segment that begins at `at` with a letter, digit or low line.
ExactWords::Segment ExactWords::segment_at(std::uint32_t at) {
  Segment segment;
  WordBreak last = WordBreak::other;
  for (;;) {
    const std::uint32_t from = at;
    while (table_.goes_on(byte(at))) ++at;
    if (at > end_) at = end_;
    if (at > from) last = is_digit(byte(at - 1)) ? WordBreak::numeric : WordBreak::letter;
    if (at == end_) break;
    std::uint32_t size = 0;
    const WordBreak next = table_.at(text_, at, size).word;
    if (next == WordBreak::letter || next == WordBreak::numeric) {
      last = next;
    } else if (next == WordBreak::thai || next == WordBreak::thai_mark) {
      if (next == WordBreak::thai_mark && last != WordBreak::letter) hard_ = true;
      segment.thai = true;
      last = WordBreak::letter;
    } else if (next == WordBreak::connector) {
      segment.connected = true;
      last = next;
    } else if (next == WordBreak::mid_letter || next == WordBreak::mid_number || next == WordBreak::mid_both) {
      if (!joins(next, last, at + size)) break;
      segment.joined = true;
    } else if (next == WordBreak::extend) {
      if (last == WordBreak::connector) hard_ = true;  // a segment that ends so is no word
    } else if (next == WordBreak::ignorable) {
      if (last != WordBreak::letter || !is_letter_at(at + size)) hard_ = true;
      segment.hyphenated = true;
    } else {
      break;
    }
    at += size;
  }
  segment.end = at;
  return segment;
}

/// Pushes a word. Low lines at its ends, which ICU takes for letters, are emphasis.
void ExactWords::push_word(std::uint32_t begin, std::uint32_t behind) {
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
bool ExactWords::join_orphan(std::uint32_t at) {
  const std::uint32_t apostrophe = apostrophe_before(text_, at);
  if (apostrophe == 0 || at - begin_ <= apostrophe) return false;
  const char32_t digit = code_point_before(text_, at - apostrophe).value;
  if (digit > 0xFFFF || !u_isdigit(static_cast<UChar32>(digit))) return false;  // no styled digit of mathematics
  const std::uint32_t begin = out_.back().begin;
  out_.pop_back();
  push(begin, at + 1, TokenKind::clitic, true);
  return true;
}

/// Pushes the words of a segment with Thai in it: it ends where a word of the dictionary does inside a run.
void ExactWords::push_thai(std::uint32_t begin, std::uint32_t behind) {
  constexpr std::uint32_t bytes = 3;  // of every such character
  std::string& run = dictionaries_.thai.run();
  for (std::uint32_t at = begin; at < behind;) {
    std::uint32_t end = at;
    run.clear();
    for (std::uint32_t size = 0; end < behind; end += bytes) {
      const WordBreak word = table_.at(text_, end, size).word;
      if (word != WordBreak::thai && word != WordBreak::thai_mark) break;
      run.push_back(static_cast<char>((byte(end + 1) & 1) << 6 | (byte(end + 2) & 0x3F)));
    }
    if (run.empty()) {
      at += code_point_at(text_, at).size;
      continue;
    }
    const std::vector<std::uint32_t>& ends = dictionaries_.thai.find();
    if (ends.empty()) hard_ = true;
    for (const std::uint32_t one : ends) {
      if (one == run.size()) break;  // what follows may belong to the last word
      ++words_;
      push(begin, at + one * bytes, TokenKind::word, false);
      begin = at + one * bytes;
    }
    at = end;
  }
  ++words_;
  push(begin, behind, TokenKind::word, false);
}

std::uint32_t ExactWords::take_word(std::uint32_t begin) {
  const Segment segment = segment_at(begin);
  if (segment.thai) {
    if (english_ || segment.connected || segment.hyphenated) hard_ = true;
    if (!hard_) push_thai(begin, segment.end);
    return segment.end;
  }
  if (segment.connected && code_point_at(text_, begin).size == segment.end - begin) return take_mark(begin);
  std::uint32_t clitic = 0;
  if (english_ && is_s(text_[segment.end - 1])) {
    if (segment.end - begin == 1 && join_orphan(begin)) return segment.end;
    if (segment.joined) clitic = apostrophe_before(text_, segment.end - 1);
    if (clitic != 0) ++clitic;
  }
  ++words_;
  if (segment.connected)
    push_word(begin, segment.end - clitic);
  else
    push(begin, segment.end - clitic, TokenKind::word, false);
  if (clitic != 0) push(segment.end - clitic, segment.end, TokenKind::clitic, true);
  return segment.end;
}

std::uint32_t ExactWords::take_hangul(std::uint32_t begin) {
  std::uint32_t at = begin;
  std::uint32_t size = 0;
  while (at < end_ && table_.at(text_, at, size).word == WordBreak::hangul) at += size;
  if (behind_extensions(at) != at) hard_ = true;  // a segment that ends so is no word
  if (at < end_ && table_.at(text_, at, size).word == WordBreak::han) hard_ = true;
  ++words_;
  push(begin, at, TokenKind::word, false);
  return at;
}

std::uint32_t ExactWords::take_han(std::uint32_t begin) {
  constexpr std::uint32_t bytes = 3;  // of every such character
  std::u16string& run = dictionaries_.han.run();
  run.clear();
  std::uint32_t at = begin;
  for (; at < end_ && byte(at) >= 0xE3; at += bytes) {
    const char32_t point = (byte(at) & 0x0FU) << 12 | (byte(at + 1) & 0x3FU) << 6 | (byte(at + 2) & 0x3FU);
    if (byte(at) < 0xE5 || byte(at) > 0xE9) {
      const WordBreak word = table_.of(byte(at) < 0xF0 ? point : code_point_at(text_, at).value).word;
      if (word == WordBreak::hangul || word == WordBreak::hard) hard_ = true;
      if (word != WordBreak::han) break;
    }
    run.push_back(static_cast<char16_t>(point));
  }
  if (behind_extensions(at) != at) hard_ = true;
  if (hard_) return end_;
  const std::vector<std::uint32_t>& ends = dictionaries_.han.find();
  if (ends.empty()) {
    hard_ = true;
    return end_;
  }
  words_ += static_cast<std::uint32_t>(ends.size());
  std::uint32_t from = begin;
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    push(from, begin + *end * bytes, TokenKind::word, false);
    from = begin + *end * bytes;
  }
  return at;
}

bool ExactWords::is_space_at(std::uint32_t at) {
  std::uint32_t size = 0;
  return at < end_ && table_.at(text_, at, size).word == WordBreak::space;
}

bool ExactWords::is_letter_at(std::uint32_t at) {
  std::uint32_t size = 0;
  return at < end_ && table_.at(text_, at, size).word == WordBreak::letter;
}

bool ExactWords::is_space_before(std::uint32_t at) {
  while (at > region_) {
    const CodePoint point = code_point_before(text_, at);
    if (!is_ignorable(point.value)) return table_.of(point.value).word == WordBreak::space;
    at -= point.size;
  }
  return false;
}

bool ExactWords::may_step_over(Passable passable, std::uint32_t begin, std::uint32_t behind) {
  if (passable == Passable::never || passable == Passable::always) return passable == Passable::always;
  return may_pass(passable, is_space_before(begin), is_space_at(behind));
}

std::uint32_t ExactWords::take_mark(std::uint32_t begin) {
  std::uint32_t size = 0;
  const Passable passable = table_.at(text_, begin, size).passable;
  const std::uint32_t behind = behind_extensions(begin + size);
  push(begin, behind, TokenKind::punctuation, behind == begin + size && may_step_over(passable, begin, behind));
  return behind;
}

std::uint32_t ExactWords::take(std::uint32_t at) {
  const std::uint32_t behind = take_one(at);
  // What follows an apostrophe may belong to it.
  const bool orphan = english_ && behind < end_ && is_s(text_[behind]) && apostrophe_before(text_, behind) != 0;
  return orphan ? take_one(behind) : behind;
}

std::uint32_t ExactWords::take_one(std::uint32_t at) {
  std::uint32_t size = 0;
  switch (table_.at(text_, at, size).word) {
    case WordBreak::space:
      return behind_extensions(at + size);
    case WordBreak::letter:
    case WordBreak::numeric:
    case WordBreak::connector:
    case WordBreak::thai:
      return take_word(at);
    case WordBreak::hangul:
      return take_hangul(at);
    case WordBreak::han:
      return take_han(at);
    case WordBreak::thai_mark:
    case WordBreak::ignorable:
    case WordBreak::hard:
      hard_ = true;
      return end_;
    default:
      return take_mark(at);
  }
}

}  // namespace topos
