// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/annotator.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "topos/annotation/addresses.hpp"
#include "topos/annotation/attributes/hit_attributes.hpp"
#include "topos/annotation/document_clauses.hpp"
#include "topos/annotation/document_grammar.hpp"
#include "topos/annotation/findings.hpp"
#include "topos/annotation/line_counter.hpp"
#include "topos/annotation/negation.hpp"
#include "topos/annotation/quotations.hpp"
#include "topos/base/memory_advice.hpp"
#include "topos/matching/matcher.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

/// Languages kept ready at a time; a corpus with more starts anew, so that hostile language tags cannot fill memory.
constexpr std::size_t most_languages = 24;

/// A document with more has its memory given back as soon as it can be.
constexpr std::size_t many_matches = std::size_t{1} << 16;

/// What the matches of one search become, known from its first one on.
struct Source {
  const HitKind* kind = nullptr;
  double weight = 1;
  Negation negation = Negation::keep;
};

/// A compiled book and what a worker keeps for it.
struct OpenBook {
  explicit OpenBook(const CompiledBook& compiled)
      : book(&compiled), matcher(compiled), sources(compiled.searches().size()) {}

  const Source& source(std::uint32_t search, NamePool& names) {
    const Source& source = sources.data()[search];
    return source.kind != nullptr ? source : name(search, names);
  }

  const Source& name(std::uint32_t search, NamePool& names) {
    const Search& what = book->searches()[search];
    const CompiledCode& code = book->codes()[what.code];
    Source& source = sources[search];
    source = {&names.kind(book->book().id, code.code->id, what.pattern->id), what.pattern->weight,
              what.pattern->negation};
    if (!code.selected) hidden.insert(source.kind);
    return source;
  }

  const CompiledBook* book;
  Matcher matcher;
  std::vector<Source> sources;                ///< by search
  std::unordered_set<const HitKind*> hidden;  ///< kinds that only serve attributes
};

/// Everything a worker needs for one language.
struct Language {
  Language(const std::string& tag, BookShelf& shelf)
      : segmenter(tag), negation(primary_language(tag)), attributes(shelf.names()) {}

  /// Compiles the books when codes are first looked for: what only cuts texts needs none.
  void open(const std::string& tag, BookShelf& shelf) {
    if (opened) return;
    books.clear();
    for (const auto& book : shelf.compiled(primary_language(tag))) {
      books.emplace_back(*book);
      for (const CompiledCode& code : book->codes())
        if (!code.patterns.empty()) told = told | attributes_of(code.code->id);
    }
    told = told & shelf.cues().attributes;
    opened = true;
  }
  Segmenter segmenter;
  NegationCues negation;
  HitAttributes attributes;
  AttributeSet told;  ///< those that are wanted and that the books' codes tell in this language
  std::vector<OpenBook> books;
  bool opened = false;
};

/// Spans of a document that are asked for the hits inside them, in text order.
class Spans {
 public:
  explicit Spans(const std::vector<ByteSpan>& spans) : at_(spans.begin()), end_(spans.end()) {}
  /// Whether one of the spans, which are in order and do not overlap, holds `span`. Domain: `span` begins at the last
  /// one or behind it.
  Flag hold(ByteSpan span) {
    while (at_ != end_ && at_->end <= span.begin) ++at_;
    return at_ != end_ && at_->contains(span) ? Flag::yes : Flag::no;
  }

 private:
  std::vector<ByteSpan>::const_iterator at_;
  std::vector<ByteSpan>::const_iterator end_;
};

}  // namespace

CodeSelection Cues::codes() const {
  std::vector<std::string> codes = codes_of(attributes);
  for (const Detector* detector : detectors)
    if (!detector->codes.empty()) codes.emplace_back(detector->codes);
  return codes.empty() ? CodeSelection::nothing() : CodeSelection(codes);
}

BookShelf::BookShelf(std::vector<const Codebook*> books, CompileOptions options, Cues cues, const Codebook* lender)
    : books_(std::move(books)), options_(std::move(options)), cues_(std::move(cues)) {
  if (!cues_.any()) return;
  options_.also = cues_.codes();
  const auto tells = [&](const Codebook* book) {
    return std::any_of(book->codes.begin(), book->codes.end(),
                       [&](const Code& code) { return options_.also->selects(code.id); });
  };
  if (std::none_of(books_.begin(), books_.end(), tells)) lender_ = lender;
}

const std::vector<std::unique_ptr<CompiledBook>>& BookShelf::compiled(const std::string& language) {
  const std::lock_guard guard(lock_);
  if (const auto known = by_language_.find(language); known != by_language_.end()) return known->second;
  std::vector<std::unique_ptr<CompiledBook>> made;
  for (const Codebook* book : books_) made.push_back(std::make_unique<CompiledBook>(*book, language, options_));
  if (lender_ != nullptr)
    made.push_back(std::make_unique<CompiledBook>(*lender_, language,
                                                  CompileOptions{CodeSelection::nothing(), {}, options_.also}));
  return by_language_.emplace(language, std::move(made)).first->second;
}

