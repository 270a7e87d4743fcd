// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// An example that its code did not hit, or a counterexample that it did.
struct ExampleFailure {
  const Code* code = nullptr;
  std::string language;
  const Example* example = nullptr;
  bool counterexample = false;
  std::string found;  ///< what was found instead, and what became of the code's own matches
};

/// What the examples of a codebook say about it.
struct ExampleReport {
  std::size_t examples = 0;
  std::size_t counterexamples = 0;
  std::vector<ExampleFailure> failures;  ///< in the order of the book
};

/// Runs each example of `book` as a document of one body block: the code or a descendant must hit an example and must
/// not hit a counterexample (grammar.md 13). Borrowed codes are the business of their own book. The report points into
/// the book.
[[nodiscard]] ExampleReport run_examples(const Codebook& book);

}  // namespace topos
