// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a file of documents, or as records with hits, which the first byte chooses, and writes them in
// every format: what is written is well formed, and where a reader of ours knows the format, it finds the same tokens
// or hits in it.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <tuple>

#include "coding/foreign_codings.hpp"
#include "kit/finder.hpp"
#include "law.hpp"
#include "topos/annotation/record_stream.hpp"
#include "topos/base/error.hpp"
#include "topos/base/xml.hpp"
#include "topos/base/zip_writer.hpp"
#include "topos/report/exports/annotation_export.hpp"
#include "topos/report/exports/database.hpp"
#include "topos/report/exports/workbook.hpp"
#include "topos/text/compression.hpp"
#include "topos/text/conllu_text.hpp"
#include "topos/text/delimited.hpp"
#include "topos/text/json_record.hpp"
#include "topos/text/open_input.hpp"
#include "topos/text/tei_text.hpp"

namespace {

using topos::AnnotatedDocument;
using topos::ExportDocument;
using topos::ExportFormat;
using topos::ExportPart;

constexpr const char* patterns =
    "patterns.en = ['the <0-2> *', '*ing', '/[a-z]{3,}/']\npatterns.zh = ['/./']\npatterns.ru = ['/../']\n";

topos::test::Finder& finder() {
  static topos::test::Finder one(topos::test::code("frame.every", patterns));
  return one;
}

/// For what is read back from files; gone when the program ends.
const std::string& folder() {
  struct Folder {
    std::string path = (std::filesystem::temp_directory_path() / ("topos-fuzz-" + std::to_string(::getpid()))).string();
    Folder() { std::filesystem::create_directories(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
  };
  static const Folder made;
  return made.path;
}

/// The documents of a format as they lie in its file or files, by name.
using Files = std::vector<std::pair<std::string, std::string>>;

Files written(const ExportFormat& format, const ExportPart& part, const AnnotatedDocument& annotated) {
  topos::ExportContext context;
  for (const topos::Hit& hit : annotated.hits) context.others.emplace(hit.codebook(), hit.code());
  context.fields = part.fields;
  Files files = part.files;
  if (format.fixed != nullptr)
    for (auto& file : format.fixed(context)) files.push_back(std::move(file));
  const std::vector<topos::SharedFile> shared = format.shared(context);
  LAW(shared.size() == part.texts.size());
  for (std::size_t i = 0; i < shared.size(); ++i)
    files.emplace_back(shared[i].name, shared[i].head + part.texts[i] + shared[i].foot);
  for (const auto& [name, bytes] : files) LAW(format.shape == topos::ExportShape::database || topos::is_utf8(bytes));
  return files;
}

class NoXml final : public topos::XmlHandler {
  void start(std::string_view, const topos::XmlAttributes&) override {}
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

void check_xml(const std::string& bytes) {
  NoXml nothing;
  topos::parse_xml(bytes, "x.xml", nothing);
}

const std::string& file_of(const Files& files, std::string_view ending) {
  for (const auto& [name, bytes] : files)
    if (name.ends_with(ending)) return bytes;
  LAW(false);
}

/// What a table of codings says, without who coded.
using Coding = std::tuple<std::uint32_t, std::uint32_t, std::string>;
using Codings = std::multiset<Coding>;

Codings codings_in(const std::string& path, const std::string& bytes) {
  topos::DelimitedReader table(topos::memory_bytes(topos::cli::codings_table(path, bytes)), "table.tsv");
  Codings found;
  while (const auto row = table.next())
    if (!(*row)[4].empty()) found.emplace(std::stoul((*row)[1]), std::stoul((*row)[2]), (*row)[4]);
  return found;
}

/// Codes whose names all formats can hold as they are; those that streams bring may have any.
bool is_plain(std::string_view code) {
  return !code.empty() && std::all_of(code.begin(), code.end(), [](unsigned char c) { return c > ' ' && c < 0x7F; });
}

bool codes_are_plain(const AnnotatedDocument& annotated) {
  return std::all_of(annotated.hits.begin(), annotated.hits.end(),
                     [](const topos::Hit& hit) { return is_plain(hit.code()); });
}

Codings expected(const AnnotatedDocument& annotated, bool without_line_ends) {
  Codings all;
  for (const topos::Hit& hit : annotated.hits) {
    topos::ByteSpan span = hit.span;
    const auto is_end = [&](std::uint32_t at) {
      return annotated.document.text[at] == '\n' || annotated.document.text[at] == '\r';
    };
    while (without_line_ends && span.begin < span.end && is_end(span.begin)) ++span.begin;
    while (without_line_ends && span.begin < span.end && is_end(span.end - 1)) --span.end;
    if (!span.empty()) all.emplace(span.begin, span.end, hit.code());
  }
  return all;
}

/// WebAnno marks whole tokens, and what holds none is lost.
Codings expected_of_tokens(const ExportDocument& in) {
  Codings all;
  for (const topos::Hit& hit : in.annotated.hits) {
    topos::ByteSpan span;
    for (const topos::Token& token : in.segmentation.tokens) {
      if (token.end <= hit.span.begin || token.begin >= hit.span.end) continue;
      if (span.empty()) span.begin = token.begin;
      span.end = token.end;
    }
    if (!span.empty()) all.emplace(span.begin, span.end, hit.code());
  }
  return all;
}

/// Whether all white space between sentences takes a byte, which is all that WebAnno TSV leaves to be guessed.
bool gaps_are_ascii(const ExportDocument& in) {
  std::uint32_t at = 0;
  for (const topos::Sentence& sentence : in.segmentation.sentences) {
    for (; at < sentence.span.begin; ++at)
      if (static_cast<unsigned char>(in.annotated.document.text[at]) >= 0x80) return false;
    at = sentence.span.end;
  }
  return true;
}

void check_conllu(const ExportDocument& in, const std::string& bytes) {
  const topos::StructuredText back = topos::text_of_conllu(bytes, "x.conllu");
  if (in.annotated.document.given == nullptr) LAW(back.given.tokens.size() >= in.segmentation.tokens.size());
}

void check_vrt(const ExportDocument& in, const std::string& bytes) {
  const topos::StructuredText back = topos::text_of_vrt(bytes, "x.vrt");
  LAW(back.given.tokens.size() == in.segmentation.tokens.size());
}

void check_table(const std::string& bytes) {
  topos::DelimitedReader table(topos::memory_bytes(bytes), "x.csv");
  LAW(table.header().size() == 13);
  while (table.next()) {
  }
}

void check_lines(const std::string& bytes, std::size_t rows) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < bytes.size(); ++n) {
    const std::size_t end = bytes.find('\n', at);
    LAW(end != std::string::npos && topos::is_json_object(std::string_view(bytes).substr(at, end - at)));
    at = end + 1;
  }
  LAW(n == rows);
}

void check_project(const AnnotatedDocument& annotated, const Files& files) {
  std::string archive;
  topos::ZipWriter zip([&](std::string_view bytes) { archive += bytes; });
  for (const auto& [name, bytes] : files) zip.add(name, bytes);
  zip.finish();
  const Codings back = codings_in("x.qdpx", archive);
  LAW(!codes_are_plain(annotated) || back == expected(annotated, false));
}

void check_brat(const AnnotatedDocument& annotated, const Files& files) {
  std::ofstream(folder() + "/x.txt", std::ios::binary) << file_of(files, ".txt");
  const Codings back = codings_in(folder() + "/x.ann", file_of(files, ".ann"));
  LAW(!codes_are_plain(annotated) || back == expected(annotated, true));
}

void check_database(const Files& files) {
  topos::Database database(folder());
  database.run(file_of(files, ""));
  std::string bytes;
  database.copy([&](std::string_view piece) { bytes += piece; });
  LAW(bytes.starts_with("SQLite format 3"));
}

void check_workbook(const Files& files) {
  topos::Workbook workbook(folder());
  for (const auto& [name, rows] : files) {
    workbook.begin(name);
    workbook.run(rows);
  }
  std::string bytes;
  workbook.copy([&](std::string_view piece) { bytes += piece; });
  topos::ArchiveEntries entries(topos::memory_bytes(std::move(bytes)), "x.xlsx", {});
  while (entries.next()) check_xml(entries.read());
}

void check(const ExportFormat& format, const ExportDocument& in) {
  const ExportPart part = format.part(in);
  const Files files = written(format, part, in.annotated);
  const std::string_view name = format.name;
  if (name == "conllu") check_conllu(in, file_of(files, ""));
  if (name == "vrt") check_vrt(in, file_of(files, ""));
  if (name == "brat") check_brat(in.annotated, files);
  if (name == "refi-qda") check_project(in.annotated, files);
  if (name == "sqlite") check_database(files);
  // It takes a dozen files: one of eight texts shows enough.
  if (name == "xlsx" && in.annotated.document.text.size() % 8 == 0) check_workbook(files);
  if (name == "jsonl") check_lines(file_of(files, ""), in.annotated.hits.size());
  if (name == "dna") check_table(file_of(files, ""));
  if (name == "tei") (void)topos::text_of_tei(file_of(files, ""), "x.xml");
  if (name == "webanno") {
    const Codings back = codings_in("x.tsv", file_of(files, ".tsv"));
    LAW(!codes_are_plain(in.annotated) || !gaps_are_ascii(in) || back == expected_of_tokens(in));
  }
  for (const auto& [file, bytes] : files)
    if (name == "tei" || (name == "refi-qda" && !file.ends_with(".txt"))) check_xml(bytes);
}

/// Writes a document in every format. What a reader of ours says of its own program's files is no error of the input.
void check_all(AnnotatedDocument& annotated) {
  finder().annotator().annotate(annotated);
  for (const ExportFormat* format : topos::export_formats()) try {
      check(*format, {annotated, finder().annotator().segmentation()});
    } catch (const topos::Error& error) {
      std::fprintf(stderr, "%s: %s\n", std::string(format->name).c_str(), error.message().c_str());
      LAW(!"our own readers refuse it");
    }
}

/// The documents in `bytes`, with the hits that they bring.
std::vector<AnnotatedDocument> read(const std::string& name, const std::string& bytes) {
  static const auto options = std::make_shared<const topos::InputOptions>();
  static const topos::DocumentMaker maker{*options};
  static topos::NamePool names;
  std::vector<AnnotatedDocument> all;
  topos::RecordReader records(names);
  const auto ignore = [](const topos::Error&) {};
  try {
    const auto reader = topos::open_input(topos::memory_bytes(bytes), {options, "x", name, ignore, {}});
    while (auto raw = reader->next()) {
      if (raw->kind == topos::RawDocument::Kind::records) {
        all.push_back(records.read(*raw));
      } else {
        all.emplace_back();
        all.back().document = maker.make(std::move(*raw), {});
      }
    }
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
    if (!all.empty() && all.back().document.id.empty()) all.pop_back();
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* names[] = {"x.jsonl", "x.txt", "x.md", "x.conllu", "x.vrt", "x.html"};
  const topos::fuzz::Chosen input = topos::fuzz::choose(names, topos::fuzz::bytes_of(data, size));
  for (AnnotatedDocument& annotated : read(input.choice, input.rest)) check_all(annotated);
  return 0;
}
