// SPDX-License-Identifier: Apache-2.0
#include "comparison/sensitivity_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "cells.hpp"
#include "topos/statistics/rank_correlation.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

double sum(const std::vector<double>& values) {
  double all = 0;
  for (const double value : values) all += value;
  return all;
}

/// What a reader would say otherwise of the groups. That too few units are left for an interval says nothing.
Turn turn_of(const RateContrast& base, const RateContrast& other, Variation variation) {
  const bool turns = base.difference * other.difference < 0;
  const bool lost = variation == Variation::unit && std::isnan(other.difference_interval.lower);
  const bool shown = excludes_zero(base.difference_interval);
  if (!lost && (shown != excludes_zero(other.difference_interval) || (shown && turns))) return Turn::flip;
  return turns ? Turn::sign : Turn::none;
}

}  // namespace

SensitivityLines::SensitivityLines(const ComparedGroups& groups, const Comparison& comparison,
                                   const VariedCounts& varied, const SensitivityChoices& choices,
                                   PairedClusters& paired)
    : groups_(groups), comparison_(comparison), varied_(varied), choices_(choices),
      place_(groups.documents().names().size()), paired_(paired) {
  for (const std::size_t side : {0U, 1U})
    for (const std::uint32_t document : comparison.documents[side]) {
      documents_.push_back(document);
      place_[document] = static_cast<std::uint32_t>(documents_.size());
      words_.push_back(groups.documents().words(document));
    }
  add_codes();
}

/// Codes with hits, also those that have some in a variation alone.
void SensitivityLines::add_codes() {
  std::map<VariedCounts::Code, CodeHits> known;
  for (const auto& [code, units] : groups_.codes()) {
    CodeHits& one = known[code];
    one.hits.resize(documents_.size());
    for (const DocumentUnits& unit : units)
      if (const std::uint32_t place = place_[unit.document]; place > 0) {
        one.hits[place - 1] = unit.units;
        one.draft = one.draft || groups_.documents().is_draft(unit.document);
      }
  }
  const auto meet = [&](const VariedCounts::Changes& changes) {
    for (const auto& [code, documents] : changes) known[code].hits.resize(documents_.size());
  };
  for (const auto& [pattern, changes] : varied_.patterns()) meet(changes);
  for (const VariedCounts::OtherRegions& other : varied_.regions()) meet(other.hits);
  for (auto& [code, one] : known) {
    one.code = code;
    one.n = sum(one.hits);
    if (one.n < static_cast<double>(choices_.least) && (one.n > 0 || choices_.least > 1)) continue;
    n_.push_back(one.n);
    codes_.push_back(std::move(one));
  }
}

std::vector<SensitivityLine> SensitivityLines::lines() {
  add_baseline();
  if (choices_.patterns) add_patterns();
  if (choices_.units) add_units();
  for (std::size_t i = 0; i < choices_.regions.size(); ++i) add_regions(i);
  if (choices_.weights) add_variation(Variation::weights, {}, changed_codes(varied_.weighted()), words_);
  if (choices_.lengths) add_lengths();
  return std::move(lines_);
}

TwoGroups SensitivityLines::two_groups(const Values& words, std::span<const Values* const> columns) const {
  std::vector<ComparedDocument> documents;
  for (std::size_t place = 0; place < documents_.size(); ++place) {
    const DocumentName& name = groups_.documents().names()[documents_[place]];
    documents.push_back({name.id,
                         name.cluster,
                         groups_.stratum(documents_[place]),
                         place >= comparison_.documents[0].size(),
                         {words[place]}});
    for (const Values* column : columns) documents.back().counts.push_back((*column)[place]);
  }
  return TwoGroups(std::move(documents));
}

