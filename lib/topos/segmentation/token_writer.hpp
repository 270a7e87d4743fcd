// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "topos/segmentation/token.hpp"

namespace topos {

/// Writes tokens to a vector, replacing what it held. The vector is longer than what was written until `close`: so no
/// token asks for room by itself, and what a document before left is written over without being cleared.
class TokenWriter {
 public:
  explicit TokenWriter(std::vector<Token>& tokens) noexcept
      : tokens_(tokens), next_(tokens.data()), end_(next_ + tokens.size()) {}

  [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(next_ - tokens_.data()); }
  /// Those written from `first` on.
  [[nodiscard]] std::span<Token> from(std::size_t first) noexcept { return {tokens_.data() + first, next_}; }
  [[nodiscard]] Token& back() noexcept { return next_[-1]; }
  /// The next token, to be set.
  [[nodiscard]] Token& next() {
    Token* const to = room(1);
    ++next_;
    return *to;
  }
  void push(const Token& token) { next() = token; }
  void pop_back() noexcept { --next_; }
  void cut_to(std::size_t size) noexcept { next_ = tokens_.data() + size; }

  /// Where up to `most` tokens can be written; `taken` tells where they ended.
  [[nodiscard]] Token* room(std::size_t most) {
    if (static_cast<std::size_t>(end_ - next_) < most) [[unlikely]]
      grow(most);
    return next_;
  }
  void taken(Token* end) noexcept { next_ = end; }
  /// Leaves the vector with what was written.
  void close() { tokens_.resize(size()); }

 private:
  void grow(std::size_t most) {
    constexpr std::size_t step = 1024;
    const std::size_t used = size();
    tokens_.resize(used + most + step);
    next_ = tokens_.data() + used;
    end_ = tokens_.data() + tokens_.size();
  }

  std::vector<Token>& tokens_;
  Token* next_;
  Token* end_;
};

}  // namespace topos
