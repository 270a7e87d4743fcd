// SPDX-License-Identifier: Apache-2.0
// Runs every detector on any text: what is found lies in the text, in its order, and no more than eight times over a
// byte.
#include <algorithm>
#include <map>
#include <vector>

#include "kit/finder.hpp"
#include "law.hpp"
#include "topos/annotation/detectors/detector.hpp"

namespace {

const topos::Codebook& book() {
  using topos::test::code;
  static const topos::Codebook one = topos::parse_codebook(
      std::string(topos::test::book_head) + code("actor.norland", "patterns.en = ['norland', 'moscow']") +
          code("actor.scholar", "patterns.en = ['brandt']") + code("action.say", "patterns.en = ['says', 'argued']") +
          code("frame.port", "patterns.en = ['port', 'plan']"),
      "book.toml");
  return one;
}

topos::Annotator& annotator() {
  const auto all = topos::all_detectors();
  static topos::BookShelf shelf({&book()}, {}, {topos::AttributeSet::all(), {all.begin(), all.end()}});
  static topos::Annotator one(shelf, topos::default_analysis());
  return one;
}

/// The ends of findings that hold a place, by detector.
using Open = std::map<std::string_view, std::vector<std::uint32_t>>;

void check(const topos::Finding& finding, const std::string& text, Open& open) {
  LAW(finding.span.begin < finding.span.end && finding.span.end <= text.size());
  LAW(topos::fuzz::on_border(text, finding.span.begin) && topos::fuzz::on_border(text, finding.span.end));
  std::vector<std::uint32_t>& ends = open[finding.type];
  std::erase_if(ends, [&](std::uint32_t end) { return end <= finding.span.begin; });
  ends.push_back(finding.span.end);
  LAW(ends.size() <= 8);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* languages[] = {"en", "en-GB", "ru", "zh", "und"};
  const topos::fuzz::Chosen input = topos::fuzz::choose(languages, topos::fuzz::bytes_of(data, size));
  topos::AnnotatedDocument annotated;
  annotated.document = topos::test::document_of(topos::fuzz::utf8_of(input.rest), input.choice);
  annotated.document.metadata.set("date", "2024-02-29");
  annotated.document.metadata.set("country", "Norland");
  if (size % 3 == 0 && !annotated.document.regions.empty())
    annotated.document.regions.back().name = topos::RegionName::references;
  annotator().annotate(annotated);
  Open open;
  std::uint32_t last = 0;
  for (const topos::Finding& finding : annotated.findings) {
    LAW(finding.span.begin >= last);
    last = finding.span.begin;
    check(finding, annotated.document.text, open);
  }
  for (const topos::Hit& hit : annotated.hits)
    LAW(!annotated.notes_of(hit).voice.empty() || std::string_view(input.choice).substr(0, 2) != "en");
  return 0;
}