bool BookShelf::is_draft(std::string_view language) const noexcept {
  return std::any_of(books_.begin(), books_.end(), [&](const Codebook* book) {
    return std::find(book->draft_languages.begin(), book->draft_languages.end(), language) !=
           book->draft_languages.end();
  });
}

struct Annotator::Impl {
  BookShelf& shelf;
  RegionSet analysis;
  std::map<std::string, std::unique_ptr<Language>> languages;
  Language* language = nullptr;
  Segmentation segmentation;
  std::vector<Match> matches;
  DocumentQuotations quotations;
  std::vector<ByteSpan> addresses;
  DocumentGrammar grammar;
  DocumentClauses clauses;
  bool annotated_last = false;

  void use_language(const std::string& tag) {
    const auto found = languages.find(tag);
    if (found != languages.end()) {
      language = found->second.get();
      return;
    }
    if (languages.size() >= most_languages) languages.clear();
    language = languages.emplace(tag, std::make_unique<Language>(tag, shelf)).first->second.get();
  }

  void find_marked_spans(const Document& document) {
    find_quotations(document, quotations);
    find_addresses(document.text, addresses);
  }

  void add_hits(const Document& document, OpenBook& book, std::vector<Hit>& hits) {
    const Token* const units = segmentation.units().data();
    const Sentence* const sentences = segmentation.sentences.data();
    const bool negation_known = language->negation.known();
    NegationCues::Look look = language->negation.look(document, segmentation, language->segmenter.vocabulary());
    Spans quoted(quotations.spans);
    Spans in_address(addresses);
    hits.reserve(hits.size() + matches.size());
    std::size_t taken = 0;
    for (const Match& match : matches) {
      // Of a giant document, matches make room for the hits that come of them.
      if (++taken % many_matches == 0)
        give_pages_back(matches.data() + (taken - many_matches), (many_matches - 1) * sizeof(Match));
      const Sentence& sentence = sentences[match.sentence];
      const Source& source = book.source(match.search, shelf.names());
      const Flag negated = !negation_known ? Flag::unknown : look.negated(sentence, match.units) ? Flag::yes : Flag::no;
      if (negated == Flag::yes && source.negation == Negation::drop) continue;
      Hit& hit = hits.emplace_back();
      hit.kind = source.kind;
      hit.weight = source.weight;
      hit.span = {units[match.units.begin].begin, units[match.units.end - 1].end};
      hit.sentence = match.sentence + 1;
      hit.analysis_sentence = sentence.analysis;
      hit.paragraph = sentence.region + 1;
      hit.negated = negated;
      hit.quoted = quoted.hold(hit.span);
      hit.url = in_address.hold(hit.span);
      hit.polarity = negated == Flag::yes && source.negation == Negation::flip ? -1 : 1;
    }
    if (taken >= many_matches) std::vector<Match>().swap(matches);
  }

  void drop_hidden(std::vector<Hit>& hits) const {
    for (const OpenBook& book : language->books)
      if (!book.hidden.empty()) std::erase_if(hits, [&](const Hit& hit) { return book.hidden.count(hit.kind) > 0; });
  }

  /// What attributes and detectors ask of the clauses of an English document is read for both at once.
  bool begin_clauses(const AnnotatedDocument& annotated) {
    if (primary_language(annotated.document.language) != "en") return false;
    const std::vector<const Detector*>& detectors = shelf.cues().detectors;
    const auto runs = [&](const Detector& one) {
      return std::find(detectors.begin(), detectors.end(), &one) != detectors.end();
    };
    const DocumentClauses::Wanted wanted{language->told.voice || runs(detectors::attribution), runs(detectors::cause)};
    if (!wanted.attributions && !wanted.causes) return false;
    clauses.begin({annotated, segmentation, language->segmenter.vocabulary()}, wanted);
    return true;
  }

  void detect_cues(AnnotatedDocument& annotated, bool clauses_begun) {
    const std::vector<const Detector*>& detectors = shelf.cues().detectors;
    if (detectors.empty()) return;
    drop_records(annotated.other, detectors);
    grammar.begin(annotated.document, segmentation, language->segmenter.vocabulary());
    if (clauses_begun) grammar.share(clauses);
    annotated.findings = detect({annotated, segmentation, language->segmenter.vocabulary(), &grammar}, detectors);
    LineCounter lines(annotated.document.text);
    const std::vector<Sentence>& sentences = segmentation.sentences;
    for (Finding& finding : annotated.findings) {
      finding.line = lines.line_of(finding.span.begin);
      const auto sentence = std::partition_point(
          sentences.begin(), sentences.end(), [&](const Sentence& one) { return one.span.end <= finding.span.begin; });
      if (sentence == sentences.end() || sentence->span.begin > finding.span.begin) continue;
      finding.sentence = static_cast<std::uint32_t>(sentence - sentences.begin()) + 1;
      finding.analysis_sentence = sentence->analysis;
      finding.paragraph = sentence->region + 1;
    }
  }

