// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/discourse/promise_facts.hpp"

namespace topos {

/// Appends what findings of `acronym` say of sentences that count, and acronyms that hits of one code are written as
/// where there are several. `counts`: by sentence. `found`: the hits that are looked at.
void check_acronyms(const DetectorInput& input, const std::vector<bool>& counts, const std::vector<Finding>& findings,
                    const QueryResult& found, std::vector<PromiseFinding>& out);

/// Appends what repeats in sentences that count, as findings of `duplicate` have it, and the words in references and
/// boilerplate if they are more than a tenth, and figures and tables. Domain: what is announced stands in `out`.
void check_quality(const DetectorInput& input, const std::vector<bool>& counts, const std::vector<Finding>& findings,
                   std::vector<PromiseFinding>& out);

}  // namespace topos
