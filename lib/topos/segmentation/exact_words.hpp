// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/segmentation/character_table.hpp"
#include "topos/segmentation/han_words.hpp"
#include "topos/segmentation/thai_words.hpp"
#include "topos/segmentation/token_writer.hpp"

namespace topos {

/// Those of the scripts without spaces that need not be left to ICU.
struct WordDictionaries {
  HanWords han;
  ThaiWords thai;
};

/// Cuts one sentence into words and punctuation character by character, by every rule that the tables decide (T5, T6).
class ExactWords {
 public:
  /// Tokens go to `out`, without types.
  /// Domain: those of WordCutter::append.
  ExactWords(CharacterTable& table, WordDictionaries& dictionaries, bool english, const std::string& text,
             std::uint32_t region, ByteSpan sentence, TokenWriter& out)
      : table_(table), dictionaries_(dictionaries), english_(english), text_(text), region_(region),
        begin_(sentence.begin), end_(sentence.end), out_(out) {}

  /// Cuts what begins at `at`, a place between tokens or the first byte of white space, and returns where it ends.
  /// Domain: at < end.
  std::uint32_t take(std::uint32_t at);
  /// Met what the tables do not decide: ICU has to cut the sentence.
  [[nodiscard]] bool hard() const noexcept { return hard_; }
  [[nodiscard]] std::uint32_t words() const noexcept { return words_; }

 private:
  /// A segment of the word rules.
  struct Segment {
    std::uint32_t end = 0;
    bool joined = false;      ///< holds a mark between letters or digits
    bool connected = false;   ///< holds a low line
    bool thai = false;        ///< holds Thai
    bool hyphenated = false;  ///< holds soft hyphens or the like
  };

  [[nodiscard]] unsigned char byte(std::uint32_t at) const { return static_cast<unsigned char>(text_.data()[at]); }
  void push(std::uint32_t begin, std::uint32_t behind, TokenKind kind, bool passable) {
    out_.push({begin, behind, 0, kind, passable});
  }

  std::uint32_t behind_extensions(std::uint32_t at);
  bool joins(WordBreak mark, WordBreak before, std::uint32_t at);
  Segment segment_at(std::uint32_t at);
  void push_word(std::uint32_t begin, std::uint32_t behind);
  bool join_orphan(std::uint32_t at);
  std::uint32_t take_one(std::uint32_t at);
  std::uint32_t take_word(std::uint32_t begin);
  void push_thai(std::uint32_t begin, std::uint32_t behind);
  std::uint32_t take_hangul(std::uint32_t begin);
  std::uint32_t take_han(std::uint32_t begin);
  std::uint32_t take_mark(std::uint32_t begin);
  [[nodiscard]] bool is_space_at(std::uint32_t at);
  [[nodiscard]] bool is_letter_at(std::uint32_t at);
  [[nodiscard]] bool is_space_before(std::uint32_t at);
  bool may_step_over(Passable passable, std::uint32_t begin, std::uint32_t behind);

  CharacterTable& table_;
  WordDictionaries& dictionaries_;
  bool english_;
  const std::string& text_;
  std::uint32_t region_;  ///< its first byte
  std::uint32_t begin_;   ///< of the sentence
  std::uint32_t end_;
  TokenWriter& out_;
  std::uint32_t words_ = 0;
  bool hard_ = false;
};

}  // namespace topos
