// SPDX-License-Identifier: Apache-2.0
#include "comparison/vectors_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "cells.hpp"
#include "field_check.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "topos/statistics/vectors.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t most_profiles = 5000;

/// The measure behind a distance's short name.
std::string_view measure_id(const std::string& distance) {
  if (distance == "cosine") return "cosine_distance";
  if (distance == "jaccard") return "set_jaccard_distance";
  if (distance == "delta") return "burrows_delta";
  return distance;
}

/// The dimension of each code of the books.
std::map<std::pair<std::string_view, std::string_view>, std::string_view> dimensions_of(
    const std::vector<const Codebook*>& books) {
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> dimensions;
  for (const Codebook* book : books)
    for (const Code& code : book->codes) dimensions[{book->id, code.id}] = code.dimension;
  return dimensions;
}

}  // namespace

void VectorChoices::declare(Options& options) {
  options.section("Vectors");
  options.choice("--shape", shape, {"features", "pairs", "square", "tree"},
                 "A table of features, of pairs and their distance, a square of distances, or the tree of clusters");
  options.choice(
      "--values", values, {"share", "rate", "count", "presence"},
      "What a feature's value is: share of the row's hits, hits in 1000 words, hits, or whether there is one");
  options.choice("--distance", distance, {"jsd", "cosine", "jaccard", "gower", "delta"}, "Distance of two rows");
  options.flag("--clustered", clustered, "Rows in the order of a dendrogram by average linkage, else by name");
  options.number("--level", level, 1, 16, "Fold codes to their first N parts; overlapping hits of a fold count once");
  options.flag("--dimensions", dimensions, "Fold codes to the dimension that the codebook gives them");
  options.flag("--zeros", zeros, "Also features without hits");
  interval.declare(options, {"none", "percentile"},
                   "With --shape pairs: interval of distances, from resampled documents; default: none");
  resampling.declare(options);
}

void VectorChoices::check() const {
  if (dimensions && level > 0) throw Error(Errc::usage, "--dimensions and --level contradict each other");
  if (interval.wanted() && shape != "pairs")
    throw Error(Errc::usage, "--ci is about distances of pairs", {}, "say --shape pairs");
}

VectorsTable::VectorsTable(const Query& query, const VectorChoices& choices, const Counts& counts,
                           const std::vector<BookCode>& codes, const std::vector<const Codebook*>& books,
                           std::size_t languages, const CountedDocuments& documents)
    : query_(query), choices_(choices), several_languages_(languages > 1),
      measure_(find_measure(measure_id(choices.distance)).variant), documents_(documents) {
  const auto dimensions = dimensions_of(books);
  std::set<std::string_view> with_hits;
  for (const auto& [key, row] : counts.rows) with_hits.insert(key.codebook);
  for (const BookCode& code : codes) with_hits.insert(code.book);
  const bool several = with_hits.size() > 1;
  const auto feature = [&](std::string_view book, std::string_view code) {
    if (!choices_.dimensions) return several ? std::string(book) + ':' + std::string(code) : std::string(code);
    const auto known = dimensions.find({book, code});
    return known == dimensions.end() || known->second.empty() ? std::string("none") : std::string(known->second);
  };
  std::map<std::string, std::size_t> features;
  for (const auto& [key, row] : counts.rows)
    if (row.n > 0) features[feature(key.codebook, key.code)] = 0;
  for (const BookCode& code : codes) features[feature(code.book, code.code)] = 0;
  for (auto& [name, number] : features) {
    number = names_.size();
    names_.push_back(name);
  }
  for (const auto& [key, size] : counts.groups)
    profiles_.push_back({key, size, 0, 0, std::vector<double>(names_.size())});
  std::map<GroupKey, Profile*> by_key;
  for (Profile& profile : profiles_) by_key[profile.key] = &profile;
  for (const auto& [key, row] : counts.rows) {
    const auto profile = by_key.find(key.group);
    if (profile == by_key.end() || row.n == 0) continue;
    profile->second->hits += row.n;
    profile->second->draft += row.draft;
    const std::size_t number = features.at(feature(key.codebook, key.code));
    feature_of_[{key.codebook, key.code}] = number;
    profile->second->values[number] += static_cast<double>(row.n);
  }
  for (Profile& profile : profiles_)
    for (double& value : profile.values) value = value_of(value, real(profile.hits), real(profile.size.words));
}

