// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace topos {

/// Whether `c` is of the block of Thai.
[[nodiscard]] constexpr bool is_plain_thai(char32_t c) noexcept { return c >= 0x0E01 && c <= 0x0E5B; }

/// Finds the words of runs of Thai letters as ICU does: with its dictionary, and by its rules for what that does not
/// hold. Not thread-safe.
class ThaiWords {
 public:
  ThaiWords();
  ThaiWords(ThaiWords&&) noexcept;
  ThaiWords& operator=(ThaiWords&&) noexcept;
  ~ThaiWords();

  /// The run whose words are sought, to be filled: one byte a character, its distance from U+0E00.
  /// Domain: all of a run of Thai letters and marks of the line breaking class SA.
  [[nodiscard]] std::string& run() noexcept { return run_; }
  /// The end of each word of the run, in order; none if the dictionary of the ICU at hand cannot be read.
  /// Cost: some eighty instructions a character.
  [[nodiscard]] const std::vector<std::uint32_t>& find();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;  ///< made when the first run comes
  std::string run_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace topos
