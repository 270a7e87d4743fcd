// SPDX-License-Identifier: Apache-2.0
#include "keyness_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "cells.hpp"
#include "sort_key.hpp"
#include "topos/base/error.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/statistics/distributions.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

/// What rows can be sorted by beside the measures.
enum : std::size_t { by_n_target, by_n_reference, by_expected, by_documents_target, by_documents_reference, by_p, by_feature, first_measure };
constexpr std::array<std::string_view, first_measure> fixed_keys{"n_target", "n_reference", "expected_if_equal_rate", "documents_target", "documents_reference",
                                                                 "p",        "feature"};

constexpr double unlike_length = 2;  // W08

bool is_of(const Variant& variant, std::initializer_list<const Measure*> measures) {
  return std::find(measures.begin(), measures.end(), find_measure(variant.id).measure) != measures.end();
}

/// Probabilities and limits, which a few documents do not give.
bool is_inference(const Variant& variant) { return is_of(variant, {&measures::fisher, &measures::specificity, &measures::conservative_log_ratio}); }

/// Figures that take every word for a draw of its own.
bool assumes_tokens(const Variant& variant) {
  return is_inference(variant) || variant.id == "log_odds_prior" ||
         is_of(variant, {&measures::ll4, &measures::ll2, &measures::williams, &measures::chi2, &measures::bic});
}

/// Greater where the feature is a stronger key of its direction.
double strength(const Variant& variant, double value, int direction) {
  if (is_of(variant, {&measures::fisher})) return -value;
  const bool has_sign = variant.id.ends_with("_signed");
  if (!has_sign && is_of(variant, {&measures::ll4, &measures::ll2, &measures::williams, &measures::chi2, &measures::phi2, &measures::ell, &measures::bic}))
    return value;
  return direction < 0 ? -value : value;
}

/// The feature of a code is its book, a tab and its id.
std::string_view name_of(std::string_view feature) { return feature.substr(feature.find('\t') + 1); }
std::string_view book_of(std::string_view feature) { return feature.substr(0, feature.size() - name_of(feature).size()); }

}  // namespace

