// SPDX-License-Identifier: Apache-2.0
// Reads promises, events, relations and sets of actors in any text: what is found lies in the text and joins what is
// there, and what a partial result keeps of it is read back as it was written.
#include <string>

#include "kit/finder.hpp"
#include "law.hpp"
#include "topos/discourse/event_map.hpp"
#include "topos/discourse/event_reader.hpp"
#include "topos/discourse/kept_findings.hpp"
#include "topos/discourse/mechanism.hpp"
#include "topos/discourse/promise_reader.hpp"
#include "topos/discourse/promise_totals.hpp"

namespace {

const std::string& book() {
  using topos::test::code;
  static const std::string text =
      code("actor.norland", "patterns.en = ['norland', 'moscow']") +
      code("actor.org.port", "patterns.en = ['ports?']") + code("action.coerce", "patterns.en = ['sanction*']") +
      code("domain.trade", "patterns.en = ['trade', 'growth']") + code("case.port", "patterns.en = ['harbour']");
  return text;
}

/// What the fields of something are written as, and written as again once they were read.
template <class Item, class Each>
void check_archive(Item& item, const Each& each) {
  std::string written = "{";
  topos::FieldWriter writer(written);
  each(writer, item);
  written += '}';
  topos::NamePool names;
  topos::FieldReader reader(names);
  reader.start(written, {"line", 1});
  Item read;
  each(reader, read);
  std::string again = "{";
  topos::FieldWriter second(again);
  each(second, read);
  LAW(again + '}' == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* languages[] = {"en", "ru", "zh"};
  const topos::fuzz::Chosen input = topos::fuzz::choose(languages, topos::fuzz::bytes_of(data, size));
  static topos::test::Finder finder(book());
  topos::Document document = topos::test::document_of(topos::fuzz::utf8_of(input.rest), input.choice);
  document.metadata.set("date", "2024-02-29");
  if (size % 3 == 0 && !document.regions.empty()) document.regions.front().name = topos::RegionName::abstract;
  const topos::AnnotatedDocument annotated = finder.annotate(std::move(document));
  const std::size_t bytes = annotated.document.text.size();
  const topos::Query query(topos::QueryOptions{});

  topos::PromisePlan plan;
  topos::DocumentPromises promises = topos::PromiseReader(query, plan).read(annotated, finder.annotator());
  const std::size_t sentences = finder.annotator().segmentation().sentences.size();
  for (const topos::PromiseFinding& one : promises.findings)
    for (const std::uint32_t sentence : one.sentences) LAW(sentence >= 1 && sentence <= sentences);
  check_archive(promises,
                [](topos::FieldArchive& archive, topos::DocumentPromises& one) { archive_fields(archive, one); });
  topos::PromiseTotals totals;
  totals.add(promises, false);

  topos::DocumentEvents events =
      topos::EventReader(query, {"source", topos::CodeSelection({"case.*"})}).read(annotated, finder.annotator());
  for (const topos::EventMention& one : events.mentions)
    LAW(one.begin <= one.end && one.end <= bytes && one.sentence <= sentences && one.text != nullptr);
  for (const topos::EventLink& one : events.links)
    LAW(one.cause < events.mentions.size() && one.effect < events.mentions.size());
  check_archive(events,
                [](topos::FieldArchive& archive, topos::DocumentEvents& one) { archive_events(archive, one, 1); });
  topos::EventMap map({});
  map.add(std::move(events));
  map.finish();
  for (const topos::EventEdge& edge : map.edges())
    LAW(edge.from < map.nodes().size() && edge.to < map.nodes().size() && edge.from != edge.to);

  const topos::CodeSelection ends({"actor.*", "domain.*"});
  std::vector<topos::Relation> relations =
      topos::MechanismReader(query, {"source", ends, ends}).read(annotated, finder.annotator());
  for (const topos::Relation& one : relations) LAW(one.begin < one.end && one.end <= bytes);
  check_archive(relations, [](topos::FieldArchive& archive, std::vector<topos::Relation>& all) {
    archive_relations(archive, all, 1);
  });
  topos::Mechanism mechanism;
  mechanism.add(std::move(relations));
  mechanism.finish(1);

  topos::DocumentActorSets sets = topos::ActorSetReader(query, {}).read(annotated, finder.annotator());
  check_archive(sets,
                [](topos::FieldArchive& archive, topos::DocumentActorSets& one) { archive_fields(archive, one); });
  topos::ActorSetTally tally({});
  tally.add(sets);
  return 0;
}
