// SPDX-License-Identifier: Apache-2.0
// Runs any patterns on any text and compares the hits with a plain evaluation. The input is a
// language's byte, then patterns, one a line, then an empty line and the text.
#include <algorithm>
#include <tuple>
#include <vector>

#include "differential/plain_book.hpp"
#include "kit/finder.hpp"
#include "law.hpp"
#include "topos/matching/matcher.hpp"

namespace {

using Shown = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>>;

Shown shown(const std::vector<topos::Match>& matches) {
  Shown all;
  for (const topos::Match& one : matches) all.emplace_back(one.search, one.units.begin, one.units.end);
  std::sort(all.begin(), all.end());
  return all;
}

void compare(const topos::Codebook& codebook, const topos::Document& document) {
  const topos::CompiledBook book(codebook, document.language, {});
  topos::Segmenter segmenter(document.language);
  topos::Segmentation text;
  std::vector<topos::Match> found;
  segmenter.segment(document, topos::default_analysis(), text);
  topos::Matcher(book).match(document, text, segmenter.vocabulary(), found);
  LAW(shown(found) == shown(topos::test::plainly_evaluate(book, document, text, segmenter.vocabulary())));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* languages[] = {"en", "zh", "th", "ru", "vi"};
  const topos::fuzz::Chosen input = topos::fuzz::choose(languages, topos::fuzz::bytes_of(data, size));
  const std::string all = topos::fuzz::utf8_of(input.rest);
  const std::size_t cut = std::min(all.find("\n\n"), all.size());
  std::vector<std::string> patterns;
  for (std::size_t begin = 0; begin < cut && patterns.size() < 8;) {
    const std::size_t end = std::min(all.find('\n', begin), cut);
    if (end > begin && end - begin < 200) patterns.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  if (patterns.empty() || all.size() > 4096) return 0;
  try {
    const topos::Codebook book = topos::expression_codebook(patterns, nullptr);
    topos::test::Finder finder(book);
    const topos::AnnotatedDocument found =
        finder.annotate(all.size() > cut + 2 ? all.substr(cut + 2) : std::string(), input.choice);
    const topos::AnnotatedDocument again = finder.annotate(found.document);
    LAW(again.hits.size() == found.hits.size());
    std::uint32_t last = 0;
    for (const topos::Hit& hit : found.hits) {
      LAW(hit.span.begin >= last && hit.span.begin < hit.span.end);
      LAW(found.document.regions[hit.paragraph - 1].span.contains(hit.span));
      LAW(topos::fuzz::on_border(found.document.text, hit.span.begin) &&
          topos::fuzz::on_border(found.document.text, hit.span.end));
      last = hit.span.begin;
    }
    if (all.size() < 1024) compare(book, found.document);
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  return 0;
}
