// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/discourse/fact_file.hpp"
#include "topos/discourse/phrase_finder.hpp"
#include "topos/discourse/promise_facts.hpp"

namespace topos {

/// Looks for what documents say of facts. Keeps the phrases of the last language: one for each worker.
class FactChecker {
 public:
  /// `facts` must outlive it.
  explicit FactChecker(const std::vector<Fact>& facts) : facts_(facts) {}

  /// Appends what sentences that count say of each fact: one finding for each value, or one if it is not mentioned.
  /// `counts`: by sentence. `findings`: those of `date` and `number` in text order. Cost: linear in the text, for each
  /// fact in sentences that name its actor and what is said of it.
  void check(const DetectorInput& input, const std::vector<bool>& counts, const std::vector<Finding>& findings,
             std::vector<PromiseFinding>& out);

 private:
  struct Place {
    std::uint32_t sentence = 0;  ///< from 0
    std::uint32_t byte = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  struct Mentions {
    std::vector<std::uint32_t> actor;  ///< sentences, ascending
    std::vector<Place> what;
  };

  void learn(const std::string& language);
  [[nodiscard]] std::vector<Mentions> find(const DetectorInput& input, const std::vector<bool>& counts) const;

  const std::vector<Fact>& facts_;
  std::string language_;
  PhraseFinder phrases_;
  std::vector<std::pair<std::size_t, bool>> meanings_;  ///< by phrase: fact, and whether it is the actor
};

}  // namespace topos
