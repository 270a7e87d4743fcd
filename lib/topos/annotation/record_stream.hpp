// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/hit.hpp"
#include "topos/annotation/name_pool.hpp"
#include "topos/text/input.hpp"

namespace topos {

/// Version of the record stream, topos-stream(5).
inline constexpr int stream_schema = 1;

/// What the head record says about the records that follow it.
struct StreamHead {
  struct Book {
    std::string id;
    std::string version;
    std::string checksum;
    std::vector<std::string> draft_languages;
  };
  std::string version;  ///< of the program that wrote it
  std::string tokenizer;
  std::vector<Book> codebooks;         ///< empty: the documents are not annotated
  std::vector<std::string> arguments;  ///< what can change a result
};

/// The head as a JSON line, line feed included.
[[nodiscard]] std::string write_head(const StreamHead& head);

/// Errors: Errc::stream if the schema or the tokenizer differs from ours; Errc::json.
[[nodiscard]] StreamHead read_head(std::string_view line, const Location& where);

enum class Offsets : std::uint8_t { bytes, characters, utf16 };

/// Writes a document record, its hits and its other records as JSON lines, piece by piece: a book may find more hits
/// than fit in memory as lines. Offsets other than bytes are for other programs: topos does not read them back.
class DocumentWriter {
 public:
  /// `annotated` must outlive the writer.
  DocumentWriter(const AnnotatedDocument& annotated, Offsets offsets);
  DocumentWriter(DocumentWriter&&) noexcept;
  ~DocumentWriter();

  /// Appends the document record.
  void document(std::string& out) const;
  /// Appends the next `most` hits or fewer, behind the last hit the other records; false if nothing is left to be
  /// written.
  bool more(std::string& out, std::size_t most);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Appends all of a document.
void write_document(const AnnotatedDocument& annotated, Offsets offsets, std::string& out);

/// The text of the record's first member, behind which `write_duplicate` goes in.
inline constexpr std::string_view document_record_begin = "{\"type\":\"document\"";

/// `,"duplicate_of":…,"similarity":…`, to be put behind document_record_begin.
[[nodiscard]] std::string write_duplicate(std::string_view id, double similarity);

/// Reads one document and its records back.
class RecordReader {
 public:
  /// `names` must outlive the hits that are read.
  explicit RecordReader(NamePool& names);
  RecordReader(RecordReader&&) noexcept;
  ~RecordReader();

  /// Domain: raw.kind is records. Its bytes stay what they are, but may move to make room for the parser.
  /// Errors: Errc::json, Errc::stream with the line.
  [[nodiscard]] AnnotatedDocument read(RawDocument& raw);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
