// SPDX-License-Identifier: Apache-2.0
#include "words/diversity_table.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "cells.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "topos/statistics/readability.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr const char* usual_diversity = "mattr,mtld,hdd,yule_k";
constexpr const char* usual_readability = "lix,rix,ari,coleman_liau,flesch,flesch_kincaid,fog,smog";

/// Measures that texts of different lengths can be compared by, as far as any can.
constexpr std::array<std::string_view, 10> robust = {"mattr", "msttr",     "mtld",   "mtld_inclusive", "mtld_min10",
                                                     "hdd",   "hdd_types", "yule_k", "simpson_d",      "rr"};

/// Mean of what is defined, whatever the order of the documents.
double mean(std::vector<double> values) {
  std::erase_if(values, [](double value) { return value != value; });
  if (values.empty()) return undefined_value;
  std::sort(values.begin(), values.end());
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

std::string primary(const std::string& language) { return language.substr(0, language.find('-')); }

ReadabilityCounts readability_counts(const WordSequence& text, std::uint64_t words, bool english) {
  const auto spoken = [&](std::uint64_t count) {
    return english ? static_cast<double>(count) : std::numeric_limits<double>::quiet_NaN();
  };
  return {static_cast<double>(words),        static_cast<double>(text.sentences), spoken(text.syllables),
          static_cast<double>(text.letters), spoken(text.complex_words),          static_cast<double>(text.long_words)};
}

}  // namespace

void DiversityChoices::declare(Options& options) {
  options.section("Diversity");
  options.list("--measures", measures, "ID[,ID]", std::string("Measures to show, or 'all'; else ") + usual_diversity);
  options.number("--window", window, 2, 1'000'000, "Words of a window or segment");
  options.flag("--readability", readability, "Readability and the counts it rests on instead, within one language");
}

DiversityTable::DiversityTable(const Query& query, const DiversityChoices& choices)
    : query_(query), readability_(choices.readability) {
  const std::vector<std::string>& by = query.options().by;
  single_ = std::find(by.begin(), by.end(), "document") != by.end();
  settings_.window = static_cast<std::size_t>(choices.window);
  measures_ = readability_ ? MeasureChoice{Family::readability, usual_readability, choices.measures}.chosen()
                           : MeasureChoice{Family::diversity, usual_diversity, choices.measures}.chosen();
}

DocumentDiversity DiversityTable::measure(std::string language, WordSequence text) const {
  DocumentDiversity one{std::move(language), std::move(text), 0, 0, {}};
  one.words = one.text.words.size();
  if (readability_) {
    one.text.words.clear();
    return one;
  }
  const FrequencySpectrum spectrum =
      single_ ? FrequencySpectrum::of_tokens(one.text.words) : FrequencySpectrum::of_tokens({});
  for (const Variant* measure : measures_) {
    if (const auto* sequence = std::get_if<SequenceFunction>(&measure->function))
      one.values.push_back((*sequence)(one.text.words, settings_));
    else
      one.values.push_back(std::get<SpectrumFunction>(measure->function)(spectrum, settings_));
  }
  one.types = static_cast<std::uint64_t>(spectrum.types());
  if (single_) one.text.words.clear();
  return one;
}

void DiversityTable::add(const DocumentDiversity& one, bool duplicate) {
  Group& group = groups_[one.text.values];
  ++group.documents;
  group.duplicates += duplicate ? 1 : 0;
  group.words += one.words;
  group.types += one.types;
  group.sums.sentences += one.text.sentences;
  group.sums.letters += one.text.letters;
  group.sums.syllables += one.text.syllables;
  group.sums.complex_words += one.text.complex_words;
  group.sums.long_words += one.text.long_words;
  if (one.words > 0) languages_.insert(primary(one.language));
  group.values.push_back(one.values);
  for (const FeatureId word : one.text.words) ++group.counts[word];
}

double DiversityTable::value_of(std::size_t measure, const Group& group, const FrequencySpectrum& spectrum) const {
  const MeasureFunction& function = measures_[measure]->function;
  if (const auto* readability = std::get_if<ReadabilityFunction>(&function))
    return (*readability)(readability_counts(group.sums, group.words, languages_.contains("en")));
  if (single_) return group.values.front()[measure];
  if (const auto* pooled = std::get_if<SpectrumFunction>(&function)) return (*pooled)(spectrum, settings_);
  std::vector<double> values;
  for (const std::vector<double>& one : group.values) values.push_back(one[measure]);
  return mean(std::move(values));
}

std::vector<Column> DiversityTable::columns() const {
  std::vector<Column> rest;
  if (!single_) rest.push_back({"documents", true});
  rest.push_back({"words", true});
  for (const char* name : {"sentences", "letters", "syllables", "complex_words", "long_words"})
    if (readability_) rest.push_back({name, true});
  if (!readability_) rest.push_back({"types", true});
  for (const Variant* measure : measures_) rest.push_back({std::string(measure->id), true});
  rest.push_back({"flags"});
  return columns_by({}, query_.options().by, rest);
}

std::vector<Cell> DiversityTable::cells(const GroupKey& key, const Group& group, const std::string& flags) const {
  std::vector<Cell> cells;
  add_group(cells, key);
  if (!single_) cells.push_back(whole(group.documents));
  cells.push_back(whole(group.words));
  std::vector<double> frequencies;
  for (const auto& [word, n] : group.counts) frequencies.push_back(static_cast<double>(n));
  const FrequencySpectrum spectrum = FrequencySpectrum::of_frequencies(frequencies);
  if (readability_) {
    const bool english = languages_.contains("en");
    add_counts(cells, {group.sums.sentences, group.sums.letters});
    for (const std::uint64_t number : {group.sums.syllables, group.sums.complex_words})
      cells.push_back(english ? whole(number) : Cell());
    cells.push_back(whole(group.sums.long_words));
  } else {
    cells.push_back(single_ ? whole(group.types) : whole(static_cast<std::uint64_t>(spectrum.types())));
  }
  for (std::size_t i = 0; i < measures_.size(); ++i) cells.emplace_back(value_of(i, group, spectrum));
  cells.push_back(text_or_nothing(flags));
  return cells;
}

/// Whether rows can be compared at all concerns each of them.
bool DiversityTable::unlike() const {
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t most = 0;
  for (const auto& [key, group] : groups_) {
    if (group.words == 0) continue;
    least = std::min(least, group.words);
    most = std::max(most, group.words);
  }
  const bool by_length = !readability_ && std::any_of(measures_.begin(), measures_.end(), [](const Variant* one) {
    return std::find(robust.begin(), robust.end(), one->id) == robust.end();
  });
  const bool by_size = most > 0 && real(most) > unlike_lengths * real(least);
  return (by_length && by_size) || languages_.size() > 1;
}

Table DiversityTable::table() const {
  if (readability_ && languages_.size() > 1) {
    std::string names;
    for (const std::string& language : languages_) names += (names.empty() ? "" : ", ") + printable(language);
    throw Error(Errc::usage, "readability is not comparable across languages, and the documents are in " + names, {},
                "choose one with --where language=…");
  }
  Table table{columns(), {}};
  std::set<std::string> raised;
  const bool not_comparable = unlike();
  for (const auto& [key, group] : groups_) {
    WarningFlags flags;
    flags.raise(!single_ && group.documents == 1, "W01");
    flags.raise(not_comparable, "W08");
    flags.raise(group.duplicates > 0, "W12");
    WarningFlags::gather(flags.text(), raised);
    table.rows.push_back(cells(key, group, flags.text()));
  }
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
