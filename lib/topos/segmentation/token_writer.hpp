// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "topos/segmentation/token.hpp"

namespace topos {

/// Appends tokens to a vector, which is longer than what was written until `close`: so no token asks for room by
/// itself.
class TokenWriter {
 public:
  explicit TokenWriter(std::vector<Token>& tokens) : tokens_(tokens), used_(tokens.size()) {}

  [[nodiscard]] std::size_t size() const noexcept { return used_; }
  /// Those written from `first` on.
  [[nodiscard]] std::span<Token> from(std::size_t first) noexcept { return {tokens_.data() + first, used_ - first}; }
  [[nodiscard]] Token& back() noexcept { return tokens_[used_ - 1]; }
  /// The next token, to be set.
  [[nodiscard]] Token& next() {
    Token* const to = room(1);
    ++used_;
    return *to;
  }
  void push(const Token& token) { next() = token; }
  void pop_back() noexcept { --used_; }
  void cut_to(std::size_t size) noexcept { used_ = size; }

  /// Where up to `most` tokens can be written; `taken` tells where they ended.
  [[nodiscard]] Token* room(std::size_t most) {
    if (tokens_.size() - used_ < most) [[unlikely]]
      tokens_.resize(used_ + most + step);
    return tokens_.data() + used_;
  }
  void taken(const Token* end) noexcept { used_ = static_cast<std::size_t>(end - tokens_.data()); }
  /// Leaves the vector with what was written.
  void close() { tokens_.resize(used_); }

 private:
  static constexpr std::size_t step = 1024;

  std::vector<Token>& tokens_;
  std::size_t used_;
};

}  // namespace topos
