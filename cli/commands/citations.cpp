// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "counting_run.hpp"
#include "discourse/citation_choices.hpp"
#include "discourse/citation_tables.hpp"
#include "discourse/graph_output.hpp"

namespace topos::cli {
namespace {

struct Citations {
  Session session;
  CitationChoices choices;

  Status run() {
    const CitationView view = choices.view();
    const bool adds_up = view == CitationView::sections || view == CitationView::voices || view == CitationView::edges;
    if (session.filter.by.empty() && adds_up) session.filter.by = {"document"};
    CountingRun documents(session);
    choices.check(documents.query());
    documents.need_tokens();
    const CitationReader reader(documents.query(), view);
    CitationTables tables(view, documents.query().options().by);
    documents.each(
        [&](std::size_t, AnnotatedDocument& annotated, Annotator& annotator) {
          return reader.read(annotated, annotator);
        },
        [&](const DocumentCitations& one, const NearDuplicates::Found* twin) { tables.add(one, twin != nullptr); });
    if (choices.graph.empty()) return documents.write([&] { return tables.table(); });
    return documents.write_with(
        [&](const Provenance& provenance) { write_graph(session.output, provenance, choices.graph, tables.graph()); });
  }
};

}  // namespace

const Command citations_command{.name = "citations",
                                .group = "Discourse",
                                .summary = "List what texts cite, what they do not, and who speaks in them",
                                .examples =
                                    "topos citations texts/\n"
                                    "topos citations texts/ --show lint\n"
                                    "topos citations texts/ --show sections --by genre\n"
                                    "topos citations texts/ --graph dot | dot -Tsvg -o voices.svg",
                                .declare = declare_counting<Citations>};

}  // namespace topos::cli
