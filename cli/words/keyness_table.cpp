// SPDX-License-Identifier: Apache-2.0
#include "words/keyness_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

#include "cells.hpp"
#include "field_check.hpp"
#include "sort_key.hpp"
#include "topos/base/error.hpp"
#include "topos/segmentation/fold.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

/// What rows can be sorted by beside the measures.
enum : std::size_t {
  by_n_target,
  by_n_reference,
  by_expected,
  by_documents_target,
  by_documents_reference,
  by_p,
  by_feature,
  first_measure
};
constexpr std::array<std::string_view, first_measure> keyness_keys{
    "n_target", "n_reference", "expected_if_equal_rate", "documents_target", "documents_reference", "p", "feature"};

constexpr double unlike_length = 2;  // W08

/// Figures that take every word for a draw of its own.
bool assumes_tokens(const Variant& variant) {
  return is_inference(variant) || variant.id == "log_odds_prior" ||
         is_of(variant, {&measures::ll4, &measures::ll2, &measures::williams, &measures::chi2, &measures::bic});
}

/// Greater where the feature is a stronger key of its direction.
double strength(const Variant& variant, double value, int direction) {
  if (is_of(variant, {&measures::fisher})) return -value;
  const bool has_sign = variant.id.ends_with("_signed");
  if (!has_sign && is_of(variant, {&measures::ll4, &measures::ll2, &measures::williams, &measures::chi2,
                                   &measures::phi2, &measures::ell, &measures::bic}))
    return value;
  return direction < 0 ? -value : value;
}

}  // namespace

KeynessTable::KeynessTable(const KeynessChoices& choices, const std::string& language)
    : choices_(choices), measures_(choices.measures.chosen()) {
  if (!choices.sort.empty()) key_ = sort_key(choices.sort, keyness_keys, measures_);
  if (choices.list.empty()) return;
  const Folder folder(language.empty() ? "en" : language);
  const bool written = choices.features.form == "words";
  list_ = read_reference_list(choices.list, [&](std::string_view text) {
    return written ? folder.fold(text).cased : folder.fold(text).folded;
  });
}

void KeynessTable::take_total() {
  if (!list_) return;
  list_->total = choices_.list_total > 0 ? static_cast<std::uint64_t>(choices_.list_total)
                 : list_->total > 0      ? list_->total
                                         : list_->listed;
  if (list_->total < list_->listed && choices_.features.skip == 0 && choices_.features.n == 1)
    throw Error(Errc::usage, "the total of the list is smaller than what its numbers add up to", {choices_.list});
}

/// In the order of the values of --by. A value whose documents have no words, or that has no others beside it, is left
/// out.
std::vector<KeynessComparison> KeynessTable::comparisons(const Contrast& contrast,
                                                         const std::vector<std::string>& values) const {
  std::vector<KeynessComparison> all;
  const auto add = [&](const std::string& value, Contrast::Group target) {
    UnitSides sides(contrast, [&](Contrast::Group group) -> std::optional<Side> {
      return group == target ? Side::target : Side::reference;
    });
    KeynessComparison one{value, std::move(sides), 0, 0, false};
    one.target_words = one.sides.facts(Side::target).words;
    one.reference_words = list_ ? list_->total : one.sides.facts(Side::reference).words;
    one.few = one.sides.units(Side::target) < fewest_documents ||
              (!list_ && one.sides.units(Side::reference) < fewest_documents);
    all.push_back(std::move(one));
  };
  if (choices_.by.empty()) {
    add({}, 0);
    return all;
  }
  std::vector<Contrast::Group> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](Contrast::Group a, Contrast::Group b) { return values[a] < values[b]; });
  for (const Contrast::Group group : order) add(values[group], group);
  std::erase_if(all, [](const KeynessComparison& one) { return one.target_words == 0 || one.reference_words == 0; });
  return all;
}

void KeynessTable::choose_key(const std::vector<KeynessLine>& lines) {
  if (!choices_.sort.empty()) return;
  key_ = by_expected;
  for (std::size_t i = measures_.size(); i-- > 0;)
    if (std::any_of(lines.begin(), lines.end(), [&](const KeynessLine& line) { return !std::isnan(line.values[i]); }))
      key_ = first_measure + i;
}

double KeynessTable::key_of(const KeynessLine& line) const {
  switch (key_) {
    case by_n_target:
      return real(line.sums.n[0]);
    case by_n_reference:
      return real(line.sums.n[1]);
    case by_expected:
      return line.expected;
    case by_documents_target:
      return real(line.sums.documents[0]);
    case by_documents_reference:
      return real(line.sums.documents[1]);
    case by_p:
      return -line.p;
    case by_feature:
      return 0;
    default:
      return strength(*measures_[key_ - first_measure], line.values[key_ - first_measure], line.direction);
  }
}

void KeynessTable::arrange(std::vector<KeynessLine>& lines) const {
  const auto unwanted = [&](const KeynessLine& line) {
    return (choices_.keys == "positive" && line.direction <= 0) || (choices_.keys == "negative" && line.direction >= 0);
  };
  std::erase_if(lines, unwanted);
  for (KeynessLine& line : lines) line.key = key_of(line);
  const auto rank = [](const KeynessLine& line) { return line.direction == 0 ? -2 : line.direction; };
  std::sort(lines.begin(), lines.end(), [&](const KeynessLine& a, const KeynessLine& b) {
    if (a.comparison != b.comparison) return a.comparison < b.comparison;
    if (rank(a) != rank(b)) return rank(a) > rank(b);
    if (const int order = compare_keys(a.key, b.key); order != 0) return order < 0;
    const double far_a = key_ == by_feature ? 0 : std::abs(real(a.sums.n[0]) - a.expected);
    const double far_b = key_ == by_feature ? 0 : std::abs(real(b.sums.n[0]) - b.expected);
    return far_a != far_b ? far_a > far_b : a.feature < b.feature;
  });
  limit_runs(lines, choices_.limit, [](const KeynessLine& a, const KeynessLine& b) {
    return a.comparison == b.comparison && a.direction == b.direction;
  });
}

