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

/// Some patterns: a book for each would take long.
bool is_chosen(std::string_view pattern) { return topos::hash64(pattern) % 9 == 0; }

int check(const topos::Codebook& book, const std::vector<std::string>& files) {
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
      if (!is_chosen(pattern.pattern)) return;
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
  CHECK(check(topos::built_in_codebook(), topos::test::sample_files("en")) > 60);
  for (const char* language : {"ru", "zh", "vi"})
    CHECK(check(topos::built_in_codebook(), topos::test::sample_files(language)) > 5);
}
