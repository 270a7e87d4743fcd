// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/sentence_actors.hpp"

#include <algorithm>

#include "topos/codebook/codebook.hpp"

namespace topos {
namespace {

/// The walk to the left passes marks only, so that it is short; a hostile run of marks ends it.
constexpr std::uint32_t longest_look = 16;

bool is_governed(const MarkedSentence& sentence, std::uint32_t actor) {
  const std::uint32_t first = actor - std::min(actor - sentence.range.begin, longest_look);
  for (std::uint32_t at = actor; at-- > first;) {
    const std::uint16_t roles = sentence.roles_of(at);
    if ((roles & (role_comma | role_cut)) != 0) return false;
    if (sentence.units[at].kind == TokenKind::word) return (roles & role_preposition) != 0;
  }
  return false;
}

}  // namespace

bool is_actor(std::string_view code) noexcept {
  return is_or_below(code, "actor") && !is_or_below(code, "actor.scholar");
}

void SentenceActors::find(const MarkedSentence& sentence) {
  actors_.clear();
  before_.clear();
  free_.clear();
  for (const MarkedHit& mark : sentence.marks) {
    if ((mark.roles & hit_actor) == 0) continue;
    const auto number = static_cast<std::uint32_t>(actors_.size());
    actors_.push_back(&mark);
    before_.emplace_back(mark.units.end, number);
    if (!is_governed(sentence, mark.units.begin)) free_.emplace_back(mark.units.end, number);
  }
  close(before_);
  close(free_);
}

void SentenceActors::close(Ends& ends) {
  std::sort(ends.begin(), ends.end());
  for (std::size_t i = 1; i < ends.size(); ++i) ends[i].second = std::max(ends[i].second, ends[i - 1].second);
}

const MarkedHit* SentenceActors::last(const Ends& ends, std::uint32_t unit) const {
  const auto behind =
      std::partition_point(ends.begin(), ends.end(), [&](const auto& one) { return one.first <= unit; });
  return behind == ends.begin() ? nullptr : actors_[std::prev(behind)->second];
}

std::vector<const MarkedHit*>::const_iterator SentenceActors::from(std::uint32_t unit) const {
  return std::partition_point(actors_.begin(), actors_.end(),
                              [&](const MarkedHit* actor) { return actor->units.begin < unit; });
}

const MarkedHit* SentenceActors::first_from(std::uint32_t unit) const {
  const auto found = from(unit);
  return found == actors_.end() ? nullptr : *found;
}

const MarkedHit* SentenceActors::first_within(TokenRange units) const {
  for (auto at = from(units.begin); at != actors_.end() && (*at)->units.begin < units.end; ++at)
    if ((*at)->units.end <= units.end) return *at;
  return nullptr;
}

const MarkedHit* SentenceActors::first_at(TokenRange units) const {
  for (auto at = from(units.begin); at != actors_.end() && (*at)->units.begin == units.begin; ++at)
    if ((*at)->units.end <= units.end) return *at;
  return nullptr;
}

}  // namespace topos
