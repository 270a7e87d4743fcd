// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "topos/text/dates.hpp"
#include "topos/text/encoding.hpp"
#include "topos/text/given_tokens.hpp"
#include "topos/text/header_block.hpp"
#include "topos/text/input_source_impl.hpp"
#include "topos/text/json_record.hpp"
#include "topos/text/language.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/name_pattern.hpp"
#include "topos/text/structured_text.hpp"

namespace topos {
namespace {

/// The value of `field`, in whatever case a table's author wrote its name.
const std::string* find_any_case(const Metadata& metadata, std::string_view field) {
  if (const std::string* value = metadata.find(field)) return value;
  for (const auto& [name, value] : metadata.all())
    if (lower_ascii(name) == field) return &value;
  return nullptr;
}

/// A primary language of two or three letters, and subtags of at most eight letters and digits (RFC 5646). "_" may
/// stand for "-".
bool is_language_tag(std::string_view tag) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t subtag = 0;
  bool primary = true;
  for (const char c : tag) {
    if (c == '-' || c == '_') {
      if (subtag == 0 || (primary && subtag < 2)) return false;
      subtag = 0;
      primary = false;
    } else if (!is_letter(c) && (primary || c < '0' || c > '9')) {
      return false;
    } else if (++subtag > (primary ? 3U : 8U)) {
      return false;
    }
  }
  return subtag > (primary ? 1U : 0U) && tag.size() <= 35;
}

void set_field(Document& document, std::string_view field, std::string value) {
  if (field == "language")
    document.language = std::move(value);
  else
    document.metadata.set(field, std::move(value));
}

Document named(const RawDocument& raw) {
  Document document;
  document.id = raw.id;
  document.path = raw.path;
  document.line = raw.line;
  return document;
}

std::string place_of(const Document& document) {
  return printable(document.path) + (document.line == 0 ? std::string() : ":" + std::to_string(document.line));
}

/// What is wrong in a part of a file is said with the line of the file.
StructuredText structured_text(RawDocument& raw, const InputOptions& options, const NoteSink& notes) {
  try {
    return raw.structure(std::move(raw.bytes), options, raw.path, notes);
  } catch (const Error& error) {
    const Location where = error.where();
    if (raw.line < 2 || where.line == 0) throw;
    throw Error(error.code(), error.message(), {where.path, where.line + raw.line - 1, where.column}, error.hint());
  }
}

}  // namespace

struct DocumentMaker::Impl {
  Impl(const InputOptions& chosen, std::shared_ptr<const SidecarTable> table)
      : options(chosen), sidecar(std::move(table)), periods(chosen.cuts) {
    if (!sidecar && !options.metadata_table.empty()) sidecar = std::make_shared<const SidecarTable>(options);
    if (!options.name_pattern.empty()) pattern.emplace(options.name_pattern);
  }

  InputOptions options;
  std::shared_ptr<const SidecarTable> sidecar;
  std::optional<NamePattern> pattern;
  Periods periods;

  void read_name(Document& document, std::string_view id, const NoteSink& notes) const;
  std::uint32_t read_text(Document& document, RawDocument& raw, const NoteSink& notes) const;
  void read_json(Document& document, std::string line, const RawDocument& raw) const;
  std::optional<Document> without_text(const RawDocument& raw, const NoteSink& notes, const DocumentTest& wanted,
                                       const EscapedTextTest& wanted_text) const;
  [[nodiscard]] StructuredText read_structure(Document& document, RawDocument& raw, const NoteSink& notes) const;
  void read_row(Document& document, RawDocument& raw, const NoteSink& notes) const;
  void complete(Document& document, std::string_view id, const NoteSink& notes) const;
  void keep_tokens(Document& document, GivenTokens&& given, const NoteSink& notes) const;
  void derive(Document& document, const NoteSink& notes) const;
  /// Whether the language did not have to be guessed from the text.
  bool settle_language(Document& document, const NoteSink& notes) const;
};

void DocumentMaker::Impl::read_name(Document& document, std::string_view id, const NoteSink& notes) const {
  if (!pattern) return;
  if (auto fields = pattern->match(id))
    for (auto& [field, value] : *fields) set_field(document, field, std::move(value));
  else if (notes)
    notes(place_of(document) + ": the name does not fit --name-pattern " + printable(options.name_pattern));
}