std::vector<Column> KeynessTable::columns() const {
  std::vector<Column> rest;
  for (const char* name : {"n_target", "n_reference", "words_target", "words_reference", "expected_if_equal_rate",
                           "documents_target", "documents_reference"})
    rest.push_back({name, true});
  for (const Variant* measure : measures_) rest.push_back({std::string(measure->id), true});
  if (choices_.token_p) rest.push_back({"log10_p_tokens", true});
  rest.insert(rest.end(), {{"p", true}, {"p_adjusted", true}, {"flags"}});
  return columns_by({{"feature"}},
                    choices_.by.empty() ? std::vector<std::string>() : std::vector<std::string>{choices_.by}, rest);
}

/// The warnings that touch every row of a comparison.
std::string KeynessTable::common_flags(const KeynessComparison& comparison, bool shared) const {
  const Contrast::Facts& target = comparison.sides.facts(Side::target);
  const Contrast::Facts& reference = comparison.sides.facts(Side::reference);
  const auto length = [](const Contrast::Facts& facts) { return real(facts.words) / real(facts.documents); };
  const double ratio = list_ ? 1 : length(target) / length(reference);
  WarningFlags flags;
  flags.raise(target.documents == 1 || reference.documents == 1, "W01");
  flags.raise(comparison.few, "W02");
  flags.raise(choices_.token_p || std::any_of(measures_.begin(), measures_.end(),
                                              [](const Variant* one) { return assumes_tokens(*one); }),
              "W03");
  flags.raise(!list_ && (target.languages != reference.languages || ratio > unlike_length || ratio < 1 / unlike_length),
              "W08");
  flags.raise(target.duplicates + reference.duplicates > 0, "W12");
  flags.raise(target.draft || reference.draft, "W13");
  flags.raise(shared && !comparison.few && !list_ && choices_.cluster.empty(), "W25");
  return flags.text();
}

std::vector<Cell> KeynessTable::cells(const KeynessLine& line, const KeynessComparison& comparison,
                                      const std::string& flags) const {
  std::string name(several_ ? book_of_feature(line.feature) : std::string_view());
  if (!name.empty()) name.back() = ':';
  std::vector<Cell> cells{name.append(code_of_feature(line.feature))};
  if (!choices_.by.empty()) cells.emplace_back(comparison.value);
  add_counts(cells, {line.sums.n[0], line.sums.n[1], comparison.target_words, comparison.reference_words});
  cells.emplace_back(line.expected);
  cells.push_back(whole(line.sums.documents[0]));
  cells.push_back(list_ ? Cell() : whole(line.sums.documents[1]));
  for (const double value : line.values) cells.emplace_back(value);
  if (choices_.token_p) cells.emplace_back(line.token_p);
  cells.insert(cells.end(), {Cell(line.p), Cell(line.p_adjusted), text_or_nothing(flags)});
  return cells;
}

Table KeynessTable::table(Contrast& contrast, const std::vector<std::string>& values, bool shared) {
  take_total();
  std::vector<KeynessComparison> all = comparisons(contrast, values);
  Table table{columns(), {}};
  const auto no_words = [&](const KeynessComparison& one) {
    return one.target_words + (list_ ? 0 : one.reference_words) == 0;
  };
  if (contrast.units().empty() || std::all_of(all.begin(), all.end(), no_words)) {
    if (!choices_.by.empty() && !contrast.units().empty())
      throw Error(Errc::filter, "--by needs two values with words, and there are fewer");
    return table;
  }
  if (all.front().target_words == 0)
    throw Error(Errc::filter, "the target has no words", {},
                choices_.target.empty() ? "" : "see what -a and --where leave");
  if (all.front().reference_words == 0)
    throw Error(Errc::filter, "the reference has no words", {},
                choices_.target.empty() ? "" : "see what -a, -b and --where leave");
  std::vector<KeynessLine> lines = keyness_lines(contrast, all, list_, choices_, measures_);
  tested_ = static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](const KeynessLine& line) { return !std::isnan(line.p); }));
  choose_key(lines);
  arrange(lines);
  several_ = std::any_of(lines.begin(), lines.end(), [&](const KeynessLine& line) {
    return book_of_feature(line.feature) != book_of_feature(lines.front().feature);
  });
  std::vector<std::string> common;
  for (const KeynessComparison& one : all) common.push_back(common_flags(one, shared));
  std::set<std::string> raised;
  for (const KeynessLine& line : lines) {
    WarningFlags own;
    own.raise(line.least_expected < static_cast<double>(rare), "W04");
    own.raise(!std::isnan(line.p) && tested_ > large_family, "W22");
    std::set<std::string> ids;
    WarningFlags::gather(common[line.comparison], ids);
    WarningFlags::gather(own.text(), ids);
    std::string flags;
    for (const std::string& id : ids) flags += (flags.empty() ? "" : " ") + id;
    WarningFlags::gather(flags, raised);
    table.rows.push_back(cells(line, all[line.comparison], flags));
  }
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
