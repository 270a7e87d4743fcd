// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "topos/codebook/book_draft.hpp"
#include "topos/codebook/loss.hpp"

namespace topos {

/// What a codebook of another program does not say itself.
struct ImportOptions {
  std::string id;        ///< that the book gets
  std::string language;  ///< primary subtag of its terms
  std::string path;      ///< for messages
};

/// What is taken of a book for another program.
struct ExportOptions {
  std::string language;  ///< primary subtag; formats that hold all languages ignore it
};

/// A format of codebooks of other programs, as listed in formats.def.
struct BookFormat {
  std::string_view name;        ///< as typed after --from and --to
  std::string_view extensions;  ///< in small letters, between blanks
  std::string_view summary;
  bool all_languages;  ///< a file holds the patterns of every language of a book
  /// Makes a draft of `bytes`: text in UTF-8, or as the file has it if it is XML or packed.
  /// Errors: Errc::codebook, with the line, for what is not of the format.
  BookDraft (*read)(std::string_view bytes, const ImportOptions& options, Losses& losses);
  /// The book as a file of the format.
  std::string (*write)(const Codebook& book, const ExportOptions& options, Losses& losses);
};

#define TOPOS_BOOK_FORMAT(id) extern const BookFormat id##_book_format;
#include "topos/codebook/formats/formats.def"
#undef TOPOS_BOOK_FORMAT

/// Every format, in the order of formats.def.
[[nodiscard]] std::span<const BookFormat* const> book_formats() noexcept;

/// The format called `name`, or nullptr.
[[nodiscard]] const BookFormat* find_book_format(std::string_view name) noexcept;
/// The format that files called so have by their extension, or nullptr.
[[nodiscard]] const BookFormat* book_format_of(std::string_view path) noexcept;

/// A file of another program as the TOML of topos-codebook(5), which loads.
/// `encoding`: ICU's name of that of the file; empty: found out.
/// Errors: those of reading a file, of finding its encoding, and of the format.
[[nodiscard]] std::string import_book(const BookFormat& format, const std::string& encoding,
                                      const ImportOptions& options, Losses& losses);

}  // namespace topos
