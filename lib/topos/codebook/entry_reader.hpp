// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/codebook/book_context.hpp"
#include "topos/codebook/codebook.hpp"

namespace topos {

/// What a pattern takes over from its code when it does not say otherwise.
struct PatternDefaults {
  double weight = 1;
  Negation negation = Negation::keep;
  std::optional<RegionSet> regions;
};

/// Reads `patterns.LANG` and `masks.LANG` of one code (or stance of a claim).
class EntryReader {
 public:
  /// `owner`: id of the code.
  EntryReader(std::string owner, const std::string& path, PatternDefaults defaults, BookContext& context)
      : owner_(std::move(owner)), path_(path), defaults_(std::move(defaults)), context_(context) {}

  /// The entries of an array; what is wrong with one is a finding, and the entry is left out.
  [[nodiscard]] std::vector<Pattern> read(const TomlValue& array, std::string_view language, bool masks);

 private:
  [[nodiscard]] Pattern read_entry(const TomlValue& item, std::string_view language, bool mask,
                                   std::string automatic_id);
  void read_options(const TomlValue& table, std::string_view language, bool mask, Pattern& pattern);
  void read_guards(const TomlValue& table, std::string_view language, Pattern& pattern);

  std::string owner_;
  const std::string& path_;
  PatternDefaults defaults_;
  BookContext& context_;
};

/// 'keep', 'drop' or 'flip' under `key`. Errors: a finding.
[[nodiscard]] Negation read_negation(const class Fields& fields, std::string_view key, Negation otherwise);
/// An array of region names under `key`, or nothing if there is none. Errors: a finding.
[[nodiscard]] std::optional<RegionSet> read_regions(const class Fields& fields, std::string_view key);

}  // namespace topos
