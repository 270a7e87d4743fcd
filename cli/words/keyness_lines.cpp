// SPDX-License-Identifier: Apache-2.0
#include "words/keyness_lines.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "cells.hpp"
#include "topos/base/error.hpp"
#include "topos/statistics/distributions.hpp"
#include "topos/statistics/samples.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_held = std::size_t{1} << 22;  // counts that wait for their permutation test

/// Tests the features of one comparison as they come.
class FeatureTest {
 public:
  FeatureTest(KeynessComparison& comparison, const KeynessChoices& choices, std::uint64_t stream)
      : sides_(comparison.sides), wanted_(!comparison.few),
        ranks_(comparison.sides.units(Side::target), comparison.sides.units(Side::reference)) {
    if (!wanted_) return;
    if (choices.test == "permutation")
      permutation_.emplace(sides_.permutation({.seed = static_cast<std::uint64_t>(choices.seed),
                                               .stream = stream,
                                               .replicates = static_cast<std::uint32_t>(choices.permutations),
                                               .strata = {},
                                               .blocks = {}}));
    else if (sides_.paired())
      throw Error(Errc::usage, "the Mann-Whitney test needs clusters that are on one side only", {},
                  "say --test permutation");
  }

  /// The feature of `lines[line]`.
  void add(const Contrast::Row& row, std::vector<KeynessLine>& lines, std::size_t line) {
    if (!wanted_) return;
    if (!permutation_) {
      sides_.rates(row, rates_);
      lines[line].p = ranks_(rates_[0], rates_[1]).p;
      return;
    }
    sides_.counts(row, counts_);
    permutation_->add(counts_);
    waiting_.push_back(line);
    if (permutation_->held() > most_held) finish(lines);
  }
  void finish(std::vector<KeynessLine>& lines) {
    if (waiting_.empty()) return;
    const std::vector<double> p = permutation_->p();
    for (std::size_t i = 0; i < waiting_.size(); ++i) lines[waiting_[i]].p = p[i];
    waiting_.clear();
  }

 private:
  UnitSides& sides_;
  bool wanted_;
  RankTest ranks_;
  std::array<std::vector<double>, 2> rates_;
  std::vector<SparsePermutation::Count> counts_;
  std::optional<SparsePermutation> permutation_;
  std::vector<std::size_t> waiting_;  ///< lines that have no p yet
};

KeynessLine line_of(std::string_view feature, std::size_t comparison, const UnitSides::Sums& sums) {
  KeynessLine line;
  line.feature = feature;
  line.comparison = comparison;
  line.sums = sums;
  line.token_p = line.p = line.p_adjusted = undefined;
  return line;
}

void measure(std::vector<KeynessLine>& lines, const std::vector<KeynessComparison>& comparisons,
             const KeynessChoices& choices, const std::vector<const Variant*>& measures) {
  AssociationSettings settings;
  settings.k = choices.k;
  settings.tests = std::max<double>(1, static_cast<double>(lines.size()));
  for (KeynessLine& line : lines) {
    const KeynessComparison& comparison = comparisons[line.comparison];
    const ContingencyTable table = ContingencyTable::of_corpora(real(line.sums.n[0]), real(comparison.target_words),
                                                                real(line.sums.n[1]), real(comparison.reference_words));
    line.direction = direction(table);
    line.expected = table.E11();
    line.least_expected = std::min(table.E11(), table.E21());
    for (const Variant* measure : measures) {
      const bool empty = comparison.few && is_inference(*measure);
      line.values.push_back(empty ? undefined
                                  : defined_or_nan(std::get<AssociationFunction>(measure->function)(table, settings)));
    }
    if (choices.token_p && !comparison.few)
      line.token_p = defined_or_nan(log10_chi_square_upper(
          std::get<AssociationFunction>(measures::ll4.variants[0].function)(table, settings), 1));
  }
}

/// The features of the list that the target does not have.
void add_listed(std::vector<KeynessLine>& lines, const ReferenceList& list, const std::set<std::string_view>& met,
                const KeynessChoices& choices) {
  // --min-documents is about the target here, which has none of these.
  if (choices.least_documents > 1) return;
  for (const auto& [feature, n] : list.n)
    if (!met.contains(feature) && n >= static_cast<std::uint64_t>(choices.least))
      lines.push_back(line_of(feature, 0, {{0, n}, {}}));
}

}  // namespace

std::string_view code_of_feature(std::string_view feature) noexcept { return feature.substr(feature.find('\t') + 1); }
std::string_view book_of_feature(std::string_view feature) noexcept {
  return feature.substr(0, feature.size() - code_of_feature(feature).size());
}

bool is_of(const Variant& variant, std::initializer_list<const Measure*> measures) {
  return std::find(measures.begin(), measures.end(), find_measure(variant.id).measure) != measures.end();
}

bool is_inference(const Variant& variant) {
  return is_of(variant, {&measures::fisher, &measures::specificity, &measures::conservative_log_ratio});
}

std::vector<KeynessLine> keyness_lines(Contrast& contrast, std::vector<KeynessComparison>& comparisons,
                                       const std::optional<ReferenceList>& list, const KeynessChoices& choices,
                                       const std::vector<const Variant*>& measures) {
  std::vector<KeynessLine> lines;
  std::vector<FeatureTest> tests;
  if (!list)
    for (std::size_t i = 0; i < comparisons.size(); ++i) tests.emplace_back(comparisons[i], choices, i);
  std::set<std::string_view> met;
  contrast.rows([&](const Contrast::Row& row) {
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
      UnitSides::Sums sums = comparisons[i].sides.sums(row);
      if (list) {
        const auto found = list->n.find(std::string(code_of_feature(row.feature)));
        if (found != list->n.end()) {
          sums.n[1] = found->second;
          met.insert(found->first);
        }
      }
      if (sums.n[0] + sums.n[1] < static_cast<std::uint64_t>(choices.least)) continue;
      if (sums.documents[0] + sums.documents[1] < static_cast<std::uint64_t>(choices.least_documents)) continue;
      lines.push_back(line_of(row.feature, i, sums));
      if (!list) tests[i].add(row, lines, lines.size() - 1);
    }
  });
  for (FeatureTest& test : tests) test.finish(lines);
  if (list) add_listed(lines, *list, met, choices);
  measure(lines, comparisons, choices, measures);
  choices.adjust.adjust(lines);  // what --limit leaves out is tested all the same
  return lines;
}

}  // namespace topos::cli
