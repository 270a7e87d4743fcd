// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/book_format.hpp"

#include <memory>

#include "topos/base/error.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/text/byte_source.hpp"
#include "topos/text/encoding.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/open_input.hpp"

namespace topos {
namespace {

constexpr const BookFormat* all[] = {
#define TOPOS_BOOK_FORMAT(id) &id##_book_format,
#include "topos/codebook/formats/formats.def"
#undef TOPOS_BOOK_FORMAT
};

constexpr std::size_t largest_book = std::size_t{256} << 20;

/// Whether the bytes say themselves how they are written: XML with its declaration, and zip archives.
bool speaks_for_itself(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes.starts_with("<?xml") || bytes.starts_with("PK\x03\x04");
}

}  // namespace

std::span<const BookFormat* const> book_formats() noexcept { return all; }

const BookFormat* find_book_format(std::string_view name) noexcept {
  for (const BookFormat* format : all)
    if (format->name == name) return format;
  return nullptr;
}

const BookFormat* book_format_of(std::string_view path) noexcept {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  const std::string wanted = ' ' + lower_ascii(path.substr(dot)) + ' ';
  for (const BookFormat* format : all)
    if (format->extensions.find(wanted) != std::string_view::npos) return format;
  return nullptr;
}

std::string import_book(const BookFormat& format, const std::string& encoding, const ImportOptions& options,
                        Losses& losses) {
  InputOptions input;
  input.encoding = encoding;
  input.strict = true;  // a term with U+FFFD in it would be found nowhere
  std::string bytes;
  {
    const std::unique_ptr<ByteSource> source = unpacked_bytes(options.path, input);
    bytes = read_all(*source, options.path);
  }
  if (bytes.size() > largest_book) throw Error(Errc::codebook, "too large for a codebook", {options.path, 0, 0});
  if (!speaks_for_itself(bytes) || !encoding.empty()) try {
      bytes = decode_text(std::move(bytes), input, options.path, [&](const std::string& note) {
        losses.add({Loss::Fate::changed, "encoding", {}, {}, note, 0});
      });
    } catch (const Error& problem) {
      if (problem.code() != Errc::encoding) throw;
      throw Error(problem.code(), problem.message(), problem.where(),
                  "say --encoding, for instance --encoding windows-1252");
    }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  std::string text;
  try {
    text = book_text(format.read(bytes, options, losses));
  } catch (const Error& problem) {
    if (!problem.where().path.empty()) throw;
    throw Error(problem.code(), problem.message(), {options.path, problem.where().line, problem.where().column},
                problem.hint());
  }
  (void)parse_codebook(text, options.path);
  return text;
}

}  // namespace topos
