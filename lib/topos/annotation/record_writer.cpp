// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "topos/annotation/findings.hpp"
#include "topos/annotation/hit_line.hpp"
#include "topos/annotation/offset_map.hpp"
#include "topos/annotation/record_given.hpp"
#include "topos/annotation/record_stream.hpp"
#include "topos/base/json.hpp"
#include "topos/base/number.hpp"

namespace topos {
namespace {

constexpr std::size_t usual_region = 160;  // bytes of its record
constexpr std::size_t longest_number = 20;

void member(std::string& out, std::string_view name, std::string_view text) {
  out += ",\"";
  out += name;
  out += "\":";
  append_json_string(out, text);
}

/// An empty text is unknown.
void member_or_null(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) return member(out, name, text);
  out += ",\"";
  out += name;
  out += "\":null";
}

void member(std::string& out, std::string_view name, std::uint64_t number) {
  out += ",\"";
  out += name;
  out += "\":";
  out += std::to_string(number);
}

void list(std::string& out, std::string_view name, const std::vector<std::string>& values) {
  out += ",\"";
  out += name;
  out += "\":[";
  for (const std::string& value : values) {
    if (&value != &values.front()) out += ',';
    append_json_string(out, value);
  }
  out += ']';
}

void write_region(const AnnotatedDocument& annotated, std::size_t number, const OffsetMap& offset, std::string& out) {
  const Region& region = annotated.document.regions[number];
  out += number == 0 ? "{\"name\":" : ",{\"name\":";
  append_json_string(out, to_string(region.name));
  member(out, "begin", offset(region.span.begin));
  member(out, "end", offset(region.span.end));
  member_or_null(out, "section", annotated.document.sections[region.section]);
  member(out, "words", annotated.sizes[number].words);
  member(out, "sentences", annotated.sizes[number].sentences);
  member(out, "characters", annotated.sizes[number].characters);
  member(out, "analysis", std::uint64_t{annotated.analysis[number]});
  if (!region.cue.empty()) member(out, "cue", region.cue);
  out += '}';
}

void write_hit(const AnnotatedDocument& annotated, const Hit& hit, const OffsetMap& offset, std::string& out) {
  const Document& document = annotated.document;
  const Region& region = document.regions[hit.paragraph - 1];
  const HitNotes notes = annotated.notes_of(hit);
  const HitId made = made_hit_id(document.id, hit);
  HitFields fields;
  fields.document = document.id;
  fields.codebook = hit.codebook();
  fields.code = hit.code();
  fields.pattern = hit.pattern();
  fields.id = notes.id.empty() ? made.view() : notes.id;
  fields.begin = offset(hit.span.begin);
  fields.end = offset(hit.span.end);
  fields.line = hit.line;
  fields.sentence = hit.sentence;
  fields.analysis_sentence = hit.analysis_sentence;
  fields.paragraph = hit.paragraph;
  fields.region = to_string(region.name);
  fields.section = document.sections[region.section];
  fields.text = hit.span.in(document.text);
  fields.weight = hit.weight;
  fields.negated = hit.negated;
  fields.quoted = hit.quoted;
  fields.voice = notes.voice;
  fields.modality = notes.modality;
  fields.holder = notes.holder;
  fields.polarity = hit.polarity;
  fields.url = hit.url;
  fields.coder = notes.coder;
  write_hit_line(fields, out);
}

/// Writes a record into room that was made for it.
class RecordWriting {
 public:
  explicit RecordWriting(char* at) : at_(at) {}
  [[nodiscard]] const char* at() const noexcept { return at_; }

