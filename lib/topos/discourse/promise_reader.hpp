// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/discourse/fact_checker.hpp"
#include "topos/discourse/promise_facts.hpp"

namespace topos {

/// Reads what documents announce and what they then do. Keeps scratch space: one for each worker.
class PromiseReader {
 public:
  /// `query` and `plan` must outlive it.
  PromiseReader(const Query& query, const PromisePlan& plan) : run_(query), plan_(plan), facts_(plan.facts) {}
  /// Domain: the annotator's segmentation is that of the document. Cost: linear in the text.
  [[nodiscard]] DocumentPromises read(const AnnotatedDocument& annotated, const Annotator& annotator);

 private:
  QueryRun run_;
  const PromisePlan& plan_;
  FactChecker facts_;
};

}  // namespace topos
