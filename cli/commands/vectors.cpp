// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <set>
#include <string>
#include <utility>

#include "comparison/vectors_table.hpp"
#include "counting_run.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

struct Profiled {
  DocumentTally tally;
  std::string language;  ///< primary subtag
  CountedDocuments::Origin origin;
};

struct Vectors {
  Session session;
  VectorChoices choices;

  Status run() {
    choices.check();
    if (session.filter.by.empty()) session.filter.by = {"document"};
    // Without rows of parents, so that a hit counts in one feature.
    CountingRun documents(session, [&](const Library& library) {
      return Query({session.filter.filter(),
                    library.selection(),
                    session.filter.fields(),
                    static_cast<std::uint32_t>(choices.level),
                    {}});
    });
    const Query& query = documents.query();
    if (query.splits_by_hit())
      throw Error(Errc::filter, "rows are texts, which attributes of hits cannot split", {},
                  "restrict hits with --where instead");
    Tally tally;
    CountedDocuments counted(choices.resampling);
    std::set<std::string> languages;
    std::deque<Tallier> talliers;
    for (std::size_t i = 0; i < documents.jobs(); ++i) talliers.emplace_back(query);
    documents.each(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator&) {
          const std::string& language = annotated.document.language;
          return Profiled{talliers[worker].tally(annotated, annotated.draft_language),
                          language.substr(0, language.find('-')),
                          CountedDocuments::look(annotated.document, choices.resampling)};
        },
        [&](Profiled one, bool twin) {
          tally.add(one.tally, twin);
          if (choices.interval.wanted()) counted.add(one.tally, std::move(one.origin), twin);
          if (one.tally.selected) languages.insert(std::move(one.language));
        });
    return documents.write([&] {
      const std::vector<BookCode> codes =
          choices.zeros ? all_codes(query, documents.library(), documents.reporter()) : std::vector<BookCode>();
      return VectorsTable(query, choices, tally.counts(), codes, documents.library().shelf().books(), languages.size(),
                          counted)
          .table();
    });
  }
};

}  // namespace

const Command vectors_command{.name = "vectors",
                              .group = "Statistics",
                              .summary = "show documents or groups as profiles over codes, and how far apart they are",
                              .examples =
                                  "topos vectors texts/ --codes 'frame.*'\n"
                                  "topos vectors texts/ --dimensions --by genre\n"
                                  "topos vectors texts/ --codes 'frame.*' --by country --shape square --clustered",
                              .declare = declare_counting<Vectors>};

}  // namespace topos::cli
