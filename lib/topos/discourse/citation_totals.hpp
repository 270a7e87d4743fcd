// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "topos/discourse/citation_facts.hpp"

namespace topos {

/// Adds up documents' sections, voices and edges by the values of --by.
class CitationTotals {
 public:
  using Values = std::vector<std::string>;
  static constexpr std::size_t most_evidence = 5;

  struct Group {
    std::uint64_t documents = 0;
    std::uint64_t sentences = 0;
    bool repeats = false;  ///< a document of it nearly repeats an earlier one
  };
  struct Section {
    std::string section;
    std::uint64_t documents = 0;
    std::uint64_t sentences = 0;
    std::uint64_t cited = 0;
  };
  struct Voice {
    std::uint64_t documents = 0;
    std::uint64_t sentences = 0;
    std::string reference;  ///< of the work that speaks
  };
  struct Edge {
    std::uint64_t n = 0;  ///< sentences
    std::uint64_t documents = 0;
    std::vector<std::string> evidence;  ///< "document:sentence", the first ones
    std::string reference;              ///< of the work that it leads to
  };
  using VoiceKey = std::tuple<Values, std::string, std::string, std::string>;  ///< group, voice, speaker, key of work
  /// Group, relation, from, to, key of work.
  using EdgeKey = std::tuple<Values, AttributionEdge::Relation, std::string, std::string, std::string>;

  /// `repeats`: the document nearly repeats an earlier one.
  void add(const DocumentCitations& document, bool repeats);

  [[nodiscard]] const std::map<Values, Group>& groups() const noexcept { return groups_; }
  /// Of a group, in the order in which they first come.
  [[nodiscard]] const std::vector<Section>& sections(const Values& group) const;
  [[nodiscard]] const std::map<VoiceKey, Voice>& voices() const noexcept { return voices_; }
  [[nodiscard]] const std::map<EdgeKey, Edge>& edges() const noexcept { return edges_; }
  /// What an edge leads to: a work's label, with its reference where other works have the same.
  [[nodiscard]] std::string target(const EdgeKey& key, const Edge& edge) const;
  /// Whether sections of several documents were added up because they are called the same.
  [[nodiscard]] bool adds_up_sections() const noexcept;

 private:
  void add_sections(const DocumentCitations& document);
  void add_edges(const DocumentCitations& document);

  struct Sections {
    std::vector<Section> list;
    std::map<std::string, std::size_t> places;
  };
  std::map<Values, Group> groups_;
  std::map<Values, Sections> sections_;
  std::map<VoiceKey, Voice> voices_;
  std::map<EdgeKey, Edge> edges_;
  std::map<std::string, std::set<std::string>> works_;  ///< keys by label
};

}  // namespace topos
