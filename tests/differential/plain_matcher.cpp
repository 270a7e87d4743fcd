// SPDX-License-Identifier: Apache-2.0
#include "plain_matcher.hpp"

#include <algorithm>
#include <set>

namespace topos::test {
namespace {

using Kind = PlainNode::Kind;
using TokenKind = PlainToken::Kind;

/// One way through a pattern, written out: elements with what may stand between each and the one before it.
struct Step {
  const PlainNode* element = nullptr;  ///< null: a gap at the end
  bool gap = false;
  int least = 0;
  int most = 0;
};
using Way = std::vector<Step>;

/// All ways through a node, each with a gap still open at its end, if it ends with one.
std::vector<Way> ways(const PlainNode& node) {
  switch (node.kind) {
    case Kind::optional: {
      std::vector<Way> all = ways(node.children[0]);
      all.emplace_back();
      return all;
    }
    case Kind::choice: {
      std::vector<Way> all;
      for (const PlainNode& child : node.children)
        for (Way& way : ways(child)) all.push_back(std::move(way));
      return all;
    }
    case Kind::sequence: {
      std::vector<Way> all{{}};
      for (const PlainNode& child : node.children) {
        std::vector<Way> longer;
        for (const Way& head : all)
          for (const Way& tail : ways(child)) {
            Way joined = head;
            for (Step step : tail) {
              // A gap before this element is joined with it; gaps with an empty option between them add up.
              if (!joined.empty() && joined.back().element == nullptr) {
                step.gap = true;
                step.least += joined.back().least;
                step.most += joined.back().most;
                joined.pop_back();
              }
              joined.push_back(step);
            }
            longer.push_back(std::move(joined));
          }
        all = std::move(longer);
      }
      return all;
    }
    case Kind::gap:
      return {{{nullptr, true, node.least, node.most}}};
    default:
      return {{{&node, false, 0, 0}}};
  }
}

bool wild(std::string_view pattern, std::string_view form) {
  if (pattern.empty()) return form.empty();
  if (pattern[0] == '*') return wild(pattern.substr(1), form) || (!form.empty() && wild(pattern, form.substr(1)));
  return !form.empty() && (pattern[0] == '?' || pattern[0] == form[0]) && wild(pattern.substr(1), form.substr(1));
}

bool takes(const PlainNode& element, const PlainToken& token) {
  const bool is_word = token.kind == TokenKind::word;
  switch (element.kind) {
    case Kind::word:
      return is_word && wild(element.word, token.form);
    case Kind::number:
      return is_word && token.form.find_first_not_of("0123456789") == std::string::npos;
    case Kind::clitic:
      return token.kind == TokenKind::clitic;
    default:
      return token.kind == TokenKind::mark || token.kind == TokenKind::passable_mark;
  }
}

/// Tries the rest of a way from token `at`; `taken` is the end of what an element other than a clitic took.
void follow(const Way& way, std::size_t next, const std::vector<PlainToken>& sentence, std::size_t at,
            std::size_t taken, std::set<std::size_t>& ends) {
  if (next == way.size()) {
    ends.insert(taken);
    return;
  }
  const Step& step = way[next];
  const auto take = [&](std::size_t token) {
    if (takes(*step.element, sentence[token]))
      follow(way, next + 1, sentence, token + 1, step.element->kind == Kind::clitic ? taken : token + 1, ends);
  };
  if (step.element == nullptr) {
    int skipped = 0;
    if (step.least == 0) ends.insert(taken);
    for (; at < sentence.size() && skipped < step.most; ++at)
      if (sentence[at].kind == TokenKind::word && ++skipped >= step.least) ends.insert(at + 1);
  } else if (step.gap) {
    int skipped = 0;
    for (; at < sentence.size() && skipped <= step.most; ++at) {
      if (skipped >= step.least) take(at);
      if (sentence[at].kind == TokenKind::word) ++skipped;
    }
  } else if (next == 0) {
    if (step.element->kind != Kind::clitic) take(at);  // a match begins at a word
  } else {
    for (; at < sentence.size(); ++at) {
      take(at);
      if (sentence[at].kind != TokenKind::clitic && sentence[at].kind != TokenKind::passable_mark) break;
    }
  }
}

}  // namespace

double PlainNode::ways() const {
  double all = kind == Kind::choice ? 0 : 1;
  for (const PlainNode& child : children) {
    if (kind == Kind::choice)
      all += child.ways();
    else
      all *= child.ways();
  }
  return kind == Kind::optional ? all + 1 : all;
}

std::string PlainNode::text() const {
  const auto list = [&](const char* between) {
    std::string all;
    for (const PlainNode& child : children) {
      if (!all.empty()) all += between;
      all += child.text();
    }
    return all;
  };
  switch (kind) {
    case Kind::word:
      return word;
    case Kind::number:
      return "#NUM";
    case Kind::any_mark:
      return "#PUNCT";
    case Kind::clitic:
      return "'s";
    case Kind::gap:
      return "<" + std::to_string(least) + "-" + std::to_string(most) + ">";
    case Kind::sequence:
      return list(" ");
    case Kind::choice:
      return "(" + list("|") + ")";
    default:
      return "(" + children[0].text() + ")?";
  }
}

std::optional<std::size_t> plainly_match(const PlainNode& pattern, const std::vector<PlainToken>& sentence,
                                         std::size_t at) {
  std::set<std::size_t> ends;
  for (const Way& way : ways(pattern))
    if (!way.empty()) follow(way, 0, sentence, at, at, ends);
  ends.erase(at);
  if (ends.empty()) return std::nullopt;
  return *ends.rbegin();
}

}  // namespace topos::test
