// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "measure_choice.hpp"
#include "options/adjust.hpp"
#include "options/features.hpp"
#include "reference_list.hpp"
#include "session.hpp"
#include "topos/annotation/contrast.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// Options that only `keyness` has.
struct KeynessChoices {
  std::vector<std::string> target;
  std::vector<std::string> reference;
  std::vector<std::string> reference_paths;
  std::string list;
  std::int64_t list_total = 0;
  FeatureGroup features;
  std::int64_t level = 0;
  MeasureChoice measures{Family::association, "conservative_log_ratio,log_ratio,ll4_signed", {}, "keyness"};
  double k = 1;
  std::string keys = "both";
  std::int64_t least = 5;
  std::int64_t least_documents = 1;
  std::string cluster;
  bool token_p = false;
  AdjustGroup adjust;
  std::string sort;
  std::int64_t limit = 0;

  void declare(Options& options);
  /// Errors: Errc::usage, unless there is one reference, and options agree with what is counted.
  void check(bool codes) const;
};

/// Makes the table of the features that tell a target corpus from a reference.
class KeynessTable {
 public:
  /// Errors: Errc::usage for a measure or a key that is none; those of the frequency list.
  KeynessTable(const KeynessChoices& choices, const std::string& language);
  /// The table; prints the warnings that belong to it. `shared`: documents of one side have an author, country … in common.
  [[nodiscard]] Table table(Contrast& contrast, const FeatureTable& features, bool shared);

 private:
  struct Line {
    std::string_view feature;
    Contrast::Row row;
    int direction = 0;  ///< 1: more often in the target, -1: in the reference
    double expected = 0;
    double least_expected = 0;
    double token_p = 0;
    double p = 0;
    double p_adjusted = 0;
    std::vector<double> values;  ///< of the measures
    double key = 0;              ///< what rows are sorted by, falling
  };

  [[nodiscard]] std::vector<Line> counted(Contrast& contrast, const FeatureTable& features) const;
  [[nodiscard]] std::vector<Line> listed(Contrast& contrast, const FeatureTable& features);
  void measure(std::vector<Line>& lines, double target_words, double reference_words) const;
  void test(std::vector<Line>& lines, const Contrast& contrast) const;
  [[nodiscard]] double key_of(const Line& line) const;
  void arrange(std::vector<Line>& lines) const;
  [[nodiscard]] std::vector<Column> columns() const;
  [[nodiscard]] std::string common_flags(const Contrast& contrast, bool shared) const;
  [[nodiscard]] std::vector<Cell> cells(const Line& line, std::uint64_t target_words, std::uint64_t reference_words, const std::string& flags) const;

  const KeynessChoices& choices_;
  std::vector<const Variant*> measures_;
  std::optional<ReferenceList> list_;
  std::size_t key_ = 0;
  std::size_t tested_ = 0;
  bool several_ = false;  ///< codebooks, so that codes are shown with theirs
};

}  // namespace topos::cli
