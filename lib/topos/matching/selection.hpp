// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// Which codes of a book a run is about (`--codes 'frame.*,-frame.cooperation'`). The last item that speaks of a code
/// decides.
class CodeSelection {
 public:
  /// Everything.
  CodeSelection() = default;
  /// `items`: ids and globs, each perhaps with a leading "-"; several may stand in one string, separated by commas. If
  /// the first is negative, everything else is selected.
  explicit CodeSelection(const std::vector<std::string>& items);

  /// No code at all.
  [[nodiscard]] static CodeSelection nothing() { return only({std::string()}); }
  /// Exactly these ids, whatever characters they hold (patterns of -e are their own ids).
  [[nodiscard]] static CodeSelection only(const std::vector<std::string>& ids);
  [[nodiscard]] bool everything() const noexcept { return items_.empty(); }
  /// Whether hits of `id` are wanted. An id without a glob selects its descendants too.
  [[nodiscard]] bool selects(std::string_view id) const noexcept;
  /// Whether a hit of `id` is a row of its own: a glob, or the absence of positive items, selects it.
  [[nodiscard]] bool selects_as_leaf(std::string_view id) const noexcept;
  /// Ids named positively and without a glob: ancestors among them are shown as rows of their own.
  [[nodiscard]] const std::vector<std::string>& named() const noexcept { return named_; }
  /// Errors: Errc::filter, if an item speaks of no code of `books`; the hint names the nearest.
  void check(const std::vector<const Codebook*>& books) const;

 private:
  struct Item {
    std::string glob;
    bool wanted = true;
    bool literal = false;  ///< the id itself and nothing else
  };
  std::vector<Item> items_;
  std::vector<std::string> named_;
};

}  // namespace topos
