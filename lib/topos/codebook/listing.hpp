// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// How much of something there is.
struct EntryCounts {
  std::size_t patterns = 0;
  std::size_t masks = 0;
  std::size_t examples = 0;
  std::size_t counterexamples = 0;

  EntryCounts& operator+=(const EntryCounts& other) noexcept;
  friend bool operator==(const EntryCounts&, const EntryCounts&) = default;
};

[[nodiscard]] EntryCounts count_entries(const CodeLanguage& entries) noexcept;
/// Summed over all languages.
[[nodiscard]] EntryCounts count_entries(const Code& code) noexcept;

/// One line of the tree of ids: a code, or an ancestor that is no code itself.
struct TreeLine {
  std::string id;
  std::size_t depth = 0;       ///< 0 for ids without a dot
  const Code* code = nullptr;  ///< null for an ancestor only; valid as long as the book
  std::size_t codes = 0;       ///< codes at and below it
  EntryCounts entries;         ///< of those codes
};

/// The ids of a book, ancestors before what lies below them, otherwise in file order.
[[nodiscard]] std::vector<TreeLine> code_tree(const Codebook& book);

/// One language of a book.
struct LanguageStatistics {
  std::string language;
  bool draft = false;
  std::size_t codes = 0;  ///< with at least one pattern
  EntryCounts entries;
};

/// A book in numbers.
struct BookStatistics {
  std::size_t codes = 0;
  std::size_t codes_without_patterns = 0;
  std::size_t macros = 0;
  std::size_t guarded_patterns = 0;
  EntryCounts entries;
  std::vector<LanguageStatistics> languages;      ///< as listed in the book
  std::map<std::string, std::size_t> dimensions;  ///< codes of each
};
[[nodiscard]] BookStatistics book_statistics(const Codebook& book);

/// How one code hangs together with others.
struct CodeRelations {
  std::vector<std::string> refers_to;    ///< ids named by its patterns, masks and guards, sorted
  std::vector<std::string> referred_by;  ///< codes that name it or an ancestor of it, sorted
};
[[nodiscard]] CodeRelations code_relations(const Codebook& book, std::string_view id);

}  // namespace topos
