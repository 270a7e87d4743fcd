// SPDX-License-Identifier: Apache-2.0
// Makes documents of any bytes: plain, Markdown or a line of JSON, with or without a header block.
#include "law.hpp"
#include "topos/base/error.hpp"
#include "topos/text/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* kinds[] = {"plain", "markdown", "json", "row"};
  static const topos::DocumentMaker maker{topos::InputOptions{}};
  const topos::fuzz::Chosen input = topos::fuzz::choose(kinds, topos::fuzz::bytes_of(data, size));
  topos::RawDocument raw;
  const std::string kind = input.choice;
  raw.kind = kind == "plain"      ? topos::RawDocument::Kind::plain
             : kind == "markdown" ? topos::RawDocument::Kind::markdown
             : kind == "json"     ? topos::RawDocument::Kind::json
                                  : topos::RawDocument::Kind::row;
  raw.id = "x";
  raw.path = "x";
  raw.bytes = kind == "row" || kind == "json" ? topos::fuzz::utf8_of(input.rest) : input.rest;
  try {
    const topos::Document document = maker.make(std::move(raw), [](const std::string&) {});
    LAW(topos::is_utf8(document.text));
    LAW(!document.language.empty());
    for (const topos::Region& region : document.regions) {
      LAW(region.span.begin < region.span.end && region.span.end <= document.text.size());
      LAW(region.section < document.sections.size());
    }
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  return 0;
}
