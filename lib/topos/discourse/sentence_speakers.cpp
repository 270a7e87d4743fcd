// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/sentence_speakers.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "topos/discourse/cited_work.hpp"

namespace topos {
namespace {

constexpr std::size_t most = 50;  // speakers and works of one sentence

auto key_of(const VoiceCount& one) { return std::tie(one.group, one.voice, one.speaker, one.work.key); }

bool same_author(const std::string& name, const std::string& author) {
  return !author.empty() && name.find(author) != std::string::npos;
}

}  // namespace

void SentenceSpeakers::add(QuotedSpeaker speaker) {
  if (speakers_.size() < most) speakers_.push_back(std::move(speaker));
}

void SentenceSpeakers::add_citation(const CitationPlace& citation, const std::vector<ListedReference>& list,
                                    std::string_view document) {
  const auto add = [&](CitedWork work) {
    if (cited_.size() < most) cited_.push_back({std::move(work), citation.author, citation.place.span.begin});
  };
  for (const std::size_t entry : citation.entries) add(listed_work(list[entry], document));
  for (const std::string& missing : citation.missing) add(unlisted_work(missing, document));
}

void SentenceSpeakers::count_voices(std::uint32_t group, std::vector<VoiceCount>& voices) const {
  std::vector<VoiceCount> own;
  for (const QuotedSpeaker& one : speakers_)
    if (std::none_of(cited_.begin(), cited_.end(),
                     [&](const Cited& work) { return same_author(one.written, work.author); }))
      own.push_back({group, one.voice, one.written, {}, 1});
  for (const Cited& one : cited_) own.push_back({group, "cited", one.work.label, one.work, 1});
  if (own.empty()) own.push_back({group, "author", {}, {}, 1});
  std::sort(own.begin(), own.end(), [](const VoiceCount& a, const VoiceCount& b) { return key_of(a) < key_of(b); });
  own.erase(std::unique(own.begin(), own.end(),
                        [](const VoiceCount& a, const VoiceCount& b) { return key_of(a) == key_of(b); }),
            own.end());
  voices.insert(voices.end(), own.begin(), own.end());
}

const QuotedSpeaker* SentenceSpeakers::speaker_around(std::uint32_t at) const {
  const QuotedSpeaker* found = nullptr;
  for (const QuotedSpeaker& one : speakers_)
    if (one.reach.begin <= at && at <= one.reach.end && (found == nullptr || one.reach.size() < found->reach.size()))
      found = &one;
  return found;
}

void SentenceSpeakers::add_edges(std::uint32_t group, std::uint32_t sentence,
                                 std::vector<AttributionEdge>& edges) const {
  using Relation = AttributionEdge::Relation;
  std::set<std::tuple<Relation, std::string, std::string, std::string>> known;
  const auto add = [&](Relation relation, const std::string& from, const std::string& to, const CitedWork& work) {
    if (known.emplace(relation, from, to, work.key).second)
      edges.push_back({group, relation, from, to, work, sentence});
  };
  std::vector<std::string> nodes;
  for (const QuotedSpeaker& one : speakers_) nodes.push_back(one.node());
  const auto names = [&](const Cited& one) {
    return std::find_if(nodes.begin(), nodes.end(),
                        [&](const std::string& node) { return same_author(node, one.author); });
  };
  for (const Cited& one : cited_)
    if (!one.author.empty() && names(one) == nodes.end()) nodes.push_back(one.author);
  for (const std::string& node : nodes) add(Relation::attributes, {}, node, {});
  for (const Cited& one : cited_) {
    add(Relation::cites, {}, one.work.label, one.work);
    if (!one.author.empty())
      add(Relation::rests_on, *names(one), one.work.label, one.work);
    else if (const QuotedSpeaker* speaker = speaker_around(one.at))
      add(Relation::rests_on, speaker->node(), one.work.label, one.work);
  }
}

void merge_voices(std::vector<VoiceCount>& voices) {
  std::stable_sort(voices.begin(), voices.end(),
                   [](const VoiceCount& a, const VoiceCount& b) { return key_of(a) < key_of(b); });
  std::vector<VoiceCount> merged;
  for (VoiceCount& one : voices) {
    if (merged.empty() || key_of(merged.back()) != key_of(one))
      merged.push_back(std::move(one));
    else
      merged.back().sentences += one.sentences;
  }
  voices = std::move(merged);
}

}  // namespace topos
