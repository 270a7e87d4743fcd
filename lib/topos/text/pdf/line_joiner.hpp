// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace topos {

/// Puts lines together that a page broke. A word that was cut at a hyphen is made whole if the whole word stands
/// elsewhere in the text; one that is written with the hyphen elsewhere, or nowhere, keeps it.
class LineJoiner {
 public:
  /// Learns the words of a line, but not those that its ends may have cut.
  void learn(std::string_view line, bool cut_before);
  /// Appends `line` to `text`, which ends in the line before it.
  void join(std::string& text, std::string_view line) const;
  /// Whether `line` ends in a word that a hyphen cut.
  [[nodiscard]] static bool ends_cut(std::string_view line) noexcept;

 private:
  std::unordered_set<std::string> words_;
};

}  // namespace topos
