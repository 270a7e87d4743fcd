// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "topos/matching/at_work.hpp"
#include "topos/matching/compiled_book.hpp"
#include "topos/matching/match.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// Evaluates a compiled book on documents of its language (grammar.md 7). Keeps scratch space: one for each worker.
class Matcher {
 public:
  /// `book` must outlive the matcher.
  explicit Matcher(const CompiledBook& book);
  Matcher(Matcher&&) noexcept;
  ~Matcher();

  /// Fills `out` with the final hits of the wanted codes, ordered by first byte ascending, last byte descending, code
  /// id. `trace`, if not null, receives what became of every match of a pattern. Domain: `segmentation` was made from
  /// `document` with `vocabulary`.
  void match(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary,
             std::vector<Match>& out, std::vector<Verdict>* trace = nullptr);

  /// Patterns with a match in the last document that neither a mask nor a guard refused: only without one of them could
  /// its hits be others.   Domain: `document` is the one of the last match(), and its segmentation and vocabulary are
  /// unchanged.
  [[nodiscard]] std::vector<PatternAtWork> patterns_at_work(const Document& document);
  /// The hits of the last document if the book had no `pattern`: guards and references see others then.
  /// Domain: as above; `pattern` numbers a search.   Cost: what was found is judged again, the text is not searched.
  void match_without(std::uint32_t pattern, const Document& document, std::vector<Match>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The bytes of a match: from its first unit's first to its last unit's last.
[[nodiscard]] inline ByteSpan span_of(const Match& match, const std::vector<Token>& units) noexcept {
  return {units[match.units.begin].begin, units[match.units.end - 1].end};
}

}  // namespace topos
