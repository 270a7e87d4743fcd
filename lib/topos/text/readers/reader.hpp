// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "topos/text/byte_source.hpp"
#include "topos/text/input.hpp"

namespace topos {

/// What a reader knows about the file it reads. It is kept by value: a reader may outlive the caller's frame.
struct ReaderContext {
  std::shared_ptr<const InputOptions> options;
  std::string id;    ///< that the file would have as a document
  std::string path;  ///< for messages
  FailureSink failures;
  NoteSink notes;
};

/// Splits one file into raw documents.
class Reader {
 public:
  virtual ~Reader() = default;
  /// The next raw document, or nothing at the end. What is wrong with one record goes to the failure sink; what ends
  /// the file is thrown.
  [[nodiscard]] virtual std::optional<RawDocument> next() = 0;
};

/// An input format, as readers.def lists it.
struct Format {
  std::string_view name;
  std::string_view extensions;  ///< in lower case, between blanks: " .jsonl .ndjson "
  std::string_view in_folders;  ///< those of them that are taken when a folder is walked
  bool many;                    ///< a file holds many documents and is read as a stream
  std::unique_ptr<Reader> (*open)(std::unique_ptr<ByteSource> source, ReaderContext context);
  bool (*fits)(std::string_view head) =
      nullptr;  ///< whether a file that begins so is in this format whatever its name; null if that cannot be told
  bool packed = false;        ///< a zip file of parts
  bool shares_names = false;  ///< other formats have the same extensions: a file is in this one only if it `fits`
};

#define TOPOS_READER(id) extern const Format id##_format;
#include "topos/text/readers/readers.def"
#undef TOPOS_READER

/// The format that `path` names by its extension, leaving out that of a compression (.gz .zst .xz .bz2); nullptr if
/// none does.
[[nodiscard]] const Format* format_of_name(std::string_view path);
/// The extensions that are taken from folders, for messages: ".txt .text .md".
[[nodiscard]] std::string folder_extensions();
/// Whether a file called so is taken when a folder is walked.
[[nodiscard]] bool is_taken_from_folders(std::string_view name);
/// The format that a file which begins with `head` is in beyond doubt; nullptr if there is none.
[[nodiscard]] const Format* format_of_signature(std::string_view head);
/// The format of text that begins with `head`: JSON Lines or plain text.
[[nodiscard]] const Format& format_of_content(std::string_view head);

/// Part of `path` after the last slash.
[[nodiscard]] std::string_view base_name(std::string_view path) noexcept;
/// `name` without the extension of a compression.
[[nodiscard]] std::string_view without_compression(std::string_view name) noexcept;
/// Whether `name` is that of a file that holds others: .zip .tar .tgz, .tar also with the extension of a compression.
[[nodiscard]] bool is_archive_name(std::string_view name);

}  // namespace topos
