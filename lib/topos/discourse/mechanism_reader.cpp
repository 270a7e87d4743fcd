// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/mechanism_reader.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "topos/annotation/detectors/verb_modality.hpp"
#include "topos/annotation/document_grammar.hpp"
#include "topos/annotation/findings.hpp"
#include "topos/annotation/line_counter.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/discourse/event.hpp"
#include "topos/discourse/suppositions.hpp"
#include "topos/text/language.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {

/// One sentence of a document, with the hits in it and what was found so far.
struct MechanismReader::Place {
  const AnnotatedDocument& annotated;
  const Annotator& annotator;
  const Sentence& sentence;
  const std::string& teller;
  std::uint32_t line;
  std::uint32_t number;  ///< of the sentence in the document, from 0
  std::uint32_t group;   ///< of --by
  std::vector<Relation>& out;
  std::size_t first;
  std::vector<const Hit*> hits = {};
  std::shared_ptr<const std::string> text = {};
  const SentenceGrammar* grammar = nullptr;  ///< once there are hits enough
  std::optional<Suppositions> suppositions = {};

  [[nodiscard]] std::string_view bytes() const { return annotated.document.text; }
  [[nodiscard]] ByteSpan span_of(const SentenceGrammar& read, WordRange words) const {
    const TokenRange tokens = read.tokens_of(words);
    return {annotator.segmentation().tokens[tokens.begin].begin, annotator.segmentation().tokens[tokens.end - 1].end};
  }
  [[nodiscard]] std::string_view folded(const SentenceGrammar& read, std::uint32_t word) const {
    return annotator.vocabulary()[annotator.segmentation().tokens[read.words[word].tokens.end - 1].type].folded;
  }
};

namespace {

/// A sentence gives no more codes to one end, and no more relations.
constexpr std::size_t most_codes = 8;
constexpr std::size_t most_relations = 256;

std::string_view dimension(std::string_view code) { return code.substr(0, code.find('.')); }

/// The words of a noun with what belongs to it by "of" or is joined with it, and with what it is between.
template <class Folded>
WordRange words_of_end(const SentenceGrammar& grammar, std::uint32_t chunk, const Folded& folded) {
  WordRange words = grammar.chunks[chunk].words;
  for (std::uint32_t next = chunk + 1; next < grammar.chunks.size() && next < chunk + most_codes; ++next) {
    const NounChunk& one = grammar.chunks[next];
    const std::string_view preposition = one.preposition == no_index ? std::string_view() : folded(one.preposition);
    const bool of = one.of == next - 1;
    const bool joined = one.coordinated != no_index && one.coordinated >= chunk;
    if (!of && !joined && preposition != "between" && preposition != "among") break;
    words.end = one.words.end;
  }
  return words;
}

bool has_alike(const std::vector<Relation>& found, std::size_t first, const Relation& one) {
  return std::any_of(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(), [&](const Relation& other) {
    return other.source == one.source && other.target == one.target &&
           (other.kind == one.kind || one.rule == Relation::Rule::marker) && other.negated == one.negated;
  });
}

}  // namespace

std::string_view to_string(Relation::Rule rule) noexcept {
  constexpr std::array<std::string_view, relation_rules> names{"verb", "action", "marker"};
  return names[static_cast<std::size_t>(rule)];
}

/// The codes of the hits within a span; of each dimension the first alone, if one is asked for.
std::vector<std::string> MechanismReader::codes_in(const Place& place, ByteSpan span, const CodeSelection& wanted,
                                                   bool one_of_each) const {
  std::vector<std::string> codes;
  auto hit = std::partition_point(place.hits.begin(), place.hits.end(),
                                  [&](const Hit* one) { return one->span.begin < span.begin; });
  for (; hit != place.hits.end() && (*hit)->span.begin < span.end && codes.size() < most_codes; ++hit) {
    const std::string_view code = (*hit)->code();
    if ((*hit)->span.end > span.end || !wanted.selects(code)) continue;
    const bool known = std::any_of(codes.begin(), codes.end(), [&](const std::string& one) {
      return one == code || (one_of_each && dimension(one) == dimension(code));
    });
    if (!known) codes.emplace_back(code);
  }
  return codes;
}

