// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/given_sentences.hpp"

#include <algorithm>

#include "topos/segmentation/character_table.hpp"
#include "topos/text/code_points.hpp"

namespace topos {
namespace {

bool has_word_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_word_character(point.value)) return true;
    at += point.size;
  }
  return false;
}

/// Whether a matcher may step over the mark that `span` is.
bool is_passable(std::string_view text, ByteSpan span) {
  const CodePoint mark = code_point_at(text, span.begin);
  if (mark.size != span.size()) return false;
  const bool space_before = span.begin > 0 && is_blank(code_point_before(text, span.begin).value);
  const bool space_after = span.end < text.size() && is_blank(code_point_at(text, span.end).value);
  return may_pass(passable_mark(mark.value), space_before, space_after);
}

std::uint32_t count_characters(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!is_blank(point.value)) ++count;
    at += point.size;
  }
  return count;
}

}  // namespace

Token GivenSentences::token(std::string_view text, ByteSpan span) const {
  const std::string_view form = span.in(text);
  if (!has_word_character(form)) return {span.begin, span.end, 0, TokenKind::punctuation, is_passable(text, span)};
  const bool clitic = english_ && (form == "'s" || form == "’s" || form == "'S" || form == "’S");
  return {span.begin, span.end, 0, clitic ? TokenKind::clitic : TokenKind::word, clitic};
}

std::uint32_t GivenSentences::append(std::string_view text, const GivenTokens& given, ByteSpan region,
                                     TokenWriter& tokens, Segmentation& out) {
  std::size_t at = given.first_from(region.begin);
  const std::size_t last = given.first_from(region.end);
  while (at < last) {
    const std::size_t end = std::min(given.sentence_end(at), last);
    Sentence& sentence = out.sentences.emplace_back();
    sentence.span = {given.tokens[at].begin, std::min(given.tokens[end - 1].end, region.end)};
    sentence.tokens.begin = static_cast<std::uint32_t>(tokens.size());
    for (; at < end; ++at) {
      tokens.push(token(text, {given.tokens[at].begin, std::min(given.tokens[at].end, region.end)}));
      if (tokens.back().kind == TokenKind::word) ++sentence.words;
    }
    sentence.tokens.end = static_cast<std::uint32_t>(tokens.size());
    sentence.units = sentence.tokens;
    if (!out.by_characters) continue;
    unicode_.assign(text, sentence.span);
    sentence.units.begin = static_cast<std::uint32_t>(out.characters.size());
    characters_.append(unicode_, 0, unicode_.units().size(), vocabulary_, out.characters);
    sentence.units.end = static_cast<std::uint32_t>(out.characters.size());
  }
  return count_characters(region.in(text));
}

}  // namespace topos
