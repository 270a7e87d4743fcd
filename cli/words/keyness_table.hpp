// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "topos/report/table.hpp"
#include "words/keyness_lines.hpp"

namespace topos::cli {

/// Makes the table of the features that tell a target corpus from a reference.
class KeynessTable {
 public:
  /// Errors: Errc::usage for a measure or a key that is none; those of the frequency list.
  KeynessTable(const KeynessChoices& choices, const std::string& language);
  /// The table; prints the warnings that belong to it. `values`: of --by, in the order of groups. `shared`: documents
  /// of one group have an author, country … in common.
  [[nodiscard]] Table table(Contrast& contrast, const std::vector<std::string>& values, bool shared);

 private:
  void take_total();
  [[nodiscard]] std::vector<KeynessComparison> comparisons(const Contrast& contrast,
                                                           const std::vector<std::string>& values) const;
  void choose_key(const std::vector<KeynessLine>& lines);
  [[nodiscard]] double key_of(const KeynessLine& line) const;
  void arrange(std::vector<KeynessLine>& lines) const;
  [[nodiscard]] std::vector<Column> columns() const;
  [[nodiscard]] std::string common_flags(const KeynessComparison& comparison, bool shared) const;
  [[nodiscard]] std::vector<Cell> cells(const KeynessLine& line, const KeynessComparison& comparison,
                                        const std::string& flags) const;

  const KeynessChoices& choices_;
  std::vector<const Variant*> measures_;
  std::optional<ReferenceList> list_;
  std::size_t key_ = 0;
  std::size_t tested_ = 0;
  bool several_ = false;  ///< codebooks, so that codes are shown with theirs
};

}  // namespace topos::cli
