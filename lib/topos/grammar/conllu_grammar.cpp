// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <initializer_list>

#include "topos/grammar/conllu.hpp"

namespace topos {
namespace {

constexpr std::uint32_t longest_chunk = 64;

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

/// The Penn tag if the parser gives one, else the tag nearest to the universal one.
Tag tag_of(const ConlluWord& word) {
  std::string name = word.xpos;
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (name == "prp$") return Tag::prp;
  if (name == "wp$") return Tag::wp;
  if (const std::optional<Tag> tag = tag_named(name)) return word.form == "of" && *tag == Tag::in ? Tag::of : *tag;
  const auto has = [&](std::string_view feature) { return word.features.find(feature) != std::string::npos; };
  if (word.upos == "VERB" || word.upos == "AUX") {
    if (has("VerbForm=Ger") || (has("VerbForm=Part") && has("Tense=Pres"))) return Tag::vbg;
    if (has("VerbForm=Part")) return Tag::vbn;
    if (has("VerbForm=Inf")) return Tag::vb;
    return has("Tense=Past") ? Tag::vbd : has("Person=3") ? Tag::vbz : Tag::vbp;
  }
  static constexpr std::pair<std::string_view, Tag> universal[] = {
      {"NOUN", Tag::nn},    {"PROPN", Tag::nnp}, {"PRON", Tag::prp}, {"ADJ", Tag::jj},   {"ADV", Tag::rb},
      {"DET", Tag::dt},     {"ADP", Tag::in},    {"SCONJ", Tag::in}, {"CCONJ", Tag::cc}, {"NUM", Tag::cd},
      {"PUNCT", Tag::punc}, {"INTJ", Tag::uh},   {"PART", Tag::to}};
  for (const auto& pair : universal)
    if (pair.first == word.upos) return pair.second;
  return Tag::fw;
}

/// Makes a SentenceGrammar of a tree. What concerns a word is looked up over its children, which are collected once.
class TreeReader {
 public:
  TreeReader(const ConlluSentence& sentence, SentenceGrammar& out) : words_(sentence.words), out_(out) {}

