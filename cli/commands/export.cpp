// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <vector>

#include "counting_run.hpp"
#include "topos/report/exports/annotation_export.hpp"

namespace topos::cli {
namespace {

std::vector<std::string> names() {
  std::vector<std::string> list;
  for (const ExportFormat* format : export_formats()) list.emplace_back(format->name);
  return list;
}

struct ExportCommand {
  Session session;
  std::string to;

  Status run() {
    const ExportFormat* const format = find_export_format(to);
    if (format == nullptr)
      throw Error(Errc::usage, "the format is not said", {}, "say --to and one of its names, as --help lists them");
    CountingRun documents(
        session, [this](const Library& library) { return session.query(library); }, AttributeSet::all());
    documents.need_tokens();
    ExportWriter writer(*format, session.output.path, temporary_folder());
    documents.each(
        [&](std::size_t, AnnotatedDocument& annotated, Annotator& annotator) {
          const Query& query = documents.query();
          if (!query.selects_document(annotated.document)) return ExportPart();
          std::erase_if(annotated.hits, [&](const Hit& hit) { return !counts(query, annotated, hit); });
          ExportPart part = format->part({annotated, annotator.segmentation()});
          for (const Hit& hit : annotated.hits) part.codes.emplace(hit.codebook(), hit.code());
          if (!annotated.other.empty())
            part.lost["records that are no hits: findings of detectors"] = annotated.other.size();
          return part;
        },
        [&](const ExportPart& part, bool) { writer.add(part); });
    const Status status = documents.finish();
    if (documents.read_nothing()) return status;
    writer.close(documents.library().shelf().books());
    tell_losses(*format, writer);
    write_provenance(session.output, documents.reporter().provenance());
    return status;
  }

  /// Whether count would count it.
  static bool counts(const Query& query, const AnnotatedDocument& annotated, const Hit& hit) {
    return annotated.analysis[hit.paragraph - 1] && (hit.url != Flag::yes || query.names_url()) &&
           query.selects_region(annotated.document, hit.paragraph - 1) && query.selects_hit(annotated, hit);
  }

  static void tell_losses(const ExportFormat& format, const ExportWriter& writer) {
    note(std::string(format.name) + " does not hold " + std::string(format.loses));
    for (const auto& [what, n] : writer.lost()) note("lost " + std::to_string(n) + ": " + what);
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<ExportCommand>();
  command->session.input.declare(options);
  command->session.search.declare(options);
  command->session.filter.declare_tests(options);
  command->session.decisions.declare(options);
  command->session.run.declare(options);
  options.section("Export");
  options.choice("--to", command->to, names(), "Format to write");
  command->session.output.declare_plain(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command export_command{.name = "export",
                             .group = "Corpus and codebook",
                             .summary = "Write texts and their hits for other programs",
                             .examples =
                                 "topos export --to brat -o brat/ texts/\n"
                                 "topos annotate -c mine.toml texts/ | topos export --to refi-qda -o project.qdpx\n"
                                 "topos export --to sqlite -o hits.db --codes 'frame.*' texts/",
                             .declare = declare};

}  // namespace topos::cli