std::vector<std::string> MechanismReader::codes_of(const Place& place, const Argument& argument,
                                                   const CodeSelection& wanted) const {
  if (!argument.found() || argument.chunk == no_index) return {};
  const SentenceGrammar& grammar = *place.grammar;
  const WordRange words =
      words_of_end(grammar, argument.chunk, [&](std::uint32_t word) { return place.folded(grammar, word); });
  return codes_in(place, place.span_of(grammar, words), wanted, false);
}

std::string MechanismReader::teller_of(const Place& place, ByteSpan words) const {
  const Attribution* const told = voice_.at(words);
  if (told == nullptr) return place.teller;
  if (!told->actor.empty()) return std::string(told->actor);
  if (told->kind == Attribution::Kind::vague) return "vague";
  // Who "he" is, the sentence does not say.
  constexpr std::string_view pronouns[] = {"he", "she", "it", "they", "who", "He", "She", "It", "They"};
  const std::string_view source = told->source.in(place.bytes());
  if (source.empty() || std::find(std::begin(pronouns), std::end(pronouns), source) != std::end(pronouns))
    return "unknown";
  return shown_text(source, longest_clause);
}

void MechanismReader::add(Place& place, const std::vector<std::string>& sources,
                          const std::vector<std::string>& targets, const Relation& pattern) const {
  for (const std::string& source : sources)
    for (const std::string& target : targets) {
      if (source == target || is_or_below(source, target) || is_or_below(target, source)) continue;
      Relation relation = pattern;
      relation.source = source;
      relation.target = target;
      if (place.out.size() - place.first >= most_relations || has_alike(place.out, place.first, relation)) continue;
      const std::string name = "relation " + source + ' ' + target;
      relation.id = finding_id(place.annotated.document.id, Finding(name, {pattern.begin, pattern.end})).view();
      relation.document = place.annotated.document.id;
      relation.teller = teller_of(place, {pattern.begin, pattern.end});
      if (!place.suppositions)
        place.suppositions.emplace(place.bytes(), place.annotator.segmentation(), place.annotator.vocabulary(),
                                   place.sentence);
      relation.supposed = place.suppositions->hold(pattern.begin);
      relation.sentence = place.number + 1;
      relation.analysis_sentence = place.sentence.analysis;
      relation.group = place.group;
      relation.line = place.line;
      if (!place.text)
        place.text =
            std::make_shared<const std::string>(shown_text(place.sentence.span.in(place.bytes()), longest_sentence));
      relation.text = place.text;
      place.out.push_back(std::move(relation));
    }
}

void MechanismReader::read_clauses(Place& place) {
  const SentenceGrammar& grammar = *place.grammar;
  for (const Clause& clause : grammar.clauses) {
    const VerbGroup& group = grammar.verbs[clause.verb];
    Relation pattern;
    const ByteSpan verb = place.span_of(grammar, {group.head, group.head + 1});
    pattern.kind = relation_of_verb(place.folded(grammar, group.head));
    if (pattern.kind == RelationClass::none) {
      pattern.rule = Relation::Rule::action;
      auto hit = std::partition_point(place.hits.begin(), place.hits.end(),
                                      [&](const Hit* one) { return one->span.begin < verb.begin; });
      for (; hit != place.hits.end() && (*hit)->span.begin < verb.end && pattern.kind == RelationClass::none; ++hit)
        pattern.kind = relation_of_action((*hit)->code());
    }
    if (pattern.kind == RelationClass::none) continue;
    const std::vector<std::string> sources = codes_of(place, grammar.doer(clause), options_.sources);
    if (sources.empty()) continue;
    pattern.negated = group.negated;
    pattern.modality =
        modality_of_verb(grammar, clause.verb, [&](std::uint32_t word) { return place.folded(grammar, word); });
    pattern.begin = verb.begin;
    pattern.end = verb.end;
    pattern.words = shown_text(place.span_of(grammar, group.words).in(place.bytes()), longest_clause);
    std::vector<std::string> targets = codes_of(place, grammar.undergoer(clause), options_.targets);
    // Who imposes sanctions does not constrain sanctions.
    if (pattern.rule == Relation::Rule::action)
      std::erase_if(targets, [](const std::string& code) { return !is_or_below(code, "actor"); });
    add(place, sources, targets, pattern);
  }
}

