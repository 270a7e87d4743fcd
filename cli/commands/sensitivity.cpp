// SPDX-License-Identifier: Apache-2.0
#include <deque>
#include <optional>
#include <utility>

#include "comparison/sensitivity_table.hpp"
#include "counting_run.hpp"

namespace topos::cli {
namespace {

struct Sensitivity {
  Session session;
  SensitivityChoices choices;

  /// What the document counts if other regions are taken.
  static DocumentTally tally_regions(const RegionSet& regions, AnnotatedDocument& annotated, Tallier& tallier) {
    for (std::size_t i = 0; i < annotated.analysis.size(); ++i)
      annotated.analysis[i] = regions[static_cast<std::size_t>(annotated.document.regions[i].name)];
    return tallier.tally(annotated, annotated.draft_language);
  }

  Status run() {
    choices.complete();
    // Attributes rest on other patterns' hits, which are judged again without them.
    if (choices.patterns && session.filter.attributes().any())
      throw Error(Errc::usage, "--lopo does not go with voice, modality or holder", {},
                  "leave them out of --where and --by, or try --lodo");
    std::vector<RegionSet> regions;
    for (const std::string& names : choices.regions) regions.push_back(regions_called({names}));
    CountingRun documents(session, choices.level);
    if (choices.patterns) documents.annotate_all();
    const Query& query = documents.query();
    ComparedGroups groups(query, choices.groups, GroupsNeeded::no);
    choices.groups.times_from_names = session.input.times_from_names(groups.fields());
    VariedCounts varied(choices);
    std::deque<Tallier> talliers;
    for (std::size_t i = 0; i < documents.jobs(); ++i) talliers.emplace_back(query);
    documents.each_undecided(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          Tallier& tallier = talliers[worker];
          const auto decide = [&](AnnotatedDocument& one) { documents.decide(one, annotator); };
          std::optional<AnnotatedDocument> found;
          if (choices.patterns) found = annotated;
          decide(annotated);
          VariedDocument one{tallier.tally(annotated, annotated.draft_language), groups.look(annotated), {}, {}};
          if (found && one.tally.selected)
            one.without =
                leave_out_patterns(*found, annotator, tallier, one.tally,
                                   documents.decisions() ? std::function<void(AnnotatedDocument&)>(decide) : nullptr);
          for (const RegionSet& set : regions) one.regions.push_back(tally_regions(set, annotated, tallier));
          return one;
        },
        [&](VariedDocument one, bool twin) {
          if (groups.add(one.tally, std::move(one.origin), twin)) varied.add(one);
        });
    return documents.write([&] { return sensitivity_table(groups, varied, choices, query.options().by); });
  }
};

}  // namespace

const Command sensitivity_command{
    .name = "sensitivity",
    .group = "Statistics",
    .summary = "See which results hang on one pattern, one document, or how they are counted",
    .examples =
        "topos sensitivity texts/ --codes 'frame.*'\n"
        "topos sensitivity texts/ --by genre --cluster source --lopo --lodo\n"
        "topos sensitivity texts/ --compare 'date>=2022-02-24' --other-regions all --weights",
    .declare = declare_counting<Sensitivity>};

}  // namespace topos::cli