std::uint32_t DocumentMaker::Impl::read_text(Document& document, RawDocument& raw, const NoteSink& notes) const {
  document.text = decode_text(std::move(raw.bytes), options, raw.path, notes);
  // A part of a split text has no header of its own.
  std::optional<HeaderBlock> block = raw.line == 0 ? read_header_block(document.text) : std::nullopt;
  if (!block) return 0;
  for (auto& [field, value] : block->fields) set_field(document, field, std::move(value));
  if (block->left_out != 0 && notes)
    notes(place_of(document) + ": " + std::to_string(block->left_out) +
          " lines of the header block are not \"key: value\" and were left out");
  return static_cast<std::uint32_t>(block->end);
}

StructuredText DocumentMaker::Impl::read_structure(Document& document, RawDocument& raw, const NoteSink& notes) const {
  StructuredText read = structured_text(raw, options, notes);
  document.text = std::move(read.text);
  for (const auto& [field, value] : read.metadata.all()) set_field(document, field, value);
  if (is_language_tag(read.language)) document.language = read.language;
  return read;
}

void DocumentMaker::Impl::read_json(Document& document, std::string line, const RawDocument& raw) const {
  JsonRecord record = read_json_record(std::move(line), options.text_column, options.id_column, {raw.path, raw.line});
  document.text = std::move(record.text);
  if (record.id && !record.id->empty()) document.id = std::move(*record.id);
  if (record.language) document.language = std::move(*record.language);
  for (auto& [field, value] : record.metadata) set_field(document, field, std::move(value));
}

void DocumentMaker::Impl::read_row(Document& document, RawDocument& raw, const NoteSink& notes) const {
  Utf8Count count;
  document.text = is_utf8(raw.bytes) ? std::move(raw.bytes) : replace_invalid_utf8(raw.bytes, count);
  report_invalid(count, "UTF-8", options.strict, raw.path, notes);
  for (const auto& [field, value] : raw.metadata.all()) set_field(document, field, value);
}

void DocumentMaker::Impl::complete(Document& document, std::string_view id, const NoteSink& notes) const {
  if (sidecar) {
    const SidecarTable::Row* row = sidecar->find(id);
    if (row == nullptr && !options.metadata_partial) throw sidecar->no_row(id, {document.path, document.line});
    if (row != nullptr)
      for (const auto& [field, value] : row->fields) set_field(document, field, value);
  }
  derive(document, notes);
  if (!options.language.empty()) document.language = options.language;
}

void DocumentMaker::Impl::derive(Document& document, const NoteSink& notes) const {
  const std::string* text = find_any_case(document.metadata, "date");
  std::optional<Date> date;
  if (text != nullptr) {
    date = parse_date(*text);
    if (!date && notes)
      notes(place_of(document) + ": the date \"" + printable(*text) +
            "\" is not of the form YYYY-MM-DD; no year, quarter, month or period");
  }
  const auto offer = [&](std::string_view field, std::string value) {
    if (!value.empty() && document.metadata.find(field) == nullptr) document.metadata.set(field, std::move(value));
  };
  if (date) {
    offer("year", std::to_string(date->year));
    offer("quarter", quarter_text(*date));
    offer("month", month_text(*date));
  } else if (const std::string* year = find_any_case(document.metadata, "year"); text == nullptr && year != nullptr) {
    date = parse_date(*year);
  }
  if (!date || periods.empty()) return;
  if (auto period = periods.of(*date))
    document.metadata.set("period", std::move(*period));
  else if (notes)
    notes(place_of(document) + ": the date is not known well enough to tell its period");
}

bool DocumentMaker::Impl::settle_language(Document& document, const NoteSink& notes) const {
  if (document.language.empty())
    if (const std::string* tag = find_any_case(document.metadata, "lang")) document.language = *tag;
  std::replace(document.language.begin(), document.language.end(), '_', '-');
  if (!document.language.empty() && !is_language_tag(document.language)) {
    if (notes)
      notes(place_of(document) + ": the language \"" + printable(document.language) +
            "\" is not a tag such as en or zh-Hant; guessed instead");
    document.language.clear();
  }
  if (!document.language.empty()) return true;
  document.language = guess_language(document.text);
  return false;
}

