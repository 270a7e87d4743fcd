// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <map>
#include <memory>
#include <utility>

#include "comparison/corpus_sides.hpp"
#include "counting_run.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "words/keyness_table.hpp"

namespace topos::cli {
namespace {

struct Keyness {
  static constexpr bool mergeable = true;
  Session session;
  KeynessChoices choices;
  std::vector<std::string> values;  ///< of --by, by group
  std::map<std::string, Contrast::Group> group_of_value;
  std::map<Contrast::Group, SharedFields> shared;
  bool lacking = false;  ///< --by: some document has no value

  Status run() {
    const bool codes = !session.search.uses_built_in() || !session.search.codes.empty();
    choices.check(codes);
    session.output.refuse_inputs({choices.list, choices.features.stop, choices.features.lemmas});
    session.output.refuse_inputs(choices.reference_paths);
    const CorpusSides sides(choices.target, choices.reference, choices.by, choices.cluster);
    KeynessTable shown(choices, session.input.options.language);
    FeatureTables tables;
    Contrast contrast(temporary_folder(), choices.memory.bytes());
    const FeatureChoice choice = choices.features.choice();
    const bool other = !choices.reference_paths.empty();
    // A table of metadata may speak of both corpora.
    if (other && !session.input.options.metadata_table.empty()) session.input.options.metadata_partial = true;
    const auto query = [&](const Library& library) { return sides.query(session, library, choices.level); };
    CountingRun documents(session, query);
    const auto read = [&](CountingRun& run, Side side) {
      run.share(tables, contrast.most_for_table());
      codes ? read_codes(run, sides, side, tables, contrast) : read_words(run, sides, side, tables, choice, contrast);
    };
    read(documents, Side::target);
    Status status = 0;
    if (other) {
      session.input.options.paths = choices.reference_paths;
      session.input.options.files_from.clear();
      CountingRun references(session, query);
      references.read_references();
      read(references, Side::reference);
      status = references.finish();
      if (references.read_nothing()) return status;
    }
    return std::max(status, documents.write([&] {
      if (lacking) note("documents without '" + printable(choices.by) + "' are left out");
      const bool repeated =
          std::any_of(shared.begin(), shared.end(), [](const auto& one) { return one.second.repeated(); });
      return shown.table(contrast, values, repeated);
    }));
  }

  void read_words(CountingRun& documents, const CorpusSides& sides, Side side, FeatureTables& tables,
                  const FeatureChoice& choice, Contrast& contrast) {
    documents.need_words_only();
    std::vector<FeatureWorker> workers(documents.jobs());
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          SidedDocument one = sides.document(annotated, side);
          if (one.side)
            one.features =
                workers[worker].counter(tables.current(), choice).count(documents.query(), annotated, annotator);
          one.table = workers[worker].table();
          return one;
        },
        [&](const SidedDocument& one, bool twin) { add(one, twin, tables, contrast); });
    note_unstemmed(workers);
  }

  void read_codes(CountingRun& documents, const CorpusSides& sides, Side side, FeatureTables& tables,
                  Contrast& contrast) {
    std::shared_ptr<FeatureTable> table = tables.current();  // codes are few: it stays
    std::deque<CodeCounter> workers;
    for (std::size_t i = 0; i < documents.jobs(); ++i) workers.emplace_back(documents.query(), *table);
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator&) {
          SidedDocument one = sides.document(annotated, side);
          if (one.side) one.features = workers[worker].count(annotated);
          one.table = table;
          return one;
        },
        [&](const SidedDocument& one, bool twin) { add(one, twin, tables, contrast); });
  }

  void add(const SidedDocument& one, bool twin, FeatureTables& tables, Contrast& contrast) {
    lacking = lacking || (!choices.by.empty() && one.value.empty());
    if (!one.side) return;
    auto group = static_cast<Contrast::Group>(*one.side);
    if (!choices.by.empty()) {
      const auto [at, added] = group_of_value.try_emplace(one.value, static_cast<Contrast::Group>(values.size()));
      if (added) values.push_back(one.value);
      group = at->second;
    }
    shared[group].add(one.shared);
    Contrast::Origin origin = one.origin;
    origin.duplicate = twin;
    for (const DocumentFeatures::Group& counted : one.features.groups)
      contrast.add(group, origin, counted, one.table ? one.table : tables.current());
  }
};

}  // namespace

const Command keyness_command{
    .name = "keyness",
    .group = "Statistics",
    .summary = "List what is more frequent in one corpus than in another: words, sequences or codes",
    .examples =
        "topos keyness texts/ -a genre=oped -b genre=article --limit 20\n"
        "topos keyness speeches/ --reference others/ -n 2 --stop common.txt\n"
        "topos keyness speeches/ --by party --test permutation --codes 'frame.*'\n"
        "topos keyness speech.txt --reference-list frequencies.tsv --measures log_ratio,percent_diff\n"
        "topos keyness texts/ --codes 'frame.*' -a 'date>=2022-02-24' --cluster outlet",
    .declare = declare_counting<Keyness, Rows::of_sides>};

}  // namespace topos::cli
