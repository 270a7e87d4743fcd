// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "discourse/network_choices.hpp"
#include "options/pairs.hpp"
#include "topos/annotation/code_pairs.hpp"
#include "topos/annotation/kept_fields.hpp"
#include "topos/discourse/document_sums.hpp"
#include "topos/discourse/network.hpp"
#include "topos/text/dates.hpp"

namespace topos::cli {

/// What is kept of one document.
struct NetworkDocument {
  DocumentPairs pairs;
  std::string date;  ///< as in its metadata: `date`, else `year`
};

void archive_fields(FieldArchive& archive, NetworkDocument& document);

/// Something that edges join: a code, or somebody who speaks.
struct NetworkNode {
  std::string codebook;  ///< empty: it is no code
  std::string name;
  bool row = false;
  bool column = false;
  bool draft = false;
  std::vector<DocumentUnits> documents;
};

/// The counts of one network: those of a group of text.
struct NetworkCounts {
  GroupKey group;
  std::vector<NetworkNode> nodes;  ///< rows first, then by name
  NetworkPlan plan;
  std::vector<std::vector<DocumentUnits>> cells;  ///< parallel to those of the plan
  std::vector<std::uint32_t> documents;
  std::uint64_t duplicates = 0;

  [[nodiscard]] std::size_t rows() const;
  [[nodiscard]] std::size_t columns() const;
  /// Where the cells begin and end that lie between the nodes of an edge.   Domain: not of a projection.
  [[nodiscard]] std::pair<std::size_t, std::size_t> cells_of(const NetworkEdge& edge) const;
  /// Documents with the units that an edge is counted from: of a projection those of either row with a column that
  /// both have, each row's own, else those between its nodes, stances taken together.
  [[nodiscard]] std::vector<DocumentUnits> documents_of(const NetworkEdge& edge, bool projected) const;
  /// Whether no node is of both kinds.
  [[nodiscard]] bool two_mode() const { return rows() + columns() == nodes.size(); }
};

/// Gathers the networks of a run.
class NetworkTally {
 public:
  NetworkTally(const NetworkChoices& choices, const CodeSides& sides)
      : choices_(choices), sides_(sides), stances_(choices.stances()),
        pairs_(choices.mode == "triad", true, temporary_folder(), std::numeric_limits<std::size_t>::max()) {}
  void add(const NetworkDocument& document, bool twin);
  /// No more documents come.
  void finish() { pairs_.finish(); }
  /// One for each group, in their order.
  [[nodiscard]] std::vector<NetworkCounts> networks() const;
  [[nodiscard]] const CodePairs& pairs() const noexcept { return pairs_; }
  /// Of documents by their number; nothing where it is not known.
  [[nodiscard]] const std::vector<std::optional<Date>>& dates() const noexcept { return dates_; }

 private:
  class Builder;
  [[nodiscard]] GroupKey network_of(const GroupKey& group) const;
  /// Nothing for a value that is no stance.
  [[nodiscard]] std::optional<std::uint32_t> stance_of(const RowKey& code) const;

  const NetworkChoices& choices_;
  const CodeSides& sides_;
  std::vector<std::string> stances_;
  CodePairs pairs_;
  std::vector<std::optional<Date>> dates_;
};

}  // namespace topos::cli
