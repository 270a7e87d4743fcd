// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace topos {

/// Number of a distinct word form as written, dense from 0.
using TypeId = std::uint32_t;

/// Numbers that fit a token's field; documents have fewer types by far.
inline constexpr std::uint32_t type_limit = std::uint32_t{1} << 29;

enum class TokenKind : std::uint8_t { word, clitic, punctuation };

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
/// One token. In character languages the matching units are tokens too: one for each folded code point.
/// Cost: twelve bytes, because a text has a token in five.
struct Token {
  std::uint32_t begin = 0;  ///< bytes of the document's text
  std::uint32_t end = 0;
  TypeId type : 29 = 0;
  TokenKind kind : 2 = TokenKind::word;
  bool passable : 1 = false;  ///< a matcher may step over it between two pattern elements (grammar.md 4.1)

  Token() = default;
  constexpr Token(std::uint32_t from, std::uint32_t to, TypeId id, TokenKind what, bool steppable)
      : begin(from), end(to), type(id), kind(what), passable(steppable) {}

  /// The kind and passability of a token of type 0 as they lie in it: made once, copied often.
  using Traits = std::uint32_t;
  static Traits traits_of(TokenKind kind, bool passable) noexcept {
    const Token token(0, 0, 0, kind, passable);
    Traits traits = 0;
    std::memcpy(&traits, reinterpret_cast<const char*>(&token) + traits_at, sizeof traits);
    return traits;
  }
  void set(std::uint32_t from, std::uint32_t to, Traits traits) noexcept {
    begin = from;
    end = to;
    std::memcpy(reinterpret_cast<char*>(this) + traits_at, &traits, sizeof traits);
  }
  constexpr void set_type(TypeId id) noexcept { type = id; }
  /// The same for a token of type 0, in fewer steps.
  void give_type(TypeId id) noexcept {
    if constexpr (std::endian::native == std::endian::little) {
      Traits traits = 0;  // the type is its lower bits
      std::memcpy(&traits, reinterpret_cast<const char*>(this) + traits_at, sizeof traits);
      traits |= id;
      std::memcpy(reinterpret_cast<char*>(this) + traits_at, &traits, sizeof traits);
    } else {
      type = id;
    }
  }

 private:
  static constexpr std::size_t traits_at = 2 * sizeof(std::uint32_t);
};
#pragma GCC diagnostic pop
static_assert(sizeof(Token) == 12);

}  // namespace topos
