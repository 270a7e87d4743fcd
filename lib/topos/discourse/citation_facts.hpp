// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// Where a sentence stands.
struct TextPlace {
  std::uint32_t group = 0;  ///< of DocumentCitations::groups
  std::uint32_t line = 0;
  std::uint32_t sentence = 0;           ///< in the whole document, from 1
  std::uint32_t analysis_sentence = 0;  ///< in the analysis text, from 1; 0 outside it
  ByteSpan span;                        ///< of what is listed: a marker, or the sentence
  std::string section;
};

/// An entry of the document's list of references.
struct ListedReference {
  std::uint32_t line = 0;
  ByteSpan span;
  std::string number;  ///< that it has in the list, else its place there, from 1
  std::vector<std::string> authors;
  std::vector<std::string> years;  ///< the year of publication first
  std::string title;
  std::string container;
  std::vector<std::string> urls;
  std::string doi;
  std::string language;
  std::vector<std::string> flaws;  ///< as the finding `reference` has them
  std::string duplicate_of;
  std::string tracking;
  std::uint64_t times_cited = 0;  ///< markers of the whole document that name it
  std::string text;

  /// "Cau 2018", "Lechner et al. 2019", or its title or number where it has no author.
  [[nodiscard]] std::string label() const;
};

/// A work that is cited, told apart from others whatever they are called.
struct CitedWork {
  std::string key;        ///< the same for one work in the lists of several documents
  std::string label;      ///< "Cau 2018"; of one that the list does not have what its marker calls it: "[7]"
  std::string reference;  ///< its title, else the document and its number there
  auto operator<=>(const CitedWork&) const = default;
};

/// A place where the text that counts cites.
struct CitationPlace {
  TextPlace place;
  std::string marker;
  std::string form;                     ///< numeric, superscript or author_year
  bool integral = false;                ///< the author is part of the sentence
  std::vector<std::string> references;  ///< as the marker names them
  std::vector<std::size_t> entries;     ///< of the list that they mean, each once
  std::vector<std::string> missing;     ///< references that the list does not have
  std::string author;                   ///< of an integral one, as written
  std::string verb;                     ///< beside the author or the marker
  std::string text;                     ///< of the sentence
};

/// What makes a sentence one that a reader may want a source for.
enum class ClaimSign : std::uint8_t { number, date, cause, superlative, attribution };
inline constexpr std::array<std::string_view, 5> claim_sign_names{"number", "date", "cause", "superlative",
                                                                  "attribution"};
using ClaimSigns = std::bitset<claim_sign_names.size()>;

/// A sentence without citation that has a sign of a claim.
struct UncitedSentence {
  TextPlace place;
  ClaimSigns signs;
  bool paragraph_cited = false;  ///< another sentence of the paragraph cites
  std::string text;
};

/// Sentences of one section and group.
struct SectionCount {
  std::uint32_t group = 0;
  std::string section;
  std::uint64_t sentences = 0;
  std::uint64_t cited = 0;
};

/// Sentences that a voice speaks in.
struct VoiceCount {
  std::uint32_t group = 0;
  std::string voice;    ///< author, vague, unknown, attributed, attributed:CODE, cited
  std::string speaker;  ///< as written where there is no code; the label of the cited work
  CitedWork work;       ///< of `cited`
  std::uint64_t sentences = 0;
};

/// A sentence in which somebody else than its author speaks, once for each voice.
struct SpeakerPlace {
  TextPlace place;
  VoiceCount voice;
  std::string text;
};

/// Who gives whose word: an edge of the graph of attributions.
struct AttributionEdge {
  enum class Relation : std::uint8_t {
    attributes,  ///< a text to a speaker
    cites,       ///< a text to a reference
    rests_on     ///< a speaker to a reference that is cited for what he says
  };
  std::uint32_t group = 0;
  Relation relation = Relation::attributes;
  std::string from;  ///< empty: the group's text
  std::string to;    ///< a speaker, or the label of a work
  CitedWork work;    ///< of an edge that leads to one
  std::uint32_t sentence = 0;
};
inline constexpr std::array<std::string_view, 3> edge_relation_names{"attributes", "cites", "rests_on"};

/// What is kept of one document; lists that were not asked for are empty.
struct DocumentCitations {
  struct Group {
    std::vector<std::string> values;  ///< of the fields of --by
    std::uint64_t sentences = 0;
  };
  std::string document;
  bool selected = false;
  std::vector<Group> groups;
  std::vector<std::string> values;  ///< of --by for the whole document; empty text for fields of places
  std::vector<ListedReference> list;
  std::vector<CitationPlace> citations;
  std::vector<UncitedSentence> uncited;
  std::vector<SectionCount> sections;
  std::vector<VoiceCount> voices;
  std::vector<SpeakerPlace> speakers;
  std::vector<AttributionEdge> edges;
};

}  // namespace topos
