// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>

namespace topos {

/// How many types occur how often in a text.
class FrequencySpectrum {
 public:
  /// From the frequencies of the types; zeros are left out.
  [[nodiscard]] static FrequencySpectrum of_frequencies(std::span<const double> frequencies);
  /// From the tokens of a text, each given by its type.
  [[nodiscard]] static FrequencySpectrum of_tokens(std::span<const std::uint32_t> tokens);

  [[nodiscard]] double tokens() const { return tokens_; }
  [[nodiscard]] double types() const { return types_; }
  /// Number of types that occur `frequency` times.
  [[nodiscard]] double types_with(double frequency) const;
  /// Sum of `term(frequency)` over the types.
  template <typename Term>
  [[nodiscard]] double sum(Term term) const {
    double total = 0;
    for (const auto& [frequency, types] : lines_) total += types * term(frequency);
    return total;
  }

 private:
  void add(double frequency);
  std::map<double, double> lines_;  ///< frequency to the number of its types
  double tokens_ = 0;
  double types_ = 0;
};

struct DiversitySettings {
  std::size_t window = 50;  ///< tokens of a window or segment (mattr, msttr)
  double threshold = 0.72;  ///< type-token ratio that ends a factor (mtld)
  std::size_t draws = 42;   ///< tokens of a sample (hdd)
};

using SpectrumFunction = double (*)(const FrequencySpectrum& spectrum, const DiversitySettings& settings);
/// Takes the tokens of a text in their order, each given by its type.
using SequenceFunction = double (*)(std::span<const std::uint32_t> tokens, const DiversitySettings& settings);

}  // namespace topos
