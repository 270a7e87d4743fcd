// SPDX-License-Identifier: Apache-2.0
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "topos/annotation/hit_line.hpp"
#include "topos/annotation/record_given.hpp"
#include "topos/annotation/record_stream.hpp"
#include "topos/base/hash.hpp"

namespace topos {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// Where a record stands. Its location is made only for an error.
struct RecordPlace {
  std::string_view path;
  std::size_t line = 0;
  [[nodiscard]] Location location() const { return {std::string(path), line, 0}; }
};

/// The members that records have, hits' first and in the order in which they are written.
enum class Member : std::uint8_t {
#define TOPOS_MEMBER(name) name,
#include "topos/annotation/record_members.def"
#undef TOPOS_MEMBER
};
constexpr std::string_view member_names[] = {
#define TOPOS_MEMBER(name) #name,
#include "topos/annotation/record_members.def"
#undef TOPOS_MEMBER
};
constexpr std::size_t members_known = std::size(member_names);

/// Errors: Errc::stream for a span that is none of `text`.
ByteSpan checked_span(std::uint32_t begin, std::uint32_t end, std::string_view text, const RecordPlace& place) {
  if (begin > end || end > text.size())
    throw Error(Errc::stream, "begin and end lie outside the document's text", place.location());
  for (const std::uint32_t at : {begin, end})
    if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
      throw Error(Errc::stream, "begin or end lies inside a character", place.location());
  return {begin, end};
}

/// A record's members, sorted by one pass; each is checked for its type when it is asked for. Errors carry its place.
class Record {
 public:
  Record(object members, const RecordPlace& place) : place_(place) {
    std::size_t expected = 0;
    for (const auto field : members) {
      const std::size_t number = number_of(field.key, expected);
      if (number == members_known) continue;
      expected = number + 1;
      const std::uint64_t bit = std::uint64_t{1} << number;
      if ((present_ & bit) != 0) continue;  // of a repeated member the first counts
      values_[number] = field.value;
      present_ |= bit;
    }
  }

  [[nodiscard]] std::string_view text(Member member, bool required = false) const {
    std::string_view value;
    if (const element* found = find(member, required); found != nullptr && found->get(value) != simdjson::SUCCESS)
      wrong(member, "a string");
    return value;
  }
  [[nodiscard]] std::uint32_t whole(Member member, bool required = false) const {
    std::uint64_t value = 0;
    const element* found = find(member, required);
    if (found != nullptr &&
        (found->get(value) != simdjson::SUCCESS || value > std::numeric_limits<std::int32_t>::max()))
      wrong(member, "a whole number");
    return static_cast<std::uint32_t>(value);
  }
  [[nodiscard]] double number(Member member, double otherwise) const {
    double value = otherwise;
    if (const element* found = find(member, false); found != nullptr && found->get(value) != simdjson::SUCCESS)
      wrong(member, "a number");
    return value;
  }
  [[nodiscard]] Flag flag(Member member) const {
    const element* found = find(member, false);
    if (found == nullptr) return Flag::unknown;
    std::int64_t value = 0;
    if (found->get(value) != simdjson::SUCCESS || (value != 0 && value != 1)) wrong(member, "0, 1 or null");
    return value == 1 ? Flag::yes : Flag::no;
  }
  /// The member, or null if it is absent or JSON's null.
  [[nodiscard]] const element* find(Member member, bool required) const {
    const auto number = static_cast<std::size_t>(member);
    if ((present_ >> number & 1) != 0 && !values_[number].is_null()) return &values_[number];
    if (required) throw Error(Errc::stream, "the record lacks '" + std::string(member_names[number]) + "'", where());
    return nullptr;
  }
  [[nodiscard]] const RecordPlace& place() const { return place_; }
  [[nodiscard]] Location where() const { return place_.location(); }
  [[noreturn]] void wrong(Member member, std::string_view expected) const {
    throw Error(
        Errc::stream,
        "'" + std::string(member_names[static_cast<std::size_t>(member)]) + "' must be " + std::string(expected),
        where());
  }

 private:
  static std::size_t number_of(std::string_view key, std::size_t expected) {
    if (expected < members_known && member_names[expected] == key) return expected;
    return static_cast<std::size_t>(std::find(std::begin(member_names), std::end(member_names), key) - member_names);
  }

