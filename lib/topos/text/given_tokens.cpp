// SPDX-License-Identifier: Apache-2.0
#include "topos/text/given_tokens.hpp"

#include <algorithm>

#include "topos/text/code_points.hpp"
#include "topos/text/document.hpp"

namespace topos {
namespace {

/// Adds the tokens of one line.
void add_line(std::string_view text, ByteSpan line, GivenTokens& given) {
  std::uint32_t begin = line.end;
  bool first = true;
  const auto end_token = [&](std::uint32_t end) {
    if (begin >= end) return;
    if (first) given.begin_sentence();
    first = false;
    given.add_token({begin, end}, {});
    begin = line.end;
  };
  for (std::uint32_t at = line.begin; at < line.end;) {
    const CodePoint point = code_point_at(text, at);
    if (is_blank(point.value))
      end_token(at);
    else
      begin = std::min(begin, at);
    at += point.size;
  }
  end_token(line.end);
}

}  // namespace

void GivenTokens::add_row(std::string_view row, To token) {
  (rows += row) += '\n';
  if (token == To::last && !row_ends.empty()) row_ends.back() = static_cast<std::uint32_t>(rows.size());
}

void GivenTokens::add_token(ByteSpan span, std::string_view row) {
  tokens.push_back(span);
  if (form == Form::none) return;
  (rows += row) += '\n';
  row_ends.push_back(static_cast<std::uint32_t>(rows.size()));
}

std::string_view GivenTokens::rows_of(std::size_t token) const noexcept {
  if (token >= row_ends.size()) return {};
  const std::uint32_t begin = token == 0 ? 0 : row_ends[token - 1];
  return std::string_view(rows).substr(begin, row_ends[token] - begin);
}

std::size_t GivenTokens::first_from(std::uint32_t at) const noexcept {
  return static_cast<std::size_t>(
      std::partition_point(tokens.begin(), tokens.end(), [at](const ByteSpan& one) { return one.begin < at; }) -
      tokens.begin());
}

std::size_t GivenTokens::sentence_end(std::size_t token) const noexcept {
  const auto next = std::upper_bound(sentences.begin(), sentences.end(), token);
  return next == sentences.end() ? tokens.size() : *next;
}

std::string_view to_string(GivenTokens::Form form) noexcept {
  if (form == GivenTokens::Form::none) return {};
  return form == GivenTokens::Form::conllu ? "conllu" : "vrt";
}

GivenTokens::Form given_form(std::string_view name) noexcept {
  if (name == "conllu") return GivenTokens::Form::conllu;
  return name == "vrt" ? GivenTokens::Form::vrt : GivenTokens::Form::none;
}

GivenTokens tokens_between_blanks(std::string_view text, const std::vector<Region>& regions) {
  GivenTokens given;
  for (const Region& region : regions)
    for (std::uint32_t begin = region.span.begin; begin < region.span.end;) {
      const std::size_t found = text.find('\n', begin);
      const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(found, region.span.end));
      add_line(text, {begin, end}, given);
      begin = end + 1;
    }
  return given;
}

std::size_t joined_tokens(std::string_view text, const GivenTokens& given) noexcept {
  return static_cast<std::size_t>(std::count_if(given.tokens.begin(), given.tokens.end(), [&](const ByteSpan& token) {
    const std::string_view form = token.in(text);
    const std::size_t at = form.find_first_of("-/", 1);
    return at != form.npos && at + 1 < form.size() && is_word_character(code_point_before(form, at).value) &&
           is_word_character(code_point_at(form, at + 1).value);
  }));
}

}  // namespace topos
