// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/pipeline.hpp"

#include <algorithm>
#include <optional>

#include "topos/annotation/literal_search.hpp"
#include "topos/text/language.hpp"

namespace topos {

struct DocumentWorker::Impl {
  const PipelineOptions& options;
  const DocumentMaker& maker;
  Annotator annotator;
  RecordReader reader;
  std::optional<LiteralSearch> literals;  ///< of what every hit needs
  std::shared_ptr<const std::string> head_line;
  StreamHead head;  ///< what head_line says
  bool annotated_last = false;

  Impl(const PipelineOptions& chosen, const DocumentMaker& makes, BookShelf& shelf)
      : options(chosen), maker(makes), annotator(shelf, chosen.analysis), reader(shelf.names()) {
    if (options.required) literals.emplace(*options.required);
  }

  /// Whether a raw document may have hits. In character languages words have no borders that could be looked for.
  bool may_have_hits(const Document& document) {
    return !literals || is_character_language(primary_language(document.language)) || literals->may_hold(document.text);
  }

  /// Brings a document of a record stream up to what the run wants.
  void complete(AnnotatedDocument& annotated, const RawDocument& raw) {
    if (head_line != raw.head) {
      head_line = raw.head;
      head = head_line == nullptr ? StreamHead() : read_head(*head_line, {raw.path, 0, 0});
    }
    maker.complete_metadata(annotated.document);
    const std::string language = primary_language(annotated.document.language);
    for (const StreamHead::Book& book : head.codebooks)
      if (std::find(book.draft_languages.begin(), book.draft_languages.end(), language) != book.draft_languages.end())
        annotated.draft_language = true;
    const bool wants_hits =
        options.annotate == Annotate::always || (options.annotate == Annotate::if_raw && head.codebooks.empty());
    annotated_last = wants_hits;
    if (wants_hits) {
      const std::vector<bool> flags = annotated.analysis;
      annotator.annotate(annotated);
      if (!options.analysis_given) annotated.analysis = flags;
      return;
    }
    if (options.segment) {
      const auto [sizes, analysis] = std::pair(annotated.sizes, annotated.analysis);
      annotator.segment(annotated, options.detail);
      annotated.sizes = sizes;
      annotated.analysis = analysis;
    }
    if (options.analysis_given) {
      for (std::size_t i = 0; i < annotated.analysis.size(); ++i)
        annotated.analysis[i] = options.analysis[static_cast<std::size_t>(annotated.document.regions[i].name)];
    }
  }
};

DocumentWorker::DocumentWorker(const PipelineOptions& options, const DocumentMaker& maker, BookShelf& shelf)
    : impl_(new Impl(options, maker, shelf)) {}
DocumentWorker::DocumentWorker(DocumentWorker&&) noexcept = default;
DocumentWorker::~DocumentWorker() = default;

AnnotatedDocument DocumentWorker::make(RawDocument raw, const NoteSink& notes) {
  if (raw.kind == RawDocument::Kind::records) {
    AnnotatedDocument annotated = impl_->reader.read(raw);
    impl_->complete(annotated, raw);
    return annotated;
  }
  AnnotatedDocument annotated;
  bool wanted = true;
  const auto has_hits = [&](const Document& document) { return wanted = impl_->may_have_hits(document); };
  EscapedTextTest text_has_hits;
  if (impl_->literals)
    text_has_hits = [&](std::string_view text) { return impl_->literals->may_hold(text, LiteralSearch::Form::json); };
  annotated.document = impl_->maker.make(std::move(raw), notes, has_hits, text_has_hits);
  impl_->annotated_last = impl_->options.annotate != Annotate::never;
  if (!wanted) return annotated;
  if (impl_->annotated_last)
    impl_->annotator.annotate(annotated);
  else
    impl_->annotator.segment(annotated, impl_->options.detail);
  return annotated;
}

Annotator& DocumentWorker::annotator() noexcept { return impl_->annotator; }
bool DocumentWorker::annotated_last() const noexcept { return impl_->annotated_last; }

}  // namespace topos
