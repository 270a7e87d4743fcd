// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// Cuts text by ICU alone: for what needs its dictionaries or rules of a language's own, and the reference for all that is cut faster.
/// Not thread-safe.
class PlainSegmenter {
 public:
  /// `language`: BCP 47 tag.
  PlainSegmenter(std::string_view language, Vocabulary& vocabulary);
  ~PlainSegmenter();

  /// Appends the sentences of `region` and their tokens to `out`; returns its characters that are neither white space nor ignorable.
  /// Their `region` and `analysis` are left to the caller.
  /// Domain: valid UTF-8.
  std::uint32_t append(std::string_view text, ByteSpan region, Segmentation& out);
  /// Appends the tokens of one sentence of `region`; returns its number of words.
  std::uint32_t append_sentence(std::string_view text, ByteSpan region, ByteSpan sentence, std::vector<Token>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