double VectorsTable::value_of(double n, double hits, double words) const {
  if (choices_.values == "count") return n;
  if (choices_.values == "presence") return n > 0 ? 1 : 0;
  const double whole = choices_.values == "share" ? hits : words;
  return whole == 0 ? undefined_value : n * (choices_.values == "share" ? 1 : 1000) / whole;
}

std::vector<double> VectorsTable::values_of(std::span<const double> sums) const {
  double hits = 0;
  for (const double n : sums.subspan(1)) hits += n;
  std::vector<double> values;
  for (const double n : sums.subspan(1)) values.push_back(value_of(n, hits, sums[0]));
  return values;
}

/// Range or standard deviation of each feature over the rows that have values.
std::vector<double> VectorsTable::scale() const {
  std::vector<double> scale;
  for (std::size_t feature = 0; feature < names_.size(); ++feature) {
    std::vector<double> values;
    for (const Profile& profile : profiles_)
      if (!std::isnan(profile.values[feature])) values.push_back(profile.values[feature]);
    double mean = 0;
    double squares = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    for (const double value : values) squares += (value - mean) * (value - mean);
    if (choices_.distance == "delta")
      scale.push_back(values.size() < 2 ? 0 : std::sqrt(squares / static_cast<double>(values.size() - 1)));
    else
      scale.push_back(values.empty() ? 0
                                     : *std::max_element(values.begin(), values.end()) -
                                           *std::min_element(values.begin(), values.end()));
  }
  return scale;
}

DistanceMatrix VectorsTable::distances() const {
  if (profiles_.size() > most_profiles)
    throw Error(Errc::usage, "distances between more than " + std::to_string(most_profiles) + " rows are too many", {},
                "group documents with --by, or choose some with --where");
  const std::vector<double> scales = scale();
  const auto distance = std::get<VectorFunction>(measure_->function);
  DistanceMatrix matrix(profiles_.size());
  for (std::size_t i = 0; i < profiles_.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) matrix.set(i, j, distance({profiles_[i].values, profiles_[j].values, scales}));
  return matrix;
}