std::vector<RateContrast> SensitivityLines::contrasts(const Values& words,
                                                      const std::vector<const Values*>& columns) const {
  std::vector<RateContrast> all;
  for (std::size_t begin = 0; begin < columns.size(); begin += columns_at_a_time) {
    const std::size_t size = std::min(columns_at_a_time, columns.size() - begin);
    const std::vector<RateContrast> some =
        two_groups(words, std::span(columns).subspan(begin, size)).t_contrasts(confidence);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

SensitivityLine SensitivityLines::line_of(std::size_t code, Variation variation, const std::string& changed,
                                          double n) const {
  SensitivityLine line;
  line.comparison = &comparison_;
  line.code = codes_[code].code;
  line.variation = variation;
  line.changed = changed;
  line.n_all = codes_[code].n;
  line.n = n;
  line.draft = codes_[code].draft;
  line.units = units_;
  line.lone_unit = lone_unit_;
  return line;
}

/// `n`: what all codes count in the line's variation.
void SensitivityLines::rank(SensitivityLine& line, std::size_t code, const std::vector<double>& n, double tau) const {
  const auto before = [&](const std::vector<double>& counts) {
    return std::count_if(counts.begin(), counts.end(), [&](double one) { return one > counts[code]; });
  };
  line.rank_shift = static_cast<double>(before(n) - before(n_));
  line.tau = tau;
}

/// Tells how far the line is from what is counted if nothing is done otherwise.
void SensitivityLines::judge(SensitivityLine& line, std::size_t code) const {
  line.change = std::abs(line.contrast.difference - base_[code].difference);
  if (line.n_all >= rare) line.turn = turn_of(base_[code], line.contrast, line.variation);
}

void SensitivityLines::add_baseline() {
  std::vector<const Values*> columns;
  for (const CodeHits& one : codes_) columns.push_back(&one.hits);
  base_ = contrasts(words_, columns);
  const TwoGroups two = two_groups(words_, {});
  units_ = {two.references(), two.targets()};
  paired_.see(two);
  lone_unit_ = two.has_lone_unit();
  for (std::size_t code = 0; code < codes_.size(); ++code) {
    SensitivityLine line = line_of(code, Variation::nothing, {}, codes_[code].n);
    line.contrast = base_[code];
    line.tau = undefined;
    line.rank_shift = undefined;
    lines_.push_back(std::move(line));
  }
}

SensitivityLines::Values SensitivityLines::replaced(const Values& hits,
                                                    const std::vector<DocumentHits>& changes) const {
  Values other = hits;
  for (const DocumentHits& one : changes)
    if (const std::uint32_t place = place_[one.document]; place > 0) other[place - 1] = one.hits;
  return other;
}

std::vector<SensitivityLines::Varied> SensitivityLines::changed_codes(const VariedCounts::Changes& changes) const {
  std::vector<Varied> varied;
  for (std::size_t code = 0; code < codes_.size(); ++code) {
    const auto found = changes.find(codes_[code].code);
    if (found == changes.end()) continue;
    Values hits = replaced(codes_[code].hits, found->second);
    if (hits == codes_[code].hits) continue;
    const double n = sum(hits);
    varied.push_back({code, std::move(hits), n});
  }
  return varied;
}

void SensitivityLines::add_variation(Variation variation, const std::string& changed, std::vector<Varied> varied,
                                     const Values& words) {
  add_variations(variation, {{changed, std::move(varied)}}, words);
}

void SensitivityLines::add_variations(Variation variation, const std::vector<Changed>& all, const Values& words) {
  std::vector<const Values*> columns;
  for (const Changed& one : all)
    for (const Varied& varied : one.codes) columns.push_back(&varied.hits);
  const std::vector<RateContrast> found = contrasts(words, columns);
  auto contrast = found.begin();
  for (const Changed& one : all) {
    std::vector<double> n = n_;
    for (const Varied& varied : one.codes) n[varied.code] = varied.n;
    const double tau = kendall_tau_b(n_, n);
    for (const Varied& varied : one.codes) {
      SensitivityLine line = line_of(varied.code, variation, one.what, varied.n);
      line.contrast = *contrast++;
      rank(line, varied.code, n, tau);
      judge(line, varied.code);
      lines_.push_back(std::move(line));
    }
  }
}

/// As many patterns at once as there are columns for.
void SensitivityLines::add_patterns() {
  const std::size_t first = lines_.size();
  std::vector<Changed> some;
  std::size_t columns = 0;
  const auto flush = [&] {
    add_variations(Variation::pattern, some, words_);
    some.clear();
    columns = 0;
  };
  for (const auto& [pattern, changes] : varied_.patterns()) {
    some.push_back({std::string(pattern.second), changed_codes(changes)});
    columns += some.back().codes.size();
    if (columns >= columns_at_a_time) flush();
  }
  flush();
  if (choices_.strongest) keep_strongest_patterns(first);
}

/// Of the lines from number `first` on, those of the pattern whose loss changes a code's hits most, of the one that
/// changes its difference most, and of those without which another conclusion is drawn.
void SensitivityLines::keep_strongest_patterns(std::size_t first) {
  const auto from = lines_.begin() + static_cast<std::ptrdiff_t>(first);
  std::map<VariedCounts::Code, std::array<const SensitivityLine*, 2>> strongest;
  for (auto line = from; line != lines_.end(); ++line) {
    auto& [of_hits, of_difference] = strongest[line->code];
    if (of_hits == nullptr || std::abs(line->n - line->n_all) > std::abs(of_hits->n - of_hits->n_all)) of_hits = &*line;
    if (line->change > (of_difference == nullptr ? 0 : of_difference->change)) of_difference = &*line;
  }
  std::vector<SensitivityLine> kept;
  for (auto line = from; line != lines_.end(); ++line) {
    const auto& [of_hits, of_difference] = strongest[line->code];
    if (&*line == of_hits || &*line == of_difference || line->turn == Turn::flip) kept.push_back(*line);
  }
  lines_.erase(from, lines_.end());
  lines_.insert(lines_.end(), kept.begin(), kept.end());
}

void SensitivityLines::add_regions(std::size_t number) {
  const VariedCounts::OtherRegions& other = varied_.regions()[number];
  Values words(documents_.size());
  for (std::size_t place = 0; place < documents_.size(); ++place) words[place] = other.words[documents_[place]];
  std::vector<Varied> varied;
  for (std::size_t code = 0; code < codes_.size(); ++code) {
    const auto found = other.hits.find(codes_[code].code);
    Values hits(documents_.size());
    if (found != other.hits.end()) hits = replaced(hits, found->second);
    const double n = sum(hits);
    varied.push_back({code, std::move(hits), n});
  }
  add_variation(Variation::regions, choices_.regions[number], std::move(varied), words);
}

}  // namespace topos::cli
