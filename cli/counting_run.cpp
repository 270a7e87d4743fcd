// SPDX-License-Identifier: Apache-2.0
#include "counting_run.hpp"

#include "program.hpp"
#include "topos/base/error.hpp"
#include "warning_flags.hpp"

namespace topos::cli {

CountingRun::CountingRun(const Session& session, std::int64_t level)
    : CountingRun(session,
                  [&](const Library& library) { return session.query(library, static_cast<std::uint32_t>(level)); }) {}

CountingRun::CountingRun(const Session& session, const std::function<Query(const Library&)>& query,
                         AttributeSet attributes)
    : session_(session), decisions_(session.decisions.load()),
      library_(std::make_unique<Library>(session.search, decisions_.has_value(),
                                         Cues{session.filter.attributes() | attributes, {}})),
      query_(query(*library_)), options_(session.pipeline(Annotate::if_raw)), reporter_(*library_, decisions_),
      fields_(query_) {
  widen_analysis(query_, options_);
  options_.segment = decisions_ && decisions_->adds();
}

CountingRun::~CountingRun() = default;

void CountingRun::decide(AnnotatedDocument& annotated, Annotator& annotator) const {
  if (decisions_)
    decisions_->apply(annotated, annotator.segmentation(), library_->shelf().books(), library_->shelf().names());
}

PartialHead CountingRun::head_of_part() const {
  PartialHead head;
  head.provenance = reporter_.provenance();
  head.annotated_before = !reporter_.stream_books().empty();
  head.lists = invocation_lists();
  return head;
}

void CountingRun::gather_part(
    const std::function<std::string(std::size_t, AnnotatedDocument&, Annotator&, PartialDocument&)>& line_of) {
  struct Part {
    FieldCheck::Sight sight;
    PartialDocument document;
    std::string line;
  };
  // Which of two documents comes first is known when the parts are merged.
  options_.check_duplicates = false;
  options_.drop_duplicates = false;
  summary_ = run_pipeline<Part>(
      options_, library_->shelf(), reporter_.reports(),
      [&](std::size_t worker, AnnotatedDocument annotated, Annotator& annotator) {
        const Document& document = annotated.document;
        Part part{FieldCheck::look(query_, document),
                  {static_cast<std::uint32_t>(corpus_), document.id, document.path, annotated.duplicate_of, {}},
                  {}};
        if (!session_.run.no_duplicate_check && annotated.duplicate_of.empty())
          part.document.signature = text_signature(document.text);
        part.line = line_of(worker, annotated, annotator, part.document);
        return part;
      },
      [&](const Part& part, const NearDuplicates::Found*) {
        fields_.add(part.sight);
        session_.partial.gathered->documents.add(part.document, part.line);
        renew_features();
        return true;
      });
  session_.partial.gathered->corpora[corpus_] = {summary_.documents, summary_.inputs,  summary_.failures,
                                                 fields_.found(),    fields_.others(), {}};
  if (decisions_) session_.partial.gathered->corpora[corpus_].decided = decisions_->lines_met();
}

void CountingRun::merge_parts(FieldReader& reader, const std::function<void(bool twin)>& take) {
  PartialReader& parts = *parts_to_merge();
  if (parts.head().annotated_before) reporter_.read_before(parts.head().provenance.codebooks);
  if (const std::string other = difference(head_of_part(), parts.head()); !other.empty())
    throw Error(Errc::stream, "the parts were made with other files or by another version than are here: " + other, {},
                "merge where the codebooks and lists of the parts are");
  const PartialHead::Inputs& inputs = parts.head().corpora[corpus_];
  fields_.add_part(inputs.documents, inputs.fields, inputs.others);
  summary_.inputs = inputs.inputs;
  summary_.failures = inputs.failures;
  if (decisions_) decisions_->meet_lines(inputs.decided);
  NearDuplicates seen;
  parts.each(corpus_, reader, [&] {
    PartialDocument document;
    archive_fields(reader, document);
    bool twin = !document.duplicate_of.empty();
    if (!twin && !session_.run.no_duplicate_check) twin = seen.add(document.id, document.signature).has_value();
    if (twin && session_.run.drop_duplicates) return;
    ++summary_.documents;
    take(twin);
  });
}

Status CountingRun::finish() const {
  const Status status = reporter_.finish(summary_);
  if (!read_nothing() && !session_.partial.wanted) fields_.finish();
  return status;
}

Status CountingRun::write(const std::function<Table()>& make) const {
  const Status status =
      write_with([&](const Provenance& provenance) { write_table(session_.output, provenance, make()); });
  return status == 0 && session_.input.options.strict && WarningFlags::any_printed() ? 1 : status;
}

Status CountingRun::write_with(const std::function<void(const Provenance&)>& put) const {
  const Status status = finish();
  if (read_nothing()) return status;
  if (session_.partial.wanted) {
    PartialHead head = head_of_part();
    head.corpora = session_.partial.gathered->corpora;
    write_part(session_.output, head, session_.partial.gathered->documents);
    return status;
  }
  put(reporter_.provenance());
  reporter_.tell_decisions();
  return status;
}

}  // namespace topos::cli
