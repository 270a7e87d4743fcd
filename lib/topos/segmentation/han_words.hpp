// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace topos {

/// Whether `c` is an ideograph that HanWords knows: of the two large blocks, or the zero that stands among them.
[[nodiscard]] constexpr bool is_plain_han(char32_t c) noexcept {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007;
}

/// Finds the words of runs of Han as ICU does: with its dictionary, by the least sum of costs. Not thread-safe.
class HanWords {
 public:
  HanWords();
  HanWords(HanWords&&) noexcept;
  HanWords& operator=(HanWords&&) noexcept;
  ~HanWords();

  /// The run whose words are sought, to be filled. Domain: all of a run of characters of the dictionary, and each of
  /// them is_plain_han.
  [[nodiscard]] std::u16string& run() noexcept { return run_; }
  /// The end of each word of the run, last first; none if the dictionary of the ICU at hand cannot be read.
  /// Cost: some three hundred instructions a character, a fifth of ICU's.
  [[nodiscard]] const std::vector<std::uint32_t>& find();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;  ///< made when the first run comes
  std::u16string run_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace topos
