// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/event_clause.hpp"

#include <algorithm>
#include <array>

namespace topos {
namespace {

/// Fewer words than this beside the date are no clause of their own.
constexpr std::size_t fewest_words = 3;
/// A clause reaches so far from its date, so that a sentence of a whole book costs no more than one of a page.
constexpr std::uint32_t reach = 60;
constexpr std::uint32_t longest_look = 250;

constexpr std::array<std::string_view, 29> projecting{
    "will",     "shall",     "would",    "may",       "might",   "could",   "should",  "poised", "plans",   "planned",
    "planning", "expected",  "expects",  "expect",    "aims",    "aiming",  "intends", "intend", "hopes",   "hope",
    "pledge",   "projected", "forecast", "envisages", "pledged", "targets", "goal",    "goals",  "ambition"};

}  // namespace

EventClauses::EventClauses(std::string_view text, const Segmentation& segmentation, const Vocabulary& vocabulary,
                           const Sentence& sentence)
    : text_(text), segmentation_(segmentation), vocabulary_(vocabulary), sentence_(sentence) {
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
    if (cuts(token(i))) cuts_.push_back(i);
}

bool EventClauses::cuts(const Token& token) const {
  if (token.kind != TokenKind::punctuation) return false;
  const std::string_view mark = text_.substr(token.begin, token.end - token.begin);
  if (mark == "," || mark == ";" || mark == ":" || mark == "—" || mark == "；" || mark == "，" || mark == "：")
    return true;
  // A dash with spaces around it.
  return (mark == "–" || mark == "-") && token.begin > 0 && text_[token.begin - 1] == ' ';
}

/// The first token of the sentence that ends behind a byte.
std::uint32_t EventClauses::token_behind(std::uint32_t byte) const {
  const auto begin = segmentation_.tokens.begin();
  return static_cast<std::uint32_t>(std::partition_point(begin + sentence_.tokens.begin, begin + sentence_.tokens.end,
                                                         [&](const Token& one) { return one.end <= byte; }) -
                                    begin);
}

ByteSpan EventClauses::around(ByteSpan date) const {
  const std::uint32_t first = token_behind(date.begin);
  const std::uint32_t behind = std::max(token_behind(date.end), first + 1);
  if (first >= sentence_.tokens.end) return sentence_.span;
  const std::uint32_t least = first - std::min(first - sentence_.tokens.begin, reach);
  const std::uint32_t most = std::min(sentence_.tokens.end, behind + reach);
  const auto next_cut = [&](std::uint32_t from) {
    const auto cut = std::lower_bound(cuts_.begin(), cuts_.end(), from);
    return cut == cuts_.end() ? most : std::min(*cut, most);
  };
  const auto begin_before = [&](std::uint32_t at) {
    const auto cut = std::lower_bound(cuts_.begin(), cuts_.end(), at);
    return cut == cuts_.begin() ? least : std::max(*std::prev(cut) + 1, least);
  };
  std::uint32_t begin = begin_before(first);
  std::uint32_t end = next_cut(behind);
  std::size_t before = 0;
  std::size_t after = 0;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (token(i).kind != TokenKind::word) continue;
    before += i < first;
    after += i >= behind;
  }
  if (before + after < fewest_words) {
    const bool alone = before <= 1 && after == 0;
    if ((alone || begin <= least) && end < most)
      end = next_cut(end + 1);
    else if (begin > least)
      begin = begin_before(begin - 1);
  }
  return {token(begin).begin, token(end - 1).end};
}

bool EventClauses::any_word(ByteSpan clause, ByteSpan date, bool (*holds)(std::string_view)) const {
  const std::uint32_t first = token_behind(clause.begin);
  const std::uint32_t end = std::min(sentence_.tokens.end, first + longest_look);
  for (std::uint32_t i = first; i < end && token(i).begin < clause.end; ++i) {
    if (token(i).kind != TokenKind::word || (date.begin <= token(i).begin && token(i).end <= date.end)) continue;
    if (holds(vocabulary_[token(i).type].folded)) return true;
  }
  return false;
}

bool EventClauses::is_projected(ByteSpan clause, ByteSpan date) const {
  return any_word(clause, date, [](std::string_view word) {
    return std::find(projecting.begin(), projecting.end(), word) != projecting.end();
  });
}

bool EventClauses::is_denied(ByteSpan clause) const {
  return any_word(clause, {}, [](std::string_view word) {
    return word == "not" || word == "never" || word == "cannot" || word == "nor" || word.ends_with("n't");
  });
}

}  // namespace topos
