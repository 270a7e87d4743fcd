// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "session.hpp"

namespace topos::cli {

/// Options of commands that write the record stream.
struct StreamChoices {
  std::string offsets = "bytes";
  bool show_regions = false;  ///< a table of the regions and their cues instead of the stream

  void declare(Options& options);
};

/// Writes the record stream of a run: a head, again where the codebooks change, and documents.
class StreamWriter {
 public:
  /// `annotates`: the head names the library's codebooks also before a document came that they were looked for in.
  StreamWriter(const Session& session, Library& library, const Reporter& reporter, bool annotates)
      : session_(session), library_(library), reporter_(reporter), annotates_(annotates) {}
  /// `lines`: what write_document made of a document, or a piece of it.
  void write(std::string_view lines);
  /// Ends a stream that is whole, if with a head alone.
  void close();

 private:
  void write_head_once();

  const Session& session_;
  Library& library_;
  const Reporter& reporter_;
  bool annotates_ = false;
  std::unique_ptr<OutputStream> out_;
  std::string head_;
};

/// The lines of a document, its being a duplicate left out: that is known only when documents are in order again.
[[nodiscard]] std::string document_lines(AnnotatedDocument& annotated, Offsets offsets);
/// Puts in which earlier document it nearly repeats, if it does.
void mark_duplicate(std::string& lines, const NearDuplicates::Found* twin);

/// Runs the pipeline and writes the record stream, or the table of regions.
[[nodiscard]] Status write_stream(Session& session, const StreamChoices& choices, Library& library, Annotate annotate);

}  // namespace topos::cli
