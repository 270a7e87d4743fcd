// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// Which attributes of hits a run makes, beside those that every hit has (grammar.md 10.2 to 10.4).
struct AttributeSet {
  bool voice = false;
  bool modality = false;
  bool holder = false;

  [[nodiscard]] static constexpr AttributeSet all() noexcept { return {true, true, true}; }
  [[nodiscard]] bool any() const noexcept { return voice || modality || holder; }
  friend AttributeSet operator&(AttributeSet a, AttributeSet b) noexcept {
    return {a.voice && b.voice, a.modality && b.modality, a.holder && b.holder};
  }
  friend AttributeSet operator|(AttributeSet a, AttributeSet b) noexcept {
    return {a.voice || b.voice, a.modality || b.modality, a.holder || b.holder};
  }
};

/// The attribute called `name`; none if it is not one of these.
[[nodiscard]] AttributeSet attribute_called(std::string_view name) noexcept;

/// The attributes whose rules rest on hits of `code`: they are known where a book has such codes for the language.
[[nodiscard]] AttributeSet attributes_of(std::string_view code) noexcept;

/// The codes that the rules of these attributes rest on, as items of a CodeSelection.
[[nodiscard]] std::vector<std::string> codes_of(AttributeSet attributes);

}  // namespace topos
