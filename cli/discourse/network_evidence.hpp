// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "discourse/network_choices.hpp"
#include "options/pairs.hpp"
#include "topos/annotation/annotator.hpp"
#include "topos/discourse/line_numbers.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Lists what edges are counted from: one row for each sentence, or other unit, and tie.
class NetworkEvidence {
 public:
  NetworkEvidence(const Query& query, const NetworkChoices& choices, const CodeSides& sides)
      : query_(query), choices_(choices), sides_(sides) {}
  [[nodiscard]] std::vector<Column> columns() const;
  /// Domain: `pairs` has its places, and `annotator` has just segmented the document.
  [[nodiscard]] std::vector<std::vector<Cell>> rows(const DocumentPairs& pairs, const AnnotatedDocument& annotated,
                                                    const Annotator& annotator) const;

 private:
  [[nodiscard]] std::vector<Cell> row(std::string_view source, const RowKey& target, std::uint32_t unit,
                                      const AnnotatedDocument& annotated, const Annotator& annotator,
                                      const LineNumbers& lines) const;

  const Query& query_;
  const NetworkChoices& choices_;
  const CodeSides& sides_;
};

}  // namespace topos::cli
