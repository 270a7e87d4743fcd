// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/word_cutter.hpp"

#include <array>
#include <bit>

#include "topos/text/byte_block.hpp"
#include "topos/text/word_scanner.hpp"

namespace topos {
namespace {

constexpr std::uint32_t block_size = ByteClasses::size;

/// What a token is by its first byte, as far as masks tell tokens: letters of all scripts, marks of ASCII.
const std::array<Token::Traits, 256> traits = [] {
  std::array<Token::Traits, 256> made;
  for (std::size_t byte = 0; byte < made.size(); ++byte) {
    const bool word =
        (byte >= '0' && byte <= '9') || (byte >= '@' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte >= 0x80;
    const bool passable = byte == '"' || byte == '\'' || byte == '*';
    made[byte] = Token::traits_of(word ? TokenKind::word : TokenKind::punctuation, passable);
  }
  return made;
}();

/// The cutting of one sentence: tokens are taken from the masks, and by the exact rules where these are odd.
template <WordCutter::Keep keep>
class Cut {
 public:
  Cut(ExactWords& exact, std::string_view text, std::uint32_t end, TokenWriter& out)
      : exact_(exact), text_(text), end_(end), out_(out) {}

  /// Cuts the bytes `of` the block at `base`; returns where to go on.
  std::uint32_t take(const WordMasks& masks, std::uint32_t base, std::uint64_t of) {
    for (std::uint64_t odd = masks.odd & of; odd != 0; odd = masks.odd & of) {
      const std::uint32_t at = exact_.take(begin_of_odd(masks, of, std::countr_zero(odd), base));
      if (at - base >= block_size) return at;
      of &= ~std::uint64_t{0} << (at - base);
    }
    emit(masks, of, base);
    return base + block_size;
  }

  /// Ends the last token where the sentence ends; returns the number of words that the masks told.
  std::uint32_t finish() {
    if (keeps && (open_word_ | open_mark_) != 0) out_.next().set(pending_, end_, traits_of(text_[pending_]));
    return words_;
  }

 private:
  static constexpr bool keeps = keep == WordCutter::Keep::tokens;

  static std::uint32_t place_of(std::size_t byte) { return static_cast<std::uint32_t>(byte); }
  static Token::Traits traits_of(char first) { return traits.data()[static_cast<unsigned char>(first)]; }

  /// Takes all before the token with the odd character at `place`; returns where that begins.
  std::uint32_t begin_of_odd(const WordMasks& masks, std::uint64_t rest, int place, std::uint32_t base) {
    const std::uint64_t others = ~(masks.letters & rest) & ((std::uint64_t{1} << place) - 1);
    const int begin = 64 - std::countl_zero(others);
    if (begin == 0 && open_word_ != 0) {
      open_word_ = 0;
      --words_;  // the exact rules count it
      return pending_;
    }
    emit(masks, rest & ((std::uint64_t{1} << begin) - 1), base);
    return base + static_cast<std::uint32_t>(begin);
  }

  /// Appends the tokens that begin among the bytes `of` a block and end among them or where they end.
  void emit(const WordMasks& masks, std::uint64_t of, std::uint32_t base) {
    const std::uint64_t letters = masks.letters & of;
    const std::uint64_t marks = masks.marks & of;
    const std::uint64_t behind_letters = letters << 1 | open_word_;
    const std::uint64_t starts = letters & ~behind_letters;
    words_ += count_bits(starts);
    if constexpr (keeps) {
      append(starts | marks, (behind_letters & ~letters) | marks << 1 | open_mark_, base);
    } else if (starts != 0) {
      pending_ = base + 63 - static_cast<std::uint32_t>(std::countl_zero(starts));
    }
    open_word_ = letters >> 63;
    open_mark_ = marks >> 63;
  }

  /// Appends the tokens that begin or end in the block at `base`.
  void append(std::uint64_t begins, std::uint64_t ends, std::uint32_t base) {
    const char* const text = text_.data();
    Token* to = out_.room(block_size);
    if ((open_word_ | open_mark_) != 0 && ends != 0) {
      (to++)->set(pending_, base + place_of(take_lowest_bit(ends)), traits_of(text[pending_]));
    }
    while (ends != 0) {
      const std::size_t begin = base + take_lowest_bit(begins);
      (to++)->set(place_of(begin), base + place_of(take_lowest_bit(ends)), traits_of(text[begin]));
    }
    out_.taken(to);
    if (begins != 0) pending_ = base + place_of(lowest_bit(begins));
  }

  ExactWords& exact_;
  std::string_view text_;
  std::uint32_t end_;
  TokenWriter& out_;
  std::uint32_t words_ = 0;
  std::uint32_t pending_ = 0;    ///< where the token begins that goes on in the next block
  std::uint64_t open_word_ = 0;  ///< 1 if there is one
  std::uint64_t open_mark_ = 0;  ///< 1 if there is a mark that ends with its block
};

}  // namespace

void WordCutter::begin(const std::string& text, ByteSpan region, ClassifiedText& classes) {
  text_ = &text;
  region_ = region.begin;
  look_.assign(text, region, classes);
}

std::optional<std::uint32_t> WordCutter::append(ByteSpan sentence, Keep keep, TokenWriter& out) {
  return keep == Keep::tokens ? append<Keep::tokens>(sentence, out) : append<Keep::nothing>(sentence, out);
}

template <WordCutter::Keep keep>
std::optional<std::uint32_t> WordCutter::append(ByteSpan sentence, TokenWriter& out) {
  const std::size_t first = out.size();
  ExactWords exact(table_, dictionaries_, english_, *text_, region_, sentence, out);
  Cut<keep> cut(exact, *text_, sentence.end, out);
  bool lost = false;
  for (std::uint32_t at = sentence.begin; at < sentence.end && !lost;) {
    const std::uint32_t base = look_.block_of(at);
    std::uint64_t of = ~std::uint64_t{0} << (at - base);
    if (sentence.end - base < block_size) of &= (std::uint64_t{1} << (sentence.end - base)) - 1;
    const WordMasks& masks = look_.at(base);
    lost = (masks.lost & of) != 0;
    if (!lost) at = cut.take(masks, base, of);
  }
  if (!lost && !exact.hard()) return cut.finish() + exact.words();
  out.cut_to(first);
  ExactWords all(table_, dictionaries_, english_, *text_, region_, sentence, out);
  for (std::uint32_t at = sentence.begin; at < sentence.end && !all.hard();) at = all.take(at);
  if (!all.hard()) return all.words();
  out.cut_to(first);
  return std::nullopt;
}

}  // namespace topos
