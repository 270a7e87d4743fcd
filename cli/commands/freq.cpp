// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <utility>

#include "counting_run.hpp"
#include "options/features.hpp"
#include "options/memory.hpp"
#include "topos/annotation/feature_counter.hpp"
#include "topos/annotation/kept_fields.hpp"
#include "topos/base/error.hpp"
#include "warnings.hpp"
#include "words/frequency_output.hpp"

namespace topos::cli {
namespace {

struct Counted {
  std::shared_ptr<FeatureTable> table;  ///< of the numbers of features; none in a document of a partial result
  std::string document;
  DocumentFeatures features;
};

void archive_fields(FieldArchive& archive, Counted& counted) {
  if (counted.table) archive.name_features(*counted.table);
  archive.text("document", counted.document);
  topos::archive_fields(archive, counted.features);
}

struct Freq {
  Session session;
  FeatureGroup features;
  std::int64_t least = 1;
  std::int64_t least_documents = 1;
  bool sparse = false;
  MemoryGroup memory;

  Status run() {
    CountingRun documents(session);
    const Query& query = documents.query();
    if (query.names_hit())
      throw Error(Errc::filter, "words have no hits that --where or --by could name", {},
                  "use count, or filter before it");
    session.output.refuse_inputs({features.stop, features.lemmas});
    documents.need_words_only();
    const FeatureChoice choice = features.choice();
    FeatureTables tables;
    std::vector<FeatureWorker> workers(documents.jobs());
    FrequencyOutput frequencies(
        query, {static_cast<std::uint64_t>(least), static_cast<std::uint64_t>(least_documents), sparse},
        memory.bytes());
    documents.share(tables, frequencies.most_for_table());
    bool twins = false;
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          DocumentFeatures counted =
              workers[worker].counter(tables.current(), choice).count(query, annotated, annotator);
          return Counted{workers[worker].table(), std::move(annotated.document.id), std::move(counted)};
        },
        [&](Counted one, bool twin) {
          twins = twins || (twin && !one.features.groups.empty());
          frequencies.add(one.document, std::move(one.features), one.table ? one.table : tables.current());
        });
    return documents.write_with([&](const Provenance& provenance) {
      if (twins) warn("W12", warning_text("W12"));
      note_unstemmed(workers);
      frequencies.write(session.output, provenance);
    });
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Freq>();
  command->session.input.declare(options);
  command->session.filter.declare(options);
  options.section("Frequencies");
  command->features.declare(options);
  options.number("--min", command->least, 1, 1'000'000'000, "Only rows with at least so many occurrences");
  options.number("--min-documents", command->least_documents, 1, 1'000'000'000,
                 "Only rows of features in at least so many documents");
  options.flag("--sparse", command->sparse, "One row for each feature of each document: document, feature, n");
  command->session.run.declare(options);
  command->memory.declare(options);
  command->session.output.declare(options);
  command->session.partial.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command freq_command{
    .name = "freq",
    .group = "Statistics",
    .summary = "Count words and sequences of words: how often, in how many documents, at what rate",
    .examples =
        "topos freq texts/ --min 5\n"
        "topos freq texts/ -n 3 --min-documents 5 --stop common.txt\n"
        "topos freq texts/ --by genre --format csv",
    .declare = declare};

}  // namespace topos::cli
