// SPDX-License-Identifier: Apache-2.0
// Finds quotations and addresses in any text: they are in order, do not overlap and lie between characters.
#include "law.hpp"
#include "topos/annotation/addresses.hpp"
#include "topos/annotation/quotations.hpp"

namespace {

void check(const std::vector<topos::ByteSpan>& spans, std::string_view text) {
  std::uint32_t last = 0;
  for (const topos::ByteSpan span : spans) {
    LAW(span.begin >= last && span.begin < span.end && span.end <= text.size());
    LAW(topos::fuzz::on_border(text, span.begin) && topos::fuzz::on_border(text, span.end));
    last = span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = topos::fuzz::utf8_of(topos::fuzz::bytes_of(data, size));
  std::vector<topos::ByteSpan> spans;
  topos::find_quotations(text, {0, static_cast<std::uint32_t>(text.size())}, spans);
  check(spans, text);
  topos::find_addresses(text, spans);
  check(spans, text);
  return 0;
}
