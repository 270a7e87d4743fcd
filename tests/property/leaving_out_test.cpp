// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <set>
#include <string>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"
#include "topos/annotation/left_out.hpp"
#include "topos/base/hash.hpp"

namespace {

std::string listed(const std::vector<topos::Hit>& hits) {
  std::string all;
  for (const topos::Hit& hit : hits)
    all += std::string(hit.pattern()) + ' ' + std::to_string(hit.span.begin) + ' ' + std::to_string(hit.span.end) +
           ' ' + std::to_string(hit.line) + (hit.negated == topos::Flag::yes ? " negated" : "") +
           (hit.quoted == topos::Flag::yes ? " quoted" : "") + (hit.url == topos::Flag::yes ? " url\n" : "\n");
  return all;
}

/// Finders that have read the book without one pattern.
class WithoutPattern {
 public:
  explicit WithoutPattern(const topos::Codebook& book) : book_(book) {}
  std::string hits(const std::string& pattern, const topos::Document& document) {
    std::unique_ptr<topos::test::Finder>& finder = finders_[pattern];
    if (!finder) finder = std::make_unique<topos::test::Finder>(book_, std::set<std::string>{pattern});
    return listed(finder->annotate(document).hits);
  }

 private:
  const topos::Codebook& book_;
  std::map<std::string, std::unique_ptr<topos::test::Finder>> finders_;
};

/// One in so many patterns: a book for each would take long.
int check(const topos::Codebook& book, const std::vector<std::string>& files, std::uint64_t one_in) {
  topos::test::Finder whole(book);
  WithoutPattern others(book);
  int compared = 0;
  for (const std::string& file : files) {
    CAPTURE(file);
    const topos::Document document = topos::test::document_of_file(file);
    const topos::AnnotatedDocument annotated = whole.annotate(document);
    std::set<std::string> at_work;
    whole.annotator().each_without(annotated, [&](const topos::HitKind& pattern, std::vector<topos::Hit> hits) {
      at_work.emplace(pattern.pattern);
      if (topos::hash64(pattern.pattern) % one_in != 0) return;
      CAPTURE(pattern.pattern);
      CHECK(listed(hits) == others.hits(std::string(pattern.pattern), document));
      ++compared;
    });
    for (const topos::Hit& hit : annotated.hits) CHECK(at_work.contains(std::string(hit.pattern())));
    // What was said of the document before holds still.
    CHECK(listed(whole.annotate(document).hits) == listed(annotated.hits));
  }
  return compared;
}

/// Each pattern's changes, as text.
std::string listed(const std::vector<topos::WithoutPattern>& all) {
  std::string text;
  for (const topos::WithoutPattern& one : all) {
    text += std::string(one.pattern->pattern) + ':';
    for (const topos::ChangedRow& row : one.rows)
      text += ' ' + std::string(row.kind->code) + ' ' + std::to_string(row.n);
    text += '\n';
  }
  return text;
}

/// Compares the short way for patterns that stand alone with judging all matches anew. How many did.
std::size_t check_alone(const topos::Codebook& book, const std::vector<std::string>& files,
                        const topos::QueryOptions& options) {
  topos::test::Finder whole(book);
  const topos::Query query(options);
  topos::Tallier tallier(query);
  std::size_t stood_alone = 0;
  for (const std::string& file : files) {
    CAPTURE(file);
    const topos::AnnotatedDocument annotated = whole.annotate(topos::test::document_of_file(file));
    std::map<std::string, std::string> judged;
    whole.annotator().each_without(annotated, [&](const topos::HitKind& pattern, std::vector<topos::Hit> hits) {
      judged[std::string(pattern.pattern)] = listed(hits);
    });
    whole.annotator().each_without(
        annotated, [](const topos::HitKind&, const std::vector<topos::Hit>&) {},
        [&](const topos::HitKind& pattern) {
          CAPTURE(pattern.pattern);
          std::vector<topos::Hit> hits = annotated.hits;
          std::erase_if(hits, [&](const topos::Hit& hit) { return hit.kind == &pattern; });
          CHECK(listed(hits) == judged[std::string(pattern.pattern)]);
          ++stood_alone;
        });
    const topos::DocumentTally before = tallier.tally(annotated, false);
    CHECK(listed(topos::leave_out_patterns(annotated, whole.annotator(), tallier, before)) ==
          listed(topos::leave_out_patterns(annotated, whole.annotator(), tallier, before,
                                           [](topos::AnnotatedDocument&) {})));
  }
  return stood_alone;
}

}  // namespace

TEST_CASE("what a pattern that stands alone takes with it are its own hits") {
  for (const char* language : {"en", "ru", "zh", "vi"}) {
    CAPTURE(language);
    CHECK(check_alone(topos::built_in_codebook(), topos::test::sample_files(language), {}) > 20);
  }
  topos::QueryOptions folded;
  folded.level = 1;
  CHECK(check_alone(topos::built_in_codebook(), topos::test::sample_files("en"), folded) > 100);
}

TEST_CASE("leaving a pattern out of what was found gives what a codebook without it finds") {
  CHECK(check(topos::built_in_codebook(), topos::test::sample_files("en"), 9) > 60);
  for (const char* language : {"ru", "zh", "vi"})
    CHECK(check(topos::built_in_codebook(), topos::test::sample_files(language), 2) > 5);
}

TEST_CASE("the same holds for a document whose matches were given back") {
  const topos::Codebook book = topos::parse_codebook(
      std::string(topos::test::book_head) +
          topos::test::code("a", "patterns.en = ['alpha', { match = 'beta', near = ['gamma:sentence'] }]") +
          topos::test::code("b", "patterns.en = ['gamma', '@a delta']"),
      "book.toml");
  std::string text;
  for (int i = 0; i < 30'000; ++i) text += "Alpha delta with beta and gamma. ";
  topos::test::Finder whole(book);
  WithoutPattern others(book);
  const topos::Document document = topos::test::document_of(text);
  const topos::AnnotatedDocument annotated = whole.annotate(document);
  int compared = 0;
  whole.annotator().each_without(annotated, [&](const topos::HitKind& pattern, std::vector<topos::Hit> hits) {
    CAPTURE(pattern.pattern);
    CHECK(listed(hits) == others.hits(std::string(pattern.pattern), document));
    ++compared;
  });
  CHECK(compared == 4);
}
