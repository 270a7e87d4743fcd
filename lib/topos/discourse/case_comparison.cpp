// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/case_comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <tuple>
#include <variant>

#include "topos/base/number.hpp"
#include "topos/statistics/intervals.hpp"
#include "topos/statistics/measure.hpp"

namespace topos {
namespace {

constexpr double base = 1000;

double vector_measure(const Measure& measure, std::size_t variant, const VectorPair& pair) {
  return std::get<VectorFunction>(measure.variants[variant].function)(pair);
}

const CaseValue* variable(const CaseDefinition& one, const std::string& name) {
  const auto found = std::find_if(one.variables.begin(), one.variables.end(),
                                  [&](const auto& member) { return member.first == name; });
  return found == one.variables.end() ? nullptr : &found->second;
}

/// How far two values of a variable are apart, from 0 to 1; nothing unless both are known. `range`: over all cases.
std::optional<double> variable_distance(const CaseValue* a, const CaseValue* b, double range) {
  if (a == nullptr || b == nullptr) return std::nullopt;
  const double* x = std::get_if<double>(a);
  const double* y = std::get_if<double>(b);
  if (x != nullptr && y != nullptr && range > 0) return std::abs(*x - *y) / range;
  return *a == *b ? 0.0 : 1.0;
}

}  // namespace

void CaseSize::add(const CaseText& text) noexcept {
  ++documents;
  sentences += text.sentences.size();
  words += text.words;
  mentions += text.mentions;
}

void CaseComparison::add(DocumentCases one, bool twin) {
  if (!one.selected) return;
  any_ = true;
  draft_ = draft_ || one.draft;
  repeats_ = repeats_ || (twin && !one.texts.empty());
  fields_.resize(one.fields.size());
  for (std::size_t i = 0; i < one.fields.size(); ++i) fields_[i] = fields_[i] || one.fields[i];
  for (const DocumentCases::Cell& cell : one.cells) {
    const CaseText& text = one.texts[cell.text];
    CaseCell& sum = cells_[std::string(cell.kind->code)][{text.number, one.sources[text.source]}];
    sum.n += cell.n;
    sum.sentences += cell.sentences;
  }
  for (const DocumentCases::Overlap& overlap : one.overlaps)
    shared_[{overlap.first, overlap.second}] += overlap.sentences;
  for (CaseText& text : one.texts) {
    sizes_[{text.number, one.sources[text.source]}].add(text);
    members_.push_back({text.number, one.document, std::move(text)});
  }
  for (CaseQuotation& quotation : one.quotations) quotations_.emplace_back(one.document, std::move(quotation));
  if (quotations_.size() > 64 * (most_quotations_ + 1) * size()) quotations_ = quotations();
}

void CaseComparison::take_outcome(const std::string& code, CaseThreshold threshold) {
  std::vector<double> outcomes;
  for (std::size_t number = 0; number < size(); ++number) outcomes.push_back(present(number, code, threshold) ? 1 : 0);
  outcomes_ = std::move(outcomes);
  cells_.erase(code);
}

void CaseComparison::check() const {
  for (std::size_t i = 0; i < fields_.size(); ++i)
    if (any_ && !fields_[i])
      throw Error(Errc::filter,
                  "no document has the field '" + printable(cases_.fields()[i].first) + "' that the case file names",
                  cases_.fields()[i].second);
}

std::vector<std::string> CaseComparison::dimensions() const {
  std::vector<std::string> names;
  for (const auto& [name, cells] : cells_) names.push_back(name);
  return names;
}

CaseSize CaseComparison::text(std::size_t number) const {
  CaseSize sum;
  for (auto at = sizes_.lower_bound({number, {}}); at != sizes_.end() && at->first.number == number; ++at) {
    sum.documents += at->second.documents;
    sum.sentences += at->second.sentences;
    sum.words += at->second.words;
    sum.mentions += at->second.mentions;
  }
  return sum;
}

std::vector<std::vector<std::string>> CaseComparison::sources() const {
  std::set<Source> sources;
  for (const auto& [key, size] : sizes_) sources.insert(key.source);
  return {sources.begin(), sources.end()};
}

CaseSize CaseComparison::text(std::size_t number, const std::vector<std::string>& source) const {
  const auto found = sizes_.find({number, source});
  return found == sizes_.end() ? CaseSize() : found->second;
}

CaseCell CaseComparison::cell(std::size_t number, const std::string& dimension) const {
  CaseCell sum;
  const auto cells = cells_.find(dimension);
  if (cells == cells_.end()) return sum;
  for (auto at = cells->second.lower_bound({number, {}}); at != cells->second.end() && at->first.number == number;
       ++at) {
    sum.n += at->second.n;
    sum.sentences += at->second.sentences;
  }
  return sum;
}

CaseCell CaseComparison::cell(std::size_t number, const std::vector<std::string>& source,
                              const std::string& dimension) const {
  const auto cells = cells_.find(dimension);
  if (cells == cells_.end()) return {};
  const auto found = cells->second.find({number, source});
  return found == cells->second.end() ? CaseCell() : found->second;
}

std::optional<double> CaseComparison::outcome(std::size_t number) const {
  if (outcomes_) return (*outcomes_)[number];
  return cases_.file().cases[number].outcome;
}

double CaseComparison::share(std::size_t number, const std::string& dimension) const {
  const std::uint64_t sentences = text(number).sentences;
  return sentences == 0 ? undefined
                        : static_cast<double>(cell(number, dimension).sentences) / static_cast<double>(sentences);
}

bool CaseComparison::present(std::size_t number, const std::string& dimension, CaseThreshold threshold) const {
  if (threshold == CaseThreshold::one) return cell(number, dimension).sentences > 0;
  std::vector<double> shares;
  for (std::size_t other = 0; other < size(); ++other)
    if (text(other).sentences > 0) shares.push_back(share(other, dimension));
  std::sort(shares.begin(), shares.end());
  return share(number, dimension) > quantile(shares, .5);
}

std::vector<double> CaseComparison::values(std::size_t number, CaseMeasure measure, CaseThreshold threshold) const {
  const CaseSize size = text(number);
  std::vector<double> values;
  for (const auto& [name, cells] : cells_) {
    const CaseCell counted = cell(number, name);
    switch (measure) {
      case CaseMeasure::sentences:
        values.push_back(static_cast<double>(counted.sentences));
        break;
      case CaseMeasure::rate:
        values.push_back(size.words == 0 ? undefined
                                         : base * static_cast<double>(counted.n) / static_cast<double>(size.words));
        break;
      case CaseMeasure::share:
        values.push_back(share(number, name));
        break;
      case CaseMeasure::binary:
        values.push_back(present(number, name, threshold) ? 1 : 0);
        break;
    }
  }
  return values;
}

double CaseComparison::distance(const CasePair& pair, CaseDistance distance, CaseMeasure measure,
                                CaseThreshold threshold) const {
  if (distance == CaseDistance::boolean) measure = CaseMeasure::binary;
  const std::vector<double> a = values(pair.a, measure, threshold);
  const std::vector<double> b = values(pair.b, measure, threshold);
  if (distance == CaseDistance::cosine) return vector_measure(measures::cosine, 1, {a, b, {}});
  std::vector<std::vector<double>> all;
  for (std::size_t number = 0; number < size(); ++number)
    if (text(number).sentences > 0) all.push_back(values(number, measure, threshold));
  double sum = 0;
  double conditions = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto [least, most] =
        std::minmax_element(all.begin(), all.end(), [&](const auto& x, const auto& y) { return x[i] < y[i]; });
    const double range = (*most)[i] - (*least)[i];
    if (!(range > 0) && distance == CaseDistance::gower) continue;
    sum += distance == CaseDistance::boolean ? std::abs(a[i] - b[i]) : std::abs(a[i] - b[i]) / range;
    ++conditions;
  }
  for (const std::string& name : cases_.file().variables) {
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const CaseDefinition& one : cases_.file().cases)
      if (const CaseValue* value = variable(one, name))
        if (const double* number = std::get_if<double>(value)) {
          least = std::min(least, *number);
          most = std::max(most, *number);
        }
    const auto apart =
        variable_distance(variable(cases_.file().cases[pair.a], name), variable(cases_.file().cases[pair.b], name),
                          distance == CaseDistance::gower && most > least ? most - least : 0);
    if (!apart) continue;
    sum += *apart;
    ++conditions;
  }
  return conditions > 0 ? sum / conditions : undefined;
}