  RecordPlace place_;
  std::uint64_t present_ = 0;
  std::array<element, members_known> values_;
};

/// The parsed line. Domain: as many bytes as simdjson's padding may be read behind it.
/// Errors: Errc::json.
Record parse(simdjson::dom::parser& parser, std::string_view line, const RecordPlace& place) {
  object members;
  auto parsed = parser.parse(line.data(), line.size(), false);
  if (parsed.error() != simdjson::SUCCESS)
    throw Error(Errc::json, std::string("this line is not JSON: ") + simdjson::error_message(parsed.error()),
                place.location());
  if (parsed.value().get(members) != simdjson::SUCCESS)
    throw Error(Errc::json, "this line is not a JSON object", place.location());
  return {members, place};
}

std::vector<std::string> strings(const Record& record, Member name) {
  std::vector<std::string> values;
  simdjson::dom::array items;
  const element* member = record.find(name, false);
  if (member == nullptr) return values;
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
  const element* member = record.find(Member::metadata, false);
  if (member == nullptr) return;
  if (member->get(members) != simdjson::SUCCESS) record.wrong(Member::metadata, "an object");
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
  if (record.find(Member::regions, true)->get(items) != simdjson::SUCCESS) record.wrong(Member::regions, "an array");
  for (const element item : items) {
    object members;
    if (item.get(members) != simdjson::SUCCESS) record.wrong(Member::regions, "an array of objects");
    const Record own(members, record.place());
    const auto name = region_name(own.text(Member::name, true));
    if (!name)
      throw Error(Errc::stream, "no region is called '" + printable(own.text(Member::name, true)) + "'",
                  record.where());
    Region region;
    region.name = *name;
    region.span =
        checked_span(own.whole(Member::begin, true), own.whole(Member::end, true), document.text, record.place());
    if (!document.regions.empty() && region.span.begin < document.regions.back().span.end)
      throw Error(Errc::stream, "regions overlap or are out of order", record.where());
    const std::string_view section = own.text(Member::section);
    if (document.sections.back() != section) {
      const auto known = std::find(document.sections.begin(), document.sections.end(), section);
      region.section = static_cast<std::uint32_t>(known - document.sections.begin());
      if (known == document.sections.end()) document.sections.emplace_back(section);
    } else {
      region.section = static_cast<std::uint32_t>(document.sections.size() - 1);
    }
    region.cue = keep(own.text(Member::cue));
    document.regions.push_back(region);
    annotated.sizes.push_back(
        {own.whole(Member::words, true), own.whole(Member::sentences, true), own.whole(Member::characters)});
    annotated.analysis.push_back(own.whole(Member::analysis, true) != 0);
  }
}

}  // namespace

StreamHead read_head(std::string_view line, const Location& where) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(line);
  const Record record = parse(parser, padded, {where.path, where.line});
  StreamHead head;
  if (record.whole(Member::schema, true) != static_cast<std::uint32_t>(stream_schema))
    throw Error(Errc::stream,
                "the stream has schema " + std::to_string(record.whole(Member::schema)) + ", this topos reads " +
                    std::to_string(stream_schema),
                where, "write the stream again with this version");
  head.version = record.text(Member::version);
  head.tokenizer = record.text(Member::tokenizer, true);
  if (head.tokenizer != tokenizer_id())
    throw Error(Errc::stream,
                "the stream was cut into words by '" + printable(head.tokenizer) + "', this topos uses '" +
                    tokenizer_id() + "'",
                where, "write the stream again with this version");
  simdjson::dom::array books;
  if (record.find(Member::codebooks, true)->get(books) != simdjson::SUCCESS)
    record.wrong(Member::codebooks, "an array");
  for (const element item : books) {
    object members;
    if (item.get(members) != simdjson::SUCCESS) record.wrong(Member::codebooks, "an array of objects");
    const Record book(members, record.place());
    head.codebooks.push_back({std::string(book.text(Member::id, true)), std::string(book.text(Member::version)),
                              std::string(book.text(Member::checksum)), strings(book, Member::draft_languages)});
  }
  head.arguments = strings(record, Member::arguments);
  return head;
}

struct RecordReader::Impl {
  simdjson::dom::parser parser;
  NamePool& names;
  std::unordered_set<std::string_view> known;               ///< names kept already, to spare the pool's lock
  std::unordered_map<std::uint64_t, const HitKind*> kinds;  ///< by hash of their names, the last one with that hash

