// SPDX-License-Identifier: Apache-2.0
#include "stream_output.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace topos::cli {
namespace {

/// Records tell of words what their regions' sizes say.
PipelineOptions stream_pipeline(const Session& session, Annotate annotate) {
  PipelineOptions options = session.pipeline(annotate);
  if (annotate == Annotate::never) options.detail = Detail::sentences;
  return options;
}

/// First words of a region, for a reader's eye.
constexpr std::size_t excerpt_bytes = 60;

std::string excerpt(const Document& document, const Region& region) {
  std::string_view text = region.span.in(document.text);
  if (text.size() > excerpt_bytes) {
    std::size_t end = excerpt_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line;
}

std::vector<std::vector<Cell>> region_rows(const AnnotatedDocument& annotated) {
  const Document& document = annotated.document;
  std::vector<std::vector<Cell>> rows;
  std::int64_t line = 1;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < document.regions.size(); ++i) {
    const Region& region = document.regions[i];
    line += std::count(document.text.begin() + at, document.text.begin() + region.span.begin, '\n');
    at = region.span.begin;
    rows.push_back({document.id, line, std::int64_t{region.span.begin}, std::int64_t{region.span.end},
                    std::string(to_string(region.name)),
                    document.sections[region.section].empty() ? Cell() : Cell(document.sections[region.section]),
                    std::int64_t{annotated.analysis[i]}, std::int64_t{annotated.sizes[i].words},
                    std::int64_t{annotated.sizes[i].sentences},
                    region.cue.empty() ? Cell() : Cell(std::string(region.cue)), excerpt(document, region)});
  }
  return rows;
}

Status show_regions(Session& session, Library& library, Annotate annotate) {
  Reporter reporter(library);
  TableOutput table(session.output, reporter.provenance(),
                    {{"document"},
                     {"line", true},
                     {"begin", true},
                     {"end", true},
                     {"region"},
                     {"section"},
                     {"analysis", true},
                     {"words", true},
                     {"sentences", true},
                     {"cue"},
                     {"text"}});
  using Rows = std::vector<std::vector<Cell>>;
  const PipelineSummary summary = run_pipeline<Rows>(
      stream_pipeline(session, annotate), library.shelf(), reporter.reports(),
      [](std::size_t, AnnotatedDocument annotated, Annotator&) { return region_rows(annotated); },
      [&](Rows rows, const NearDuplicates::Found*) {
        for (const auto& row : rows) table.row(row);
        return true;
      });
  if (summary.documents > 0 || summary.failures == 0) table.close();
  return reporter.finish(summary);
}

/// A document on its way to the output. Hits take many times the memory of their text when they are written out: of a
/// document with many, only the record is made beforehand.
struct Outgoing {
  std::string lines;
  std::unique_ptr<const AnnotatedDocument> hits_wait;
};

constexpr std::size_t many_hits = 1 << 14;

Outgoing outgoing(AnnotatedDocument annotated, Offsets offsets) {
  Outgoing result;
  if (annotated.hits.size() < many_hits) {
    result.lines = document_lines(annotated, offsets);
    return result;
  }
  annotated.duplicate_of.clear();
  DocumentWriter(annotated, offsets).document(result.lines);
  result.hits_wait = std::make_unique<const AnnotatedDocument>(std::move(annotated));
  return result;
}

}  // namespace

void StreamWriter::write_head_once() {
  if (!out_) out_ = std::make_unique<OutputStream>(session_.output.path);
  StreamHead head;
  const Provenance provenance = run_provenance();
  head.version = provenance.version;
  head.tokenizer = tokenizer_id();
  head.arguments = provenance.arguments;
  head.codebooks = reporter_.stream_books();
  // Our codebooks stand behind those of the streams that are passed through.
  if (annotates_ || reporter_.annotated())
    for (const Codebook* book : library_.shelf().books()) {
      std::erase_if(head.codebooks, [&](const StreamHead::Book& one) { return one.id == book->id; });
      head.codebooks.push_back({book->id, book->version, book->checksum, book->draft_languages});
    }
  std::string now = topos::write_head(head);
  if (now == head_) return;
  head_ = std::move(now);
  out_->write(head_);
}

void StreamWriter::write(std::string_view lines) {
  write_head_once();
  out_->write(lines);
}

void StreamWriter::close() {
  write_head_once();
  out_->close();
  write_provenance(session_.output, reporter_.provenance());
}

std::string document_lines(AnnotatedDocument& annotated, Offsets offsets) {
  annotated.duplicate_of.clear();
  std::string lines;
  write_document(annotated, offsets, lines);
  return lines;
}

void mark_duplicate(std::string& lines, const NearDuplicates::Found* twin) {
  if (twin != nullptr) lines.insert(document_record_begin.size(), write_duplicate(twin->id, twin->similarity));
}

void StreamChoices::declare(Options& options) {
  options.section("Stream");
  options.choice("--offsets", offsets, {"bytes", "characters", "utf16"},
                 "Unit of begin and end; topos itself reads bytes only");
  options.flag("--show-regions", show_regions, "Print a table of what was cut, and why, instead of the stream");
}

Status write_stream(Session& session, const StreamChoices& choices, Library& library, Annotate annotate) {
  if (choices.show_regions) return show_regions(session, library, annotate);
  const Offsets unit = choices.offsets == "bytes"   ? Offsets::bytes
                       : choices.offsets == "utf16" ? Offsets::utf16
                                                    : Offsets::characters;
  Reporter reporter(library);
  StreamWriter out(session, library, reporter, annotate == Annotate::always);
  const PipelineSummary summary = run_pipeline<Outgoing>(
      stream_pipeline(session, annotate), library.shelf(), reporter.reports(),
      [&](std::size_t, AnnotatedDocument annotated, Annotator&) { return outgoing(std::move(annotated), unit); },
      [&](Outgoing document, const NearDuplicates::Found* twin) {
        mark_duplicate(document.lines, twin);
        out.write(document.lines);
        if (!document.hits_wait) return true;
        DocumentWriter rest(*document.hits_wait, unit);
        for (document.lines.clear(); rest.more(document.lines, many_hits / 16); document.lines.clear())
          out.write(document.lines);
        return true;
      });
  if (summary.documents > 0 || summary.failures == 0) out.close();
  return reporter.finish(summary);
}

}  // namespace topos::cli
