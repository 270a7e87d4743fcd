// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "options/resampling.hpp"
#include "session.hpp"
#include "topos/annotation/pair_counter.hpp"
#include "topos/discourse/document_sums.hpp"
#include "topos/discourse/network.hpp"
#include "topos/discourse/node_measures.hpp"
#include "topos/discourse/triad_pairs.hpp"

namespace topos::cli {

/// Options that only `network` has.
struct NetworkChoices {
  std::string mode;
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::string speaker;
  std::string unit = "sentence";
  std::int64_t level = 0;
  std::string stance;
  std::string project;
  std::string count = "units";
  std::string normalization = "none";
  double least_weight = 0;
  double backbone = 1;
  std::string length = "step";
  std::string centrality = "strength";
  bool intervals = false;
  ResamplingGroup resampling;
  std::string show;
  std::string graph;
  bool no_isolates = false;
  std::int64_t limit = 0;

  void declare(Options& options);
  /// Fills rows and columns from the mode and makes the session split by what the network needs beside --by.
  /// Errors: Errc::usage, for choices that do not go together.
  void finish(Session& session);

  [[nodiscard]] bool of_speakers() const noexcept { return !speaker.empty(); }
  /// Ties are triads: who acts on whom, who has to do with whom, or who does what.
  [[nodiscard]] bool of_triads() const noexcept {
    return mode == "triad" || mode == "relation" || mode == "actor-action";
  }
  [[nodiscard]] TriadTie triad_tie() const noexcept {
    return mode == "triad" ? TriadTie::directed : mode == "relation" ? TriadTie::relations : TriadTie::actions;
  }
  [[nodiscard]] bool directed() const noexcept { return mode == "triad" && !projects(); }
  [[nodiscard]] bool lists_evidence() const noexcept { return show == "evidence"; }
  [[nodiscard]] bool projects() const noexcept { return !project.empty(); }
  /// Fields that finish() put behind those of --by.
  [[nodiscard]] std::size_t own_fields() const noexcept {
    return std::size_t{of_speakers()} + std::size_t{!stance.empty()};
  }
  /// The values of the stance, those that speak for something first.
  [[nodiscard]] std::vector<std::string> stances() const;
  /// Whether edges are made of congruence and conflict.
  [[nodiscard]] bool tells_conflict() const { return projects() && !stance.empty() && project != "deviation"; }
  /// Whether weights may be below 0.
  [[nodiscard]] bool signed_weights() const {
    return projects() ? project == "subtract" || project == "deviation" : stances().size() == 2;
  }
  [[nodiscard]] NetworkRecipe recipe() const;
  [[nodiscard]] CountOf counted() const;
  [[nodiscard]] EdgeLength edge_length() const;
  [[nodiscard]] Centrality ranked_by() const;

 private:
  void take_mode();
  void check() const;
  void check_triads() const;
};

}  // namespace topos::cli
