// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/citation_totals.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace topos {

void CitationTotals::add(const DocumentCitations& document, bool repeats) {
  for (const DocumentCitations::Group& one : document.groups) {
    Group& group = groups_[one.values];
    ++group.documents;
    group.sentences += one.sentences;
    group.repeats = group.repeats || repeats;
  }
  add_sections(document);
  for (const VoiceCount& one : document.voices) {
    Voice& voice = voices_[{document.groups[one.group].values, one.voice, one.speaker, one.work.key}];
    if (voice.reference.empty()) voice.reference = one.work.reference;
    ++voice.documents;
    voice.sentences += one.sentences;
  }
  add_edges(document);
}

void CitationTotals::add_sections(const DocumentCitations& document) {
  std::set<std::pair<std::uint32_t, std::string>> met;
  for (const SectionCount& one : document.sections) {
    Sections& sections = sections_[document.groups[one.group].values];
    const auto [place, added] = sections.places.try_emplace(one.section, sections.list.size());
    if (added) sections.list.push_back({one.section, 0, 0, 0});
    Section& section = sections.list[place->second];
    section.sentences += one.sentences;
    section.cited += one.cited;
    section.documents += met.emplace(one.group, one.section).second ? 1U : 0U;
  }
}

void CitationTotals::add_edges(const DocumentCitations& document) {
  std::set<const Edge*> met;
  for (const AttributionEdge& one : document.edges) {
    Edge& edge = edges_[{document.groups[one.group].values, one.relation, one.from, one.to, one.work.key}];
    if (edge.reference.empty()) edge.reference = one.work.reference;
    if (!one.work.key.empty()) works_[one.to].insert(one.work.key);
    ++edge.n;
    if (met.insert(&edge).second) ++edge.documents;
    if (edge.evidence.size() < most_evidence)
      edge.evidence.push_back(document.document + ':' + std::to_string(one.sentence));
  }
}

const std::vector<CitationTotals::Section>& CitationTotals::sections(const Values& group) const {
  static const std::vector<Section> none;
  const auto found = sections_.find(group);
  return found == sections_.end() ? none : found->second.list;
}

std::string CitationTotals::target(const EdgeKey& key, const Edge& edge) const {
  const std::string& label = std::get<3>(key);
  const auto works = works_.find(label);
  const bool one_of_several = !std::get<4>(key).empty() && works != works_.end() && works->second.size() > 1;
  return one_of_several ? label + " (" + edge.reference + ')' : label;
}

bool CitationTotals::adds_up_sections() const noexcept {
  return std::any_of(sections_.begin(), sections_.end(), [](const auto& group) {
    return std::any_of(group.second.list.begin(), group.second.list.end(),
                       [](const Section& one) { return !one.section.empty() && one.documents > 1; });
  });
}

}  // namespace topos
