// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "topos/discourse/mechanism_reader.hpp"

namespace topos {

/// What all sentences say of one code's doing something to another.
struct MechanismEdge {
  std::uint32_t from = 0;  ///< number of a node
  std::uint32_t to = 0;
  RelationClass kind = RelationClass::none;
  std::uint32_t sentences = 0;  ///< that affirm, negate or suppose it
  std::uint32_t affirmed = 0;
  std::uint32_t negated = 0;
  std::uint32_t supposed = 0;  ///< that only ask or suppose it
  std::uint32_t asserted = 0;  ///< that affirm or negate it
  std::uint32_t hedged = 0;    ///< of those, with a modality low, mid or risk: it may be so
  std::uint32_t future = 0;    ///< with the modality high: it will be so
  std::uint32_t deontic = 0;   ///< it ought to be so
  std::uint32_t documents = 0;
  std::vector<std::string> affirmed_by;  ///< sources, by name
  std::vector<std::string> negated_by;
  std::vector<std::uint32_t> relations;  ///< numbers, in text order

  /// Sources that affirm or negate it.
  [[nodiscard]] std::uint32_t sources() const;
  /// Sentences that affirm or negate it times sources: what many say often weighs more than what one repeats.
  [[nodiscard]] std::uint64_t weight() const { return std::uint64_t{asserted} * sources(); }
  /// Affirmed by some sentences and negated by others.
  [[nodiscard]] bool contested() const noexcept { return affirmed > 0 && negated > 0; }
};

struct MechanismNode {
  std::string code;
  std::uint32_t acts = 0;      ///< sentences of edges that leave it
  std::uint32_t acted_on = 0;  ///< of edges that reach it
  std::uint32_t sources = 0;   ///< that say either
};

/// Who or what enables, compels, constrains, causes and influences what.
class Mechanism {
 public:
  /// Documents in the order of the input.
  void add(std::vector<Relation>&& relations);
  /// Draws edges; those of fewer than `least` sentences are left out, and nodes without one.   Cost: n log n.
  void finish(std::uint32_t least);

  [[nodiscard]] const std::vector<Relation>& relations() const noexcept { return relations_; }
  /// By code.
  [[nodiscard]] const std::vector<MechanismNode>& nodes() const noexcept { return nodes_; }
  /// By falling weight, then by codes and kind.
  [[nodiscard]] const std::vector<MechanismEdge>& edges() const noexcept { return edges_; }

 private:
  std::vector<Relation> relations_;
  std::vector<MechanismNode> nodes_;
  std::vector<MechanismEdge> edges_;
};

}  // namespace topos
