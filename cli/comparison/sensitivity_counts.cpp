// SPDX-License-Identifier: Apache-2.0
#include "comparison/sensitivity_counts.hpp"

#include "topos/base/error.hpp"

namespace topos::cli {

void SensitivityChoices::declare(Options& options) {
  groups.declare_undrawn(options);
  options.text("--compare", compare, "TEST:TEST", "The same as -a TEST -b TEST");
  options.section("Sensitivity");
  options.flag("--lopo", patterns, "Leave out one pattern after the other; this is done if nothing else is asked for");
  options.flag("--lodo", units, "Leave out one document, or cluster, after the other");
  options.list("--other-regions", regions, "NAME[,NAME]", "Count these regions instead, or 'all'; may be repeated");
  options.flag("--weights", weights, "Count each hit by the weight of its pattern instead");
  options.flag("--equal-length", lengths, "Draw as many words from each document as the shortest has, 500 times");
  groups.resampling.declare_seed(options);
  options.flag("--all", all, "A row for each document or cluster that changes a code, not only the strongest");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts");
  options.number("--min", least, 1, 1'000'000'000, "Only codes with so many hits");
}

void SensitivityChoices::complete() {
  if (!patterns && !units && !weights && !lengths && regions.empty()) patterns = true;
  if (compare.empty()) return;
  if (!groups.target.empty() || !groups.reference.empty())
    throw Error(Errc::usage, "--compare is short for -a and -b", {}, "leave out one of them");
  std::size_t at = 0;
  for (char quote = 0; at < compare.size() && (quote != 0 || compare[at] != ':'); ++at)
    if (compare[at] == '"' || compare[at] == '\'')
      quote = quote == 0 ? compare[at] : quote == compare[at] ? '\0' : quote;
  groups.target = {compare.substr(0, at)};
  if (at + 1 < compare.size()) groups.reference = {compare.substr(at + 1)};
}

void VariedCounts::add(const VariedDocument& one) {
  const std::uint32_t document = documents_++;
  for (const WithoutPattern& without : one.without) {
    Changes& changes = patterns_[{without.pattern->codebook, without.pattern->pattern}];
    for (const ChangedRow& row : without.rows)
      changes[{row.kind->codebook, row.kind->code}].push_back({document, static_cast<double>(row.n)});
  }
  if (choices_.weights)
    for (const DocumentTally::Row& row : one.tally.rows)
      if (row.weighted != static_cast<double>(row.n))
        weighted_[{row.kind->codebook, row.kind->code}].push_back({document, row.weighted});
  for (std::size_t i = 0; i < regions_.size(); ++i) {
    const DocumentTally& other = one.regions[i];
    double words = 0;
    for (const DocumentTally::Group& group : other.groups) words += static_cast<double>(group.count.words);
    regions_[i].words.push_back(words);
    for (const DocumentTally::Row& row : other.rows)
      regions_[i].hits[{row.kind->codebook, row.kind->code}].push_back({document, static_cast<double>(row.n)});
  }
}

}  // namespace topos::cli
