// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// The two match forms of a word (method.md T7, grammar.md 2.3).
struct Forms {
  std::string folded;  ///< NFKC, full case folding, quotes and hyphens made plain, script folding of the language
  std::string cased;   ///< the same without case folding and script folding
};

/// Makes match forms for one language. Not thread-safe: one for each thread.
class Folder {
 public:
  /// `language`: primary subtag; ru folds ё, vi the tone placement, zh Traditional to Simplified; others nothing of
  /// their own.
  explicit Folder(std::string_view language);
  Folder(Folder&&) noexcept;
  Folder& operator=(Folder&&) noexcept;
  ~Folder();

  /// Domain: valid UTF-8.
  [[nodiscard]] Forms fold(std::string_view word) const;

 private:
  struct Impl;
  Impl* impl_ = nullptr;
};

[[nodiscard]] constexpr bool is_ascii(std::string_view text) noexcept {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}
[[nodiscard]] constexpr char ascii_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// Soft hyphen, U+200B, U+2060, U+FEFF: removed before segmentation.
[[nodiscard]] constexpr bool is_ignorable(char32_t c) noexcept {
  return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

}  // namespace topos
