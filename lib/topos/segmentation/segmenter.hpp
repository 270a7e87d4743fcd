// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/segmentation/token.hpp"
#include "topos/segmentation/vocabulary.hpp"
#include "topos/text/document.hpp"

namespace topos {

/// Invariant: a sentence lies within one region; sentences of a document are in text order.
struct Sentence {
  ByteSpan span;               ///< without white space at its ends
  TokenRange tokens;           ///< into Segmentation::tokens
  TokenRange units;            ///< into Segmentation::units(): what the matcher walks
  std::uint32_t region = 0;    ///< index into Document::regions; regions are paragraphs, so it is the paragraph too
  std::uint32_t words = 0;     ///< T5's N: ICU words before clitic splitting
  std::uint32_t analysis = 0;  ///< number within the analysis text, from 1; 0 outside it
};

/// Sizes of one region.
struct RegionSize {
  std::uint32_t words = 0;
  std::uint32_t sentences = 0;
  std::uint32_t characters = 0;  ///< code points that are neither white space nor ignorable
};

/// How far a document is cut.
enum class Detail : std::uint8_t {
  sentences,  ///< sentences and the numbers of their words
  tokens,     ///< and tokens
  units       ///< and, in character languages, the characters that patterns are matched on
};

/// A document cut into sentences and tokens. Reused from document to document, so that no token costs an allocation.
struct Segmentation {
  std::vector<Token> tokens;      ///< none if only sentences were asked for
  std::vector<Token> characters;  ///< units of a character language; empty otherwise
  std::vector<Sentence> sentences;
  std::vector<RegionSize> sizes;  ///< parallel to Document::regions
  bool by_characters = false;     ///< the document's language is matched on characters, and they were asked for

  [[nodiscard]] const std::vector<Token>& units() const noexcept { return by_characters ? characters : tokens; }
};

/// Cuts documents of one language into sentences (T2–T4) and words (T5, T6). Not thread-safe: one for each worker and
/// language.
class Segmenter {
 public:
  enum class Rooms : std::uint8_t {
    both,  ///< tables on bytes for all that they can decide, ICU for the rest
    plain  ///< ICU alone: the same result, slowly
  };

  /// `language`: BCP 47 tag. Languages without rules of their own fall back on UAX #29.
  explicit Segmenter(std::string_view language, Rooms rooms = Rooms::both);
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;
  ~Segmenter();

  /// Fills `out`, replacing what it held. Regions in `analysis` get analysis sentence numbers.
  /// Domain: document.regions is set.
  void segment(const Document& document, RegionSet analysis, Segmentation& out, Detail detail = Detail::units);

  /// The words and punctuation of one pattern literal or phrase, by the same rules as a text's.
  [[nodiscard]] std::vector<std::string> words(std::string_view phrase);

  /// The types that tokens refer to; cleared by `segment` before a document when it has grown past its limit.
  [[nodiscard]] const Vocabulary& vocabulary() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// "icu 72.1, unicode 15.0, rules 1": what decides where tokens end. Streams of different tokenizers do not mix.
[[nodiscard]] const std::string& tokenizer_id();

}  // namespace topos
