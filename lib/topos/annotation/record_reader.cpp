// SPDX-License-Identifier: Apache-2.0
#include <simdjson.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <unordered_set>

#include "topos/annotation/record_stream.hpp"

namespace topos {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// A member of a record, checked for its type; errors carry the record's place.
class Record {
 public:
  Record(object members, Location where) : members_(members), where_(std::move(where)) {}

  [[nodiscard]] std::string_view text(std::string_view name, bool required = false) const {
    std::string_view value;
    const std::optional<element> member = find(name, required);
    if (!member) return {};
    if (member->get(value) != simdjson::SUCCESS) wrong(name, "a string");
    return value;
  }
  [[nodiscard]] std::uint32_t whole(std::string_view name, bool required = false) const {
    const std::optional<element> member = find(name, required);
    if (!member) return 0;
    std::uint64_t value = 0;
    if (member->get(value) != simdjson::SUCCESS || value > std::numeric_limits<std::int32_t>::max()) wrong(name, "a whole number");
    return static_cast<std::uint32_t>(value);
  }
  [[nodiscard]] double number(std::string_view name, double otherwise) const {
    const std::optional<element> member = find(name, false);
    if (!member) return otherwise;
    double value = 0;
    if (member->get(value) != simdjson::SUCCESS) wrong(name, "a number");
    return value;
  }
  [[nodiscard]] Flag flag(std::string_view name) const {
    const std::optional<element> member = find(name, false);
    if (!member) return Flag::unknown;
    std::int64_t value = 0;
    if (member->get(value) != simdjson::SUCCESS || (value != 0 && value != 1)) wrong(name, "0, 1 or null");
    return value == 1 ? Flag::yes : Flag::no;
  }
  /// The member, or nothing if it is absent or null.
  [[nodiscard]] std::optional<element> find(std::string_view name, bool required) const {
    element member;
    if (members_[name].get(member) == simdjson::SUCCESS && !member.is_null()) return member;
    if (required) throw Error(Errc::stream, "the record lacks '" + std::string(name) + "'", where_);
    return std::nullopt;
  }
  [[nodiscard]] ByteSpan span(std::string_view text) const {
    const ByteSpan found{whole("begin", true), whole("end", true)};
    if (found.begin > found.end || found.end > text.size()) throw Error(Errc::stream, "begin and end lie outside the document's text", where_);
    for (const std::uint32_t at : {found.begin, found.end})
      if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) throw Error(Errc::stream, "begin or end lies inside a character", where_);
    return found;
  }
  [[nodiscard]] const Location& where() const { return where_; }
  [[noreturn]] void wrong(std::string_view name, std::string_view expected) const {
    throw Error(Errc::stream, "'" + std::string(name) + "' must be " + std::string(expected), where_);
  }

 private:
  object members_;
  Location where_;
};

/// The parsed line. Errors: Errc::json.
Record parse(simdjson::dom::parser& parser, std::string_view line, const Location& where) {
  object members;
  auto parsed = parser.parse(line.data(), line.size(), true);
  if (parsed.error() != simdjson::SUCCESS)
    throw Error(Errc::json, std::string("this line is not JSON: ") + simdjson::error_message(parsed.error()), where);
  if (parsed.value().get(members) != simdjson::SUCCESS) throw Error(Errc::json, "this line is not a JSON object", where);
  return {members, where};
}

std::vector<std::string> strings(const Record& record, std::string_view name) {
  std::vector<std::string> values;
  simdjson::dom::array items;
  const std::optional<element> member = record.find(name, false);
  if (!member) return values;
  if (member->get(items) != simdjson::SUCCESS) record.wrong(name, "an array of strings");
  for (const element item : items) {
    std::string_view value;
    if (item.get(value) != simdjson::SUCCESS) record.wrong(name, "an array of strings");
    values.emplace_back(value);
  }
  return values;
}

void read_metadata(const Record& record, Metadata& metadata) {
  object members;
  const std::optional<element> member = record.find("metadata", false);
  if (!member) return;
  if (member->get(members) != simdjson::SUCCESS) record.wrong("metadata", "an object");
  for (const auto field : members) {
    std::string_view value;
    if (field.value.get(value) == simdjson::SUCCESS)
      metadata.set(field.key, std::string(value));
    else if (!field.value.is_object() && !field.value.is_array() && !field.value.is_null())
      metadata.set(field.key, simdjson::minify(field.value));
  }
}

/// `keep` gives a text that lasts.
template <class Keep>
void read_regions(const Record& record, AnnotatedDocument& annotated, Keep keep) {
  Document& document = annotated.document;
  simdjson::dom::array items;
  if (record.find("regions", true)->get(items) != simdjson::SUCCESS) record.wrong("regions", "an array");
  for (const element item : items) {
    object members;
    if (item.get(members) != simdjson::SUCCESS) record.wrong("regions", "an array of objects");
    const Record own(members, record.where());
    const auto name = region_name(own.text("name", true));
    if (!name) throw Error(Errc::stream, "no region is called '" + printable(own.text("name", true)) + "'", record.where());
    Region region;
    region.name = *name;
    region.span = own.span(document.text);
    if (!document.regions.empty() && region.span.begin < document.regions.back().span.end)
      throw Error(Errc::stream, "regions overlap or are out of order", record.where());
    const std::string_view section = own.text("section");
    if (document.sections.back() != section) {
      const auto known = std::find(document.sections.begin(), document.sections.end(), section);
      region.section = static_cast<std::uint32_t>(known - document.sections.begin());
      if (known == document.sections.end()) document.sections.emplace_back(section);
    } else {
      region.section = static_cast<std::uint32_t>(document.sections.size() - 1);
    }
    region.cue = keep(own.text("cue"));
    document.regions.push_back(region);
    annotated.sizes.push_back({own.whole("words", true), own.whole("sentences", true), own.whole("characters")});
    annotated.analysis.push_back(own.whole("analysis", true) != 0);
  }
}

}  // namespace

