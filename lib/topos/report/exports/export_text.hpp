// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/xml_text.hpp"
#include "topos/report/exports/annotation_export.hpp"
#include "topos/report/table.hpp"

namespace topos {

/// On one line: white space of any length as one blank.
[[nodiscard]] std::string on_one_line(std::string_view text);

/// `text` with every byte but letters and digits of ASCII and those in `also` as "_".
[[nodiscard]] std::string plain_name(std::string_view text, std::string_view also);

/// A name for the file of a document: its id without folders' slashes and an ending ".txt"; a hash tells apart what
/// would be one.
[[nodiscard]] std::string exported_name(std::string_view id);

/// Walks the tokens of a document in text order and tells which hits cover them.
class CoveringHits {
 public:
  explicit CoveringHits(const std::vector<Hit>& hits) : hits_(hits) {}
  /// Numbers of the hits that share something with `token`. Domain: tokens come in text order.
  [[nodiscard]] const std::vector<std::size_t>& of(const Token& token);

 private:
  const std::vector<Hit>& hits_;
  std::size_t next_ = 0;
  std::vector<std::size_t> open_;
};

/// The columns of a hit as tables of hits show them, document first.
[[nodiscard]] const std::vector<Column>& hit_columns();
[[nodiscard]] std::vector<Cell> hit_cells(const AnnotatedDocument& annotated, const Hit& hit);

/// The codes of all books, each once, with labels; valid as long as the books.
struct NamedCode {
  std::string_view id;
  std::string_view label;
};
[[nodiscard]] std::vector<NamedCode> named_codes(const ExportContext& context);

}  // namespace topos
