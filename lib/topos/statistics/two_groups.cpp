// SPDX-License-Identifier: Apache-2.0
#include "topos/statistics/two_groups.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/number.hpp"
#include "topos/statistics/student_error.hpp"

namespace topos {
namespace {

constexpr std::uint64_t stream_step = 0x9E3779B97F4A7C15U;  // keeps the streams of neighbouring pools apart

/// A document and a cluster may share a name and are two units all the same.
using UnitName = std::pair<std::string, bool>;

UnitName unit_of(const ComparedDocument& one) {
  return one.cluster.empty() ? UnitName{one.id, false} : UnitName{one.cluster, true};
}

bool any_in_both(const std::vector<ComparedDocument>& documents) {
  std::map<UnitName, bool> first;
  return std::any_of(documents.begin(), documents.end(), [&](const ComparedDocument& one) {
    const auto [place, is_new] = first.try_emplace(unit_of(one), one.target);
    return place->second != one.target;
  });
}

void add(std::vector<double>& sums, const std::vector<double>& counts, double weight = 1) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += weight * counts[i];
}

}  // namespace

TwoGroups::TwoGroups(std::vector<ComparedDocument> documents) {
  if (!documents.empty()) codes_ = documents.front().counts.size() - 1;
  std::erase_if(documents, [](const ComparedDocument& one) { return !(one.counts.front() > 0); });
  paired_ = any_in_both(documents);
  make_pieces(documents);
  measure();
}

void TwoGroups::make_pieces(const std::vector<ComparedDocument>& documents) {
  // Paired clusters are strata of their own.
  using Stratum = std::pair<std::string, UnitName>;
  std::map<std::tuple<UnitName, Stratum, bool>, std::vector<double>> sums;
  std::map<Stratum, std::uint32_t> strata;
  std::map<UnitName, std::uint32_t> units;
  for (const ComparedDocument& one : documents) {
    const UnitName unit = unit_of(one);
    const Stratum stratum{one.stratum, paired_ ? unit : UnitName()};
    strata.try_emplace(stratum, 0);
    units.try_emplace(unit, 0);
    auto& counts = sums[{unit, stratum, one.target}];
    counts.resize(one.counts.size());
    add(counts, one.counts);
  }
  for (auto& [name, number] : strata) number = strata_++;
  for (auto& [name, number] : units) {
    number = static_cast<std::uint32_t>(names_.size());
    names_.push_back(name.first);
  }
  for (auto& [key, counts] : sums) {
    const auto& [unit, stratum, target] = key;
    pieces_.push_back({strata.at(stratum), units.at(unit), target, std::move(counts)});
    if (!paired_ && pieces_.size() > 1 && pieces_[pieces_.size() - 2].unit == pieces_.back().unit)
      throw Error(Errc::usage, "the documents of cluster '" + printable(unit.first) + "' lie in several strata", {},
                  "take strata that hold whole clusters, or leave out one of the two");
  }
}

void TwoGroups::measure() {
  if (paired_) {
    std::set<std::uint32_t> pairs;
    for (std::size_t i = 1; i < pieces_.size(); ++i)
      if (pieces_[i].stratum == pieces_[i - 1].stratum) pairs.insert(pieces_[i].unit);
    sizes_ = {pairs.size(), pairs.size()};
    return;
  }
  std::map<std::uint32_t, std::array<std::size_t, 2>> of_strata;
  for (const Piece& piece : pieces_) ++of_strata[piece.stratum][piece.target];
  for (const auto& [stratum, sizes] : of_strata) {
    // A stratum with one group only has no part in what is compared.
    if (sizes[0] == 0 || sizes[1] == 0) continue;
    lone_unit_ = lone_unit_ || sizes[0] == 1 || sizes[1] == 1;
    for (const std::size_t side : {0U, 1U}) sizes_[side] += sizes[side];
  }
}

TwoGroups TwoGroups::without(std::size_t unit) const {
  TwoGroups rest;
  rest.paired_ = paired_;
  rest.strata_ = strata_;
  rest.codes_ = codes_;
  for (const Piece& piece : pieces_)
    if (piece.unit != unit) rest.pieces_.push_back(piece);
  rest.measure();
  return rest;
}

