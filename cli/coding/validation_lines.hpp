// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cells.hpp"
#include "coding/validation.hpp"
#include "measure_choice.hpp"
#include "topos/statistics/coincidences.hpp"
#include "topos/statistics/corrected_rate.hpp"

namespace topos::cli {

/// Options that only `validate` has.
struct ValidationChoices {
  std::vector<std::string> tables;
  std::string unit;
  std::string overlap = "any";
  std::string metric = "nominal";
  std::string reference;
  std::string key;
  MeasureChoice measures{Family::agreement, "observed_agreement,cohen_kappa,scott_pi,fleiss_kappa,gwet_ac1"};
  bool corrected = false;
  bool uncoded = false;
  std::vector<std::string> least;
  std::int64_t replicates = 2000;
  std::int64_t seed = 1;

  void declare(Options& options);
  [[nodiscard]] bool by_spans(const Codings& codings) const;
  /// "sentence", "span", "hit" and so on. Errors: Errc::usage, if --unit does not go with the tables.
  [[nodiscard]] std::string unit_name(const Codings& codings) const;
  /// Errors: Errc::usage.
  [[nodiscard]] SpanRule span_rule() const;
  [[nodiscard]] AlphaMetric alpha_metric() const;
  /// Measures of whole ratings. Errors: Errc::usage for another one.
  [[nodiscard]] std::vector<const Variant*> agreement() const;
  [[nodiscard]] BootstrapSettings bootstrap(std::uint64_t stream) const;
};

/// What is known about one code and one comparison; NaN where it is not defined.
struct ValidationLine {
  std::string code;
  bool machine = false;  ///< people beside the machine, else people beside each other
  std::string coders;
  std::uint64_t units = 0;
  std::uint64_t documents = 0;  ///< 0: not known
  double prevalence_human = undefined;
  double prevalence_machine = undefined;
  std::array<double, 4> counts{undefined, undefined, undefined,
                               undefined};                           ///< both, machine alone, people alone, neither
  std::array<double, 3> precision{undefined, undefined, undefined};  ///< with its interval
  std::array<double, 3> recall{undefined, undefined, undefined};
  std::array<double, 3> f1{undefined, undefined, undefined};
  std::vector<double> measures;
  double alpha = undefined;
  Interval over_units{undefined, undefined};
  Interval over_documents{undefined, undefined};
  double alpha_u = undefined;
  std::optional<CorrectedRate> corrected;
  bool mismatch = false;  ///< W21
  bool uncoded = false;   ///< W09
  std::string reason;     ///< why agreement is undefined

  /// Units (spans) that people gave the code in a comparison with the machine; NaN in another.
  [[nodiscard]] double positives() const { return machine ? counts[0] + counts[2] : undefined; }
  [[nodiscard]] double bias() const { return prevalence_machine - prevalence_human; }
  [[nodiscard]] std::string verdict() const;
};

/// Computes the lines of one code after the other.
class ValidationLines {
 public:
  ValidationLines(const Codings& codings, const Validation& validation, const ValidationChoices& choices);
  /// `known`: whether the machine could have found the code.
  [[nodiscard]] std::vector<ValidationLine> of(std::uint32_t code, bool known) const;

 private:
  [[nodiscard]] ValidationLine coders_line(std::uint32_t code) const;
  [[nodiscard]] ValidationLine machine_line(std::uint32_t code) const;
  [[nodiscard]] ValidationLine span_line(std::uint32_t code, std::uint32_t first,
                                         std::optional<std::uint32_t> second) const;
  void agree(ValidationLine& line, const ComparedUnits& compared) const;
  void detect(ValidationLine& line, std::vector<CountRow> rows) const;
  void weigh(ValidationLine& line, const std::vector<CountRow>& rows) const;
  [[nodiscard]] std::string names(const std::vector<std::uint32_t>& coders) const;

  const Codings& codings_;
  const Validation& validation_;
  const ValidationChoices& choices_;
  std::vector<const Variant*> measures_;
  std::optional<std::uint32_t> reference_;
  std::optional<UnitWeights> weights_;
};

}  // namespace topos::cli
