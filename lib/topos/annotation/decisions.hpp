// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/hit.hpp"
#include "topos/annotation/name_pool.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// What people decided about hits: a coding sheet that was filled in. Thread-safe once loaded.
///
/// A row with an `id`, or several ids separated by spaces, decides about those hits: `keep` is yes, no, 1, 0 or empty
/// (not decided); `code_new`, or `code` where there is no such column, gives them another code, also where `keep` is
/// no. A row without an id adds a hit of `code_new` or `code` at the bytes `begin` to `end` of `document`. `coder`
/// names who decided.
class Decisions {
 public:
  /// Errors: those of reading a file; Errc::table with the line, for a table that is none, a cell that cannot be
  /// understood, or two rows that contradict each other.
  explicit Decisions(const std::string& path);
  Decisions(Decisions&&) noexcept;
  ~Decisions();

  /// Names the coders at the hits that were decided about.
  void mark(AnnotatedDocument& annotated) const;
  /// Drops, recodes and adds. Hits keep their ids. A hit that is added is of the codebook among `books` that knows its
  /// code, else of the first. Domain: `segmentation` is the document's if `adds()`; `names` is where the kinds of its
  /// hits came from. Errors: Errc::table with the line, for a hit to be added that does not lie within one paragraph.
  void apply(AnnotatedDocument& annotated, const Segmentation& segmentation, const std::vector<const Codebook*>& books,
             NamePool& names) const;

  /// Whether hits are added.
  [[nodiscard]] bool adds() const noexcept;
  /// Rows of hits and documents that have not been met so far.
  [[nodiscard]] std::size_t unknown() const noexcept;
  /// Lines of the rows that have been met so far, for meet_lines() of another run with the same file.
  [[nodiscard]] std::vector<std::uint64_t> lines_met() const;
  void meet_lines(const std::vector<std::uint64_t>& lines) const;
  /// Codes that hits are given.
  [[nodiscard]] const std::vector<std::string>& codes() const noexcept;
  [[nodiscard]] const std::vector<std::string>& coders() const noexcept;
  /// SHA-256 of the file.
  [[nodiscard]] const std::string& checksum() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