std::vector<std::vector<double>> TwoGroups::unit_totals() const {
  std::vector<std::vector<double>> totals(names_.size(), std::vector<double>(codes() + 1));
  for (const Piece& piece : pieces_) add(totals[piece.unit], piece.counts);
  return totals;
}

/// Sums of each stratum's two groups, pieces counted as often as their weights say.
TwoGroups::Strata TwoGroups::sums_of(std::span<const std::uint32_t> weights,
                                     std::span<const std::uint8_t> targets) const {
  Strata strata(strata_, {std::vector<double>(codes() + 1), std::vector<double>(codes() + 1)});
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const double weight = weights.empty() ? 1 : weights[i];
    if (weight > 0)
      add(strata[pieces_[i].stratum][targets.empty() ? pieces_[i].target : targets[i]], pieces_[i].counts, weight);
  }
  return strata;
}

TwoGroups::Combined TwoGroups::combine(const Strata& strata) const {
  Combined all(codes());
  for (const Sides& sides : strata) all.add(sides, 1);
  return all;
}

void TwoGroups::Combined::add(const Sides& sides, double sign) {
  if (!(sides[0][0] > 0 && sides[1][0] > 0)) return;
  const double both = sides[0][0] + sides[1][0];
  weight += sign * (sides[0][0] / both * sides[1][0]);
  for (const std::size_t side : {0U, 1U}) {
    const double other = sign * (sides[1 - side][0] / both);
    words[side] += sign * sides[side][0];
    for (std::size_t code = 0; code < hits[side].size(); ++code) hits[side][code] += sides[side][code + 1] * other;
  }
}

double TwoGroups::Combined::difference(std::size_t code) const {
  return weight > 0 ? (hits[1][code] - hits[0][code]) / weight : undefined;
}

/// Half a hit is shared out among the strata as the words of its group are, and weighted as hits are.
double TwoGroups::Combined::log2_rate_ratio(std::size_t code) const {
  const auto more = [&](std::size_t side) { return hits[side][code] + 0.5 * weight / words[side]; };
  return weight > 0 ? std::log2(more(1) / more(0)) : undefined;
}

/// Units of a stratum and group among themselves, paired units all together.
TwoGroups::Pools TwoGroups::pools() const {
  std::map<std::pair<std::uint32_t, bool>, std::vector<std::size_t>> named;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (paired_ && i > 0 && pieces_[i].unit == pieces_[i - 1].unit) continue;
    named[paired_ ? std::pair{0U, false} : std::pair{pieces_[i].stratum, pieces_[i].target}].push_back(i);
  }
  Pools pools;
  for (auto& [name, pool] : named) pools.push_back(std::move(pool));
  return pools;
}

std::size_t TwoGroups::end_of_unit(std::size_t first) const {
  std::size_t end = first + 1;
  while (end < pieces_.size() && pieces_[end].unit == pieces_[first].unit) ++end;
  return end;
}

/// How often each piece is drawn.
std::vector<std::uint32_t> TwoGroups::draw(const Pools& pools, const BootstrapSettings& settings,
                                           std::uint32_t replicate) const {
  std::vector<std::uint32_t> weights(pieces_.size());
  BootstrapSettings of_pool = settings;
  for (const std::vector<std::size_t>& pool : pools) {
    std::vector<std::uint32_t> drawn(pool.size());
    of_pool.stream += stream_step;
    draw_weights(drawn, of_pool, replicate);
    for (std::size_t i = 0; i < pool.size(); ++i)
      for (std::size_t piece = pool[i]; piece < end_of_unit(pool[i]); ++piece) weights[piece] = drawn[i];
  }
  return weights;
}

std::vector<RateContrast> TwoGroups::observed(const Combined& all) const {
  constexpr Interval none{undefined, undefined};
  std::vector<RateContrast> contrasts;
  for (std::size_t code = 0; code < codes(); ++code)
    contrasts.push_back({all.difference(code), all.log2_rate_ratio(code), none, none, undefined});
  return contrasts;
}

