// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/matching/selection.hpp"
#include "topos/segmentation/segmenter.hpp"
#include "topos/text/document.hpp"

namespace topos {

/// A document of one body block: what examples of a codebook, and sentences to be explained, are run as.
[[nodiscard]] Document sentence_document(std::string text, std::string language);

/// One token, or in a character language one folded character, as matching sees it.
struct ExplainedToken {
  ByteSpan span;
  std::uint32_t sentence = 0;  ///< from 1
  TokenKind kind = TokenKind::word;
  bool passable = false;  ///< a matcher may step over it between two pattern elements
  std::string folded;     ///< match form
  std::string cased;      ///< case form
  std::string classes;    ///< of #NUM #YEAR #CAP #ACRO those that take it, joined by spaces
};

/// One match of a pattern and what became of it.
struct ExplainedMatch {
  enum class Outcome : std::uint8_t { hit, withheld, masked, guard, overlapped, group };
  const Code* code = nullptr;
  const Pattern* pattern = nullptr;
  ByteSpan span;
  Outcome outcome = Outcome::hit;  ///< withheld: a hit that the negation policy `drop` keeps back
  const Guard* guard = nullptr;    ///< the one that failed
  const Code* by_code = nullptr;   ///< masked, overlapped, group: what won
  const Pattern* by_pattern = nullptr;
  ByteSpan by_span;
};

/// A pattern that began at a token and did not come to an end.
struct BegunPattern {
  const Code* code = nullptr;
  const Pattern* pattern = nullptr;
  ByteSpan taken;         ///< from where it began to the last token that an element took
  std::string_view next;  ///< the word or mark behind it; empty at the end of the sentence
};

/// Why a text has the hits it has.
struct Explanation {
  std::vector<ExplainedToken> tokens;
  std::vector<ExplainedMatch> matches;  ///< by first byte, longer first, code, pattern in file order
  std::vector<BegunPattern> begun;      ///< only if asked for
};

/// The word for an outcome: "hit", "withheld", "masked" …
[[nodiscard]] std::string_view to_string(ExplainedMatch::Outcome outcome) noexcept;

/// A guard as written in the codebook: "not_near = ['@actor:5']".
[[nodiscard]] std::string guard_text(const Guard& guard);

/// Explains texts of one language by one codebook.
class Explainer {
 public:
  /// `book` must outlive the explainer and what it explains. `language`: BCP 47 tag.
  Explainer(const Codebook& book, const std::string& language);
  Explainer(Explainer&&) noexcept;
  ~Explainer();

  /// Explains `document`; the views in the result live as long as it. `codes`: the codes whose matches are told; the
  /// whole book is evaluated all the same. `begun`: also the patterns that did not come to an end. Domain:
  /// document.regions is set.
  [[nodiscard]] Explanation explain(const Document& document, const CodeSelection& codes, bool begun);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
