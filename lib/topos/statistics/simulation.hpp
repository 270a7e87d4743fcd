// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace topos {

/// A wording that is put into made-up texts at a known rate.
struct PlantedPhrase {
  std::string phrase;         ///< words of letters and digits, joined by spaces or hyphens
  std::vector<double> rates;  ///< occurrences per 1000 words, one for each group
};

/// How a corpus is made up.
struct SimulationPlan {
  std::vector<std::string> groups;
  std::size_t documents = 12;  ///< of each group
  std::size_t clusters = 0;    ///< of each group, dealt out in turn; 0: none
  double words = 400;          ///< mean length of a document
  double words_cv = 0.3;       ///< standard deviation of lengths over their mean
  double document_cv = 0;      ///< the same of a phrase's rate between documents of one cluster
  double cluster_cv = 0;       ///< and between clusters of one group
  std::vector<PlantedPhrase> phrases;
  std::uint64_t seed = 1;
};

/// One made-up document and what is true of it.
struct SimulatedDocument {
  std::string id;
  std::string group;
  std::string cluster;  ///< empty if there are none
  std::string text;
  std::size_t words = 0;
  std::vector<double> rates;      ///< per 1000 words, of each phrase in this document
  std::vector<std::size_t> hits;  ///< of each phrase
};

/// Makes up documents: words of no language by Zipf's law, in sentences and paragraphs, with the phrases between them
/// and at least one word of no language behind each. Which document comes out depends on the plan, its group's and its
/// own number, on every machine.
class Simulation {
 public:
  /// Errors: Errc::usage, if a phrase has no words, other characters than those of words, or too high a rate, if one
  /// holds another, or if two groups are called the same. Domain: at least one group; each phrase has a rate of 0 or
  /// more for each group; plan.words >= 1.
  explicit Simulation(SimulationPlan plan);
  /// Documents of all groups.
  [[nodiscard]] std::size_t size() const noexcept { return plan_.groups.size() * plan_.documents; }
  /// Document `number`, group behind group. Domain: number < size().
  [[nodiscard]] SimulatedDocument document(std::size_t number) const;
  [[nodiscard]] const SimulationPlan& plan() const noexcept { return plan_; }

 private:
  void check_phrases();
  void make_vocabulary();

  SimulationPlan plan_;
  std::vector<std::size_t> phrase_words_;  ///< words of each phrase
  std::vector<std::string> vocabulary_;    ///< words of no language, the most frequent first
  std::vector<std::uint32_t> up_to_;       ///< weight of a word and all before it
};

}  // namespace topos
