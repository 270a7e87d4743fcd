// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/discourse/line_numbers.hpp"
#include "topos/discourse/promise_facts.hpp"

namespace topos {

/// Lists the sentences of one document that findings rest on.
class PromiseEvidence {
 public:
  /// `announces`: by sentence. All must outlive it.
  PromiseEvidence(const DetectorInput& input, const std::vector<bool>& announces, std::vector<PromiseSentence>& out)
      : input_(input), announces_(announces), lines_(input.document().text), out_(out) {}

  /// The sentences that a finding names.
  void add(const PromiseFinding& finding);
  /// The sentences with hits of a code or pattern that a finding is about; `behind`: those that deliver.
  /// Domain: the hits are in text order.
  void add(const PromiseFinding& finding, const std::vector<const Hit*>& hits, const std::set<std::uint32_t>& behind);

 private:
  PromiseSentence row(const PromiseFinding& finding, std::uint32_t sentence) const;

  const DetectorInput& input_;
  const std::vector<bool>& announces_;
  LineNumbers lines_;
  std::vector<PromiseSentence>& out_;
};

/// The id of what one sentence announces or promises, which decisions name.
[[nodiscard]] std::string promise_id(const DetectorInput& input, PromiseCheck check, std::string_view item,
                                     std::uint32_t sentence);

}  // namespace topos
