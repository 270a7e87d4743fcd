// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/hit.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

/// A document with its hits, cut into sentences and tokens.
struct ExportDocument {
  const AnnotatedDocument& annotated;
  const Segmentation& segmentation;
};

/// What one document adds to an export.
struct ExportPart {
  std::vector<std::pair<std::string, std::string>> files;  ///< of its own, with names
  std::vector<std::string> texts;                          ///< for each file that all documents share
  std::map<std::string, std::size_t> lost;                 ///< what could not be said, and how often
  std::set<std::pair<std::string, std::string>> codes;     ///< codebook and code of its hits
  std::set<std::string> fields;                            ///< of its metadata, for formats that declare them
};

/// What all documents of an export share.
struct ExportContext {
  std::vector<const Codebook*> books;                    ///< whose codes the hits may have
  std::set<std::pair<std::string, std::string>> others;  ///< codebook and code of hits that none of them knows
  std::set<std::string> fields;                          ///< that parts have told of
  bool empty = false;                                    ///< no document was written
};

/// One file that all documents of an export share: what stands before and behind what they add.
struct SharedFile {
  std::string name;
  std::string head;
  std::string foot;
};

/// How an export is stored.
enum class ExportShape : std::uint8_t {
  file,      ///< the one shared file
  folder,    ///< a folder of files
  archive,   ///< a zip archive of files
  database,  ///< a script of SQL, run into a database
  workbook   ///< rows of sheets, each shared file being one
};

/// A format that annotations are written in, as exports.def lists it.
struct ExportFormat {
  std::string_view name;  ///< as typed after --to
  std::string_view summary;
  std::string_view loses;  ///< what hits and documents have that the format cannot say
  ExportShape shape;
  std::vector<SharedFile> (*shared)(const ExportContext& context);
  /// On any thread. One text for each shared file.
  ExportPart (*part)(const ExportDocument& document);
  /// Files of a folder or archive that depend on no document; null: none.
  std::vector<std::pair<std::string, std::string>> (*fixed)(const ExportContext& context) = nullptr;
};

namespace exports {
#define TOPOS_EXPORT(id) extern const ExportFormat id;
#include "topos/report/exports/exports.def"
#undef TOPOS_EXPORT
}  // namespace exports

/// Every format, in the order of exports.def.
[[nodiscard]] std::span<const ExportFormat* const> export_formats() noexcept;
/// The format called `name`, or nullptr.
[[nodiscard]] const ExportFormat* find_export_format(std::string_view name) noexcept;

/// Puts the parts of an export together, in the order in which they come.
class ExportWriter {
 public:
  /// `path`: the file or folder, "-" or empty for standard output. `folder`: where temporary files may be made.
  /// Errors: Errc::usage, if the format needs a file or folder and none is named; those of OutputFolder.
  ExportWriter(const ExportFormat& format, std::string path, std::string folder);
  ExportWriter(ExportWriter&&) noexcept;
  ~ExportWriter();

  void add(const ExportPart& part);
  /// Writes what all documents share, and puts the output in its place. `books`: those of the run; the ones that no hit
  /// is of are left out, unless there is no hit.
  void close(const std::vector<const Codebook*>& books);
  /// What could not be said, and how often.
  [[nodiscard]] const std::map<std::string, std::size_t>& lost() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
