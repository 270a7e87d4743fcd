// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "report/section.hpp"
#include "report/table_view.hpp"
#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/report/report_files.hpp"
#include "warning_flags.hpp"

namespace topos::cli {
namespace {

/// What the run and each section keep of one document.
struct KeptParts {
  DocumentTally tally;
  std::vector<std::shared_ptr<void>> parts;
};

struct ReportCommand {
  Session session;
  ReportChoices choices;

  Status run() {
    const std::vector<std::string> ids = choices.section_ids();
    (void)choices.evidence_lines();
    const bool printed = !choices.format.empty();
    if (printed && !choices.folder.empty()) throw Error(Errc::usage, "--format md prints: it takes no -o");
    if (!printed && choices.folder.empty())
      throw Error(Errc::usage, "a report is a folder of files", {}, "say -o DIR, or --format md to read it here");
    std::optional<OutputFolder> folder;
    if (!printed) folder.emplace(choices.folder);
    const ReportInputs inputs(choices, session.search);
    CountingRun documents(
        session,
        [&](const Library& library) {
          return Query({session.filter.filter(), inputs.codes(library), session.filter.fields(), 0, library.parents()});
        },
        attributes(ids));
    documents.need_tokens();
    const ReportContext context{session, choices, inputs, documents};
    std::vector<std::pair<const SectionKind*, std::unique_ptr<SectionMaker>>> makers;
    for (const SectionKind* kind : section_kinds())
      if (std::find(ids.begin(), ids.end(), kind->id) != ids.end()) makers.emplace_back(kind, kind->make(context));

    std::deque<Tallier> talliers;
    for (std::size_t i = 0; i < documents.jobs(); ++i) talliers.emplace_back(documents.query());
    std::uint64_t selected = 0;
    std::uint64_t words = 0;
    documents.each_undecided(
        [&](std::size_t worker, AnnotatedDocument& annotated, Annotator& annotator) {
          std::optional<AnnotatedDocument> undecided;
          if (documents.decisions()) undecided = annotated;
          const AnnotatedDocument& found = undecided ? *undecided : annotated;
          documents.decide(annotated, annotator);
          KeptParts kept{talliers[worker].tally(annotated, annotated.draft_language), {}};
          for (const auto& [kind, maker] : makers)
            kept.parts.push_back(kept.tally.selected ? maker->keep({worker, annotated, annotator, kept.tally, found})
                                                     : nullptr);
          return kept;
        },
        [&](const KeptParts& kept, const NearDuplicates::Found* twin) {
          if (!kept.tally.selected) return;
          ++selected;
          for (const DocumentTally::Group& group : kept.tally.groups) words += group.count.words;
          for (std::size_t i = 0; i < makers.size(); ++i)
            makers[i].second->take(kept.parts[i].get(), kept.tally, twin == nullptr ? nullptr : &twin->id);
        });
    const Status status = documents.finish();
    if (documents.read_nothing()) return status;

    Report report;
    report.title = choices.title.empty() ? "Framing report" : choices.title;
    report.summary = counted(selected, "document") + ", " + counted(words, "word") + ".";
    report.digits = static_cast<int>(choices.digits);
    report.charts = !choices.no_charts;
    for (const auto& [kind, maker] : makers) {
      tell_section(kind, report.sections.size() + 1, makers.size());
      report.sections.push_back({std::string(kind->id), std::string(kind->title), {}, {}});
      maker->write(report.sections.back());
    }
    tell_section(nullptr, 0, 0);
    for (std::size_t i = 0; i < makers.size(); ++i) makers[i].second->write_last(report.sections[i], report);
    report.provenance = documents.reporter().provenance();
    report.provenance.seed = static_cast<std::uint64_t>(choices.resampling.seed);
    if (folder) {
      write_report(report, [&](const std::string& name, std::string_view bytes) { folder->write(name, bytes); });
      for (const auto& [kind, maker] : makers) maker->write_files(*folder);
      folder->close();
    } else {
      OutputStream out("");
      out.write(markdown_report(report, MarkdownFigures::characters));
      out.close();
    }
    if (choices.provenance) say(to_json(report.provenance) + '\n');
    documents.reporter().tell_decisions();
    return status == 0 && session.input.options.strict && WarningFlags::any_printed() ? 1 : status;
  }

  /// What sections want to know of hits beside their codes.
  [[nodiscard]] AttributeSet attributes(const std::vector<std::string>& ids) const {
    AttributeSet wanted;
    for (const SectionKind* kind : section_kinds())
      if (kind->attributes != nullptr && std::find(ids.begin(), ids.end(), kind->id) != ids.end())
        wanted = wanted | kind->attributes(choices, session.search);
    return wanted;
  }
};

}  // namespace

const Command report_command{.name = "report",
                             .group = "Core",
                             .summary = "Write a report: findings with their figures, tables and sentences",
                             .examples =
                                 "topos report texts/ -o report/\n"
                                 "topos report texts/ -o report/ --by genre --cluster source --title 'Two genres'\n"
                                 "topos report texts/ -o report/ --codes 'frame.*' --evidence none",
                             .declare = [](Options& options) -> Run {
                               auto command = std::make_shared<ReportCommand>();
                               Session& session = command->session;
                               session.input.declare(options);
                               session.search.declare(options);
                               session.filter.declare(options);
                               session.decisions.declare(options);
                               session.run.declare(options);
                               command->choices.declare(options);
                               return [command] { return command->run(); };
                             }};

}  // namespace topos::cli
