// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/record_given.hpp"

#include <simdjson.h>

#include "topos/base/json.hpp"

namespace topos {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

class GivenReader {
 public:
  GivenReader(std::string_view text, const Location& where) : text_(text), where_(where) {}

  GivenTokens read(const element& value) {
    std::string_view form;
    if (value["form"].get(form) != simdjson::SUCCESS) form = {};
    const GivenTokens::Form rows_form = given_form(form);
    for (const element sentence : items(value["sentences"])) read_sentence(sentence);
    if (rows_form != GivenTokens::Form::none) read_rows(value["rows"], rows_form);
    return std::move(given_);
  }

 private:
  template <class Value>
  [[nodiscard]] array items(const Value& value) const {
    array list;
    if (value.get(list) != simdjson::SUCCESS) fail("is not as this program writes it");
    return list;
  }

  void read_sentence(const element& sentence) {
    given_.begin_sentence();
    const std::size_t first = given_.tokens.size();
    bool inside = false;
    for (const element number : items(sentence)) {
      const std::uint32_t at = place(number);
      if (inside)
        given_.tokens.back().end = at;
      else
        given_.tokens.push_back({at, at});
      if (at < last_ || (inside && at == last_)) fail("has tokens that do not rise");
      inside = !inside;
      last_ = at;
    }
    if (inside || given_.tokens.size() == first) fail("has a sentence of half a token, or of none");
  }

  [[nodiscard]] std::uint32_t place(const element& number) const {
    std::uint64_t at = 0;
    if (number.get(at) != simdjson::SUCCESS || at > text_.size()) fail("has a token outside the text");
    if (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) fail("cuts a character");
    return static_cast<std::uint32_t>(at);
  }

  void read_rows(simdjson::simdjson_result<element> value, GivenTokens::Form form) {
    given_.form = form;
    for (const element row : items(value)) {
      std::string_view lines;
      if (row.get(lines) != simdjson::SUCCESS || !lines.ends_with('\n')) fail("has rows that are no lines");
      given_.rows += lines;
      given_.row_ends.push_back(static_cast<std::uint32_t>(given_.rows.size()));
    }
    if (given_.row_ends.size() != given_.tokens.size()) fail("has more or fewer rows than tokens");
  }

  [[noreturn]] void fail(const std::string& what) const { throw Error(Errc::stream, "'given' " + what, where_); }

  std::string_view text_;
  const Location& where_;
  GivenTokens given_;
  std::uint32_t last_ = 0;
};

}  // namespace

void append_given(const GivenTokens& given, const OffsetMap& offset, std::string& out) {
  out += "{\"sentences\":[";
  std::size_t next = 0;
  for (std::size_t i = 0; i < given.tokens.size(); ++i) {
    const bool begins = next < given.sentences.size() && given.sentences[next] == i;
    if (begins) {
      out += next == 0 ? "[" : "],[";
      ++next;
    } else {
      out += ',';
    }
    out += std::to_string(offset(given.tokens[i].begin)) + ',' + std::to_string(offset(given.tokens[i].end));
  }
  out += "]]";
  if (given.form != GivenTokens::Form::none) {
    out += ",\"form\":\"" + std::string(to_string(given.form)) + "\",\"rows\":[";
    for (std::size_t i = 0; i < given.tokens.size(); ++i) {
      if (i != 0) out += ',';
      append_json_string(out, given.rows_of(i));
    }
    out += ']';
  }
  out += '}';
}

std::shared_ptr<const GivenTokens> read_given(std::string_view json, std::string_view text, const Location& where) {
  simdjson::dom::parser parser;
  element value;
  if (parser.parse(json.data(), json.size()).get(value) != simdjson::SUCCESS)
    throw Error(Errc::stream, "'given' is no JSON", where);
  auto given = std::make_shared<GivenTokens>(GivenReader(text, where).read(value));
  return given->tokens.empty() ? nullptr : given;
}

}  // namespace topos
