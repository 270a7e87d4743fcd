// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <set>
#include <string>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"
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

}  // namespace

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
