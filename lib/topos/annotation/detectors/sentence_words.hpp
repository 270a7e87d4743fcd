// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "topos/annotation/detectors/detector.hpp"

namespace topos {

/// The tokens of one sentence as rules that look around ask for them, marks and clitics among them. A place outside the
/// sentence has no text.
class SentenceWords {
 public:
  /// Both must outlive it.
  SentenceWords(const DetectorInput& input, const Sentence& sentence)
      : input_(input), first_(input.segmentation.tokens.data() + sentence.tokens.begin),
        size_(static_cast<int>(sentence.tokens.size())) {}

  [[nodiscard]] int size() const noexcept { return size_; }
  [[nodiscard]] bool has(int at) const noexcept { return at >= 0 && at < size_; }
  /// Domain: has(at), as for the next one.
  [[nodiscard]] const Token& token(int at) const { return first_[at]; }
  [[nodiscard]] const Type& type(int at) const { return input_.vocabulary[first_[at].type]; }
  [[nodiscard]] std::string_view folded(int at) const {
    return has(at) ? input_.folded(first_[at]) : std::string_view();
  }
  [[nodiscard]] std::string_view written(int at) const {
    return has(at) ? input_.written(first_[at]) : std::string_view();
  }
  [[nodiscard]] bool is_word(int at) const { return has(at) && first_[at].kind == TokenKind::word; }
  [[nodiscard]] bool is_capitalized(int at) const { return has(at) && type(at).capitalized; }
  /// Whether nothing stands between a token and the one before it.
  [[nodiscard]] bool is_joined(int at) const {
    return has(at) && has(at - 1) && first_[at - 1].end == first_[at].begin;
  }
  /// From one token's first byte to another's last. Domain: both are there, in this order.
  [[nodiscard]] ByteSpan span(int from, int to) const { return {first_[from].begin, first_[to].end}; }
  /// The first token that ends behind a byte; size() if there is none. Cost: logarithmic.
  [[nodiscard]] int at_byte(std::uint32_t byte) const {
    return static_cast<int>(
        std::partition_point(first_, first_ + size_, [&](const Token& one) { return one.end <= byte; }) - first_);
  }

 private:
  const DetectorInput& input_;
  const Token* first_;
  int size_;
};

}  // namespace topos