StreamHead read_head(std::string_view line, const Location& where) {
  simdjson::dom::parser parser;
  const Record record = parse(parser, line, where);
  StreamHead head;
  if (record.whole("schema", true) != static_cast<std::uint32_t>(stream_schema))
    throw Error(Errc::stream, "the stream has schema " + std::to_string(record.whole("schema")) + ", this topos reads " + std::to_string(stream_schema), where,
                "write the stream again with this version");
  head.version = record.text("version");
  head.tokenizer = record.text("tokenizer", true);
  if (head.tokenizer != tokenizer_id())
    throw Error(Errc::stream, "the stream was cut into words by '" + printable(head.tokenizer) + "', this topos uses '" + tokenizer_id() + "'", where,
                "write the stream again with this version");
  simdjson::dom::array books;
  if (record.find("codebooks", true)->get(books) != simdjson::SUCCESS) record.wrong("codebooks", "an array");
  for (const element item : books) {
    object members;
    if (item.get(members) != simdjson::SUCCESS) record.wrong("codebooks", "an array of objects");
    const Record book(members, where);
    head.codebooks.push_back({std::string(book.text("id", true)), std::string(book.text("version")), std::string(book.text("checksum")), strings(book, "draft_languages")});
  }
  head.arguments = strings(record, "arguments");
  return head;
}

struct RecordReader::Impl {
  simdjson::dom::parser parser;
  NamePool& names;
  std::unordered_set<std::string_view> known;  ///< names kept already, to spare the pool's lock

  explicit Impl(NamePool& pool) : names(pool) {}

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    const auto found = known.find(text);
    return found != known.end() ? *found : *known.insert(names.keep(text)).first;
  }

  void read_document(const Record& record, const RawDocument& raw, AnnotatedDocument& annotated) {
    Document& document = annotated.document;
    document.id = record.text("id", true);
    document.path = raw.path;
    document.line = raw.line;
    document.language = record.text("language");
    document.text = record.text("text", true);
    if (!record.text("offsets").empty()) throw Error(Errc::stream, "the offsets of this stream are not bytes", record.where(), "write it without --offsets");
    read_metadata(record, document.metadata);
    read_regions(record, annotated, [this](std::string_view text) { return keep(text); });
    annotated.duplicate_of = record.text("duplicate_of");
    annotated.similarity = record.number("similarity", 0);
  }

  void read_hit(const Record& record, AnnotatedDocument& annotated) {
    const Document& document = annotated.document;
    if (record.text("document", true) != document.id) throw Error(Errc::stream, "the hit belongs to another document than the one before it", record.where());
    Hit hit;
    hit.codebook = keep(record.text("codebook", true));
    hit.code = keep(record.text("code", true));
    hit.pattern = keep(record.text("pattern"));
    hit.span = record.span(document.text);
    // An id of our own making need not be kept: it can be made again.
    if (const std::string_view id = record.text("id"); !id.empty() && id != hit_id(document.id, hit)) hit.id = keep(id);
    hit.line = record.whole("line");
    hit.sentence = record.whole("sentence", true);
    hit.analysis_sentence = record.whole("analysis_sentence");
    hit.paragraph = record.whole("paragraph", true);
    if (hit.paragraph == 0 || hit.paragraph > document.regions.size() || !document.regions[hit.paragraph - 1].span.contains(hit.span))
      throw Error(Errc::stream, "the hit lies outside its paragraph", record.where());
    hit.weight = record.number("weight", 1);
    hit.negated = record.flag("negated");
    hit.quoted = record.flag("quoted");
    hit.url = record.flag("url");
    hit.polarity = static_cast<std::int8_t>(std::clamp(record.number("polarity", 0), -1.0, 1.0));
    hit.voice = keep(record.text("voice"));
    hit.modality = keep(record.text("modality"));
    hit.holder = keep(record.text("holder"));
    hit.coder = keep(record.text("coder"));
    annotated.hits.push_back(hit);
  }
};

RecordReader::RecordReader(NamePool& names) : impl_(std::make_unique<Impl>(names)) {}
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader::~RecordReader() = default;

AnnotatedDocument RecordReader::read(const RawDocument& raw) {
  AnnotatedDocument annotated;
  std::size_t number = raw.line;
  bool first = true;
  for (std::size_t begin = 0; begin < raw.bytes.size(); ++number) {
    const std::size_t end = std::min(raw.bytes.find('\n', begin), raw.bytes.size());
    const std::string_view line = std::string_view(raw.bytes).substr(begin, end - begin);
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Location where{raw.path, number, 0};
    const Record record = parse(impl_->parser, line, where);
    const std::string_view type = record.text("type", true);
    if (first != (type == "document")) throw Error(Errc::stream, "a record that belongs to no document", where);
    if (first)
      impl_->read_document(record, raw, annotated);
    else if (type == "hit")
      impl_->read_hit(record, annotated);
    else
      annotated.other.emplace_back(line);
    first = false;
  }
  if (first) throw Error(Errc::stream, "no document record", {raw.path, raw.line, 0});
  return annotated;
}

}  // namespace topos