/// The tokens that the file gives, or those between its blanks, if that is asked for.
void DocumentMaker::Impl::keep_tokens(Document& document, GivenTokens&& given, const NoteSink& notes) const {
  if (given.tokens.empty() && options.pretokenized) given = tokens_between_blanks(document.text, document.regions);
  if (given.tokens.empty()) return;
  if (const std::size_t joined = joined_tokens(document.text, given); joined != 0 && notes)
    notes(place_of(document) + ": " + std::to_string(joined) + (joined == 1 ? " token holds" : " tokens hold") +
          " a hyphen or slash, at which the words of patterns end: they are not found in " +
          (joined == 1 ? "it" : "them") + (options.pretokenized ? "" : ", but with --retokenize"));
  document.given = std::make_shared<const GivenTokens>(std::move(given));
}

/// A document of a JSON line whose text is not wanted, made of the line without the text; nothing if the text is
/// wanted, or if more has to be known of it, as for its language.
std::optional<Document> DocumentMaker::Impl::without_text(const RawDocument& raw, const NoteSink& notes,
                                                          const DocumentTest& wanted,
                                                          const EscapedTextTest& wanted_text) const {
  const std::string_view line = raw.bytes;
  const std::optional<std::string_view> text = plain_json_text(line, options.text_column);
  if (!text || wanted_text(*text)) return std::nullopt;
  const auto begin = static_cast<std::size_t>(text->data() - line.data());
  std::string rest(line.substr(0, begin));
  rest += line.substr(begin + text->size());
  Document document = named(raw);
  read_json(document, std::move(rest), raw);
  std::vector<std::string> said;
  const NoteSink later = [&](const std::string& note) { said.push_back(note); };
  complete(document, document.id, later);
  if (!settle_language(document, later) || wanted(document)) return std::nullopt;
  if (notes) std::for_each(said.begin(), said.end(), notes);
  return document;
}

DocumentMaker::DocumentMaker(const InputOptions& options) : impl_(std::make_unique<Impl>(options, nullptr)) {}
DocumentMaker::DocumentMaker(const InputOptions& options, const InputSource& source)
    : impl_(std::make_unique<Impl>(options, source.impl_->sidecar)) {}
DocumentMaker::DocumentMaker(DocumentMaker&&) noexcept = default;
DocumentMaker& DocumentMaker::operator=(DocumentMaker&&) noexcept = default;
DocumentMaker::~DocumentMaker() = default;

Document DocumentMaker::make(RawDocument raw, const NoteSink& notes, const DocumentTest& wanted,
                             const EscapedTextTest& wanted_text) const {
  assert(raw.kind != RawDocument::Kind::records);
  if (raw.kind == RawDocument::Kind::json && wanted_text)
    if (std::optional<Document> unwanted = impl_->without_text(raw, notes, wanted, wanted_text))
      return std::move(*unwanted);
  Document document = named(raw);
  std::string id(sidecar_id(raw));
  RegionOptions regions = impl_->options.regions;
  std::optional<StructuredText> structure;
  if (raw.kind == RawDocument::Kind::json) {
    impl_->read_json(document, std::move(raw.bytes), raw);
    id = document.id;
  } else if (raw.kind == RawDocument::Kind::row) {
    impl_->read_row(document, raw, notes);
  } else if (raw.kind == RawDocument::Kind::structured) {
    impl_->read_name(document, id, notes);
    structure = impl_->read_structure(document, raw, notes);
  } else {
    impl_->read_name(document, id, notes);
    regions.text_begin = impl_->read_text(document, raw, notes);
    regions.markdown = regions.markdown || raw.kind == RawDocument::Kind::markdown;
  }
  impl_->complete(document, id, notes);
  impl_->settle_language(document, notes);
  if (wanted && !wanted(document)) return document;
  if (structure)
    name_regions(document, regions, std::move(structure->blocks), std::move(structure->sections));
  else
    find_regions(document, regions);
  impl_->keep_tokens(document, structure ? std::move(structure->given) : GivenTokens(), notes);
  return document;
}

void DocumentMaker::complete_metadata(Document& document) const { impl_->complete(document, document.id, {}); }

std::vector<std::string> DocumentMaker::unused_metadata() const {
  return impl_->sidecar ? impl_->sidecar->unused() : std::vector<std::string>();
}

}  // namespace topos
