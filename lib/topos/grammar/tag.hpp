// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace topos {

/// Parts of speech, as the Penn Treebank names them; possessive pronouns are `prp`, and "of" and "to" are tags of their
/// own. Invariant: in the order of the columns of lib/data/english_tagging/transitions.tsv.
enum class Tag : std::uint8_t {
  nn,
  punc,
  nnp,
  dt,
  in,
  jj,
  nns,
  cd,
  rb,
  vbd,
  vb,
  prp,
  cc,
  of,
  to,
  vbz,
  vbn,
  vbg,
  vbp,
  md,
  pos,
  wdt,
  jjr,
  wp,
  nnps,
  wrb,
  jjs,
  rbr,
  rp,
  ex,
  rbs,
  pdt,
  fw,
  uh
};
inline constexpr std::size_t tag_count = 34;

[[nodiscard]] std::string_view to_string(Tag tag) noexcept;
/// Nothing if no tag is called so.
[[nodiscard]] std::optional<Tag> tag_named(std::string_view name) noexcept;

[[nodiscard]] constexpr bool is_noun(Tag tag) noexcept {
  return tag == Tag::nn || tag == Tag::nns || tag == Tag::nnp || tag == Tag::nnps;
}
[[nodiscard]] constexpr bool is_name(Tag tag) noexcept { return tag == Tag::nnp || tag == Tag::nnps; }
[[nodiscard]] constexpr bool is_adjective(Tag tag) noexcept {
  return tag == Tag::jj || tag == Tag::jjr || tag == Tag::jjs;
}
[[nodiscard]] constexpr bool is_adverb(Tag tag) noexcept {
  return tag == Tag::rb || tag == Tag::rbr || tag == Tag::rbs;
}
[[nodiscard]] constexpr bool is_finite(Tag tag) noexcept {
  return tag == Tag::vbd || tag == Tag::vbz || tag == Tag::vbp || tag == Tag::md;
}
[[nodiscard]] constexpr bool is_verb(Tag tag) noexcept {
  return is_finite(tag) || tag == Tag::vb || tag == Tag::vbn || tag == Tag::vbg;
}

/// A set of tags.
struct TagSet {
  std::uint64_t bits = 0;

  constexpr TagSet() = default;
  constexpr TagSet(std::initializer_list<Tag> tags) noexcept {
    for (const Tag tag : tags) add(tag);
  }
  [[nodiscard]] constexpr bool has(Tag tag) const noexcept { return (bits >> static_cast<unsigned>(tag) & 1) != 0; }
  [[nodiscard]] constexpr bool has_any(TagSet others) const noexcept { return (bits & others.bits) != 0; }
  constexpr void add(Tag tag) noexcept { bits |= std::uint64_t{1} << static_cast<unsigned>(tag); }
  constexpr void add(TagSet others) noexcept { bits |= others.bits; }
};

}  // namespace topos
