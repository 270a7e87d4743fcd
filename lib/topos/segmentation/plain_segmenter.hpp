// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "topos/segmentation/segmenter.hpp"
#include "topos/segmentation/token_writer.hpp"

namespace topos {

/// Cuts text by ICU alone: for what needs its dictionaries or rules of a language's own, and the reference for all that
/// is cut faster. Not thread-safe.
class PlainSegmenter {
 public:
  /// `language`: BCP 47 tag.
  PlainSegmenter(std::string_view language, Vocabulary& vocabulary);
  ~PlainSegmenter();

  /// Appends the sentences of `region` to `out` and their tokens to `tokens`; returns its characters that are neither
  /// white space nor ignorable. The sentences' `region` and `analysis` and the tokens' types are left to the caller.
  /// Domain: valid UTF-8.
  std::uint32_t append(std::string_view text, ByteSpan region, TokenWriter& tokens, Segmentation& out);
  /// Appends the tokens of one sentence of `region`, without types; returns its number of words.
  std::uint32_t append_sentence(std::string_view text, ByteSpan region, ByteSpan sentence, TokenWriter& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
