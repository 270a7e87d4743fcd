// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/pattern_laws.hpp"

#include <algorithm>

namespace topos {
namespace {

Reach reach_of_sequence(const Node& node) {
  Reach whole{true, false, false, false};
  for (const Node& child : node.children) {
    const Reach part = reach(child);
    whole.gap_first = whole.gap_first || (whole.empty && part.gap_first);
    whole.gap_last = part.gap_last || (part.empty && whole.gap_last);
    whole.words = whole.words || part.words;
    whole.empty = whole.empty && part.empty;
  }
  return whole;
}

Reach reach_of_choice(const Node& node) {
  Reach whole;
  for (const Node& child : node.children) {
    const Reach part = reach(child);
    whole.empty = whole.empty || part.empty;
    whole.words = whole.words || part.words;
    whole.gap_first = whole.gap_first || part.gap_first;
    whole.gap_last = whole.gap_last || part.gap_last;
  }
  if (node.kind == Node::Kind::optional) whole.empty = true;
  return whole;
}

bool is_gap(const Node& node) { return node.kind == Node::Kind::gap; }

/// Whether somewhere a gap may be all that is left of a sequence.
bool has_lone_gap(const Node& node) {
  const std::vector<Node>& parts = node.children;
  if (node.kind == Node::Kind::sequence && std::any_of(parts.begin(), parts.end(), is_gap) &&
      std::all_of(parts.begin(), parts.end(), [](const Node& part) { return is_gap(part) || reach(part).empty; }))
    return true;
  return std::any_of(parts.begin(), parts.end(), has_lone_gap);
}

}  // namespace

Reach reach(const Node& node) {
  switch (node.kind) {
    case Node::Kind::gap:
      return {false, false, true, true};
    case Node::Kind::clitic:
    case Node::Kind::punctuation:
      return {};
    case Node::Kind::sequence:
      return reach_of_sequence(node);
    case Node::Kind::choice:
    case Node::Kind::optional:
      return reach_of_choice(node);
    default:
      return {false, true, false, false};
  }
}

void check_reach(const Node& root, const Location& at) {
  const Reach found = reach(root);
  if (!found.words) throw Error(Errc::pattern, "the pattern can match no word", at);
  if (found.empty)
    throw Error(Errc::pattern, "the pattern can match nothing at all: every element is optional", at,
                "make one element required");
  if (has_lone_gap(root))
    throw Error(Errc::pattern,
                "a gap may not stand alone, and here it does when the optional groups beside it are left out", at);
  if (found.gap_first) {
    throw Error(Errc::pattern,
                "a gap may not begin a pattern, and here it does when the optional group before it is left out", at);
  }
}

}  // namespace topos