  void add_hits(AnnotatedDocument& annotated) {
    const Document& document = annotated.document;
    std::vector<Hit>& hits = annotated.hits;
    bool prepared = false;
    bool in_order = hits.empty();
    for (OpenBook& book : language->books) {
      if (&book.book->book() != shelf.lender())
        std::erase_if(hits, [&](const Hit& hit) { return hit.codebook() == book.book->book().id; });
      book.matcher.match(document, segmentation, language->segmenter.vocabulary(), matches);
      if (matches.empty()) continue;
      if (!std::exchange(prepared, true)) find_marked_spans(document);
      in_order = in_order && hits.empty();
      add_hits(document, book, hits);
    }
    // Hits of one book come in order; sorting would need room for a copy.
    if (!in_order && !std::is_sorted(hits.begin(), hits.end(), comes_before))
      std::stable_sort(hits.begin(), hits.end(), comes_before);
    const bool begun = begin_clauses(annotated);
    language->attributes.set(annotated, segmentation, language->segmenter.vocabulary(), language->told,
                             begun ? &clauses : nullptr);
    detect_cues(annotated, begun);
    drop_hidden(hits);
    number_lines(document, hits);
  }

  static void number_lines(const Document& document, std::vector<Hit>& hits) {
    LineCounter lines(document.text);
    for (Hit& hit : hits) hit.line = lines.line_of(hit.span.begin);
  }

  void each_without(const AnnotatedDocument& annotated,
                    const std::function<void(const HitKind&, std::vector<Hit>)>& visit,
                    const std::function<void(const HitKind&)>& alone,
                    const std::function<bool(const HitKind&)>& wanted) {
    const Document& document = annotated.document;
    bool prepared = false;
    for (OpenBook& book : language->books) {
      if (&book.book->book() == shelf.lender()) continue;
      const std::vector<PatternAtWork> patterns = book.matcher.patterns_at_work(document);
      if (patterns.empty()) continue;
      if (!std::exchange(prepared, true)) find_marked_spans(document);
      std::vector<Hit> others = annotated.hits;
      std::erase_if(others, [&](const Hit& hit) { return hit.codebook() == book.book->book().id; });
      for (const PatternAtWork& one : patterns) {
        const HitKind& kind = *book.source(one.pattern, shelf.names()).kind;
        if (wanted && !wanted(kind)) continue;
        if (one.alone && alone) {
          alone(kind);
          continue;
        }
        book.matcher.match_without(one.pattern, document, matches);
        std::vector<Hit> hits = others;
        add_hits(document, book, hits);
        if (!others.empty()) std::stable_sort(hits.begin(), hits.end(), comes_before);
        drop_hidden(hits);
        number_lines(document, hits);
        visit(kind, std::move(hits));
      }
    }
  }
};

Annotator::Annotator(BookShelf& shelf, RegionSet analysis)
    : impl_(new Impl{shelf, analysis, {}, nullptr, {}, {}, {}, {}, {}, {}}) {}
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator::~Annotator() = default;

void Annotator::segment(AnnotatedDocument& annotated, Detail detail) {
  Impl& own = *impl_;
  own.annotated_last = false;
  own.use_language(annotated.document.language);
  own.language->segmenter.segment(annotated.document, own.analysis, own.segmentation, detail);
  annotated.sizes = std::move(own.segmentation.sizes);  // which nobody asks for there
  annotated.analysis.clear();
  for (const Region& region : annotated.document.regions)
    annotated.analysis.push_back(own.analysis[static_cast<std::size_t>(region.name)]);
}

void Annotator::annotate(AnnotatedDocument& annotated) {
  Impl& own = *impl_;
  segment(annotated, Detail::units);
  own.language->open(annotated.document.language, own.shelf);
  own.add_hits(annotated);
  own.annotated_last = true;
  annotated.draft_language = own.shelf.is_draft(primary_language(annotated.document.language));
}

void Annotator::each_without(const AnnotatedDocument& annotated,
                             const std::function<void(const HitKind&, std::vector<Hit>)>& visit,
                             const std::function<void(const HitKind&)>& alone,
                             const std::function<bool(const HitKind&)>& wanted) {
  impl_->each_without(annotated, visit, alone, wanted);
}

bool Annotator::annotated_last() const noexcept { return impl_->annotated_last; }

DocumentGrammar& Annotator::begin_grammar(const Document& document) {
  impl_->grammar.begin(document, impl_->segmentation, vocabulary());
  return impl_->grammar;
}

const Segmentation& Annotator::segmentation() const noexcept { return impl_->segmentation; }
const Vocabulary& Annotator::vocabulary() const noexcept { return impl_->language->segmenter.vocabulary(); }

}  // namespace topos
