// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "field_check.hpp"
#include "options/detect.hpp"
#include "session.hpp"
#include "stream_output.hpp"
#include "topos/base/spill_sorter.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t held_bytes = std::size_t{32} << 20;

/// What is left of one document.
struct Filtered {
  FieldCheck::Sight sight;
  bool kept = false;
  std::string lines;
};

/// Numbers the sentences of the analysis text anew, where that is another one than before.
void renumber(AnnotatedDocument& annotated, const Segmentation& segmentation) {
  std::vector<std::uint32_t> numbers;
  std::uint32_t last = 0;
  for (const Sentence& one : segmentation.sentences) numbers.push_back(annotated.analysis[one.region] ? ++last : 0);
  for (Hit& hit : annotated.hits)
    hit.analysis_sentence = hit.sentence > 0 && hit.sentence <= numbers.size() ? numbers[hit.sentence - 1] : 0;
}

struct FilterCommand {
  Session session;
  bool with_hits = false;

  [[nodiscard]] bool needs_hits(const Query& query) const {
    return with_hits || query.names_hit() || !session.search.codes.empty() || !session.decisions.path.empty() ||
           !session.search.uses_built_in();
  }

  Status run() {
    const std::optional<Decisions> decisions = session.decisions.load();
    // Documents that come without hits get what annotate would give them.
    Library library(session.search, decisions.has_value(), DetectGroup().cues());
    const Query query = session.query(library);
    PipelineOptions options = session.pipeline(needs_hits(query) ? Annotate::if_raw : Annotate::never);
    widen_analysis(query, options);
    // What has no hits goes no further; but decisions may add some, and what is dropped is decided among all documents.
    if (with_hits && !decisions && !options.drop_duplicates)
      options.required = required_literals(library.shelf().books(), library.selection());
    options.segment = options.analysis_given || query.names_place() || (decisions && decisions->adds());
    Reporter reporter(library, decisions);
    StreamWriter out(session, library, reporter, options.annotate == Annotate::always);
    SpillSorter held(temporary_folder(), held_bytes);  // until no field can turn out to be unknown
    FieldCheck fields(query);
    const auto release = [&] {
      if (fields.complete() && !held.empty())
        held.drain([&](std::string_view lines) {
          out.write(std::string(lines));
          return true;
        });
    };
    const PipelineSummary summary = run_pipeline<Filtered>(
        options, library.shelf(), reporter.reports(),
        [&](std::size_t, AnnotatedDocument annotated, Annotator& annotator) {
          if (decisions)
            decisions->apply(annotated, annotator.segmentation(), library.shelf().books(), library.shelf().names());
          return filtered(query, annotated, options.segment ? &annotator.segmentation() : nullptr);
        },
        [&](Filtered one, const NearDuplicates::Found* twin) {
          fields.add(one.sight);
          release();
          if (!one.kept) return true;
          mark_duplicate(one.lines, twin);
          if (fields.complete())
            out.write(one.lines);
          else
            held.add({}, one.lines);
          return true;
        });
    const Status status = reporter.finish(summary);
    if (summary.documents == 0 && status != 0) return status;
    fields.finish();
    out.close();
    reporter.tell_decisions();
    return status;
  }

  /// The text stays whole, so that offsets hold; regions that do not pass are no analysis text any longer.
  Filtered filtered(const Query& query, AnnotatedDocument& annotated, const Segmentation* segmentation) const {
    Filtered result{FieldCheck::look(query, annotated.document), query.selects_document(annotated.document), {}};
    if (!result.kept) return result;
    std::erase_if(annotated.hits, [&](const Hit& hit) {
      return !query.selects_region(annotated.document, hit.paragraph - 1) || !query.selects_hit(annotated, hit);
    });
    result.kept = !with_hits || !annotated.hits.empty();
    if (!result.kept) return result;
    for (std::size_t i = 0; i < annotated.analysis.size(); ++i)
      annotated.analysis[i] = annotated.analysis[i] && query.selects_region(annotated.document, i);
    if (segmentation != nullptr) renumber(annotated, *segmentation);
    const bool placed = std::count(annotated.analysis.begin(), annotated.analysis.end(), true) > 0;
    result.kept = placed || !query.names_place();
    if (result.kept) result.lines = document_lines(annotated, Offsets::bytes);
    return result;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<FilterCommand>();
  command->session.input.declare(options);
  command->session.search.declare(options);
  command->session.filter.declare_tests(options);
  command->session.decisions.declare(options);
  options.flag("--with-hits", command->with_hits, "Only documents that hits are left in");
  command->session.run.declare(options);
  command->session.output.declare_plain(options);
  return [command] { return command->run(); };
}

}  // namespace

const Command filter_command{.name = "filter",
                             .group = "Corpus and codebook",
                             .summary = "Keep the documents and hits of a record stream that pass",
                             .examples =
                                 "topos annotate texts/ | topos filter --where 'genre=mfa,negated=0' | topos count\n"
                                 "topos filter --decisions sheet.tsv annotated.jsonl > cleaned.jsonl",
                             .declare = declare};

}  // namespace topos::cli
