// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "field_check.hpp"
#include "session.hpp"
#include "topos/base/error.hpp"
#include "vectors_table.hpp"

namespace topos::cli {
namespace {

struct Counted {
  FieldCheck::Sight sight;
  DocumentTally tally;
  std::string language;  ///< primary subtag
};

struct Vectors {
  Session session;
  VectorChoices choices;

  Status run() {
    choices.check();
    if (session.filter.by.empty()) session.filter.by = {"document"};
    const std::optional<Decisions> decisions = session.decisions.load();
    Library library(session.search, decisions.has_value());
    // Without rows of parents, so that a hit counts in one feature.
    const Query query({session.filter.filter(), library.selection(), session.filter.fields(), static_cast<std::uint32_t>(choices.level), {}});
    if (query.splits_by_hit())
      throw Error(Errc::filter, "rows are texts, which attributes of hits cannot split", {}, "restrict hits with --where instead");
    PipelineOptions options = session.pipeline(Annotate::if_raw);
    widen_analysis(query, options);
    options.segment = decisions && decisions->adds();
    Reporter reporter(library, decisions);
    Tally tally;
    std::set<std::string> languages;
    FieldCheck fields(query);
    std::deque<Tallier> talliers;
    for (std::size_t i = 0; i < options.jobs; ++i) talliers.emplace_back(query);
    const PipelineSummary summary = run_pipeline<Counted>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) {
          if (decisions) decisions->apply(annotated, annotator.segmentation(), library.shelf().books(), library.shelf().names());
          const std::string& language = annotated.document.language;
          return Counted{FieldCheck::look(query, annotated.document), talliers[worker].tally(annotated, annotated.draft_language),
                         language.substr(0, language.find('-'))};
        },
        [&](Counted one, const NearDuplicates::Found* twin) {
          fields.add(one.sight);
          tally.add(one.tally, twin != nullptr);
          if (one.tally.selected) languages.insert(std::move(one.language));
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    const std::vector<BookCode> codes = choices.zeros ? all_codes(query, library, reporter) : std::vector<BookCode>();
    const VectorsTable vectors(query, choices, tally.counts(), codes, library.shelf().books(), languages.size());
    write_table(session.output, reporter.provenance(), vectors.table());
    reporter.tell_decisions();
    return status;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Vectors>();
  command->session.input.declare(options);
  command->session.search.declare(options);
  command->session.filter.declare(options);
  command->session.decisions.declare(options);
  command->choices.declare(options);
  command->session.run.declare(options);
  command->session.output.declare(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command vectors_command{.name = "vectors",
                              .group = "Statistics",
                              .summary = "show documents or groups as profiles over codes, and how far apart they are",
                              .examples =
                                  "topos vectors texts/ --codes 'frame.*'\n"
                                  "topos vectors texts/ --dimensions --by genre\n"
                                  "topos vectors texts/ --codes 'frame.*' --by country --shape square --clustered",
                              .declare = declare};

}  // namespace topos::cli