  explicit Impl(NamePool& pool) : names(pool) {}

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    const auto found = known.find(text);
    return found != known.end() ? *found : *known.insert(names.keep(text)).first;
  }

  /// Most hits are of a kind that was met before.
  const HitKind& kind(const HitFields& fields) {
    const std::array<std::string_view, 3> name = {fields.codebook, fields.code, fields.pattern};
    const std::uint64_t hash = hash64(fields.pattern, hash64(fields.code, hash64(fields.codebook)));
    const HitKind*& last = kinds[hash];
    if (last == nullptr || std::array{last->codebook, last->code, last->pattern} != name)
      last = &names.kind(name[0], name[1], name[2]);
    return *last;
  }

  void read_document(const Record& record, const RawDocument& raw, AnnotatedDocument& annotated) {
    Document& document = annotated.document;
    document.id = record.text(Member::id, true);
    document.path = raw.path;
    document.line = raw.line;
    document.language = record.text(Member::language);
    document.text = record.text(Member::text, true);
    if (!record.text(Member::offsets).empty())
      throw Error(Errc::stream, "the offsets of this stream are not bytes", record.where(),
                  "write it without --offsets");
    read_metadata(record, document.metadata);
    read_regions(record, annotated, [this](std::string_view text) { return keep(text); });
    if (const element* given = record.find(Member::given, false))
      document.given = read_given(simdjson::minify(*given), document.text, record.where());
    annotated.duplicate_of = record.text(Member::duplicate_of);
    annotated.similarity = record.number(Member::similarity, 0);
  }

  static HitFields fields_of(const Record& record) {
    HitFields fields;
    fields.document = record.text(Member::document, true);
    fields.codebook = record.text(Member::codebook, true);
    fields.code = record.text(Member::code, true);
    fields.pattern = record.text(Member::pattern);
    fields.id = record.text(Member::id);
    fields.begin = record.whole(Member::begin, true);
    fields.end = record.whole(Member::end, true);
    fields.line = record.whole(Member::line);
    fields.sentence = record.whole(Member::sentence, true);
    fields.analysis_sentence = record.whole(Member::analysis_sentence);
    fields.paragraph = record.whole(Member::paragraph, true);
    fields.weight = record.number(Member::weight, 1);
    fields.negated = record.flag(Member::negated);
    fields.quoted = record.flag(Member::quoted);
    fields.voice = record.text(Member::voice);
    fields.modality = record.text(Member::modality);
    fields.holder = record.text(Member::holder);
    fields.polarity = static_cast<std::int8_t>(std::clamp(record.number(Member::polarity, 0), -1.0, 1.0));
    fields.url = record.flag(Member::url);
    fields.coder = record.text(Member::coder);
    return fields;
  }

  /// The number of a note with these values. Neighbours often have the same: they share it.
  std::uint32_t note(HitNotes notes, AnnotatedDocument& annotated) {
    if (annotated.notes.empty() || annotated.notes.back() != notes) {
      for (std::string_view* value : {&notes.voice, &notes.modality, &notes.holder, &notes.coder})
        *value = keep(*value);
      annotated.notes.push_back(notes);
    }
    return static_cast<std::uint32_t>(annotated.notes.size());
  }

  void add_hit(const HitFields& fields, const RecordPlace& place, AnnotatedDocument& annotated) {
    const Document& document = annotated.document;
    if (fields.document != document.id)
      throw Error(Errc::stream, "the hit belongs to another document than the one before it", place.location());
    Hit hit;
    hit.kind = &kind(fields);
    hit.span = checked_span(fields.begin, fields.end, document.text, place);
    // An id of our own making need not be kept: it can be made again.
    HitNotes notes;
    if (!fields.id.empty() && fields.id != made_hit_id(document.id, hit).view()) notes.id = keep(fields.id);
    hit.line = fields.line;
    hit.sentence = fields.sentence;
    hit.analysis_sentence = fields.analysis_sentence;
    hit.paragraph = fields.paragraph;
    if (hit.paragraph == 0 || hit.paragraph > document.regions.size() ||
        !document.regions[hit.paragraph - 1].span.contains(hit.span))
      throw Error(Errc::stream, "the hit lies outside its paragraph", place.location());
    hit.weight = fields.weight;
    hit.negated = fields.negated;
    hit.quoted = fields.quoted;
    hit.url = fields.url;
    hit.polarity = fields.polarity;
    notes.voice = fields.voice;
    notes.modality = fields.modality;
    notes.holder = fields.holder;
    notes.coder = fields.coder;
    if (notes != HitNotes()) hit.notes = note(notes, annotated);
    annotated.hits.push_back(hit);
  }
};

RecordReader::RecordReader(NamePool& names) : impl_(std::make_unique<Impl>(names)) {}
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader::~RecordReader() = default;

AnnotatedDocument RecordReader::read(RawDocument& raw) {
  AnnotatedDocument annotated;
  raw.bytes.reserve(raw.bytes.size() + simdjson::SIMDJSON_PADDING);
  std::size_t number = raw.line;
  bool first = true;
  for (std::size_t begin = 0; begin < raw.bytes.size(); ++number) {
    const std::size_t end = std::min(raw.bytes.find('\n', begin), raw.bytes.size());
    const std::string_view line = std::string_view(raw.bytes).substr(begin, end - begin);
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const RecordPlace place{raw.path, number};
    if (HitFields fields; !first && read_hit_line(line, fields)) {
      impl_->add_hit(fields, place, annotated);
      continue;
    }
    const Record record = parse(impl_->parser, line, place);
    const std::string_view type = record.text(Member::type, true);
    if (first != (type == "document"))
      throw Error(Errc::stream, "a record that belongs to no document", record.where());
    if (first)
      impl_->read_document(record, raw, annotated);
    else if (type == "hit")
      impl_->add_hit(Impl::fields_of(record), place, annotated);
    else
      annotated.other.emplace_back(line);
    first = false;
  }
  if (first) throw Error(Errc::stream, "no document record", {raw.path, raw.line, 0});
  return annotated;
}

}  // namespace topos
