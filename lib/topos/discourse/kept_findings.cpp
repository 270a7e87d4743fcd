// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/kept_findings.hpp"

#include <memory>
#include <string>

namespace topos {
namespace {

template <class Enumeration>
void archive_choice(FieldArchive& archive, std::string_view name, Enumeration& value, std::size_t size) {
  auto number = static_cast<std::uint32_t>(value);
  archive.whole(name, number);
  if (archive.reads() && number >= size) archive.wrong(name, "the number of a kind");
  value = static_cast<Enumeration>(number);
}

void archive_number(FieldArchive& archive, std::string_view name, std::uint32_t& value, std::size_t size) {
  archive.whole(name, value);
  if (archive.reads() && value >= size) archive.wrong(name, "the number of an item");
}

void archive_names(FieldArchive& archive, std::string_view name, std::vector<std::string>& names) {
  archive.texts(name, names);
}

void archive_date(FieldArchive& archive, std::string_view name, std::optional<Date>& date) {
  std::string text = date ? date_text(*date) : std::string();
  archive.text(name, text);
  if (!archive.reads()) return;
  date = text.empty() ? std::nullopt : parse_date(text);
  if (!text.empty() && !date) archive.wrong(name, "a date");
}

/// The text of a sentence, which what is found in it shares: it stands with the first of them alone.
class SentenceTexts {
 public:
  void archive(FieldArchive& archive, std::uint32_t sentence, std::shared_ptr<const std::string>& text) {
    const bool again = last_ && sentence == sentence_;
    std::string bytes = again || !text ? std::string() : *text;
    archive.text("text", bytes);
    if (archive.reads()) text = again ? last_ : std::make_shared<const std::string>(std::move(bytes));
    last_ = text;
    sentence_ = sentence;
  }

