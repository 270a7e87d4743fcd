// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/actor_sets.hpp"

#include <algorithm>
#include <set>

#include "topos/annotation/detectors/triads.hpp"

namespace topos {
namespace {

constexpr std::size_t most_actors = 64;
constexpr std::size_t most_sentences = 20;

}  // namespace

bool ActorSetReader::is_actor(const Hit& hit) const {
  if (actors_.everything()) return is_triad_actor(hit);
  return hit.url != Flag::yes && actors_.selects(hit.code());
}

DocumentActorSets ActorSetReader::read(const AnnotatedDocument& annotated, const Annotator& annotator) const {
  DocumentActorSets result;
  result.document = annotated.document.id;
  result.draft = annotated.draft_language;
  const QueryParts parts = query_.parts(annotated);
  result.selected = parts.selected;
  if (!parts.selected) return result;
  for (const QueryGroup& group : parts.groups) result.groups.push_back(group.values);
  const Segmentation& cut = annotator.segmentation();
  auto hit = annotated.hits.begin();
  for (const Sentence& sentence : cut.sentences) {
    const std::uint32_t group = parts.group_of[sentence.region];
    std::set<std::string> actors;
    for (; hit != annotated.hits.end() && hit->span.begin < sentence.span.end; ++hit)
      if (group != QueryParts::none && hit->span.begin >= sentence.span.begin && actors.size() < most_actors &&
          is_actor(*hit) && query_.selects_hit(annotated, *hit))
        actors.emplace(query_.row_code(hit->code()));
    if (actors.size() < 2) continue;
    const auto number = static_cast<std::uint32_t>(&sentence - cut.sentences.data()) + 1;
    result.sentences.push_back({group, number, {actors.begin(), actors.end()}});
  }
  return result;
}

void ActorSetTally::add(const DocumentActorSets& document) {
  if (!document.selected) return;
  ++documents_;
  for (const std::vector<std::string>& group : std::set(document.groups.begin(), document.groups.end()))
    ++groups_[group].documents;
  for (const DocumentActorSets::Sentence& sentence : document.sentences) {
    Group& group = groups_[document.groups[sentence.group]];
    if (ends_.empty())
      add_all(sentence, document.document, group);
    else
      add_ends(sentence, document.document, group);
  }
}

void ActorSetTally::count(const Triple& triple, std::uint32_t sentence, const std::string& document,
                          Group& group) const {
  Count& one = group.triples[triple];
  ++one.sentences;
  if (one.last != documents_) ++one.documents;
  one.last = documents_;
  if (one.places.size() < most_sentences) one.places.push_back(document + ':' + std::to_string(sentence));
}

void ActorSetTally::add_all(const DocumentActorSets::Sentence& sentence, const std::string& document, Group& group) {
  std::vector<std::uint32_t> actors;
  for (const std::string& name : sentence.actors) {
    const auto [place, added] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(name);
    actors.push_back(place->second);
  }
  std::sort(actors.begin(), actors.end());
  for (std::size_t i = 0; i < actors.size(); ++i)
    for (std::size_t j = i + 1; j < actors.size(); ++j) {
      ++group.pairs[{actors[i], actors[j]}];
      for (std::size_t k = j + 1; k < actors.size(); ++k)
        count({actors[i], actors[j], actors[k]}, sentence.number, document, group);
    }
}

/// Each end has to have an actor of its own, which is so if any two ends have two together and all three have three.
void ActorSetTally::add_ends(const DocumentActorSets::Sentence& sentence, const std::string& document,
                             Group& group) const {
  const auto members = [&](std::uint32_t wanted) {
    std::size_t n = 0;
    for (const std::string& actor : sentence.actors)
      for (std::uint32_t end = 0; end < 3; ++end)
        if ((wanted >> end & 1U) != 0 && ends_[end].actors.selects(actor)) {
          ++n;
          break;
        }
    return n;
  };
  bool all = members(7) >= 3;
  for (const auto& [a, b] : {Pair{0, 1}, Pair{0, 2}, Pair{1, 2}}) {
    const bool both = members(1U << a) > 0 && members(1U << b) > 0 && members(1U << a | 1U << b) >= 2;
    if (both) ++group.pairs[{a, b}];
    all = all && both;
  }
  if (all) count({0, 1, 2}, sentence.number, document, group);
}

std::vector<ActorTriple> ActorSetTally::triples() const {
  std::vector<ActorTriple> rows;
  const auto pair_of = [](const Group& group, std::uint32_t a, std::uint32_t b) {
    const auto found = group.pairs.find({std::min(a, b), std::max(a, b)});
    return found == group.pairs.end() ? 0 : found->second;
  };
  const auto name_of = [&](std::uint32_t number) { return ends_.empty() ? names_[number] : ends_[number].name; };
  for (const auto& [values, group] : groups_) {
    const std::size_t first = rows.size();
    std::map<Triple, Count> counts = group.triples;
    if (!ends_.empty()) counts.try_emplace({0, 1, 2});
    for (auto& [triple, one] : counts) {
      Triple order = triple;
      if (ends_.empty()) {
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return names_[a] < names_[b]; });
        // The pair that stands together most comes first.
        Triple best = order;
        for (const Triple& other : {Triple{order[0], order[2], order[1]}, Triple{order[1], order[2], order[0]}})
          if (pair_of(group, other[0], other[1]) > pair_of(group, best[0], best[1])) best = other;
        order = best;
      }
      rows.push_back(
          {values,
           {name_of(order[0]), name_of(order[1]), name_of(order[2])},
           one.sentences,
           one.documents,
           {pair_of(group, order[0], order[1]), pair_of(group, order[0], order[2]), pair_of(group, order[1], order[2])},
           std::move(one.places)});
    }
    std::sort(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
              [](const ActorTriple& a, const ActorTriple& b) {
                return a.sentences != b.sentences ? a.sentences > b.sentences : a.names < b.names;
              });
  }
  return rows;
}

std::uint64_t ActorSetTally::documents_of(const std::vector<std::string>& group) const {
  const auto found = groups_.find(group);
  return found == groups_.end() ? 0 : found->second.documents;
}

}  // namespace topos
