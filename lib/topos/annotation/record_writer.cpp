// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <vector>

#include "topos/annotation/record_stream.hpp"
#include "topos/base/json.hpp"
#include "topos/base/number.hpp"

namespace topos {
namespace {

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

void member(std::string& out, std::string_view name, Flag flag) {
  out += ",\"";
  out += name;
  out += flag == Flag::unknown ? "\":null" : flag == Flag::yes ? "\":1" : "\":0";
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

/// Byte offsets as other units count them.
class OffsetMap {
 public:
  OffsetMap(std::string_view text, Offsets unit) {
    if (unit == Offsets::bytes) return;
    counts_.reserve(text.size() + 1);
    // A character counts at its first byte; an offset at that byte excludes it.
    std::uint32_t count = 0;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      counts_.push_back(count);
      if ((byte & 0xC0) != 0x80) count += byte >= 0xF0 && unit == Offsets::utf16 ? 2 : 1;
    }
    counts_.push_back(count);
  }
  [[nodiscard]] std::uint32_t operator()(std::uint32_t byte) const { return counts_.empty() ? byte : counts_[byte]; }

 private:
  std::vector<std::uint32_t> counts_;
};

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
  out += "{\"type\":\"hit\"";
  member(out, "document", document.id);
  member(out, "codebook", hit.codebook);
  member(out, "code", hit.code);
  member(out, "pattern", hit.pattern);
  member(out, "id", hit_id(document.id, hit));
  member(out, "begin", offset(hit.span.begin));
  member(out, "end", offset(hit.span.end));
  member(out, "line", hit.line);
  member(out, "sentence", hit.sentence);
  if (hit.analysis_sentence != 0)
    member(out, "analysis_sentence", hit.analysis_sentence);
  else
    out += ",\"analysis_sentence\":null";
  member(out, "paragraph", hit.paragraph);
  member(out, "region", to_string(region.name));
  member_or_null(out, "section", document.sections[region.section]);
  member(out, "text", hit.span.in(document.text));
  out += ",\"weight\":" + number_text(hit.weight);
  member(out, "negated", hit.negated);
  member(out, "quoted", hit.quoted);
  member_or_null(out, "voice", hit.voice);
  member_or_null(out, "modality", hit.modality);
  member_or_null(out, "holder", hit.holder);
  out += hit.polarity == 0 ? ",\"polarity\":null" : hit.polarity > 0 ? ",\"polarity\":1" : ",\"polarity\":-1";
  member(out, "url", hit.url);
  if (!hit.coder.empty()) member(out, "coder", hit.coder);
  out += "}\n";
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

void write_document(const AnnotatedDocument& annotated, Offsets offsets, std::string& out) {
  const Document& document = annotated.document;
  const OffsetMap offset(document.text, offsets);
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
  for (std::size_t i = 0; i < document.regions.size(); ++i) write_region(annotated, i, offset, out);
  out += ']';
  if (offsets != Offsets::bytes) member(out, "offsets", offsets == Offsets::utf16 ? "utf16" : "characters");
  member(out, "text", document.text);
  out += "}\n";
  for (const Hit& hit : annotated.hits) write_hit(annotated, hit, offset, out);
  for (const std::string& line : annotated.other) out.append(line).push_back('\n');
}

std::string write_duplicate(std::string_view id, double similarity) {
  std::string out;
  member(out, "duplicate_of", id);
  out += ",\"similarity\":" + number_text(similarity, 4);
  return out;
}

}  // namespace topos
