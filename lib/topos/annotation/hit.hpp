// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/segmentation/segmenter.hpp"
#include "topos/text/document.hpp"

namespace topos {

/// A yes-or-no attribute that may be unknown (`null` in the stream).
enum class Flag : std::int8_t { unknown = -1, no = 0, yes = 1 };

/// One place of a document that a code was found at, with what is known about it (contract.md §6).
/// The views live as long as the shelf whose codebooks, or name pool, they came from.
struct Hit {
  std::string_view codebook;
  std::string_view code;
  std::string_view pattern;
  std::string_view id;          ///< of a hit that came by stream; else empty, and hit_id() makes it
  ByteSpan span;
  std::uint32_t line = 0;       ///< in the document's text, from 1
  std::uint32_t sentence = 0;   ///< in the whole document, from 1
  std::uint32_t analysis_sentence = 0;  ///< in the analysis text, from 1; 0 outside it
  std::uint32_t paragraph = 0;  ///< region of the document, from 1
  double weight = 1;
  Flag negated = Flag::unknown;
  Flag quoted = Flag::unknown;
  Flag url = Flag::unknown;
  std::int8_t polarity = 0;     ///< 1, −1; 0 is unknown
  std::string_view voice;       ///< empty: unknown
  std::string_view modality;
  std::string_view holder;
  std::string_view coder;       ///< who decided about the hit; empty: the codebook alone
};

/// A document with everything that counting and reading need of it.
struct AnnotatedDocument {
  Document document;
  std::vector<RegionSize> sizes;  ///< parallel to document.regions
  std::vector<bool> analysis;     ///< parallel to document.regions: which are analysis text
  std::vector<Hit> hits;          ///< ordered by first byte, then longer first, then code
  std::vector<std::string> other; ///< records of other types that came with it, as their JSON lines
  bool draft_language = false;    ///< its codebook's patterns for its language are not validated (W13)
  std::string duplicate_of;       ///< an earlier near-duplicate; empty: none
  double similarity = 0;
};

/// 16 hexadecimal digits.
struct HitId {
  std::array<char, 16> digits;
  [[nodiscard]] std::string_view view() const noexcept { return {digits.data(), digits.size()}; }
};

/// An id that stays the same from run to run: a hash of document id, code and span.
[[nodiscard]] HitId made_hit_id(std::string_view document, const Hit& hit);

/// The id that a hit came with, else the one made for it.
[[nodiscard]] std::string hit_id(std::string_view document, const Hit& hit);

}  // namespace topos