 private:
  std::shared_ptr<const std::string> last_;
  std::uint32_t sentence_ = 0;
};

void archive_sections(FieldArchive& archive, SectionCounts& sections) {
  archive.list("sections", sections, [&](std::pair<std::string, std::uint64_t>& one) {
    archive.text("name", one.first);
    archive.whole("n", one.second);
  });
}

void archive_numbers(FieldArchive& archive, std::string_view name, std::vector<std::uint32_t>& numbers) {
  archive.list(name, numbers, [&](std::uint32_t& one) { archive.whole("n", one); });
}

}  // namespace

void archive_groups(FieldArchive& archive, std::vector<std::vector<std::string>>& groups) {
  archive.list("groups", groups, [&](std::vector<std::string>& one) { archive.group("by", one); });
}

void archive_fields(FieldArchive& archive, DocumentTriads& triads) {
  archive.text("document", triads.document);
  archive.text("language", triads.language);
  archive.whole("supported", triads.supported);
  archive.whole("selected", triads.selected);
  archive_groups(archive, triads.groups);
  archive.whole("looked_for", triads.aligned.sentences);
  archive.whole("aligned", triads.aligned.found);
  archive.list("rows", triads.rows, [&](TriadRow& one) {
    archive.text("id", one.id);
    archive.whole("sentence", one.sentence);
    archive.whole("analysis_sentence", one.analysis_sentence);
    archive.whole("line", one.line);
    archive.whole("begin", one.span.begin);
    archive.whole("end", one.span.end);
    archive_number(archive, "group", one.group, triads.groups.size());
    archive.whole("clause", one.clause);
    for (const auto& [name, text] :
         {std::pair("source", &one.source), std::pair("class", &one.action), std::pair("quad", &one.quad),
          std::pair("verb", &one.verb), std::pair("target", &one.target), std::pair("roles", &one.roles),
          std::pair("text", &one.text), std::pair("sentence_text", &one.sentence_text), std::pair("coder", &one.coder)})
      archive.text(name, *text);
    archive.whole("symmetric", one.symmetric);
    archive.whole("negated", one.negated);
    auto polarity = static_cast<std::uint32_t>(one.polarity + 1);
    archive_number(archive, "polarity", polarity, 3);
    one.polarity = static_cast<int>(polarity) - 1;
    archive.pooled("modality", one.modality);
    archive.pooled("rule", one.rule);
    archive.pooled("confidence", one.confidence);
    archive.whole("machine", one.machine);
    archive.whole("kept", one.kept);
    archive.whole("decided", one.decided);
  });
}

void archive_fields(FieldArchive& archive, DocumentActorSets& sets) {
  archive.text("document", sets.document);
  archive.whole("selected", sets.selected);
  archive.whole("draft", sets.draft);
  archive_groups(archive, sets.groups);
  archive.list("sentences", sets.sentences, [&](DocumentActorSets::Sentence& one) {
    archive_number(archive, "group", one.group, sets.groups.size());
    archive.whole("number", one.number);
    archive_names(archive, "actors", one.actors);
  });
}

void archive_events(FieldArchive& archive, DocumentEvents& events, std::size_t groups) {
  SentenceTexts texts;
  archive.list("mentions", events.mentions, [&](EventMention& one) {
    for (const auto& [name, text] :
         {std::pair("id", &one.id), std::pair("document", &one.document), std::pair("source", &one.source),
          std::pair("words", &one.words), std::pair("clause", &one.clause), std::pair("precision", &one.time.precision),
          std::pair("relation", &one.time.relation), std::pair("anchor", &one.time.anchor),
          std::pair("action", &one.action)})
      archive.text(name, *text);
    archive.whole("sentence", one.sentence);
    archive.whole("analysis_sentence", one.analysis_sentence);
    archive_number(archive, "group", one.group, groups);
    archive.whole("line", one.line);
    archive.whole("begin", one.begin);
    archive.whole("end", one.end);
    archive_date(archive, "first", one.time.first);
    archive_date(archive, "last", one.time.last);
    archive_names(archive, "actors", one.actors);
    archive_names(archive, "domains", one.domains);
    archive_names(archive, "cases", one.cases);
    archive.whole("projected", one.projected);
    archive.whole("denied", one.denied);
    texts.archive(archive, one.sentence, one.text);
  });
  archive.list("links", events.links, [&](EventLink& one) {
    archive.index("cause", one.cause, events.mentions);
    archive.index("effect", one.effect, events.mentions);
    archive.text("marker", one.marker);
    archive.whole("negated", one.negated);
    archive.whole("supposed", one.supposed);
    archive.whole("before_cause", one.before_cause);
  });
}

void archive_relations(FieldArchive& archive, std::vector<Relation>& relations, std::size_t groups) {
  SentenceTexts texts;
  archive.list("relations", relations, [&](Relation& one) {
    for (const auto& [name, text] :
         {std::pair("source", &one.source), std::pair("target", &one.target), std::pair("id", &one.id),
          std::pair("words", &one.words), std::pair("document", &one.document), std::pair("teller", &one.teller)})
      archive.text(name, *text);
    archive_choice(archive, "kind", one.kind, relation_classes);
    archive_choice(archive, "rule", one.rule, relation_rules);
    archive.whole("negated", one.negated);
    archive.whole("supposed", one.supposed);
    archive.pooled("modality", one.modality);
    archive.whole("sentence", one.sentence);
    archive.whole("analysis_sentence", one.analysis_sentence);
    archive_number(archive, "group", one.group, groups);
    archive.whole("line", one.line);
    archive.whole("begin", one.begin);
    archive.whole("end", one.end);
    texts.archive(archive, one.sentence, one.text);
  });
}

void archive_fields(FieldArchive& archive, DocumentPromises& promises) {
  archive.text("document", promises.document);
  archive.whole("selected", promises.selected);
  archive.whole("draft", promises.draft);
  archive_names(archive, "values", promises.values);
  archive.whole("words", promises.words);
  archive.list("sections", promises.sections, [&](DocumentPromises::Section& one) {
    archive.text("name", one.name);
    archive.whole("words", one.words);
  });
  archive.list("findings", promises.findings, [&](PromiseFinding& one) {
    archive_choice(archive, "check", one.check, promise_check_names.size());
    archive_choice(archive, "status", one.status, promise_status_names.size());
    archive.text("item", one.item);
    archive.whole("n", one.n);
    archive.text("expected", one.expected);
    archive.whole("value", one.value);
    archive.whole("base", one.base);
    archive_sections(archive, one.sections);
    archive_numbers(archive, "sentences", one.sentences);
  });
  archive.list("uses", promises.uses, [&](CodeUse& one) {
    archive.text("code", one.code);
    archive.whole("n", one.n);
    archive.list("sections", one.sections, [&](std::pair<std::uint32_t, std::uint64_t>& part) {
      archive.index("section", part.first, promises.sections);
      archive.whole("n", part.second);
    });
    archive_numbers(archive, "sentences", one.sentences);
  });
  archive.list("evidence", promises.evidence, [&](PromiseSentence& one) {
    archive_choice(archive, "check", one.check, promise_check_names.size());
    archive_choice(archive, "status", one.status, promise_status_names.size());
    for (const auto& [name, text] : {std::pair("item", &one.item), std::pair("id", &one.id),
                                     std::pair("text", &one.text), std::pair("sentence_text", &one.sentence_text)})
      archive.text(name, *text);
    archive.whole("sentence", one.sentence);
    archive.whole("analysis_sentence", one.analysis_sentence);
    archive.whole("line", one.line);
    archive.whole("begin", one.span.begin);
    archive.whole("end", one.span.end);
    archive.whole("announces", one.announces);
    archive.whole("delivers", one.delivers);
  });
}

}  // namespace topos