/// That of the verb in the marker, of the one right before it ("may have led to"), or of the first of the effect.
std::string_view MechanismReader::modality_of(const Place& place, const CauseLink& link) {
  const SentenceGrammar& grammar = *place.grammar;
  const auto first_behind = [&](std::uint32_t byte) {
    const auto found = std::partition_point(grammar.verbs.begin(), grammar.verbs.end(), [&](const VerbGroup& one) {
      return place.span_of(grammar, one.words).end <= byte;
    });
    return static_cast<std::uint32_t>(found - grammar.verbs.begin());
  };
  const auto modality = [&](std::uint32_t verb) {
    return modality_of_verb(grammar, verb, [&](std::uint32_t word) { return place.folded(grammar, word); });
  };
  const std::uint32_t at = first_behind(link.marker.begin);
  if (at < grammar.verbs.size() && place.span_of(grammar, grammar.verbs[at].words).begin < link.marker.end)
    return modality(at);
  constexpr std::uint32_t near = 16;  // bytes: "may have a multiplier effect on"
  if (at > 0 && place.span_of(grammar, grammar.verbs[at - 1].words).end + near >= link.marker.begin)
    return modality(at - 1);
  const std::uint32_t effect = first_behind(link.effect.begin);
  return effect < grammar.verbs.size() && place.span_of(grammar, grammar.verbs[effect].words).begin < link.effect.end
             ? modality(effect)
             : "none";
}

void MechanismReader::read_causes(Place& place, const DetectorInput& input) {
  causes_.clear();
  words_.read(input, place.sentence);
  find_causes(words_, causes_);
  for (const CauseLink& link : causes_) {
    Relation pattern;
    pattern.rule = Relation::Rule::marker;
    pattern.words = shown_text(link.marker.in(place.bytes()), longest_clause);
    pattern.kind = relation_of_marker(pattern.words);
    pattern.negated = link.negated;
    pattern.modality = modality_of(place, link);
    pattern.begin = link.marker.begin;
    pattern.end = link.marker.end;
    std::vector<std::string> targets = codes_in(place, link.effect, options_.targets, true);
    // "enables Russia to circumvent sanctions": it is Russia that is enabled.
    if (pattern.kind != RelationClass::causes && targets.size() > 1) targets.resize(1);
    add(place, codes_in(place, link.cause, options_.sources, true), targets, pattern);
  }
}

std::vector<Relation> MechanismReader::read(const AnnotatedDocument& annotated, Annotator& annotator) {
  std::vector<Relation> out;
  const Document& document = annotated.document;
  const QueryParts parts = query_.parts(annotated);
  if (!parts.selected || primary_language(document.language) != "en") return out;
  const DetectorInput input{annotated, annotator.segmentation(), annotator.vocabulary()};
  DocumentGrammar& grammar = annotator.begin_grammar(document);
  clauses_.begin(input, {.attributions = true});
  const std::string* told = document.metadata.find(options_.source_field);
  const std::string teller = told == nullptr || told->empty() ? document.id : *told;
  LineCounter lines(document.text);
  auto hit = annotated.hits.begin();
  for (const Sentence& sentence : input.segmentation.sentences) {
    if (parts.group_of[sentence.region] == QueryParts::none) continue;
    const auto number = static_cast<std::uint32_t>(&sentence - input.segmentation.sentences.data());
    Place place{annotated,
                annotator,
                sentence,
                teller,
                lines.line_of(sentence.span.begin),
                number,
                parts.group_of[sentence.region],
                out,
                out.size()};
    for (; hit != annotated.hits.end() && hit->span.begin < sentence.span.end; ++hit)
      if (hit->span.begin >= sentence.span.begin && hit->url != Flag::yes && query_.selects_hit(annotated, *hit))
        place.hits.push_back(&*hit);
    // Two ends are two hits.
    if (place.hits.size() < 2) continue;
    place.grammar = &grammar.of(number);
    const std::optional<Attribution>& continued = clauses_.continued(number);
    voice_.take(clauses_.attributions(number), continued);
    read_clauses(place);
    read_causes(place, input);
    std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(place.first), out.end(),
                     [](const Relation& a, const Relation& b) { return a.begin < b.begin; });
  }
  return out;
}

}  // namespace topos