std::vector<CasePair> CaseComparison::pairs(CaseDistance distance, CaseMeasure measure, CaseThreshold threshold) const {
  std::vector<CasePair> pairs;
  for (std::size_t a = 0; a < size(); ++a)
    for (std::size_t b = a + 1; b < size(); ++b) {
      if (text(a).sentences == 0 || text(b).sentences == 0) continue;
      CasePair pair{a, b, 0, undefined, shared(a, b)};
      pair.distance = this->distance(pair, distance, measure, threshold);
      if (const auto x = outcome(a))
        if (const auto y = outcome(b)) pair.outcome_difference = std::abs(*x - *y);
      pairs.push_back(pair);
    }
  const auto key = [](const CasePair& pair) {
    const double known = std::isnan(pair.outcome_difference) ? -1 : pair.outcome_difference;
    return std::tuple(std::isnan(pair.distance), std::isnan(pair.distance) ? 0 : pair.distance, -known);
  };
  std::stable_sort(pairs.begin(), pairs.end(), [&](const CasePair& x, const CasePair& y) { return key(x) < key(y); });
  return pairs;
}

std::uint64_t CaseComparison::shared(std::size_t a, std::size_t b) const {
  const auto found = shared_.find({std::min(a, b), std::max(a, b)});
  return found == shared_.end() ? 0 : found->second;
}

std::vector<std::pair<std::string, CaseQuotation>> CaseComparison::quotations() const {
  auto all = quotations_;
  std::stable_sort(all.begin(), all.end(), [](const auto& x, const auto& y) {
    return std::tuple(x.second.number, y.second.codes, x.second.words) <
           std::tuple(y.second.number, x.second.codes, y.second.words);
  });
  std::vector<std::pair<std::string, CaseQuotation>> kept;
  std::size_t run = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    run = i > 0 && all[i - 1].second.number == all[i].second.number ? run + 1 : 1;
    if (run <= most_quotations_) kept.push_back(all[i]);
  }
  return kept;
}

}  // namespace topos
