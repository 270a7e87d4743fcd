// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/token_signatures.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "topos/text/code_points.hpp"
#include "topos/text/shingle_sketch.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

/// Longer words may share their type with others.
constexpr std::size_t longest = 4096;

/// Whether none of `text` belongs to a word.
bool has_no_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_word_character(point.value)) return false;
    at += point.size;
  }
  return true;
}

bool is_plain_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

}  // namespace

/// The words of one document, token after token.
class TokenSignatures::Reading {
 public:
  Reading(std::string_view text, std::vector<std::uint64_t>& words) : text_(text), of_type_(words.data()) {}

  /// False if its words are not those of its tokens, one by one.
  [[nodiscard]] bool take(std::span<const Token> tokens) {
    while (!tokens.empty()) {
      tokens = tokens.subspan(take_plain(tokens));
      if (tokens.empty()) break;
      if (!take_other(tokens.front())) return false;
      tokens = tokens.subspan(1);
    }
    return has_no_word(text_.substr(end_));
  }

  [[nodiscard]] TextSignature signature() const { return sketch_.signature(); }

 private:
  /// How many tokens ahead what is known of a type is fetched from memory.
  static constexpr std::size_t ahead = 40;

  /// Takes tokens as long as each is a word or a mark, behind a single blank or none; returns how many.
  std::size_t take_plain(std::span<const Token> tokens) {
    if (!ShingleSketch::is_whole(tail_)) return 0;
    const std::uint64_t* const of_type = of_type_;
    const Token* const token = tokens.data();
    ShingleSketch::Tail tail = tail_;
    std::uint32_t end = end_;
    std::uint32_t open = open_ ? 1 : 0;
    std::size_t at = 0;
    const auto take = [&] {
      const std::uint64_t word = of_type[token[at].type];
      const std::uint32_t gap = token[at].begin - end;
      const std::uint32_t is_word = word > special ? 1 : 0;
      // What stands behind a word without a blank may go on with it.
      const std::uint32_t least = open & is_word;
      if (word < mark || gap - least > 1 - least) return false;
      sketch_.add_if(is_word != 0, word, tail);
      open = is_word;
      end = token[at].end;
      ++at;
      return true;
    };
    const std::size_t fetched = tokens.size() > ahead ? tokens.size() - ahead : 0;
    bool plain = true;
    while (plain && at < fetched) {
      __builtin_prefetch(of_type + token[at + ahead].type);
      plain = take();
    }
    while (plain && at < tokens.size()) plain = take();
    tail_ = tail;
    open_ = open != 0;
    end_ = end;
    return at;
  }

  /// Takes any token; false if it is not by itself.
  [[nodiscard]] bool take_other(const Token& token) {
    if (!follows(token)) return false;
    const std::uint64_t word = of_type_[token.type];
    if (word == mark) {
      open_ = false;
    } else if (word > special) {
      sketch_.add(word, tail_);
      open_ = true;
    } else {
      find_words(token);
    }
    end_ = token.end;
    return true;
  }

  /// Whether a token has nothing of a word before it that is not the token before it.
  [[nodiscard]] bool follows(const Token& token) {
    if (token.begin != end_) {
      open_ = false;
      return has_no_word(text_.substr(end_, token.begin - end_));
    }
    return !open_ || of_type_[token.type] == mark || !is_word_character(code_point_at(text_, token.begin).value);
  }

  /// Takes the words of a token whose type is met for the first time or that is more than a word.
  void find_words(const Token& token) {
    const std::string_view surface = text_.substr(token.begin, token.end - token.begin);
    std::size_t found = 0;
    ByteSpan last{0, 0};
    std::uint64_t hash = undecided;
    const auto take_one = [&](std::size_t begin, std::size_t end) {
      ++found;
      last = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      hash = shingle_hash(text_, token.begin + begin, token.begin + end);
      sketch_.add(hash, tail_);
    };
    if (is_plain_word(surface))
      take_one(0, surface.size());
    else
      WordRuns(surface, WordRuns::Unspaced::alone).for_each(take_one);
    open_ = last.end == surface.size();
    if (surface.size() >= longest) return;
    const bool whole = found == 1 && last.size() == surface.size() && hash > special;
    of_type_[token.type] = found == 0 ? mark : whole ? hash : other;
  }

  std::string_view text_;
  std::uint64_t* of_type_;
  ShingleSketch::Tail tail_;
  ShingleSketch sketch_;
  std::uint32_t end_ = 0;  ///< of the token before
  bool open_ = false;      ///< a word ends there
};

TextSignature TokenSignatures::of(const Document& document, const Segmentation& cut, const Vocabulary& vocabulary) {
  Reading reading(document.text, words_.of(document.language, vocabulary));
  return reading.take(cut.tokens) ? reading.signature() : text_signature(document.text);
}

}  // namespace topos
