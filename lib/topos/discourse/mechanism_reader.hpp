// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/attributes/clause_voice.hpp"
#include "topos/annotation/detectors/cause_links.hpp"
#include "topos/annotation/document_clauses.hpp"
#include "topos/annotation/query.hpp"
#include "topos/discourse/relation_class.hpp"
#include "topos/grammar/sentence_grammar.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

/// A sentence that says that one thing enables, compels, constrains or causes another: a cue found by rules.
struct Relation {
  enum class Rule : std::uint8_t {
    verb,    ///< a verb of the lists, its subject and its object
    action,  ///< a verb that is a hit of a class of actions
    marker   ///< what links a cause and an effect
  };
  std::string source;  ///< code
  std::string target;  ///< code
  RelationClass kind = RelationClass::none;
  Rule rule = Rule::verb;
  bool negated = false;
  bool supposed = false;               ///< asked, or made a condition: neither affirmed nor negated
  std::string_view modality = "none";  ///< of the verb: none, low, mid, high, deontic or risk
  std::string id;                      ///< hash of document, codes and place
  std::string words;                   ///< verb or marker
  std::string document;
  std::string teller;                   ///< who says so
  std::uint32_t sentence = 0;           ///< in the document, from 1
  std::uint32_t analysis_sentence = 0;  ///< in the analysis text, from 1; 0 outside it
  std::uint32_t group = 0;              ///< number in the groups of --by
  std::uint32_t line = 0;
  std::uint32_t begin = 0;  ///< bytes of verb or marker
  std::uint32_t end = 0;
  std::shared_ptr<const std::string> text;
};
inline constexpr std::size_t relation_rules = 3;
[[nodiscard]] std::string_view to_string(Relation::Rule rule) noexcept;

/// Reads relations of codes in English documents. One for each worker.
class MechanismReader {
 public:
  struct Options {
    std::string source_field;  ///< metadata field that names who tells; a document without it is a source of its own
    CodeSelection sources;     ///< codes that can act
    CodeSelection targets;     ///< codes that can be acted on
  };

  /// `query` must outlive it.
  MechanismReader(const Query& query, Options options) : query_(query), options_(std::move(options)) {}

  /// The relations of the text that counts, in text order; each source, kind and target once a sentence. None outside
  /// English. Domain: `annotator` has just cut the document into tokens.   Cost: linear in the text.
  [[nodiscard]] std::vector<Relation> read(const AnnotatedDocument& annotated, Annotator& annotator);

 private:
  struct Place;
  void read_clauses(Place& place);
  void read_causes(Place& place, const DetectorInput& input);
  [[nodiscard]] static std::string_view modality_of(const Place& place, const CauseLink& link);
  [[nodiscard]] std::vector<std::string> codes_in(const Place& place, ByteSpan span, const CodeSelection& wanted,
                                                  bool one_of_each) const;
  [[nodiscard]] std::vector<std::string> codes_of(const Place& place, const Argument& argument,
                                                  const CodeSelection& wanted) const;
  /// Who says what stands in a sentence: whoever it is laid to, else the document's source.
  [[nodiscard]] std::string teller_of(const Place& place, ByteSpan words) const;
  void add(Place& place, const std::vector<std::string>& sources, const std::vector<std::string>& targets,
           const Relation& pattern) const;

  const Query& query_;
  Options options_;
  ClauseWords words_;
  std::vector<CauseLink> causes_;
  DocumentClauses clauses_;
  ClauseVoice voice_;  ///< of the sentence at hand
};

}  // namespace topos
