// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "topos/codebook/codebook.hpp"
#include "topos/codebook/diagnostic.hpp"
#include "topos/text/document.hpp"

namespace topos {

/// How often the parts of a codebook were of use in the texts of one language.
struct LanguageUsage {
  std::uint64_t documents = 0;
  std::map<std::string, std::uint64_t> hits;     ///< by pattern id: hits that the pattern gave
  std::map<std::string, std::uint64_t> touched;  ///< by mask id: matches that the mask touched
  std::map<std::string, std::uint64_t> codes;    ///< by code id: hits
  std::map<std::string, std::uint64_t> phrases;  ///< by phrase of a guard, as phrase_text writes it: occurrences
};

/// The words of a guard target as text.
[[nodiscard]] std::string phrase_text(const Guard::Target& target);

/// Counts of what each pattern, mask and guard target of a codebook found. One for each worker; their counts add up.
class UsageCounter {
 public:
  /// `book` must outlive the counter.
  explicit UsageCounter(const Codebook& book);
  UsageCounter(UsageCounter&&) noexcept;
  ~UsageCounter();

  /// Counts in one document; one in a language that the book does not have is only noted.
  /// Domain: document.regions is set.
  void add(const Document& document);
  /// Counts in the book's own examples and counterexamples. Languages without any are judged too.
  void add_examples();
  void merge(const UsageCounter& other);
  /// By primary language.
  [[nodiscard]] const std::map<std::string, LanguageUsage>& languages() const noexcept;
  /// Documents in languages that the book does not have.
  [[nodiscard]] std::uint64_t passed_over() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// What of its usage a linter reports.
struct UsageRules {
  bool corpus = true;     ///< the texts are a corpus: also `idle_guard`, W05 and W20
  bool coverage = false;  ///< `no_hits` for each pattern without a hit
};

/// Reports masks that touched no match (`idle_mask`), guard targets that did not occur (`idle_guard`), patterns without
/// a hit
/// (`no_hits`), patterns with more than half of five or more hits of their code (`W05`), and languages in which more
/// than half of the patterns had no hit (`W20`). Only languages that were counted in are judged.
void lint_usage(const Codebook& book, const UsageCounter& usage, const UsageRules& rules, Findings& findings);

}  // namespace topos
