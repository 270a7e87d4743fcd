// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a file of each format: what comes is valid text whose regions hold all of it, in order.
#include "law.hpp"
#include "topos/base/error.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/open_input.hpp"

namespace {

void check(const topos::Document& document) {
  LAW(topos::is_utf8(document.text));
  std::uint32_t at = 0;
  for (const topos::Region& region : document.regions) {
    LAW(region.span.begin >= at && region.span.begin < region.span.end && region.span.end <= document.text.size());
    LAW(topos::trim(std::string_view(document.text).substr(at, region.span.begin - at)).empty());
    LAW(region.section < document.sections.size());
    at = region.span.end;
  }
  LAW(topos::trim(std::string_view(document.text).substr(at)).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* names[] = {"x.html", "x.docx",   "x.odt",     "x.epub",     "x.xml",
                                          "x.zip",  "x.rtf",    "x.conllu",  "x.vrt",      "x.eml",
                                          "x.mbox", "x.tar.gz", "x.html.xz", "x.html.bz2", "x.html.zst"};
  static const auto options = std::make_shared<const topos::InputOptions>();
  static const topos::DocumentMaker maker{*options};
  const topos::fuzz::Chosen input = topos::fuzz::choose(names, topos::fuzz::bytes_of(data, size));
  const auto ignore = [](const topos::Error& error) { LAW(!error.message().empty()); };
  try {
    const auto reader = topos::open_input(topos::memory_bytes(input.rest), {options, "x", input.choice, ignore, {}});
    while (auto raw = reader->next())
      if (raw->kind == topos::RawDocument::Kind::structured) check(maker.make(std::move(*raw), {}));
  } catch (const topos::Error& error) {
    ignore(error);
  }
  return 0;
}