std::vector<RateContrast> TwoGroups::contrasts(const BootstrapSettings& settings, double level) const {
  std::vector<RateContrast> contrasts = observed(combine(sums_of({}, {})));
  if (std::min(sizes_[0], sizes_[1]) < least_documents) return contrasts;
  const Pools drawn_among = pools();
  std::vector<std::vector<double>> differences(codes());
  std::vector<std::vector<double>> ratios(codes());
  for (std::uint32_t replicate = 0; replicate < settings.replicates; ++replicate) {
    const Combined drawn = combine(sums_of(draw(drawn_among, settings, replicate), {}));
    for (std::size_t code = 0; code < codes(); ++code) {
      differences[code].push_back(drawn.difference(code));
      ratios[code].push_back(drawn.log2_rate_ratio(code));
    }
  }
  for (std::size_t code = 0; code < codes(); ++code) {
    double below = 1;
    double above = 1;
    for (const double difference : differences[code]) {
      below += difference <= 0;
      above += difference >= 0;
    }
    RateContrast& contrast = contrasts[code];
    contrast.p = std::min(1.0, 2 * std::min(below, above) / (static_cast<double>(settings.replicates) + 1));
    contrast.difference_interval = percentile_interval(std::move(differences[code]), level);
    contrast.ratio_interval = percentile_interval(std::move(ratios[code]), level);
  }
  return contrasts;
}

/// Sums without the unit whose pieces begin at `first`. `strata` is left as it was.
TwoGroups::Combined TwoGroups::sums_without(std::size_t first, Strata& strata, const Combined& all) const {
  Combined rest = all;
  for (std::size_t piece = first; piece < end_of_unit(first); ++piece) {
    Sides& sides = strata[pieces_[piece].stratum];
    rest.add(sides, -1);
    topos::add(sides[pieces_[piece].target], pieces_[piece].counts, -1);
    rest.add(sides, 1);
  }
  for (std::size_t piece = first; piece < end_of_unit(first); ++piece)
    topos::add(strata[pieces_[piece].stratum][pieces_[piece].target], pieces_[piece].counts);
  return rest;
}

std::vector<RateContrast> TwoGroups::t_contrasts(double level) const {
  Strata strata = sums_of({}, {});
  const Combined all = combine(strata);
  std::vector<RateContrast> contrasts = observed(all);
  if (std::min(sizes_[0], sizes_[1]) < least_documents) return contrasts;
  std::vector<StudentError> differences(codes());
  std::vector<StudentError> ratios(codes());
  for (const std::vector<std::size_t>& pool : pools()) {
    if (pool.size() < 2) continue;
    std::vector<std::vector<double>> of_difference(codes());
    std::vector<std::vector<double>> of_ratio(codes());
    for (const std::size_t first : pool) {
      const Combined rest = sums_without(first, strata, all);
      for (std::size_t code = 0; code < codes(); ++code) {
        of_difference[code].push_back(rest.difference(code));
        of_ratio[code].push_back(rest.log2_rate_ratio(code));
      }
    }
    for (std::size_t code = 0; code < codes(); ++code) {
      differences[code].add(of_difference[code]);
      ratios[code].add(of_ratio[code]);
    }
  }
  for (std::size_t code = 0; code < codes(); ++code) {
    RateContrast& contrast = contrasts[code];
    contrast.difference_interval = differences[code].interval(contrast.difference, level);
    contrast.ratio_interval = ratios[code].interval(contrast.log2_rate_ratio, level);
    contrast.p = differences[code].p(contrast.difference);
  }
  return contrasts;
}

TwoGroups::Samples TwoGroups::samples(std::size_t code) const {
  Samples samples;
  for (const std::size_t side : {0U, 1U}) {
    const Piece* last = nullptr;
    for (const Piece& piece : pieces_) {
      if (piece.target != (side == 1)) continue;
      const bool known = last != nullptr && last->unit == piece.unit;
      for (auto* sums : {&samples.words[side], &samples.hits[side]})
        if (!known) sums->push_back(0);
      samples.words[side].back() += piece.counts[0];
      samples.hits[side].back() += piece.counts[code + 1];
      last = &piece;
    }
  }
  return samples;
}

}  // namespace topos