void KeynessChoices::declare(Options& options) {
  options.section("Comparison");
  options.list("-a,--target", target, "TEST[,TEST]", "The documents that pass are the target");
  options.list("-b,--against", reference, "TEST[,TEST]", "The documents that pass are the reference; else all that are no target");
  options.list("--reference", reference_paths, "PATH", "The documents of this file or folder are the reference");
  options.text("--reference-list", list, "FILE", "A frequency list is the reference: feature, tab, n");
  options.number("--reference-total", list_total, 1, std::int64_t{1} << 53, "Words that the list was counted in; else #total in it, or what it adds up to");
  options.text("--cluster", cluster, "FIELD", "Documents that share this metadata field are one in the test");
  options.section("Features");
  features.declare(options);
  options.number("--level", level, 1, 16, "Fold codes to their first N parts; overlapping hits of a fold count once");
  options.number("--min", least, 1, 1'000'000'000, "Only features that occur so often in both together; default: 5");
  options.number("--min-documents", least_documents, 1, 1'000'000'000, "Only features in so many documents of both together");
  options.section("Measures");
  measures.declare(options);
  options.real("--k", k, 1e-9, 1e9, "What simple_maths adds to rates in a million; default: 1");
  options.flag("--token-p", token_p, "Show the logarithm of ll4's p, too, which takes words for independent");
  adjust.declare(options);
  options.choice("--keys", keys, {"both", "positive", "negative"}, "Keys of the target, of the reference, or both");
  options.text("--sort", sort, "COLUMN", "Sort by a measure that is shown or another column of numbers, or feature; else by the first measure");
  options.number("--limit", limit, 1, 1'000'000'000, "Only the first N keys of each direction");
}

void KeynessChoices::check(bool codes) const {
  const int references = static_cast<int>(!target.empty()) + static_cast<int>(!reference_paths.empty()) + static_cast<int>(!list.empty());
  if (references != 1)
    throw Error(Errc::usage, "keyness needs a reference: one of -a, --reference and --reference-list", {}, "for example -a genre=oped -b genre=article");
  if (target.empty() && !reference.empty()) throw Error(Errc::usage, "-b goes with -a");
  if (list.empty() && list_total > 0) throw Error(Errc::usage, "--reference-total goes with --reference-list");
  const bool of_words = features.n > 1 || features.skip > 0 || features.form != "folded" || !features.lemmas.empty() || !features.stop.empty() ||
                        features.no_numbers || features.punctuation;
  if (codes && of_words) throw Error(Errc::usage, "-n, --skip, --of, --lemmas, --stop, --no-numbers and --punctuation are about words, but codes are compared");
}

KeynessTable::KeynessTable(const KeynessChoices& choices, const std::string& language) : choices_(choices), measures_(choices.measures.chosen()) {
  if (!choices.sort.empty()) key_ = sort_key(choices.sort, fixed_keys, measures_);
  if (choices.list.empty()) return;
  const Folder folder(language.empty() ? "en" : language);
  const bool written = choices.features.form == "words";
  list_ = read_reference_list(choices.list, [&](std::string_view text) { return written ? folder.fold(text).cased : folder.fold(text).folded; });
}

std::vector<KeynessTable::Line> KeynessTable::counted(Contrast& contrast, const FeatureTable& features) const {
  std::vector<Line> lines;
  for (const Contrast::Row& row : contrast.rows()) {
    if (row.n[0] + row.n[1] < static_cast<std::uint64_t>(choices_.least)) continue;
    if (row.documents[0] + row.documents[1] < static_cast<std::uint64_t>(choices_.least_documents)) continue;
    lines.push_back({features.text(row.feature), row, 0, 0, 0, undefined, undefined, undefined, {}, 0});
  }
  return lines;
}

/// The features of the target and of the list.
std::vector<KeynessTable::Line> KeynessTable::listed(Contrast& contrast, const FeatureTable& features) {
  std::vector<Line> lines;
  const auto add = [&](std::string_view feature, Contrast::Row row) {
    const bool enough =
        row.n[0] + row.n[1] >= static_cast<std::uint64_t>(choices_.least) && row.documents[0] >= static_cast<std::uint64_t>(choices_.least_documents);
    if (enough) lines.push_back({feature, row, 0, 0, 0, undefined, undefined, undefined, {}, 0});
  };
  std::set<std::string_view> met;
  for (Contrast::Row row : contrast.rows()) {
    const std::string_view feature = features.text(row.feature);
    const auto found = list_->n.find(std::string(name_of(feature)));
    if (found != list_->n.end()) {
      row.n[1] = found->second;
      met.insert(found->first);
    }
    add(feature, row);
  }
  // --min-documents is about the target here, which has none of the rest.
  for (const auto& [feature, n] : list_->n) {
    if (met.contains(feature)) continue;
    Contrast::Row row;
    row.n[1] = n;
    if (choices_.least_documents == 1 && n >= static_cast<std::uint64_t>(choices_.least))
      lines.push_back({feature, row, 0, 0, 0, undefined, undefined, undefined, {}, 0});
  }
  return lines;
}

void KeynessTable::measure(std::vector<Line>& lines, double target_words, double reference_words) const {
  AssociationSettings settings;
  settings.k = choices_.k;
  settings.tests = std::max<double>(1, static_cast<double>(lines.size()));
  for (Line& line : lines) {
    const ContingencyTable table = ContingencyTable::of_corpora(real(line.row.n[0]), target_words, real(line.row.n[1]), reference_words);
    line.direction = direction(table);
    line.expected = table.E11();
    line.least_expected = std::min(table.E11(), table.E21());
    for (const Variant* measure : measures_) line.values.push_back(defined_or_nan(std::get<AssociationFunction>(measure->function)(table, settings)));
    if (choices_.token_p)
      line.token_p = defined_or_nan(log10_chi_square_upper(std::get<AssociationFunction>(measures::ll4.variants[0].function)(table, settings), 1));
  }
}

void KeynessTable::test(std::vector<Line>& lines, const Contrast& contrast) const {
  const std::size_t targets = contrast.units(Side::target);
  const std::size_t references = contrast.units(Side::reference);
  const bool few = targets < fewest_documents || (!list_ && references < fewest_documents);
  for (Line& line : lines)
    for (std::size_t i = 0; few && i < measures_.size(); ++i)
      if (is_inference(*measures_[i])) line.values[i] = undefined;
  for (Line& line : lines)
    if (few) line.token_p = undefined;
  if (few || list_) return;
  RankTest ranks(targets, references);
  std::vector<double> target;
  std::vector<double> reference;
  for (Line& line : lines) {
    contrast.rates(line.row, Side::target, target);
    contrast.rates(line.row, Side::reference, reference);
    line.p = ranks(target, reference).p;
  }
  choices_.adjust.adjust(lines);  // what --limit leaves out is tested all the same
}

double KeynessTable::key_of(const Line& line) const {
  switch (key_) {
    case by_n_target: return real(line.row.n[0]);
    case by_n_reference: return real(line.row.n[1]);
    case by_expected: return line.expected;
    case by_documents_target: return real(line.row.documents[0]);
    case by_documents_reference: return real(line.row.documents[1]);
    case by_p: return -line.p;
    case by_feature: return 0;
    default: return strength(*measures_[key_ - first_measure], line.values[key_ - first_measure], line.direction);
  }
}

void KeynessTable::arrange(std::vector<Line>& lines) const {
  const auto unwanted = [&](const Line& line) {
    return (choices_.keys == "positive" && line.direction <= 0) || (choices_.keys == "negative" && line.direction >= 0);
  };
  std::erase_if(lines, unwanted);
  for (Line& line : lines) line.key = key_of(line);
  const auto rank = [](const Line& line) { return line.direction == 0 ? -2 : line.direction; };
  std::sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) {
    if (rank(a) != rank(b)) return rank(a) > rank(b);
    if (const int order = compare_keys(a.key, b.key); order != 0) return order < 0;
    const double far_a = key_ == by_feature ? 0 : std::abs(real(a.row.n[0]) - a.expected);
    const double far_b = key_ == by_feature ? 0 : std::abs(real(b.row.n[0]) - b.expected);
    return far_a != far_b ? far_a > far_b : a.feature < b.feature;
  });
  limit_runs(lines, choices_.limit, [](const Line& a, const Line& b) { return a.direction == b.direction; });
}

std::vector<Column> KeynessTable::columns() const {
  std::vector<Column> columns{{"feature"}};
  for (const char* name : {"n_target", "n_reference", "words_target", "words_reference", "expected_if_equal_rate", "documents_target", "documents_reference"})
    columns.push_back({name, true});
  for (const Variant* measure : measures_) columns.push_back({std::string(measure->id), true});
  if (choices_.token_p) columns.push_back({"log10_p_tokens", true});
  columns.insert(columns.end(), {{"p", true}, {"p_adjusted", true}, {"flags"}});
  return columns;
}

/// The warnings that touch every row.
std::string KeynessTable::common_flags(const Contrast& contrast, bool shared) const {
  const Contrast::Facts& target = contrast.facts(Side::target);
  const Contrast::Facts& reference = contrast.facts(Side::reference);
  const auto length = [](const Contrast::Facts& facts) { return real(facts.words) / real(facts.documents); };
  const double ratio = list_ ? 1 : length(target) / length(reference);
  WarningFlags flags;
  flags.raise(target.documents == 1 || reference.documents == 1, "W01");
  const bool few = contrast.units(Side::target) < fewest_documents || (!list_ && contrast.units(Side::reference) < fewest_documents);
  flags.raise(few, "W02");
  flags.raise(choices_.token_p || std::any_of(measures_.begin(), measures_.end(), [](const Variant* one) { return assumes_tokens(*one); }), "W03");
  flags.raise(!list_ && (target.languages != reference.languages || ratio > unlike_length || ratio < 1 / unlike_length), "W08");
  flags.raise(target.duplicates + reference.duplicates > 0, "W12");
  flags.raise(target.draft || reference.draft, "W13");
  flags.raise(shared && !few && !list_ && choices_.cluster.empty(), "W25");
  return flags.text();
}

std::vector<Cell> KeynessTable::cells(const Line& line, std::uint64_t target_words, std::uint64_t reference_words, const std::string& flags) const {
  std::string name(several_ ? book_of(line.feature) : std::string_view());
  if (!name.empty()) name.back() = ':';
  std::vector<Cell> cells{name.append(name_of(line.feature))};
  add_counts(cells, {line.row.n[0], line.row.n[1], target_words, reference_words});
  cells.emplace_back(line.expected);
  cells.push_back(whole(line.row.documents[0]));
  cells.push_back(list_ ? Cell() : whole(line.row.documents[1]));
  for (const double value : line.values) cells.emplace_back(value);
  if (choices_.token_p) cells.emplace_back(line.token_p);
  cells.insert(cells.end(), {Cell(line.p), Cell(line.p_adjusted), text_or_nothing(flags)});
  return cells;
}

Table KeynessTable::table(Contrast& contrast, const FeatureTable& features, bool shared) {
  if (list_) {
    list_->total = choices_.list_total > 0 ? static_cast<std::uint64_t>(choices_.list_total) : list_->total > 0 ? list_->total : list_->listed;
    if (list_->total < list_->listed && choices_.features.skip == 0 && choices_.features.n == 1)
      throw Error(Errc::usage, "the total of the list is smaller than what its numbers add up to", {choices_.list});
  }
  const std::uint64_t target_words = contrast.facts(Side::target).words;
  const std::uint64_t reference_words = list_ ? list_->total : contrast.facts(Side::reference).words;
  Table table{columns(), {}};
  if (target_words + (list_ ? 0 : reference_words) == 0) return table;
  if (target_words == 0) throw Error(Errc::filter, "the target has no words", {}, choices_.target.empty() ? "" : "see what -a and --where leave");
  if (reference_words == 0) throw Error(Errc::filter, "the reference has no words", {}, choices_.target.empty() ? "" : "see what -a, -b and --where leave");
  std::vector<Line> lines = list_ ? listed(contrast, features) : counted(contrast, features);
  measure(lines, real(target_words), real(reference_words));
  test(lines, contrast);
  tested_ = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [](const Line& line) { return !std::isnan(line.p); }));
  if (choices_.sort.empty()) {
    key_ = by_expected;
    for (std::size_t i = measures_.size(); i-- > 0;)
      if (std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return !std::isnan(line.values[i]); })) key_ = first_measure + i;
  }
  arrange(lines);
  several_ = std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return book_of(line.feature) != book_of(lines.front().feature); });
  const std::string common = common_flags(contrast, shared);
  std::set<std::string> raised;
  for (const Line& line : lines) {
    WarningFlags own;
    own.raise(line.least_expected < static_cast<double>(rare), "W04");
    own.raise(!std::isnan(line.p) && tested_ > large_family, "W22");
    std::set<std::string> ids;
    WarningFlags::gather(common, ids);
    WarningFlags::gather(own.text(), ids);
    std::string flags;
    for (const std::string& id : ids) flags += (flags.empty() ? "" : " ") + id;
    WarningFlags::gather(flags, raised);
    table.rows.push_back(cells(line, target_words, reference_words, flags));
  }
  WarningFlags::print(raised);
  return table;
}

}  // namespace topos::cli