  void read() {
    out_.clear();
    chunk_of_.assign(words_.size(), no_index);
    clause_of_.assign(words_.size(), no_index);
    children_.assign(words_.size(), {});
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      const std::uint8_t part = i > 0 && words_[i - 1].token == words_[i].token ? 1 : 0;
      out_.words.push_back({{words_[i].token, words_[i].token + 1}, tag_of(words_[i]), part});
      if (words_[i].head != no_index) children_[words_[i].head].push_back(i);
    }
    for (std::uint32_t i = 0; i < words_.size(); ++i)
      if (is_nominal(i)) add_chunk(i);
    for (std::uint32_t i = 0; i < words_.size(); ++i) link_chunk(i);
    add_groups();
    for (std::uint32_t i = 0; i < words_.size(); ++i)
      if (clause_of_[i] != no_index) fill_clause(i);
    for (std::uint32_t i = 0; i < words_.size(); ++i)
      if (clause_of_[i] != no_index) infer_subject(i);
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, std::initializer_list<std::string_view> relations) const {
    return is_one_of(words_[i].relation, relations);
  }
  /// The first child of `i` under one of the relations.
  [[nodiscard]] std::uint32_t child(std::uint32_t i, std::initializer_list<std::string_view> relations) const {
    const auto found =
        std::find_if(children_[i].begin(), children_[i].end(), [&](std::uint32_t one) { return is(one, relations); });
    return found == children_[i].end() ? no_index : *found;
  }
  [[nodiscard]] bool is_nominal(std::uint32_t i) const {
    return is_one_of(words_[i].upos, {"NOUN", "PROPN", "PRON"}) ||
           is(i, {"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "nsubj:outer"});
  }
  /// Whether `i` is a verb, or the predicate of a copula.
  [[nodiscard]] bool is_predicate(std::uint32_t i) const {
    if (is(i, {"aux", "aux:pass", "cop", "case", "mark"})) return false;
    return words_[i].upos == "VERB" ||
           child(i, {"cop", "nsubj", "nsubj:pass", "obj", "obl:agent", "aux:pass"}) != no_index ||
           words_[i].features.find("Voice=Pass") != std::string::npos;
  }

  void add_chunk(std::uint32_t head) {
    // A name's further words, a possessor and what a noun before another noun is belong to the chunk of their head.
    if (is(head, {"flat", "compound", "flat:name", "fixed", "goeswith", "nmod:poss"})) return;
    const std::uint32_t free = out_.chunks.empty() ? 0 : out_.chunks.back().words.end;
    if (head < free) return;
    NounChunk chunk;
    chunk.head = head;
    chunk.words = {head, head + 1};
    while (chunk.words.begin > free && head - chunk.words.begin < longest_chunk &&
           modifies(chunk.words.begin - 1, head))
      --chunk.words.begin;
    for (const std::uint32_t i : children_[head])
      if (i == chunk.words.end && is(i, {"flat", "flat:name", "compound", "fixed", "nummod"})) ++chunk.words.end;
    chunk.possessor = child(head, {"nmod:poss"});
    chunk.preposition = child(head, {"case"});
    chunk.temporal = is(head, {"obl:tmod", "obl:npmod", "obl:unmarked"});
    chunk_of_[head] = static_cast<std::uint32_t>(out_.chunks.size());
    out_.chunks.push_back(chunk);
  }

  /// Whether `i` stands before `head` in its chunk: it depends on a word between, as no preposition or conjunction
  /// does, or is a possessor's 's.
  [[nodiscard]] bool modifies(std::uint32_t i, std::uint32_t head) const {
    const std::uint32_t above = words_[i].head;
    if (above == no_index || above > head) return false;
    if (above < i) return out_.words[i].tag == Tag::pos && is(above, {"nmod:poss"});
    return above > i && !is(i, {"cc", "mark", "nsubj", "obj", "advmod:emph", "punct"}) &&
           !(is(i, {"case"}) && above == head);
  }

  void link_chunk(std::uint32_t head) {
    const std::uint32_t chunk = chunk_of_[head];
    const std::uint32_t above = words_[head].head;
    if (chunk == no_index || above == no_index || chunk_of_[above] == no_index) return;
    if (is(head, {"conj"})) out_.chunks[chunk].coordinated = chunk_of_[above];
    const std::uint32_t preposition = out_.chunks[chunk].preposition;
    if (is(head, {"nmod"}) && preposition != no_index && words_[preposition].form == "of")
      out_.chunks[chunk].of = chunk_of_[above];
  }

  /// Verb groups in the order of their heads.
  void add_groups() {
    std::vector<std::uint32_t> predicate_of(words_.size(), no_index);
    for (std::uint32_t i = 0; i < words_.size(); ++i)
      if (is_predicate(i)) {
        const std::uint32_t copula = child(i, {"cop"});
        predicate_of[copula == no_index ? i : copula] = i;
      }
    for (std::uint32_t head = 0; head < words_.size(); ++head)
      if (predicate_of[head] != no_index) add_group(head, predicate_of[head]);
  }

  void add_group(std::uint32_t head, std::uint32_t predicate) {
    VerbGroup group;
    group.head = head;
    group.copular = head != predicate;
    group.words = {head, head + 1};
    bool to = false;
    bool auxiliary = false;
    for (const std::uint32_t i : children_[predicate]) {
      const bool infinitive_mark = is(i, {"mark"}) && out_.words[i].tag == Tag::to;
      if (is(i, {"aux", "aux:pass"}) || infinitive_mark) group.words.begin = std::min(group.words.begin, i);
      if (is(i, {"aux", "aux:pass"}) && out_.words[i].tag == Tag::md) group.modal = i;
      group.passive = group.passive || is(i, {"aux:pass", "nsubj:pass"});
      group.negated = group.negated || is_one_of(words_[i].form, {"not", "n't", "n’t", "never"});
      to = to || infinitive_mark;
      auxiliary = auxiliary || (is(i, {"aux", "aux:pass"}) && is_finite(out_.words[i].tag));
    }
    group.passive =
        !group.copular && (group.passive || words_[predicate].features.find("Voice=Pass") != std::string::npos);
    const Tag tag = out_.words[head].tag;
    if (!auxiliary)
      group.form = to || tag == Tag::vb ? VerbForm::infinitive
                   : tag == Tag::vbg    ? VerbForm::ing
                   : tag == Tag::vbn    ? VerbForm::participle
                                        : VerbForm::finite;
    Clause clause;
    clause.verb = static_cast<std::uint32_t>(out_.verbs.size());
    clause_of_[predicate] = clause.verb;
    out_.verbs.push_back(group);
    out_.clauses.push_back(clause);
  }

  [[nodiscard]] Argument argument(std::uint32_t word) const {
    Argument made;
    if (word == no_index) return made;
    made.word = word;
    made.chunk = chunk_of_[word];
    made.rule = GrammarRule::given;
    made.confidence = Confidence::high;
    return made;
  }

  void fill_clause(std::uint32_t predicate) {
    Clause& clause = out_.clauses[clause_of_[predicate]];
    clause.subject = argument(child(predicate, {"nsubj:pass", "nsubj", "nsubj:outer"}));
    clause.object = argument(child(predicate, {"obj"}));
    clause.agent = argument(child(predicate, {"obl:agent"}));
    for (const std::uint32_t i : children_[predicate])
      if (!clause.agent.found() && out_.verbs[clause.verb].passive && is(i, {"obl"}) &&
          child(i, {"case"}) != no_index && words_[child(i, {"case"})].form == "by")
        clause.agent = argument(i);
    const std::uint32_t above = words_[predicate].head;
    if (above == no_index || chunk_of_[above] == no_index || !words_[predicate].relation.starts_with("acl")) return;
    clause.antecedent = chunk_of_[above];
    for (const Argument* one : {&clause.subject, &clause.object})
      if (one->found() && (out_.words[one->word].tag == Tag::wdt || out_.words[one->word].tag == Tag::wp))
        clause.pronoun = one->word;
  }

  /// A coordinated verb and a complement without a subject have that of the verb above; a participle has the noun
  /// above.
  void infer_subject(std::uint32_t predicate) {
    Clause& clause = out_.clauses[clause_of_[predicate]];
    const std::uint32_t above = words_[predicate].head;
    if (clause.subject.found() || above == no_index) return;
    if (words_[predicate].relation.starts_with("acl")) {
      clause.subject = argument(chunk_of_[above] == no_index ? no_index : above);
      clause.subject.inferred = true;
    } else if (clause_of_[above] != no_index && is(predicate, {"conj", "xcomp"})) {
      const Clause& upper = out_.clauses[clause_of_[above]];
      clause.subject = is(predicate, {"xcomp"}) && upper.object.found() ? upper.object : upper.subject;
      clause.subject.inferred = true;
      clause.antecedent = upper.antecedent;
      clause.pronoun = upper.pronoun;
    }
    if (!clause.subject.found()) clause.subject = {};
  }

  const std::vector<ConlluWord>& words_;
  SentenceGrammar& out_;
  std::vector<std::uint32_t> chunk_of_;
  std::vector<std::uint32_t> clause_of_;
  std::vector<std::vector<std::uint32_t>> children_;
};

}  // namespace

void read_conllu_grammar(const ConlluSentence& sentence, SentenceGrammar& out) { TreeReader(sentence, out).read(); }

}  // namespace topos
