// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/kept_fields.hpp"

#include <algorithm>

namespace topos {
namespace {

void archive_key(FieldArchive& archive, RowKey& key) {
  archive.pooled("codebook", key.codebook);
  archive.pooled("code", key.code);
  archive.group("by", key.group);
}

/// Rows are looked up in the groups of their document. A row of a field of hits stands in the group whose value there
/// is empty.
template <class Groups>
void check_group(const FieldArchive& archive, const Groups& groups, const GroupKey& key) {
  const auto holds = [&](const auto& group) {
    const GroupKey& values = group.values;
    if (values.size() != key.size()) return false;
    for (std::size_t i = 0; i < key.size(); ++i)
      if (values[i] != key[i] && !values[i].empty()) return false;
    return true;
  };
  if (archive.reads() && std::none_of(groups.begin(), groups.end(), holds))
    archive.wrong("by", "a group of the document");
}

}  // namespace

void archive_fields(FieldArchive& archive, DocumentTally& tally) {
  archive.text("document", tally.document);
  archive.whole("selected", tally.selected);
  archive.whole("draft", tally.draft);
  archive.list("groups", tally.groups, [&](DocumentTally::Group& one) {
    archive.group("by", one.values);
    archive.whole("documents", one.count.documents);
    archive.whole("words", one.count.words);
    archive.whole("sentences", one.count.sentences);
    archive.whole("characters", one.count.characters);
    archive.whole("furniture_words", one.count.furniture_words);
    archive.whole("all_words", one.count.all_words);
  });
  archive.list("values", tally.values, [&](GroupKey& one) { archive.group("by", one); });
  archive.list("rows", tally.rows, [&](DocumentTally::Row& one) {
    archive.kind("code", one.kind);
    archive.index("values", one.values, tally.values);
    archive.whole("n", one.n);
    archive.real("weighted", one.weighted);
    archive.whole("sentences", one.sentences);
    archive.whole("quoted", one.quoted);
    archive.whole("negated", one.negated);
  });
  archive.list("patterns", tally.patterns, [&](DocumentTally::PatternCount& one) {
    archive.index("row", one.row, tally.rows);
    archive.kind("code", one.kind);
    archive.whole("n", one.n);
  });
  archive.list("coders", tally.coders, [&](DocumentTally::Coder& one) {
    archive.index("row", one.row, tally.rows);
    archive.pooled("coder", one.name);
  });
}

void archive_fields(FieldArchive& archive, DocumentPlaces& places) {
  archive.whole("draft", places.draft);
  archive.list("groups", places.groups, [&](DocumentPlaces::Group& one) {
    archive.group("by", one.values);
    archive.whole("words", one.words);
  });
  archive.list("parts", places.parts, [&](DocumentPlaces::Part& one) {
    archive.index("group", one.group, places.groups);
    archive.whole("words", one.words);
  });
  archive.list("rows", places.rows, [&](DocumentPlaces::Row& row) {
    archive_key(archive, row.key);
    archive.index("group", row.group, places.groups);
    archive.list("places", row.places, [&](DocumentPlaces::Place& one) {
      archive.whole("position", one.position);
      archive.whole("part", one.part);
      if (archive.reads() && one.part != DocumentPlaces::no_part && one.part >= places.parts.size())
        archive.wrong("part", "the number of an item");
    });
  });
}

void archive_fields(FieldArchive& archive, DocumentFeatures& features) {
  archive.list("groups", features.groups, [&](DocumentFeatures::Group& one) {
    archive.group("by", one.values);
    archive.whole("words", one.words);
    archive.features("counts", one.counts);
  });
}

void archive_fields(FieldArchive& archive, DocumentPairs& pairs) {
  archive.text("document", pairs.document);
  archive.text("cluster", pairs.cluster);
  archive.whole("draft", pairs.draft);
  archive.list("groups", pairs.groups, [&](DocumentPairs::Group& one) {
    archive.group("by", one.values);
    archive.whole("units", one.units);
  });
  archive.list("codes", pairs.codes, [&](CodePresence& one) {
    archive_key(archive, one.key);
    if (pairs.split)
      check_group(archive, pairs.groups, one.key.group);
    else if (archive.reads() && std::none_of(pairs.groups.begin(), pairs.groups.end(),
                                             [&](const auto& group) { return group.values == one.key.group; }))
      archive.wrong("by", "a group of the document");
    archive.whole("units", one.units);
    archive.whole("hits", one.hits);
    archive.whole("near", one.near);
  });
  archive.list("pairs", pairs.pairs, [&](DocumentPairs::Pair& one) {
    archive.index("a", one.a, pairs.codes);
    archive.index("b", one.b, pairs.codes);
    archive.whole("units", one.units);
  });
}

void archive_fields(FieldArchive& archive, DocumentCollocates& collocates) {
  if (collocates.table) archive.name_features(*collocates.table);
  archive.text("document", collocates.document);
  archive.whole("draft", collocates.draft);
  archive.list("groups", collocates.groups, [&](DocumentCollocates::Group& one) {
    archive.group("by", one.values);
    archive.whole("words", one.words);
    archive.features("counts", one.counts);
  });
  archive.list("nodes", collocates.nodes, [&](DocumentCollocates::Node& one) {
    archive_key(archive, one.key);
    check_group(archive, collocates.groups, one.key.group);
    archive.index("group", one.group, collocates.groups);
    archive.whole("hits", one.hits);
    archive.whole("own_words", one.own_words);
    archive.whole("span_words", one.span_words);
    archive.features("own", one.own);
    archive.features("spans", one.spans);
  });
}

}  // namespace topos
