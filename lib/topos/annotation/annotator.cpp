// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/annotator.hpp"

#include <algorithm>

#include "topos/annotation/addresses.hpp"
#include "topos/annotation/negation.hpp"
#include "topos/annotation/quotations.hpp"
#include "topos/matching/matcher.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

/// Languages kept ready at a time; a corpus with more starts anew, so that hostile language tags cannot fill memory.
constexpr std::size_t most_languages = 24;

/// Everything a worker needs for one language.
struct Language {
  Language(const std::string& tag, BookShelf& shelf) : segmenter(tag), negation(primary_language(tag)) {
    for (const auto& book : shelf.compiled(primary_language(tag))) {
      books.push_back(book.get());
      matchers.emplace_back(*book);
    }
  }
  Segmenter segmenter;
  NegationCues negation;
  std::vector<const CompiledBook*> books;
  std::vector<Matcher> matchers;
};

/// Counts line ends up to rising positions: LF, CR LF and lone CR.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text), lone_returns_(text.find('\r') != std::string_view::npos), next_(text.find('\n')) {}
  std::uint32_t line_of(std::uint32_t position) {
    if (!lone_returns_) {
      for (; next_ < position; next_ = text_.find('\n', next_ + 1)) ++line_;
      return line_;
    }
    for (; at_ < position; ++at_)
      if (text_[at_] == '\n' || (text_[at_] == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n'))) ++line_;
    return line_;
  }

 private:
  std::string_view text_;
  bool lone_returns_;  ///< there may be some
  std::size_t next_;   ///< line end, if there are none
  std::uint32_t at_ = 0;
  std::uint32_t line_ = 1;
};

/// Whether one of `spans`, which are in order and do not overlap, holds `span`.
Flag inside(const std::vector<ByteSpan>& spans, ByteSpan span) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), span.begin, [](std::uint32_t begin, ByteSpan one) { return begin < one.begin; });
  return after != spans.begin() && std::prev(after)->contains(span) ? Flag::yes : Flag::no;
}

}  // namespace

BookShelf::BookShelf(std::vector<const Codebook*> books, CompileOptions options) : books_(std::move(books)), options_(std::move(options)) {}

const std::vector<std::unique_ptr<CompiledBook>>& BookShelf::compiled(const std::string& language) {
  const std::lock_guard guard(lock_);
  const auto [found, added] = by_language_.try_emplace(language);
  if (added)
    for (const Codebook* book : books_) found->second.push_back(std::make_unique<CompiledBook>(*book, language, options_));
  return found->second;
}

bool BookShelf::is_draft(std::string_view language) const noexcept {
  return std::any_of(books_.begin(), books_.end(), [&](const Codebook* book) {
    return std::find(book->draft_languages.begin(), book->draft_languages.end(), language) != book->draft_languages.end();
  });
}

struct Annotator::Impl {
  BookShelf& shelf;
  RegionSet analysis;
  std::map<std::string, std::unique_ptr<Language>> languages;
  Language* language = nullptr;
  Segmentation segmentation;
  std::vector<Match> matches;
  std::vector<ByteSpan> quotations;
  std::vector<ByteSpan> addresses;

  void use_language(const std::string& tag) {
    const auto found = languages.find(tag);
    if (found != languages.end()) {
      language = found->second.get();
      return;
    }
    if (languages.size() >= most_languages) languages.clear();
    language = languages.emplace(tag, std::make_unique<Language>(tag, shelf)).first->second.get();
  }

  Hit make_hit(const Document& document, const CompiledBook& book, const Match& match) {
    const Sentence& sentence = segmentation.sentences[match.sentence];
    const Pattern& pattern = *book.searches()[match.search].pattern;
    Hit hit;
    hit.codebook = book.book().id;
    hit.code = book.codes()[book.searches()[match.search].code].code->id;
    hit.pattern = pattern.id;
    hit.span = span_of(match, segmentation.units());
    hit.sentence = match.sentence + 1;
    hit.analysis_sentence = sentence.analysis;
    hit.paragraph = sentence.region + 1;
    hit.weight = pattern.weight;
    if (language->negation.known())
      hit.negated = language->negation.negated(document, segmentation, language->segmenter.vocabulary(), sentence, match.units) ? Flag::yes : Flag::no;
    hit.quoted = inside(quotations, hit.span);
    hit.url = inside(addresses, hit.span);
    hit.polarity = hit.negated == Flag::yes && pattern.negation == Negation::flip ? -1 : 1;
    return hit;
  }

  void add_hits(AnnotatedDocument& annotated) {
    const Document& document = annotated.document;
    bool prepared = false;
    for (std::size_t i = 0; i < language->books.size(); ++i) {
      const CompiledBook& book = *language->books[i];
      std::erase_if(annotated.hits, [&](const Hit& hit) { return hit.codebook == book.book().id; });
      language->matchers[i].match(document, segmentation, language->segmenter.vocabulary(), matches);
      if (!matches.empty() && !prepared) {
        prepared = true;
        quotations.clear();
        for (const Region& region : document.regions) find_quotations(document.text, region.span, quotations);
        find_addresses(document.text, addresses);
      }
      for (const Match& match : matches) {
        Hit hit = make_hit(document, book, match);
        const bool withheld = hit.negated == Flag::yes && book.searches()[match.search].pattern->negation == Negation::drop;
        if (!withheld) annotated.hits.push_back(hit);
      }
    }
    const auto before = [](const Hit& a, const Hit& b) {
      if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
      if (a.span.end != b.span.end) return a.span.end > b.span.end;
      return a.code < b.code;
    };
    // Hits of one book come in order; sorting would need room for a copy.
    if (!std::is_sorted(annotated.hits.begin(), annotated.hits.end(), before)) std::stable_sort(annotated.hits.begin(), annotated.hits.end(), before);
    LineCounter lines(document.text);
    for (Hit& hit : annotated.hits) hit.line = lines.line_of(hit.span.begin);
  }
};

Annotator::Annotator(BookShelf& shelf, RegionSet analysis) : impl_(new Impl{shelf, analysis, {}, nullptr, {}, {}, {}, {}}) {}
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator::~Annotator() = default;

void Annotator::annotate(AnnotatedDocument& annotated, bool sizes_only) {
  Impl& own = *impl_;
  own.use_language(annotated.document.language);
  own.language->segmenter.segment(annotated.document, own.analysis, own.segmentation);
  annotated.sizes = own.segmentation.sizes;
  annotated.analysis.clear();
  for (const Region& region : annotated.document.regions) annotated.analysis.push_back(own.analysis[static_cast<std::size_t>(region.name)]);
  if (sizes_only) return;
  own.add_hits(annotated);
  annotated.draft_language = own.shelf.is_draft(primary_language(annotated.document.language));
}

const Segmentation& Annotator::segmentation() const noexcept { return impl_->segmentation; }
const Vocabulary& Annotator::vocabulary() const noexcept { return impl_->language->segmenter.vocabulary(); }

}  // namespace topos
