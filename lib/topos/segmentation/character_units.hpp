// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "topos/segmentation/segmenter.hpp"
#include "topos/segmentation/unicode_text.hpp"

namespace topos {

/// Whether a matcher may step over the mark at `at` between two pattern elements (grammar.md 4.1): quotation marks,
/// `*`, `_`, hyphens without white space on both sides, an en dash without white space on either side. Domain: at <
/// text.size().
[[nodiscard]] bool is_passable(std::u16string_view text, std::size_t at) noexcept;

/// Makes the matching units of character languages: one for each folded code point (grammar.md 9).
class CharacterUnits {
 public:
  explicit CharacterUnits(std::string_view language);
  CharacterUnits(CharacterUnits&&) noexcept;
  CharacterUnits& operator=(CharacterUnits&&) noexcept;
  ~CharacterUnits();

  /// Appends the units of code units [begin, end) of `text` to `out`. White space and passable marks are left out.
  void append(const UnicodeText& text, std::size_t begin, std::size_t end, Vocabulary& vocabulary,
              std::vector<Token>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