  void raw(std::string_view text) {
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  void name(std::string_view name) {
    raw(",\"");
    raw(name);
    raw("\":");
  }
  void member(std::string_view name_of_it, std::string_view text) {
    name(name_of_it);
    at_ = put_json_string(at_, text);
  }
  void member(std::string_view name_of_it, std::uint32_t number) {
    name(name_of_it);
    put(number);
  }
  void member_or_null(std::string_view name_of_it, std::uint32_t number) {
    name(name_of_it);
    if (number == 0) return raw("null");
    put(number);
  }

  // A value of a finding.
  void operator()(std::monostate) { raw("null"); }
  void operator()(std::int64_t number) { put(number); }
  void operator()(const std::string& text) { at_ = put_json_string(at_, text); }
  void operator()(const std::vector<std::string>& texts) {
    raw("[");
    for (const std::string& text : texts) {
      if (&text != &texts.front()) raw(",");
      at_ = put_json_string(at_, text);
    }
    raw("]");
  }

 private:
  template <class Number>
  void put(Number number) {
    at_ = std::to_chars(at_, at_ + longest_number, number).ptr;
  }
  char* at_;
};

/// Bytes that a value takes at most.
struct ValueRoom {
  std::size_t operator()(std::monostate) const { return 4; }
  std::size_t operator()(std::int64_t) const { return longest_number; }
  std::size_t operator()(const std::string& text) const { return longest_json(text.size()) + 2; }
  std::size_t operator()(const std::vector<std::string>& texts) const {
    std::size_t room = 2;
    for (const std::string& text : texts) room += longest_json(text.size()) + 3;
    return room;
  }
};

std::size_t room_of(const AnnotatedDocument& annotated, const Finding& finding) {
  constexpr std::size_t names_and_numbers = 320;
  std::size_t room =
      names_and_numbers + longest_json(finding.type.size() + annotated.document.id.size() + finding.span.size());
  for (const auto& [name, value] : finding.fields) room += name.size() + 4 + std::visit(ValueRoom(), value);
  return room;
}

/// `room` is kept from one to the next, so that what is not written need not be cleared.
void write_finding(const AnnotatedDocument& annotated, const Finding& finding, const OffsetMap& offset,
                   std::vector<char>& room, std::string& out) {
  if (const std::size_t most = room_of(annotated, finding); room.size() < most) room.resize(most);
  RecordWriting line(room.data());
  line.raw("{\"type\":\"");
  line.raw(finding.type);
  line.raw("\"");
  line.member("document", annotated.document.id);
  line.member("id", finding_id(annotated.document.id, finding).view());
  line.member("begin", offset(finding.span.begin));
  line.member("end", offset(finding.span.end));
  line.member_or_null("line", finding.line);
  line.member_or_null("sentence", finding.sentence);
  line.member_or_null("analysis_sentence", finding.analysis_sentence);
  line.member_or_null("paragraph", finding.paragraph);
  line.member("text", finding.span.in(annotated.document.text));
  for (const auto& [name, value] : finding.fields) {
    line.name(name);
    std::visit([&](const auto& one) { line(one); }, value);
  }
  line.raw("}\n");
  out.append(room.data(), static_cast<std::size_t>(line.at() - room.data()));
}

}  // namespace

std::string write_head(const StreamHead& head) {
  std::string out = "{\"type\":\"head\",\"tool\":\"topos\"";
  member(out, "version", head.version);
  member(out, "schema", std::uint64_t{stream_schema});
  member(out, "tokenizer", head.tokenizer);
  out += ",\"codebooks\":[";
  for (const StreamHead::Book& book : head.codebooks) {
    out += &book == &head.codebooks.front() ? "{\"id\":" : ",{\"id\":";
    append_json_string(out, book.id);
    member(out, "version", book.version);
    member(out, "checksum", book.checksum);
    list(out, "draft_languages", book.draft_languages);
    out += '}';
  }
  out += ']';
  list(out, "arguments", head.arguments);
  out += "}\n";
  return out;
}

struct DocumentWriter::Impl {
  const AnnotatedDocument& annotated;
  Offsets offsets;
  OffsetMap offset;
  std::size_t next = 0;  ///< hit
  bool ended = false;
};

DocumentWriter::DocumentWriter(const AnnotatedDocument& annotated, Offsets offsets)
    : impl_(new Impl{annotated, offsets, OffsetMap(annotated.document.text, offsets)}) {}
DocumentWriter::DocumentWriter(DocumentWriter&&) noexcept = default;
DocumentWriter::~DocumentWriter() = default;

void DocumentWriter::document(std::string& out) const {
  const AnnotatedDocument& annotated = impl_->annotated;
  const Document& document = annotated.document;
  // A giant text must not be held twice over because the line grew behind it.
  out.reserve(out.size() + document.text.size() + document.text.size() / 16 + usual_region * document.regions.size());
  out += document_record_begin;
  if (!annotated.duplicate_of.empty()) out += write_duplicate(annotated.duplicate_of, annotated.similarity);
  member(out, "id", document.id);
  member(out, "language", document.language);
  out += ",\"metadata\":{";
  for (const auto& [name, value] : document.metadata.all()) {
    if (out.back() != '{') out += ',';
    append_json_string(out, name);
    out += ':';
    append_json_string(out, value);
  }
  out += "},\"regions\":[";
  for (std::size_t i = 0; i < document.regions.size(); ++i) write_region(annotated, i, impl_->offset, out);
  out += ']';
  if (document.given != nullptr) {
    out += ",\"given\":";
    append_given(*document.given, impl_->offset, out);
  }
  if (impl_->offsets != Offsets::bytes)
    member(out, "offsets", impl_->offsets == Offsets::utf16 ? "utf16" : "characters");
  member(out, "text", document.text);
  out += "}\n";
}

bool DocumentWriter::more(std::string& out, std::size_t most) {
  if (impl_->ended) return false;
  const std::vector<Hit>& hits = impl_->annotated.hits;
  for (; impl_->next < hits.size() && most > 0; ++impl_->next, --most)
    write_hit(impl_->annotated, hits[impl_->next], impl_->offset, out);
  if (impl_->next < hits.size()) return true;
  std::vector<char> room;
  for (const Finding& finding : impl_->annotated.findings)
    write_finding(impl_->annotated, finding, impl_->offset, room, out);
  for (const std::string& line : impl_->annotated.other) out.append(line).push_back('\n');
  impl_->ended = true;
  return true;
}

void write_document(const AnnotatedDocument& annotated, Offsets offsets, std::string& out) {
  DocumentWriter writer(annotated, offsets);
  writer.document(out);
  while (writer.more(out, annotated.hits.size())) {
  }
}

std::string write_duplicate(std::string_view id, double similarity) {
  std::string out;
  member(out, "duplicate_of", id);
  out += ",\"similarity\":" + number_text(similarity, 4);
  return out;
}

}  // namespace topos
