// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "options.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/annotation/units.hpp"

namespace topos::cli {

/// Options that only `sheet` has.
struct SheetChoices {
  std::int64_t number = 100;
  std::string unit = "sentence";
  std::vector<std::string> stratify;
  std::vector<std::string> oversample;
  std::int64_t context = 1;
  std::vector<std::string> coders;
  double overlap = 1;
  std::int64_t seed = 1;
  std::string key;

  void declare(Options& options);
  [[nodiscard]] bool of_hits() const { return unit == "hit"; }
  /// Commas split. Errors: Errc::usage, if one is empty or named twice.
  [[nodiscard]] std::vector<std::string> coder_names() const;
};

/// Something to be coded.
struct SheetUnit {
  std::uint64_t draw = 0;  ///< those with the smallest are taken
  std::string id;
  std::string document;
  TextUnit place;
  std::vector<std::string> codes;   ///< that the machine found in it
  std::vector<std::string> values;  ///< of --stratify
  double factor = 1;                ///< of --oversample
  std::string before;
  std::string text;
  std::string after;
  double weight = 1;  ///< units of its stratum for each that was drawn
};

/// Finds what could be drawn from a document. Keeps scratch space: one for each worker.
class SheetCandidates {
 public:
  /// Errors: Errc::usage.
  SheetCandidates(const Query& query, const SheetChoices& choices);
  [[nodiscard]] std::vector<SheetUnit> of(const AnnotatedDocument& annotated, const Segmentation& segmentation);

 private:
  void finish(SheetUnit& unit, const AnnotatedDocument& annotated) const;
  [[nodiscard]] std::vector<SheetUnit> hits(const AnnotatedDocument& annotated, const Segmentation& segmentation,
                                            const QueryResult& found) const;

  const SheetChoices& choices_;
  std::vector<std::string> fields_;
  std::vector<std::pair<std::string, double>> factors_;
  QueryRun run_;
};

/// Draws a stratified sample: from each combination of values as many, within it by size times factor. What is drawn
/// depends on ids and seed alone. Memory: at most the number to be drawn for each stratum.
class SheetDraw {
 public:
  explicit SheetDraw(const SheetChoices& choices) : choices_(choices) {}
  void add(std::vector<SheetUnit> units);
  /// In random order, with weights.
  [[nodiscard]] std::vector<SheetUnit> drawn();
  [[nodiscard]] std::uint64_t candidates() const;

 private:
  struct Stratum {
    std::uint64_t size = 0;
    std::vector<SheetUnit> units;  ///< a heap, its largest draw first
  };
  using Part = std::map<double, Stratum>;  ///< by factor

  const SheetChoices& choices_;
  std::map<std::vector<std::string>, Part> strata_;
};

}  // namespace topos::cli
