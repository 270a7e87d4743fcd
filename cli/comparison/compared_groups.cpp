// SPDX-License-Identifier: Apache-2.0
#include "comparison/compared_groups.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "cells.hpp"
#include "comma_list.hpp"
#include "messages.hpp"
#include "topos/annotation/fields.hpp"
#include "topos/base/error.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr double unlike_genres = 0.25;  // W08: share of documents that would have to be of another genre

Filter filter_of(const std::vector<std::string>& tests, const char* option) {
  Filter filter;
  for (const std::string& text : tests) filter.add(text);
  for (const std::string& field : filter.fields())
    if (field_kind(field) != FieldKind::document)
      throw Error(Errc::filter,
                  std::string(option) + " tells documents apart, which '" + printable(field) + "' does not", {},
                  "say --where for places and hits");
  return filter;
}

}  // namespace

void GroupChoices::declare_sides(Options& options) {
  options.section("Groups");
  options.list("-a,--target", target, "TEST[,TEST]",
               "Documents to compare, as in --where; else those of each value of --by");
  options.list("-b,--reference", reference, "TEST[,TEST]", "Documents to compare them with; else all others");
  options.text("--strata", strata, "FIELD", "Compare like with like: within the values of this metadata field");
}

void GroupChoices::declare_undrawn(Options& options) {
  declare_sides(options);
  resampling.declare_cluster(options);
  options.flag("--force", force, "Also compare texts of different languages");
}

void GroupChoices::declare(Options& options) {
  declare_sides(options);
  interval.declare(options, {"percentile", "t"},
                   "Intervals of differences: from resampled documents (percentile) or from how documents differ (t); "
                   "default: percentile");
  resampling.declare(options);
  options.flag("--force", force, "Also compare texts of different languages");
}

void Comparison::raise(WarningFlags& flags, const std::array<std::size_t, 2>& units, bool lone_unit) const {
  const bool estimated = std::min(units[0], units[1]) >= least_documents;
  flags.raise(std::min(documents[0].size(), documents[1].size()) == 1, "W01");
  flags.raise(!estimated, "W02");
  flags.raise(furniture, "W07");
  flags.raise(unlike, "W08");
  flags.raise(duplicates, "W12");
  flags.raise(times_from_names, "W15");
  flags.raise(estimated && repeated, "W25");
  flags.raise(estimated && lone_unit, "W27");
}

ComparedGroups::ComparedGroups(const Query& query, const GroupChoices& choices, GroupsNeeded needed)
    : query_(query), choices_(choices), filters_{filter_of(choices.reference, "-b"), filter_of(choices.target, "-a")},
      documents_(choices.resampling) {
  const std::vector<std::string>& by = query.options().by;
  if (choices.target.empty() && !choices.reference.empty()) throw Error(Errc::usage, "-b goes with -a");
  if (needed == GroupsNeeded::no && !choices.compares(by)) return;
  if (choices.target.empty() && by.size() != 1)
    throw Error(Errc::usage, "there is nothing to compare", {},
                "say -a 'TEST' and perhaps -b 'TEST', or --by with one field");
  for (const std::string& field : by)
    if (field_kind(field) != FieldKind::document)
      throw Error(Errc::filter, "documents are compared, which '" + printable(field) + "' does not tell apart", {},
                  "say --by with a metadata field");
}

std::vector<std::string> ComparedGroups::fields() const {
  std::vector<std::string> all = query_.metadata_fields();
  for (const Filter& filter : filters_) {
    const std::vector<std::string> own = filter.fields();
    all.insert(all.end(), own.begin(), own.end());
  }
  all.push_back(choices_.strata);
  return all;
}

ComparedOrigin ComparedGroups::look(const AnnotatedDocument& annotated) const {
  const Document& document = annotated.document;
  const auto value = [&](std::string_view field) { return std::string(document_field(document, field).value_or("")); };
  ComparedOrigin origin{CountedDocuments::look(document, choices_.resampling), {}, value("genre"), {}};
  if (!choices_.strata.empty()) origin.stratum = value(choices_.strata);
  for (const std::size_t side : {0U, 1U})
    origin.passes[side] =
        filters_[side].matches([&](std::string_view field) { return document_field(document, field); });
  if (choices_.reference.empty()) origin.passes[0] = !origin.passes[1];
  return origin;
}

bool ComparedGroups::add(const DocumentTally& tally, ComparedOrigin origin, bool twin) {
  if (!documents_.add(tally, std::move(origin.counted), twin)) return false;
  origins_.push_back(std::move(origin));
  return true;
}

std::vector<Comparison> ComparedGroups::by_filters() const {
  std::vector<Comparison> comparisons;
  for (const auto& [group, documents] : documents_.counts().texts()) {
    Comparison one{
        group,
        {choices_.reference.empty() ? "rest" : joined(choices_.reference, ","), joined(choices_.target, ",")},
        {}};
    for (const DocumentUnits& document : documents) {
      const auto& passes = origins_[document.document].passes;
      if (passes[0] && passes[1])
        throw Error(Errc::filter,
                    "the document '" + printable(documents_.names()[document.document].id) + "' passes -a and -b", {},
                    "let no document be in both groups");
      for (const std::size_t side : {0U, 1U})
        if (passes[side]) one.documents[side].push_back(document.document);
    }
    if (!one.documents[0].empty() && !one.documents[1].empty()) comparisons.push_back(std::move(one));
  }
  if (comparisons.empty() && !documents_.counts().texts().empty()) {
    const bool none =
        std::none_of(origins_.begin(), origins_.end(), [](const ComparedOrigin& one) { return one.passes[1]; });
    throw Error(Errc::filter, std::string("no document passes ") +
                                  (none                         ? "-a"
                                   : choices_.reference.empty() ? "the opposite of -a"
                                                                : "-b") +
                                  " together with --where and --by");
  }
  return comparisons;
}

