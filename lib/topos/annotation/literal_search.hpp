// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/required_literals.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/text/byte_search.hpp"

namespace topos {

/// Tells texts that none of some phrases stands in, so that they need not be cut into words. Keeps scratch space: one
/// for each worker.
class LiteralSearch {
 public:
  enum class Form : std::uint8_t {
    plain,
    json  ///< as it stands in JSON: escapes of line ends, tabs, quotes and slashes
  };

  explicit LiteralSearch(std::vector<RequiredPhrase> phrases);
  /// Whether a phrase may stand in `text`. Texts with characters that fold to ASCII letters or digits, that are removed
  /// before words are cut, or that are written without spaces are not decided: they may. Domain: valid UTF-8. Cost:
  /// about an instruction a byte.
  [[nodiscard]] bool may_hold(std::string_view text, Form form = Form::plain);

 private:
  /// A phrase, the word that it is searched by, and the two letters of that word that are looked for first.
  struct Target {
    RequiredPhrase phrase;
    std::size_t word = 0;
    LetterPair letters;
  };
  using Page = std::bitset<256>;

  [[nodiscard]] static Target target_of(RequiredPhrase phrase);
  [[nodiscard]] static bool stands_in(const Target& target, std::string_view text, Form form);
  [[nodiscard]] bool has_odd_characters(std::string_view text);
  [[nodiscard]] bool is_odd(char32_t c);
  [[nodiscard]] bool find_odd(char32_t c) const;

  std::vector<Target> targets_;
  Folder folder_;
  std::array<std::unique_ptr<Page>, 256> odd_;  ///< by the upper and lower half of a code point; made when needed
};

}  // namespace topos
