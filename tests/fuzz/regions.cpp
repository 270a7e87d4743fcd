// SPDX-License-Identifier: Apache-2.0
// Finds the regions of any text: they are in order and hold every character that shows exactly once.
#include "topos/text/regions.hpp"

#include "law.hpp"
#include "topos/text/code_points.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* languages[] = {"en", "ru", "zh", "th", "vi"};
  const topos::fuzz::Chosen input = topos::fuzz::choose(languages, topos::fuzz::bytes_of(data, size));
  topos::RegionOptions options;
  options.markdown = size % 2 == 0;
  options.paragraphs = static_cast<topos::Paragraphs>(size % 4);
  topos::Document document;
  document.language = input.choice;
  document.text = topos::fuzz::utf8_of(input.rest);
  topos::find_regions(document, options);
  std::size_t at = 0;
  const auto check_blank = [&](std::size_t end) {
    while (at < end) {
      const topos::CodePoint point = topos::code_point_at(document.text, at);
      LAW(topos::is_blank(point.value) || point.value < 0x20);
      at += point.size;
    }
  };
  for (const topos::Region& region : document.regions) {
    LAW(region.span.begin >= at && region.span.begin < region.span.end && region.span.end <= document.text.size());
    LAW(topos::fuzz::on_border(document.text, region.span.begin) &&
        topos::fuzz::on_border(document.text, region.span.end));
    LAW(!topos::is_blank(topos::code_point_at(document.text, region.span.begin).value));
    LAW(!topos::is_blank(topos::code_point_before(document.text, region.span.end).value));
    check_blank(region.span.begin);
    at = region.span.end;
  }
  check_blank(document.text.size());
  return 0;
}