std::vector<Comparison> ComparedGroups::by_values() const {
  std::vector<const std::pair<const GroupKey, std::vector<DocumentUnits>>*> values;
  for (const auto& item : documents_.counts().texts()) {
    if (!item.first.front().empty())
      values.push_back(&item);
    else
      note(std::to_string(item.second.size()) + " documents without '" + query_.options().by.front() +
           "' are left out");
  }
  if (values.size() < 2) {
    if (documents_.counts().texts().empty()) return {};
    throw Error(Errc::filter,
                "'" + printable(query_.options().by.front()) + "' has one value only: there is nothing to compare");
  }
  std::vector<Comparison> comparisons;
  const std::size_t targets = values.size() == 2 ? 1 : values.size();
  for (std::size_t target = 0; target < targets; ++target) {
    Comparison one{{}, {targets == 1 ? values[1]->first.front() : "rest", values[target]->first.front()}, {}};
    for (std::size_t i = 0; i < values.size(); ++i)
      for (const DocumentUnits& document : values[i]->second) one.documents[i == target].push_back(document.document);
    comparisons.push_back(std::move(one));
  }
  return comparisons;
}

bool ComparedGroups::share_stratum(const Comparison& comparison) const {
  std::set<std::string_view> values;
  for (const std::uint32_t document : comparison.documents[0]) values.insert(stratum(document));
  return std::any_of(comparison.documents[1].begin(), comparison.documents[1].end(),
                     [&](std::uint32_t document) { return values.count(stratum(document)) > 0; });
}

void ComparedGroups::refuse_languages(const Comparison& comparison) const {
  if (choices_.force || choices_.strata == "language") return;
  CountedDocuments::Numbers both = comparison.documents[0];
  both.insert(both.end(), comparison.documents[1].begin(), comparison.documents[1].end());
  documents_.refuse_languages(both, "say --where language=…, --strata language, or --force");
}

void ComparedGroups::describe(Comparison& comparison) const {
  // Sums of fractions hang on the order of their parts, which must not be that of the input.
  for (auto& side : comparison.documents)
    std::sort(side.begin(), side.end(),
              [&](std::uint32_t x, std::uint32_t y) { return documents_.names()[x].id < documents_.names()[y].id; });
  std::array<std::map<std::string, double>, 2> genres;
  std::array<std::map<std::string, double>, 2> languages;
  for (const std::size_t side : {0U, 1U}) {
    const double size = static_cast<double>(comparison.documents[side].size());
    for (const std::uint32_t document : comparison.documents[side]) {
      genres[side][origins_[document].genre] += 1 / size;
      languages[side][documents_.language(document)] += 1 / size;
    }
    comparison.words[side] = documents_.words(comparison.documents[side]);
    comparison.duplicates = comparison.duplicates || documents_.has_twins(comparison.documents[side]);
    comparison.furniture = comparison.furniture || documents_.has_furniture(comparison.documents[side]);
    comparison.repeated = comparison.repeated || documents_.repeated(comparison.documents[side]);
  }
  const auto distance = [](const auto& shares) {
    double sum = 0;
    for (const auto& [value, share] : shares[0])
      sum += std::max(0.0, share - (shares[1].contains(value) ? shares[1].at(value) : 0));
    return sum;
  };
  const double ratio = real(comparison.words[1]) / static_cast<double>(comparison.documents[1].size()) /
                       (real(comparison.words[0]) / static_cast<double>(comparison.documents[0].size()));
  comparison.unlike = !(ratio <= unlike_lengths && ratio >= 1 / unlike_lengths) || distance(genres) > unlike_genres ||
                      distance(languages) > unlike_genres;
}

std::vector<Comparison> ComparedGroups::comparisons() const {
  documents_.check();
  if (!choices_.compares(query_.options().by)) {
    Comparison one{{}, {}, {CountedDocuments::Numbers(), documents_.all()}};
    one.duplicates = documents_.has_twins(one.documents[1]);
    return {one};
  }
  std::vector<Comparison> comparisons = choices_.target.empty() ? by_values() : by_filters();
  for (Comparison& one : comparisons) {
    refuse_languages(one);
    describe(one);
    one.times_from_names = choices_.times_from_names;
  }
  if (!choices_.strata.empty() &&
      std::none_of(comparisons.begin(), comparisons.end(), [&](const Comparison& one) { return share_stratum(one); }))
    note("no value of '" + printable(choices_.strata) +
         "' has documents of both groups: within its values there is nothing to compare");
  return comparisons;
}

std::map<ComparedGroups::Code, std::vector<DocumentUnits>> ComparedGroups::codes() const {
  std::map<Code, std::vector<DocumentUnits>> codes;
  for (const auto& [key, units] : documents_.counts().rows()) {
    std::vector<DocumentUnits>& all = codes[{key.codebook, key.code}];
    all.insert(all.end(), units.begin(), units.end());
  }
  return codes;
}

}  // namespace topos::cli
