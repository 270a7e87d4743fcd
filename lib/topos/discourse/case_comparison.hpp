// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "topos/discourse/case_counter.hpp"

namespace topos {

/// How often a dimension was found in a case.
struct CaseCell {
  std::uint64_t n = 0;
  std::uint64_t sentences = 0;
};

/// Text of a case, or of what one source says of it.
struct CaseSize {
  std::uint64_t documents = 0;
  std::uint64_t sentences = 0;
  std::uint64_t words = 0;
  std::uint64_t mentions = 0;

  void add(const CaseText& text) noexcept;
};

/// What a cell of the matrix holds.
enum class CaseMeasure : std::uint8_t {
  sentences,  ///< with the dimension
  rate,       ///< hits per 1000 words
  share,      ///< of the case's sentences
  binary      ///< 1 or 0, by the threshold
};
/// When a dimension is present in a case.
enum class CaseThreshold : std::uint8_t {
  one,    ///< in one sentence at least
  median  ///< in more than the median share of sentences over the cases that have text
};
enum class CaseDistance : std::uint8_t { cosine, gower, boolean };

/// Two cases side by side.
struct CasePair {
  std::size_t a = 0;
  std::size_t b = 0;
  double distance = 0;            ///< of conditions; NaN where it is not defined
  double outcome_difference = 0;  ///< NaN unless both outcomes are known
  std::uint64_t shared_sentences = 0;
};

/// Gathers what belongs to cases and compares them. Documents come in input order.
class CaseComparison {
 public:
  /// `cases` must outlive it.
  CaseComparison(const CaseSet& cases, std::size_t quotations) : cases_(cases), most_quotations_(quotations) {}
  /// `twin`: it nearly repeats an earlier document.
  void add(DocumentCases one, bool twin = false);
  /// Takes a dimension as the outcome: 1 in cases in which it is present. Domain: before the others are asked for.
  void take_outcome(const std::string& code, CaseThreshold threshold);
  /// Errors: Errc::filter with the place in the file, for a field of `where` that no document has.
  void check() const;

  [[nodiscard]] const CaseSet& cases() const noexcept { return cases_; }
  [[nodiscard]] std::size_t size() const noexcept { return cases_.file().cases.size(); }
  /// Dimensions that were found in some case, by name.
  [[nodiscard]] std::vector<std::string> dimensions() const;
  [[nodiscard]] CaseSize text(std::size_t number) const;
  /// Sources that speak of cases, in the order of their values.
  [[nodiscard]] std::vector<std::vector<std::string>> sources() const;
  [[nodiscard]] CaseSize text(std::size_t number, const std::vector<std::string>& source) const;
  [[nodiscard]] CaseCell cell(std::size_t number, const std::string& dimension) const;
  [[nodiscard]] CaseCell cell(std::size_t number, const std::vector<std::string>& source,
                              const std::string& dimension) const;
  [[nodiscard]] bool draft() const noexcept { return draft_; }
  /// Whether a document with text of a case nearly repeats an earlier one.
  [[nodiscard]] bool repeats() const noexcept { return repeats_; }
  [[nodiscard]] std::optional<double> outcome(std::size_t number) const;

  /// Values of the dimensions in one case.
  [[nodiscard]] std::vector<double> values(std::size_t number, CaseMeasure measure, CaseThreshold threshold) const;
  /// Pairs of cases that have text, least distance first, of equal ones the greatest difference of outcomes first.
  /// `measure` is what distances other than boolean ones are of; Gower's and boolean ones also count the file's
  /// variables.
  [[nodiscard]] std::vector<CasePair> pairs(CaseDistance distance, CaseMeasure measure, CaseThreshold threshold) const;

  /// The text of a case in one document.
  struct Member {
    std::size_t number = 0;
    std::string document;
    CaseText text;
  };
  [[nodiscard]] const std::vector<Member>& members() const noexcept { return members_; }
  /// Sentences that two cases have in common.
  [[nodiscard]] std::uint64_t shared(std::size_t a, std::size_t b) const;
  /// Quotations of all cases with the documents that they are of, case by case, the best first.
  [[nodiscard]] std::vector<std::pair<std::string, CaseQuotation>> quotations() const;

 private:
  using Source = std::vector<std::string>;
  struct Key {
    std::size_t number;
    Source source;
    auto operator<=>(const Key&) const = default;
  };
  [[nodiscard]] bool present(std::size_t number, const std::string& dimension, CaseThreshold threshold) const;
  [[nodiscard]] double share(std::size_t number, const std::string& dimension) const;
  [[nodiscard]] double distance(const CasePair& pair, CaseDistance distance, CaseMeasure measure,
                                CaseThreshold threshold) const;

  const CaseSet& cases_;
  std::size_t most_quotations_;
  bool draft_ = false;
  bool repeats_ = false;
  bool any_ = false;
  std::vector<bool> fields_;
  std::map<Key, CaseSize> sizes_;
  std::map<std::string, std::map<Key, CaseCell>> cells_;  ///< by dimension
  std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> shared_;
  std::vector<Member> members_;
  std::vector<std::pair<std::string, CaseQuotation>> quotations_;
  std::optional<std::vector<double>> outcomes_;  ///< of a dimension
};

}  // namespace topos
