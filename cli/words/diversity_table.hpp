// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "measure_choice.hpp"
#include "session.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/annotation/word_sequences.hpp"
#include "topos/report/table.hpp"
#include "topos/statistics/diversity.hpp"

namespace topos::cli {

/// Options that only `diversity` has.
struct DiversityChoices {
  bool readability = false;
  std::vector<std::string> measures;
  std::int64_t window = 50;

  void declare(Options& options);
};

/// What a worker finds out about one group of a document.
struct DocumentDiversity {
  std::string language;
  WordSequence text;  ///< its words are left out if there are `values`
  std::uint64_t words = 0;
  std::uint64_t types = 0;
  std::vector<double> values;  ///< of measures
};

/// Gathers the words of a run and makes the table of their diversity, or of readability.
class DiversityTable {
 public:
  /// Errors: Errc::usage, for a measure that there is not.
  DiversityTable(const Query& query, const DiversityChoices& choices);
  /// Thread-safe.
  [[nodiscard]] DocumentDiversity measure(std::string language, WordSequence text) const;
  void add(const DocumentDiversity& one, bool duplicate);
  /// The table; prints the warnings that belong to it. Errors: Errc::usage, if readability of several languages is
  /// asked for.
  [[nodiscard]] Table table() const;

 private:
  struct Group {
    std::uint64_t documents = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t words = 0;
    std::uint64_t types = 0;  ///< of a group that is one document
    WordSequence sums;
    std::vector<std::vector<double>> values;              ///< of measures, document by document
    std::unordered_map<FeatureId, std::uint64_t> counts;  ///< of a group of documents
  };

  [[nodiscard]] std::vector<Column> columns() const;
  [[nodiscard]] std::vector<Cell> cells(const GroupKey& key, const Group& group, const std::string& flags) const;
  [[nodiscard]] double value_of(std::size_t measure, const Group& group, const FrequencySpectrum& spectrum) const;
  [[nodiscard]] bool unlike() const;

  const Query& query_;
  bool readability_ = false;
  bool single_ = false;  ///< a group is a document, or a part of one
  DiversitySettings settings_;
  std::vector<const Variant*> measures_;
  std::map<GroupKey, Group> groups_;
  std::set<std::string> languages_;  ///< primary subtags
};

}  // namespace topos::cli
