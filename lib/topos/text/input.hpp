// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/text/document.hpp"
#include "topos/text/regions.hpp"

namespace topos {

/// What to read and how (contract.md §3). Defaults are the program's.
struct InputOptions {
  std::vector<std::string> paths;    ///< files, folders, globs, "-" for standard input
  std::string files_from;            ///< a file (or "-") that lists paths, one a line or NUL-separated; empty: none
  bool strict = false;               ///< invalid UTF-8 is an error instead of U+FFFD
  std::string encoding;              ///< ICU converter name; empty: found out
  bool binary_as_text = false;       ///< `--text`: read files that look binary
  std::string text_column = "text";  ///< of TSV and CSV tables and field of JSON Lines
  std::string id_column = "id";
  std::string language;  ///< BCP 47 tag for every document; empty: metadata, else guessed
  RegionOptions regions;
  std::string metadata_table;  ///< side-car table; empty: none
  std::string metadata_key;    ///< empty: the first of id, document, file that the table has
  bool metadata_partial = false;
  std::string name_pattern;       ///< `--name-pattern '{country}_{year}'`: metadata from file names; empty: none
  std::vector<std::string> cuts;  ///< ISO dates; they make the field `period`
  std::uint64_t max_expand = std::uint64_t{2} << 30;  ///< bytes a compressed input may expand to
  std::string split;                                  ///< "", "lines", "paragraphs" or a number of bytes
  bool whole_pages = false;                           ///< `--html all`: nothing of a web page is taken for furniture
  bool pretokenized = false;                          ///< blanks part tokens, and line ends sentences
  bool retokenize = false;                            ///< tokens that a file gives are not kept
};

struct StructuredText;
/// A note for the user about one input that is not an error ("5 invalid bytes replaced (first at byte 812)", encoding
/// chosen …).
using NoteSink = std::function<void(const std::string& note)>;
/// Makes text of a file in a format that has structure of its own (structured_text.hpp). `path` is for messages.
using StructureReader = StructuredText (*)(std::string bytes, const InputOptions& options, const std::string& path,
                                           const NoteSink& notes);

/// One document's worth of input as it comes off the disk: what the producer hands to a worker.
struct RawDocument {
  enum class Kind : std::uint8_t { plain, markdown, json, row, records, structured };
  Kind kind = Kind::plain;
  std::string id;  ///< id by name; a JSON record's own id wins over it
  std::string path;
  std::size_t line = 0;  ///< 1-based line in `path` at which `bytes` begins (json, row, records), else 0
  std::string bytes;  ///< the file's bytes (decompressed), the JSON line, the cell with the text, or the lines of one
                      ///< document of a record stream
  Metadata metadata;  ///< table columns (row); empty otherwise
  std::shared_ptr<const std::string> head;  ///< kind records: the head line that holds for it
  StructureReader structure = nullptr;      ///< kind structured: what reads its bytes
};

/// Receives an input that failed; the others go on.
using FailureSink = std::function<void(const Error& error)>;

/// Whether a document is wanted with its regions, asked before they are looked for.
using DocumentTest = std::function<bool(const Document& document)>;
/// The same of a text alone, as it stands in JSON; its escapes are those of line ends, tabs, quotes and slashes.
using EscapedTextTest = std::function<bool(std::string_view escaped)>;

/// All inputs of a run, one raw document after the other, in the order of the arguments (folders: byte order of
/// relative paths). Not thread-safe: one producer reads it. Memory: one file (or one record) at a time.
class InputSource {
 public:
  /// Errors (thrown): Errc::missing if none of the named paths exists (one missing beside others goes to `failures`);
  /// Errc::duplicate_id; Errc::metadata, Errc::table for the side-car table; Errc::usage for contradicting options.
  /// Nothing is read from the inputs yet, unless a side-car table asks for the ids inside tables and JSON Lines.
  InputSource(InputOptions options, FailureSink failures, NoteSink notes);
  InputSource(InputSource&&) noexcept;
  InputSource& operator=(InputSource&&) noexcept;
  ~InputSource();

  /// The next raw document, or nothing at the end. An input that cannot be read goes to the failure sink and is left
  /// out, a record whose id has been met too. Errors (thrown): Errc::metadata, where the side-car table and standard
  /// input turn out not to fit.
  [[nodiscard]] std::optional<RawDocument> next();

  /// Inputs met so far, for "1 of 12 inputs failed": documents handed out, and what went to the failure sink instead.
  [[nodiscard]] std::size_t inputs() const noexcept;

  /// Bytes of all files named (after walking), for progress; 0 where they are not known or do not tell how much text
  /// there is: standard input, pipes, packed files. Cost: asks for the size of every file.
  [[nodiscard]] std::uint64_t expected_bytes();
  /// How many of them stand before and in what was handed out; 0 if they were not asked for.
  [[nodiscard]] std::uint64_t read_bytes() const noexcept;

 private:
  friend class DocumentMaker;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Makes a document of a raw one: decodes, reads the header block or JSON fields, joins the side-car table, derives
/// year, quarter, month and period, sets the language, finds the regions. Thread-safe and const: one maker serves all
/// workers.
class DocumentMaker {
 public:
  /// Errors: as InputSource's for the side-car table and the options.
  explicit DocumentMaker(const InputOptions& options);
  /// The same with the side-car table that `source` has read already; `options` are those of `source`.
  DocumentMaker(const InputOptions& options, const InputSource& source);
  DocumentMaker(DocumentMaker&&) noexcept;
  DocumentMaker& operator=(DocumentMaker&&) noexcept;
  ~DocumentMaker();

  /// Domain: raw.kind is not `records` (see annotation/record_stream.hpp). Without regions, if `wanted` says so;
  /// without text too, if `wanted_text`, which `wanted` then is asked after, could be asked before the text was read.
  /// Errors (thrown): Errc::encoding, binary, too_large, json, metadata …, with the document's place.
  [[nodiscard]] Document make(RawDocument raw, const NoteSink& notes, const DocumentTest& wanted = {},
                              const EscapedTextTest& wanted_text = {}) const;

  /// Joins the side-car table and derives year, quarter, month and period (also for documents of a record stream).
  void complete_metadata(Document& document) const;

  /// Rows of the side-car table that no document has asked for. To be called after the last document; empty without a
  /// table. (The contract stops the run before output when it is not empty and `metadata_partial` is off: see
  /// InputSource, which checks names of plain files and rows beforehand where it can.)
  [[nodiscard]] std::vector<std::string> unused_metadata() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
