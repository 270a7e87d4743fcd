// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "topos/annotation/field_archive.hpp"
#include "topos/text/document.hpp"

namespace topos::cli {

/// Notices documents that have an author, country, outlet, source or speaker in common: they are no independent
/// witnesses (W25).
class SharedFields {
 public:
  static constexpr std::size_t fields = 5;
  using Values = std::array<std::uint64_t, fields>;  ///< hashes; 0: the document lacks the field
  [[nodiscard]] static Values look(const Document& document);

  /// Their names, in the order of values.
  [[nodiscard]] static const std::array<std::string_view, fields>& names();

  static void archive(FieldArchive& fields, Values& values);

  /// Documents come in the order of their numbers.
  void add(const Values& values) { documents_.push_back(values); }
  /// Whether two of the documents have a value in common.
  [[nodiscard]] bool repeated(std::span<const std::uint32_t> documents) const;
  /// The same for all that were added.
  [[nodiscard]] bool repeated() const;

 private:
  std::vector<Values> documents_;
};

}  // namespace topos::cli
