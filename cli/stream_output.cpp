// SPDX-License-Identifier: Apache-2.0
#include "stream_output.hpp"

#include <algorithm>
#include <memory>

namespace topos::cli {
namespace {

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
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
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
    rows.push_back({document.id, line, std::int64_t{region.span.begin}, std::int64_t{region.span.end}, std::string(to_string(region.name)),
                    document.sections[region.section].empty() ? Cell() : Cell(document.sections[region.section]), std::int64_t{annotated.analysis[i]},
                    std::int64_t{annotated.sizes[i].words}, std::int64_t{annotated.sizes[i].sentences},
                    region.cue.empty() ? Cell() : Cell(std::string(region.cue)), excerpt(document, region)});
  }
  return rows;
}

Status show_regions(Session& session, Library& library, Annotate annotate) {
  Reporter reporter(library);
  TableOutput table(session.output, reporter.provenance(),
                    {{"document"}, {"line", true}, {"begin", true}, {"end", true}, {"region"}, {"section"}, {"analysis", true}, {"words", true}, {"sentences", true}, {"cue"}, {"text"}});
  using Rows = std::vector<std::vector<Cell>>;
  const PipelineSummary summary = run_pipeline<Rows>(
      session.pipeline(annotate), library.shelf(), reporter.reports(),
      [](std::size_t, AnnotatedDocument annotated, Annotator&) { return region_rows(annotated); },
      [&](Rows rows, const NearDuplicates::Found*) {
        for (const auto& row : rows) table.row(row);
        return true;
      });
  if (summary.documents > 0 || summary.failures == 0) table.close();
  return reporter.finish(summary);
}

/// The head of the stream this run writes: our codebooks, behind those of the streams it passes through.
StreamHead make_head(Library& library, const std::vector<StreamHead::Book>& passed, Annotate annotate) {
  StreamHead head;
  const Provenance provenance = run_provenance();
  head.version = provenance.version;
  head.tokenizer = tokenizer_id();
  head.arguments = provenance.arguments;
  head.codebooks = passed;
  if (annotate == Annotate::never) return head;
  for (const Codebook* book : library.shelf().books()) {
    std::erase_if(head.codebooks, [&](const StreamHead::Book& one) { return one.id == book->id; });
    head.codebooks.push_back({book->id, book->version, book->checksum, book->draft_languages});
  }
  return head;
}

}  // namespace

void StreamChoices::declare(Options& options) {
  options.section("Stream");
  options.choice("--offsets", offsets, {"bytes", "characters", "utf16"}, "Unit of begin and end; topos itself reads bytes only");
  options.flag("--show-regions", show_regions, "Print a table of what was cut, and why, instead of the stream");
}

Status write_stream(Session& session, const StreamChoices& choices, Library& library, Annotate annotate) {
  if (choices.show_regions) return show_regions(session, library, annotate);
  const Offsets unit = choices.offsets == "bytes" ? Offsets::bytes : choices.offsets == "utf16" ? Offsets::utf16 : Offsets::characters;
  Reporter reporter(library);
  std::unique_ptr<OutputStream> out;
  std::string head;
  const auto write_head_once = [&] {
    if (!out) out = std::make_unique<OutputStream>(session.output.path);
    std::string now = write_head(make_head(library, reporter.stream_books(), annotate));
    if (now == head) return;
    head = std::move(now);
    out->write(head);
  };
  const PipelineSummary summary = run_pipeline<std::string>(
      session.pipeline(annotate), library.shelf(), reporter.reports(),
      [&](std::size_t, AnnotatedDocument annotated, Annotator&) {
        std::string lines;
        annotated.duplicate_of.clear();  // put in below, once, whoever found it
        write_document(annotated, unit, lines);
        return lines;
      },
      [&](std::string lines, const NearDuplicates::Found* twin) {
        if (twin != nullptr) lines.insert(document_record_begin.size(), write_duplicate(twin->id, twin->similarity));
        write_head_once();
        out->write(lines);
        return true;
      });
  if (summary.documents > 0 || summary.failures == 0) {
    write_head_once();
    out->close();
    write_provenance(session.output, reporter.provenance());
  }
  return reporter.finish(summary);
}

}  // namespace topos::cli
