// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/measure_input.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

#include "topos/base/error.hpp"
#include "topos/statistics/input_words.hpp"

namespace topos {
namespace {

using Words = InputWords;

[[noreturn]] void refuse(const char* message) { throw Error(Errc::usage, message); }

void same_size(std::size_t a, std::size_t b) {
  if (a != b) refuse("lists of one length are needed");
}

ContingencyTable table_of(Words& words) {
  const double O11 = words.number("O11");
  if (words.has("N")) {
    const double R1 = words.number("R1");
    return ContingencyTable::of_marginals(O11, R1, words.number("C1"), words.number("N"));
  }
  const double O21 = words.number("O21");
  if (words.has("R1")) return ContingencyTable::of_corpora(O11, words.number("R1"), O21, words.number("R2"));
  return {O11, words.number("O12"), O21, words.number("O22")};
}

double run(AssociationFunction function, Words& words) {
  AssociationSettings settings;
  settings.k = words.number("k", settings.k);
  settings.alpha = words.number("alpha", settings.alpha);
  settings.tests = words.number("tests", settings.tests);
  settings.prior = words.number("prior", settings.prior);
  settings.prior_total = words.number("prior_total", settings.prior_total);
  return function(table_of(words), settings);
}

double run(DispersionFunction function, Words& words) {
  const std::vector<double> sizes = words.numbers("sizes");
  const std::vector<double> counts = words.numbers("counts");
  same_size(sizes.size(), counts.size());
  return function({sizes, counts});
}

double run(DistanceFunction function, Words& words) {
  const double size = words.number("size");
  if (!(size >= 0 && size <= 1e15 && size == std::floor(size))) refuse("size is a whole number");
  const auto whole = static_cast<std::uint64_t>(size);
  const std::vector<std::uint64_t> positions = words.whole_numbers("positions", whole == 0 ? 0 : whole - 1);
  if (std::adjacent_find(positions.begin(), positions.end(), std::greater_equal<>()) != positions.end())
    refuse("positions ascend");
  return function({positions, whole});
}

std::vector<std::uint32_t> tokens(Words& words) {
  std::map<std::string_view, std::uint32_t> types;
  std::vector<std::uint32_t> tokens;
  for (const std::string_view token : words.parts("tokens"))
    tokens.push_back(types.emplace(token, types.size()).first->second);
  return tokens;
}

std::size_t whole_setting(Words& words, std::string_view name, std::size_t otherwise) {
  const std::vector<std::uint64_t> given = words.whole_numbers(name, 1u << 30);
  return given.empty() ? otherwise : given[0];
}

DiversitySettings diversity_settings(Words& words) {
  DiversitySettings settings;
  settings.window = whole_setting(words, "window", settings.window);
  settings.draws = whole_setting(words, "draws", settings.draws);
  settings.threshold = words.number("threshold", settings.threshold);
  return settings;
}

double run(SpectrumFunction function, Words& words) {
  const DiversitySettings settings = diversity_settings(words);
  if (words.has("tokens")) return function(FrequencySpectrum::of_tokens(tokens(words)), settings);
  return function(FrequencySpectrum::of_frequencies(words.numbers("frequencies")), settings);
}

double run(SequenceFunction function, Words& words) {
  const DiversitySettings settings = diversity_settings(words);
  return function(tokens(words), settings);
}

double run(ReadabilityFunction function, Words& words) {
  ReadabilityCounts counts;
  counts.words = words.number("words");
  counts.sentences = words.number("sentences");
  counts.syllables = words.number("syllables", 0);
  counts.letters = words.number("letters", 0);
  counts.complex_words = words.number("complex_words", 0);
  counts.long_words = words.number("long_words", 0);
  return function(counts);
}

/// Group numbers, and the settings of a test by permutation that look at them.
struct Permutation {
  explicit Permutation(Words& words) : strata(groups(words, "strata")), blocks(groups(words, "blocks")) {
    settings.seed = whole_setting(words, "seed", settings.seed);
    settings.replicates = static_cast<std::uint32_t>(whole_setting(words, "replicates", settings.replicates));
    settings.exact_limit = words.number("exact_limit", settings.exact_limit);
    settings.strata = strata;
    settings.blocks = blocks;
  }
  static std::vector<std::uint32_t> groups(Words& words, std::string_view name) {
    const std::vector<std::uint64_t> numbers = words.whole_numbers(name, 1u << 30);
    return {numbers.begin(), numbers.end()};
  }
  std::vector<std::uint32_t> strata;
  std::vector<std::uint32_t> blocks;
  PermutationSettings settings;
};

double run(SampleFunction function, Words& words) {
  const Permutation permutation(words);
  const std::vector<double> target = words.numbers("target");
  const std::vector<double> reference = words.numbers("reference");
  std::vector<double> target_words(target.size(), 1);
  std::vector<double> reference_words(reference.size(), 1);
  if (words.has("target_words")) target_words = words.numbers("target_words");
  if (words.has("reference_words")) reference_words = words.numbers("reference_words");
  same_size(target.size(), target_words.size());
  same_size(reference.size(), reference_words.size());
  for (const auto* groups : {&permutation.strata, &permutation.blocks})
    if (!groups->empty()) same_size(groups->size(), target.size() + reference.size());
  return function({{target, target_words}, {reference, reference_words}}, permutation.settings);
}

/// "units=11.1,2232": one digit for each coder of each unit, "." where there is none.
double run(AgreementFunction function, Words& words) {
  if (words.has("table")) {
    const std::vector<double> counts = words.numbers("table");
    const auto side = static_cast<std::size_t>(std::sqrt(static_cast<double>(counts.size())) + 0.5);
    same_size(side * side, counts.size());
    if (std::any_of(counts.begin(), counts.end(), [](double n) { return !(n >= 0 && n <= 1e6 && n == std::floor(n)); }))
      refuse("a table of whole counts is needed");
    return function(Ratings::of_table(counts));
  }
  const std::vector<std::string_view> units = words.parts("units");
  Ratings ratings(units.empty() ? 0 : units[0].size(), units.size());
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    same_size(units[unit].size(), ratings.coders());
    for (std::size_t coder = 0; coder < ratings.coders(); ++coder)
      if (units[unit][coder] != '.') ratings.at(coder, unit) = input_number(units[unit].substr(coder, 1));
  }
  return function(ratings);
}

double run(DetectionFunction function, Words& words) {
  const double true_positive = words.number("true_positive");
  const double false_positive = words.number("false_positive", 0);
  return function({true_positive, false_positive, words.number("false_negative", 0)});
}

double run(CorrectionFunction function, Words& words) {
  const double rate = words.number("rate");
  const double sensitivity = words.number("sensitivity");
  return function({rate, sensitivity, words.number("specificity")});
}

/// "0-10,20-30:2": beginning, end, and the number of the code where it is not 0.
std::vector<CodedSpan> spans(Words& words, std::string_view name) {
  std::vector<CodedSpan> spans;
  for (std::string_view part : words.parts(name)) {
    CodedSpan span;
    if (const std::size_t colon = part.find(':'); colon != std::string_view::npos) {
      span.code = static_cast<std::uint32_t>(std::clamp(input_number(part.substr(colon + 1)), 0.0, 1e9));
      part = part.substr(0, colon);
    }
    const std::size_t dash = part.find('-');
    if (dash == std::string_view::npos) refuse("a span is BEGIN-END or BEGIN-END:CODE");
    span.begin = input_number(part.substr(0, dash));
    span.end = input_number(part.substr(dash + 1));
    if (!(span.begin < span.end)) refuse("a span begins before its end");
    spans.push_back(span);
  }
  return spans;
}

double run(SpanFunction function, Words& words) {
  const std::vector<CodedSpan> first = spans(words, "first");
  return function(first, spans(words, "second"));
}

double run(UnitizingFunction function, Words& words) {
  Continuum continuum;
  continuum.length = words.number("length");
  for (int coder = 1; words.has("coder" + std::to_string(coder)); ++coder)
    continuum.coders.push_back(spans(words, "coder" + std::to_string(coder)));
  return function(continuum);
}

double run(SeriesFunction function, Words& words) {
  const Permutation permutation(words);
  const std::vector<double> values = words.numbers("values");
  std::vector<double> times(values.size());
  std::iota(times.begin(), times.end(), 1.0);
  if (words.has("times")) times = words.numbers("times");
  same_size(times.size(), values.size());
  return function({times, values}, permutation.settings);
}

double run(VectorFunction function, Words& words) {
  const std::vector<double> a = words.numbers("a");
  const std::vector<double> b = words.numbers("b");
  const std::vector<double> scale = words.has("scale") ? words.numbers("scale") : std::vector<double>();
  if (!scale.empty()) same_size(scale.size(), a.size());
  return function({a, b, scale, words.number("persistence", 0.9)});
}

}  // namespace

double compute(const Variant& variant, std::string_view input) {
  Words words(input);
  const double value = std::visit([&](auto function) { return run(function, words); }, variant.function);
  words.finish();
  return value;
}

}  // namespace topos
