// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/sentence_speakers.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "topos/annotation/detectors/word_list.hpp"
#include "topos/discourse/finding_values.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::string_view cited = "cited:";
constexpr std::string_view attributed = "attributed:";
constexpr std::size_t longest_name = 200;
constexpr std::size_t most = 50;  // speakers and references of one sentence

// Words that begin a source in small letters where it does not begin the sentence.
constexpr WordList small({"a",    "an",  "both",  "he",     "her",  "his",     "it",    "its",  "many",
                          "most", "one", "other", "others", "our",  "several", "she",   "some", "such",
                          "that", "the", "their", "these",  "they", "this",    "those", "we"});

/// The source of an attribution as a name: without the number of a paragraph before it, the possessive at its end, and
/// the capital of a sentence.
std::string name_of(std::string_view written) {
  for (const std::string_view ending : {"'s", "’s"})
    if (written.ends_with(ending)) written.remove_suffix(ending.size());
  const std::size_t digits = std::min(written.find_first_not_of("0123456789"), written.size());
  if (digits > 0 && written.substr(digits).starts_with(". ")) written.remove_prefix(digits + 2);
  std::string name = shown_text(written, longest_name);
  if (name.empty()) return name;
  std::string first = name.substr(0, name.find(' '));
  first[0] = ascii_lower(first[0]);
  if (small.has(first)) name[0] = first[0];
  return name;
}

auto key_of(const VoiceCount& one) { return std::tie(one.group, one.voice, one.speaker); }

}  // namespace

std::string SentenceSpeakers::Speaker::node() const {
  if (voice.starts_with(attributed)) return voice.substr(attributed.size());
  return written.empty() ? voice : written;
}

void SentenceSpeakers::add_vague() {
  if (speakers_.size() < most) speakers_.push_back({"vague", {}});
}

void SentenceSpeakers::add_attribution(const Finding& finding, bool vague) {
  if (vague || field_text(finding, "kind") == "vague") return add_vague();
  if (speakers_.size() == most) return;
  const std::string code = field_text(finding, "actor");
  if (code.empty())
    speakers_.push_back({"attributed", name_of(field_text(finding, "source"))});
  else
    speakers_.push_back({std::string(attributed) + code, {}});
}

void SentenceSpeakers::add_citation(const CitationPlace& citation, const std::vector<ListedReference>& list) {
  const auto add = [&](const std::string& number, std::string label) {
    if (cited_.size() < most) cited_.push_back({std::string(cited) + number, std::move(label), citation.author});
  };
  for (const std::size_t entry : citation.entries) add(list[entry].number, list[entry].label());
  for (const std::string& missing : citation.missing) add(missing, {});
}

void SentenceSpeakers::count_voices(std::uint32_t group, std::vector<VoiceCount>& voices) const {
  std::vector<VoiceCount> own;
  for (const Speaker& one : speakers_) own.push_back({group, one.voice, one.written, 1});
  for (const Cited& one : cited_) own.push_back({group, one.voice, one.label, 1});
  if (own.empty()) own.push_back({group, "author", {}, 1});
  std::sort(own.begin(), own.end(), [](const VoiceCount& a, const VoiceCount& b) { return key_of(a) < key_of(b); });
  own.erase(std::unique(own.begin(), own.end(),
                        [](const VoiceCount& a, const VoiceCount& b) { return key_of(a) == key_of(b); }),
            own.end());
  voices.insert(voices.end(), own.begin(), own.end());
}

void SentenceSpeakers::add_edges(std::uint32_t group, std::uint32_t sentence,
                                 std::vector<AttributionEdge>& edges) const {
  using Relation = AttributionEdge::Relation;
  std::set<std::tuple<Relation, std::string, std::string>> known;
  const auto add = [&](Relation relation, const std::string& from, const std::string& to) {
    if (known.emplace(relation, from, to).second) edges.push_back({group, relation, from, to, sentence});
  };
  const auto names = [](const std::string& node, const Cited& one) {
    return node.find(one.author) != std::string::npos;
  };
  std::vector<std::string> nodes;
  for (const Speaker& one : speakers_) nodes.push_back(one.node());
  for (const Cited& one : cited_)
    if (!one.author.empty() &&
        std::none_of(nodes.begin(), nodes.end(), [&](const std::string& node) { return names(node, one); }))
      nodes.push_back(one.author);
  for (const std::string& node : nodes) add(Relation::attributes, {}, node);
  for (const Cited& one : cited_) {
    const std::string reference = one.label.empty() ? '[' + one.voice.substr(cited.size()) + ']' : one.label;
    add(Relation::cites, {}, reference);
    for (const std::string& node : nodes)
      if (one.author.empty() || names(node, one)) add(Relation::rests_on, node, reference);
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
