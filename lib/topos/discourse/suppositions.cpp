// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/suppositions.hpp"

#include <algorithm>
#include <array>

namespace topos {
namespace {

/// An indirect question stands so few words behind the word that asks.
constexpr std::size_t farthest = 3;

constexpr std::array<std::string_view, 6> asking_words{"how", "why", "what", "which", "who", "where"};
/// Forms of words that ask; what they are followed by is not yet known. "Shows how" is no question.
constexpr std::array<std::string_view, 20> askers{
    "ask",       "question", "examin",  "explor", "investigat", "wonder", "unclear", "assess", "analys", "analyz",
    "uncertain", "debat",    "discuss", "stud",   "consider",   "test",   "doubt",   "seek",   "inquir", "determin"};

bool asks(std::string_view word) {
  return std::find(asking_words.begin(), asking_words.end(), word) != asking_words.end();
}
bool is_asker(std::string_view word) {
  return std::any_of(askers.begin(), askers.end(), [&](std::string_view stem) { return word.starts_with(stem); });
}

/// What a word opens.
enum class Opens { nothing, clause, period };

}  // namespace

Suppositions::Suppositions(std::string_view text, const Segmentation& segmentation, const Vocabulary& vocabulary,
                           const Sentence& sentence) {
  const TokenRange tokens = sentence.tokens;
  const auto mark = [&](std::uint32_t at) {
    const Token& token = segmentation.tokens[at];
    return token.kind == TokenKind::punctuation ? text.substr(token.begin, token.end - token.begin)
                                                : std::string_view();
  };
  const auto word = [&](std::uint32_t at) {
    const Token& token = segmentation.tokens[at];
    return at < tokens.end && token.kind == TokenKind::word ? std::string_view(vocabulary[token.type].folded)
                                                            : std::string_view();
  };
  // "If A, then B" supposes both, up to a semicolon; "even if A, B", "whether A" and "ask how A" suppose A alone, up to
  // a comma.
  const auto opens = [&](std::uint32_t at, std::size_t since_asker) {
    const std::string_view here = word(at);
    const std::string_view before = at > tokens.begin ? word(at - 1) : std::string_view();
    const std::string_view behind = at + 1 < tokens.end ? word(at + 1) : std::string_view();
    if (here == "if" && before != "as" && behind != "not" && behind != "any" && behind != "ever")
      return before == "even" ? Opens::clause : Opens::period;
    if (here == "unless" || (here == "provided" && behind == "that") || (here == "in" && behind == "case"))
      return Opens::period;
    if (here == "whether" || (asks(here) && since_asker <= farthest)) return Opens::clause;
    return Opens::nothing;
  };
  std::uint32_t part = tokens.begin;  // first token behind the last semicolon
  std::uint32_t open = tokens.end;    // first token of a clause that is supposed
  bool supposed = false;              // the whole part is
  std::size_t since_asker = farthest + 1;
  const auto close = [&](std::uint32_t first, std::uint32_t behind) {
    if (first < behind) spans_.push_back({segmentation.tokens[first].begin, segmentation.tokens[behind - 1].end});
  };
  for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
    const std::string_view sign = mark(at);
    const bool ends_part = sign == ";" || sign == "?" || sign == "\xEF\xBC\x9F";
    supposed = supposed || (ends_part && sign != ";");
    if ((ends_part || sign == ",") && open < at && !supposed) close(open, at);
    if (ends_part || sign == ",") open = tokens.end;
    if (ends_part) {
      if (supposed) {
        while (!spans_.empty() && spans_.back().begin >= segmentation.tokens[part].begin) spans_.pop_back();
        close(part, at + 1);
      }
      part = at + 1;
      supposed = false;
    }
    const Opens kind = opens(at, since_asker);
    if (kind == Opens::period) supposed = true;
    if (kind == Opens::clause) open = std::min(open, at);
    if (segmentation.tokens[at].kind == TokenKind::word) since_asker = is_asker(word(at)) ? 0 : since_asker + 1;
  }
  if (supposed) {
    while (!spans_.empty() && part < tokens.end && spans_.back().begin >= segmentation.tokens[part].begin)
      spans_.pop_back();
    close(part, tokens.end);
  } else {
    close(open, tokens.end);
  }
}

bool Suppositions::hold(std::uint32_t byte) const {
  const auto behind =
      std::partition_point(spans_.begin(), spans_.end(), [&](ByteSpan span) { return span.begin <= byte; });
  return behind != spans_.begin() && byte < std::prev(behind)->end;
}

}  // namespace topos
