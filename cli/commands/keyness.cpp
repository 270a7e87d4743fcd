// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "corpus_sides.hpp"
#include "counting_run.hpp"
#include "keyness_table.hpp"
#include "topos/annotation/feature_counter.hpp"

namespace topos::cli {
namespace {

struct Keyness {
  static constexpr bool mergeable = true;
  Session session;
  KeynessChoices choices;
  std::array<SharedFields, 2> shared;  ///< by side

  Status run() {
    const bool codes = !session.search.uses_built_in() || !session.search.codes.empty();
    choices.check(codes);
    session.output.refuse_inputs({choices.list, choices.features.stop, choices.features.lemmas});
    session.output.refuse_inputs(choices.reference_paths);
    const CorpusSides sides(choices.target, choices.reference, choices.cluster);
    KeynessTable shown(choices, session.input.options.language);
    FeatureTable features;
    Contrast contrast;
    const FeatureChoice choice = choices.features.choice();
    const bool other = !choices.reference_paths.empty();
    // A table of metadata may speak of both corpora.
    if (other && !session.input.options.metadata_table.empty()) session.input.options.metadata_partial = true;
    const auto query = [&](const Library& library) { return sides.query(session, library, choices.level); };
    CountingRun documents(session, query);
    read(documents, sides, Side::target, codes, choice, features, contrast);
    Status status = 0;
    if (other) {
      session.input.options.paths = choices.reference_paths;
      session.input.options.files_from.clear();
      CountingRun references(session, query);
      references.read_references();
      read(references, sides, Side::reference, codes, choice, features, contrast);
      status = references.finish();
      if (references.read_nothing()) return status;
    }
    return std::max(status, documents.write([&] { return shown.table(contrast, features, shared[0].repeated() || shared[1].repeated()); }));
  }

  void read(CountingRun& documents, const CorpusSides& sides, Side side, bool codes, const FeatureChoice& choice, FeatureTable& features, Contrast& contrast) {
    if (!codes) documents.need_words_only();
    documents.share(features);
    std::deque<FeatureCounter> words;
    std::deque<CodeCounter> hits;
    for (std::size_t i = 0; i < documents.jobs(); ++i) {
      words.emplace_back(features, choice);
      hits.emplace_back(documents.query(), features);
    }
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          SidedDocument one = sides.document(annotated, side);
          if (one.side) one.features = codes ? hits[worker].count(annotated) : words[worker].count(documents.query(), annotated, annotator);
          return one;
        },
        [&](SidedDocument one, bool twin) {
          if (!one.side) return;
          one.origin.duplicate = twin;
          shared[static_cast<std::size_t>(*one.side)].add(one.shared);
          for (const DocumentFeatures::Group& group : one.features.groups) contrast.add(*one.side, one.origin, group);
        });
    note_unstemmed(words);
  }
};

}  // namespace

const Command keyness_command{.name = "keyness",
                              .group = "Statistics",
                              .summary = "List what is more frequent in one corpus than in another: words, sequences or codes",
                              .examples =
                                  "topos keyness texts/ -a genre=oped -b genre=article --limit 20\n"
                                  "topos keyness speeches/ --reference others/ -n 2 --stop common.txt\n"
                                  "topos keyness speech.txt --reference-list frequencies.tsv --measures log_ratio,percent_diff\n"
                                  "topos keyness texts/ --codes 'frame.*' -a 'date>=2022-02-24' --cluster outlet",
                              .declare = declare_counting<Keyness, Rows::of_sides>};

}  // namespace topos::cli