std::vector<std::size_t> VectorsTable::order(const DistanceMatrix* distances) const {
  if (distances != nullptr && !profiles_.empty()) return leaf_order(average_linkage(*distances));
  std::vector<std::size_t> order(profiles_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  return order;
}

std::string VectorsTable::label(std::size_t profile) const {
  std::string label;
  for (const std::string& value : profiles_[profile].key)
    label += (label.empty() ? "" : " | ") + (value.empty() ? "-" : value);
  return label;
}

std::string VectorsTable::flags(const Profile& profile) const {
  const std::vector<std::string>& by = query_.options().by;
  const bool documents = std::find(by.begin(), by.end(), "document") != by.end();
  WarningFlags flags;
  flags.raise(!documents && profile.size.documents == 1, "W01");
  flags.raise(profile.hits < rare, "W04");
  flags.raise(several_languages_, "W08");
  flags.raise(profile.size.duplicates > 0, "W12");
  flags.raise(profile.draft > 0, "W13");
  if (resampled_) {
    const std::size_t clusters = resampled_->clusters(profile.key);
    flags.raise(clusters < least_documents, "W02");
    flags.raise(clusters >= least_documents && resampled_->repeated(profile.key), "W25");
    flags.raise(clusters >= least_documents && choices_.interval.too_narrow(clusters), "W26");
  }
  return flags.text();
}

Table VectorsTable::features(const std::vector<std::size_t>& order) const {
  std::vector<Column> rest{{"words", true}, {"hits", true}};
  for (const std::string& name : names_) rest.push_back({name, true});
  rest.push_back({"flags"});
  Table table{columns_by({}, query_.options().by, rest), {}};
  for (const std::size_t number : order) {
    const Profile& profile = profiles_[number];
    std::vector<Cell> cells;
    add_group(cells, profile.key);
    add_counts(cells, {profile.size.words, profile.hits});
    for (const double value : profile.values) cells.emplace_back(value);
    cells.push_back(text_or_nothing(flags(profile)));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table VectorsTable::pairs(const DistanceMatrix& distances, const std::vector<std::size_t>& order) const {
  Table table{{{"a"}, {"b"}, {"hits_a", true}, {"hits_b", true}, {std::string(measure_->id), true}}, {}};
  const std::vector<double> scales = scale();
  const auto distance = [&](std::span<const double> a, std::span<const double> b) {
    return std::get<VectorFunction>(measure_->function)({values_of(a), values_of(b), scales});
  };
  if (resampled_) table.columns.insert(table.columns.end(), {{"lower", true}, {"upper", true}});
  table.columns.push_back({"flags"});
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      const Profile& a = profiles_[order[i]];
      const Profile& b = profiles_[order[j]];
      std::set<std::string> ids;
      for (const Profile* one : {&a, &b}) WarningFlags::gather(flags(*one), ids);
      std::string both;
      for (const std::string& id : ids) both += (both.empty() ? "" : " ") + id;
      std::vector<Cell> cells{label(order[i]), label(order[j]), whole(a.hits), whole(b.hits),
                              distances(order[i], order[j])};
      if (resampled_) {
        const Interval interval = resampled_->interval(a.key, b.key, distance);
        cells.insert(cells.end(), {Cell(interval.lower), Cell(interval.upper)});
      }
      cells.push_back(text_or_nothing(both));
      table.rows.push_back(std::move(cells));
    }
  return table;
}

Table VectorsTable::square(const DistanceMatrix& distances, const std::vector<std::size_t>& order) const {
  Table table{{{std::string(measure_->id)}}, {}};
  for (const std::size_t a : order) {
    table.columns.push_back({label(a), true});
    std::vector<Cell> cells{label(a)};
    for (const std::size_t b : order) cells.emplace_back(distances(a, b));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Table VectorsTable::tree(const DistanceMatrix& distances) const {
  Table table{{{"step", true}, {"left"}, {"right"}, {"height", true}, {"size", true}}, {}};
  if (profiles_.empty()) return table;
  const auto name = [&](std::size_t cluster) {
    return cluster < profiles_.size() ? label(cluster) : "step " + std::to_string(cluster - profiles_.size() + 1);
  };
  for (const Merge& merge : average_linkage(distances))
    table.rows.push_back({static_cast<std::int64_t>(table.rows.size() + 1), name(merge.left), name(merge.right),
                          merge.height, whole(merge.size)});
  return table;
}

Table VectorsTable::table() {
  if (choices_.interval.wanted())
    resampled_.emplace(documents_, choices_.resampling, names_.size(), [&](const RowKey& row) {
      return feature_of_.at({row.codebook, row.code});
    });
  std::set<std::string> raised;
  for (const Profile& profile : profiles_) WarningFlags::gather(flags(profile), raised);
  Table made;
  if (choices_.shape == "features" && !choices_.clustered) {
    made = features(order(nullptr));
  } else {
    const DistanceMatrix matrix = distances();
    const std::vector<std::size_t> rows = order(choices_.clustered ? &matrix : nullptr);
    made = choices_.shape == "features" ? features(rows)
           : choices_.shape == "pairs"  ? pairs(matrix, rows)
           : choices_.shape == "square" ? square(matrix, rows)
                                        : tree(matrix);
  }
  WarningFlags::print(raised);
  return made;
}

}  // namespace topos::cli
