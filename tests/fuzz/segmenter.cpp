// SPDX-License-Identifier: Apache-2.0
// Cuts any text of any language: spans are in order, inside each other and between characters.
#include "topos/segmentation/segmenter.hpp"

#include <map>
#include <memory>

#include "law.hpp"
#include "topos/text/regions.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* languages[] = {"en", "ru", "zh", "th", "vi", "id", "und", "zh-Hant", "de", "km"};
  static std::map<std::string, std::unique_ptr<topos::Segmenter>> segmenters;
  const topos::fuzz::Chosen input = topos::fuzz::choose(languages, topos::fuzz::bytes_of(data, size));
  topos::Document document;
  document.id = "x";
  document.language = input.choice;
  document.text = topos::fuzz::utf8_of(input.rest);
  topos::find_regions(document, {});
  std::unique_ptr<topos::Segmenter>& segmenter = segmenters[input.choice];
  if (!segmenter) segmenter = std::make_unique<topos::Segmenter>(input.choice);
  topos::Segmentation out;
  segmenter->segment(document, topos::default_analysis(), out);

  LAW(out.sizes.size() == document.regions.size());
  std::uint32_t last = 0;
  std::uint32_t token = 0;
  std::uint32_t analysis = 0;
  for (const topos::Sentence& sentence : out.sentences) {
    LAW(sentence.span.begin >= last && sentence.span.begin < sentence.span.end);
    LAW(document.regions[sentence.region].span.contains(sentence.span));
    LAW(sentence.tokens.begin == token && sentence.tokens.end >= token);
    LAW(sentence.words <= sentence.tokens.size());
    if (sentence.analysis != 0) LAW(sentence.analysis == ++analysis);
    last = sentence.span.begin;
    for (; token < sentence.tokens.end; ++token) {
      const topos::Token& one = out.tokens[token];
      LAW(one.begin >= last && one.begin < one.end && one.end <= sentence.span.end);
      LAW(topos::fuzz::on_border(document.text, one.begin) && topos::fuzz::on_border(document.text, one.end));
      LAW(one.type < segmenter->vocabulary().size());
      last = one.end;
    }
    for (std::uint32_t unit = sentence.units.begin; unit < sentence.units.end; ++unit) {
      const topos::Token& one = out.units()[unit];
      LAW(one.begin >= sentence.span.begin && one.begin < one.end && one.end <= sentence.span.end);
      LAW(topos::fuzz::on_border(document.text, one.begin) && topos::fuzz::on_border(document.text, one.end));
    }
    last = sentence.span.end;
  }
  LAW(token == out.tokens.size());
  return 0;
}
