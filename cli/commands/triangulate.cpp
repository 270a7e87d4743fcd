// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <utility>

#include "counting_run.hpp"
#include "discourse/triangulation_tables.hpp"
#include "document_facts.hpp"
#include "options/pairs.hpp"

namespace topos::cli {
namespace {

struct Said {
  DocumentClaims claims;
  WitnessFacts facts;
  SharedFields::Values shared{};
};

struct Triangulate {
  Session session;
  TriangulateChoices choices;

  Status run() {
    choices.name_in(session.search);
    if (session.filter.by.empty()) session.filter.by = {"document"};
    CountingRun documents(
        session,
        [&](const Library& loaded) { return session.query(loaded, static_cast<std::uint32_t>(choices.level)); },
        AttributeSet{.voice = true, .modality = true});
    refuse_hit_fields(documents.query());
    if (choices.evidence() > 0) documents.need_tokens();
    Library& library = documents.library();
    ClaimSet claims(library.shelf().books(), library.selection(),
                    !choices.claims.empty() && session.search.codes.empty());
    std::deque<ClaimCounter> counters;
    std::deque<ClaimCounter> machines;
    for (std::size_t i = 0; i < documents.jobs(); ++i) {
      counters.emplace_back(documents.query(), claims, choices.evidence());
      machines.emplace_back(documents.query(), claims, 0);
    }
    Triangulation result(claims, choices.evidence());
    SharedFields shared;
    bool has_clusters = false;
    const auto& decisions = documents.decisions();
    documents.each_undecided(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          const Document& document = annotated.document;
          std::vector<DocumentClaims::Row> machine;
          if (decisions) {
            decisions->mark(annotated);
            machine = machines[worker].count(annotated, annotator).rows;
            documents.decide(annotated, annotator);
          }
          Said said{counters[worker].count(annotated, annotator), witness_facts(document, choices.resampling),
                    SharedFields::look(document)};
          said.claims.machine = std::move(machine);
          return said;
        },
        [&](Said one, const NearDuplicates::Found* twin) {
          if (!one.claims.selected) return;
          has_clusters = has_clusters || !one.facts.cluster.empty();
          shared.add(one.shared);
          result.add(std::move(one.claims), std::move(one.facts), twin == nullptr ? nullptr : &twin->id);
        });
    return documents.write([&] {
      return TriangulationTables(result, choices, documents.query().options().by, shared,
                                 {has_clusters, decisions.has_value()})
          .table();
    });
  }
};

}  // namespace

const Command triangulate_command{
    .name = "triangulate",
    .group = "Discourse",
    .summary = "Compare what several sources say of the same claims",
    .examples =
        "topos triangulate --claims claims.toml texts/ --by source\n"
        "topos triangulate --claims claims.toml texts/ --by country --cluster year --show pairs\n"
        "topos triangulate texts/ --codes 'frame.*' --by genre --show agreement",
    .declare = declare_counting<Triangulate>};

}  // namespace topos::cli
