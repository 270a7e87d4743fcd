// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/finding.hpp"
#include "topos/annotation/hit_kind.hpp"
#include "topos/base/span.hpp"
#include "topos/segmentation/segmenter.hpp"
#include "topos/text/document.hpp"

namespace topos {

/// A yes-or-no attribute that may be unknown (`null` in the stream).
enum class Flag : std::int8_t { unknown = -1, no = 0, yes = 1 };

/// What is known about hits beside what all have; hits with the same values may share it. The views live as long as the
/// name pool that they came from.
struct HitNotes {
  std::string_view id;     ///< that the hit came with; empty: hit_id() makes it
  std::string_view voice;  ///< empty: unknown
  std::string_view modality;
  std::string_view holder;
  std::string_view coder;  ///< who decided about the hit; empty: the codebook alone
  friend bool operator==(const HitNotes&, const HitNotes&) = default;
};

/// One place of a document that a code was found at, with what is known about it (contract.md §6).
struct Hit {
  const HitKind* kind = &unnamed_kind;  ///< lives as long as the shelf, or name pool, that it came from
  double weight = 1;
  ByteSpan span;
  std::uint32_t line = 0;               ///< in the document's text, from 1
  std::uint32_t sentence = 0;           ///< in the whole document, from 1
  std::uint32_t analysis_sentence = 0;  ///< in the analysis text, from 1; 0 outside it
  std::uint32_t paragraph = 0;          ///< region of the document, from 1
  std::uint32_t notes = 0;              ///< number among AnnotatedDocument::notes, from 1; 0: none
  Flag negated = Flag::unknown;
  Flag quoted = Flag::unknown;
  Flag url = Flag::unknown;
  std::int8_t polarity = 0;  ///< 1, −1; 0 is unknown

  [[nodiscard]] std::string_view codebook() const noexcept { return kind->codebook; }
  [[nodiscard]] std::string_view code() const noexcept { return kind->code; }
  [[nodiscard]] std::string_view pattern() const noexcept { return kind->pattern; }
};

/// The order in which a document has its hits: by first byte, then longer first, then by code.
[[nodiscard]] inline bool comes_before(const Hit& a, const Hit& b) noexcept {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  return a.kind != b.kind && a.code() < b.code();
}

/// A document with everything that counting and reading need of it.
struct AnnotatedDocument {
  Document document;
  std::vector<RegionSize> sizes;   ///< parallel to document.regions
  std::vector<bool> analysis;      ///< parallel to document.regions: which are analysis text
  std::vector<Hit> hits;           ///< ordered by comes_before
  std::vector<HitNotes> notes;     ///< that hits refer to
  std::vector<Finding> findings;   ///< of detectors, in text order
  std::vector<std::string> other;  ///< records of other types that came with it, as their JSON lines
  bool draft_language = false;     ///< its codebook's patterns for its language are not validated (W13)
  std::string duplicate_of;        ///< an earlier near-duplicate; empty: none
  double similarity = 0;

  /// What is noted about one of its hits.
  [[nodiscard]] HitNotes notes_of(const Hit& hit) const { return hit.notes == 0 ? HitNotes() : notes[hit.notes - 1]; }
  /// A copy of it that is the hit's alone, to be changed: hits may share notes.
  [[nodiscard]] HitNotes& own_notes(Hit& hit) {
    notes.push_back(notes_of(hit));
    hit.notes = static_cast<std::uint32_t>(notes.size());
    return notes.back();
  }
};

/// 16 hexadecimal digits.
struct HitId {
  std::array<char, 16> digits;
  [[nodiscard]] std::string_view view() const noexcept { return {digits.data(), digits.size()}; }
};

/// An id that stays the same from run to run: a hash of document id, code and span.
[[nodiscard]] HitId made_hit_id(std::string_view document, const Hit& hit);

/// The id that a hit came with, else the one made for it.
[[nodiscard]] std::string hit_id(const AnnotatedDocument& annotated, const Hit& hit);

}  // namespace topos
