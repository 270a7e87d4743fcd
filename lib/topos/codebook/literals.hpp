// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "topos/codebook/codebook.hpp"
#include "topos/codebook/diagnostic.hpp"

namespace topos {

/// Tells which words of patterns can equal no token of a language.
class LiteralTester {
 public:
  /// `language`: primary subtag; empty: any.
  explicit LiteralTester(std::string_view language);
  LiteralTester(LiteralTester&&) noexcept;
  ~LiteralTester();
  /// Why `word` can match nothing, or nothing.
  [[nodiscard]] std::optional<std::string> fault(const Word& word);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Reports the words of patterns, masks and guards that can equal no token of their language, because the tokenizer
/// cuts them or takes them for punctuation (grammar.md 2.4).
void check_literals(const Codebook& book, Findings& findings);

}  // namespace topos
