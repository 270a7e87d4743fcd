// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/text/document.hpp"

namespace topos {

/// Finds the quotations of one paragraph (method.md B1): pairs of “ ”, „ “, « », ‹ ›, 「」, 『』, ‘ ’ and straight " by
/// context. A mark without a partner in the paragraph opens nothing. Nested quotations lie inside their outer one and
/// are not listed. Appends to `out` the spans between the marks, marks not included, in text order. Units: bytes of
/// `text`. Domain: `paragraph.in(text)` is valid UTF-8. Cost: linear.
void find_quotations(std::string_view text, ByteSpan paragraph, std::vector<ByteSpan>& out);

/// The quotations of a document in text order.
struct DocumentQuotations {
  std::vector<ByteSpan> spans;
  /// Of each: the number of the quotation with which it begins. One that goes on over paragraphs has a span in each.
  std::vector<std::uint32_t> begins_with;

  void clear() noexcept { spans.clear(), begins_with.clear(); }
};

/// Sets `out` to the quotations of all paragraphs, and to those that go on over paragraphs, where each begins with the
/// mark and only the last ends with its partner. Cost: linear.
void find_quotations(const Document& document, DocumentQuotations& out);

/// Whether the bytes hold one of those marks at all: most texts need not be looked through further.
[[nodiscard]] bool may_hold_quotations(std::string_view text) noexcept;

}  // namespace topos
