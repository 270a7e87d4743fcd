// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/attributes/attribute_set.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/hit.hpp"
#include "topos/annotation/name_pool.hpp"
#include "topos/matching/compiled_book.hpp"
#include "topos/matching/match.hpp"

namespace topos {

/// What a run makes of hits and texts beside hits: attributes, and what detectors find.
struct Cues {
  AttributeSet attributes;
  std::vector<const Detector*> detectors;

  [[nodiscard]] bool any() const noexcept { return attributes.any() || !detectors.empty(); }
  /// The codes that they rest on.
  [[nodiscard]] CodeSelection codes() const;
};

/// The codebooks of a run, compiled for each language when a document of it first comes. Thread-safe; shared by
/// workers.
class BookShelf {
 public:
  /// `cues`: what is made of the hits that are found; the codes that it rests on are looked for, too. Where no book has
  /// such codes, those of `lender`, if there is one, serve. The codebooks must outlive the shelf.
  BookShelf(std::vector<const Codebook*> books, CompileOptions options, Cues cues = {},
            const Codebook* lender = nullptr);
  [[nodiscard]] const std::vector<const Codebook*>& books() const noexcept { return books_; }
  /// The book that only lends codes for attributes, or null.
  [[nodiscard]] const Codebook* lender() const noexcept { return lender_; }
  [[nodiscard]] const Cues& cues() const noexcept { return cues_; }
  /// The books compiled for a primary language, in order, the lender behind them. Errors: Errc::pattern.
  [[nodiscard]] const std::vector<std::unique_ptr<CompiledBook>>& compiled(const std::string& language);
  /// Whether one of the books has only draft patterns for a primary language.
  [[nodiscard]] bool is_draft(std::string_view language) const noexcept;
  [[nodiscard]] NamePool& names() noexcept { return names_; }

 private:
  std::vector<const Codebook*> books_;
  CompileOptions options_;
  Cues cues_;
  const Codebook* lender_ = nullptr;
  NamePool names_;
  std::mutex lock_;
  std::map<std::string, std::vector<std::unique_ptr<CompiledBook>>> by_language_;
};

/// Segments documents and finds the codes of a shelf in them. Keeps scratch space: one for each worker.
class Annotator {
 public:
  /// `analysis`: the regions that count as analysis text.
  Annotator(BookShelf& shelf, RegionSet analysis);
  Annotator(Annotator&&) noexcept;
  ~Annotator();

  /// Fills sizes and appends the hits of the shelf's books, those of the same books that it had removed.
  void annotate(AnnotatedDocument& annotated);
  /// Calls `visit` for each pattern without which the last document might have other hits: with the kind of the
  /// pattern's hits, and the hits that the document has without it, those of other books included. For a pattern
  /// without which its own hits are missing and nothing else changes, `alone`, if there is one, is called in its place.
  /// Patterns that `wanted` refuses are not left out. Domain: `annotated` is as annotate() left it. Cost: for each
  /// `visit` what was found is judged anew; the text is not searched.
  void each_without(const AnnotatedDocument& annotated,
                    const std::function<void(const HitKind&, std::vector<Hit>)>& visit,
                    const std::function<void(const HitKind&)>& alone = {},
                    const std::function<bool(const HitKind&)>& wanted = {});
  /// Whether the last document was annotated, and not only cut.
  [[nodiscard]] bool annotated_last() const noexcept;
  /// Fills sizes only.
  void segment(AnnotatedDocument& annotated, Detail detail);

  /// The segmentation of the last document, for commands that show tokens.
  [[nodiscard]] const Segmentation& segmentation() const noexcept;
  /// The types of the last document's language.
  [[nodiscard]] const Vocabulary& vocabulary() const noexcept;
  /// The grammar of the last document, of which nothing is read yet; it holds until the next document.
  /// Domain: `document` is the one that was cut last, wherever it lies now.
  [[nodiscard]] DocumentGrammar& begin_grammar(const Document& document);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
