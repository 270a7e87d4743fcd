// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/shape.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <utility>

namespace topos {
namespace {

void append_points(std::string_view text, Glob& out) {
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
    U8_NEXT(text.data(), at, size, point);
#pragma GCC diagnostic pop
    out += static_cast<char32_t>(std::max<UChar32>(point, 0));
  }
}

bool is_single_word(const Shape& shape) {
  switch (shape.kind) {
    case Node::Kind::word:
    case Node::Kind::number:
    case Node::Kind::year:
    case Node::Kind::capital:
    case Node::Kind::acronym:
      return true;
    default:
      return false;
  }
}

bool covers_word(const Shape& wide, const Shape& narrow) {
  if (narrow.kind != Node::Kind::word) return false;
  if (wide.case_sensitive) return narrow.case_sensitive && covers(wide.cased, narrow.cased);
  return covers(wide.folded, narrow.folded);
}

bool covers_element(const Shape& wide, const Shape& narrow) {
  if (wide.kind == Node::Kind::word) return covers_word(wide, narrow);
  if (wide.kind != narrow.kind) return wide.kind == Node::Kind::number && narrow.kind == Node::Kind::year;
  if (wide.kind == Node::Kind::reference) return is_or_below(narrow.text, wide.text);
  return wide.text == narrow.text;
}

using Places = std::vector<std::size_t>;

void add(Places& places, std::size_t place) {
  if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
}

Places ends(const Shape& wide, const Way& way, std::size_t from);

Places ends_of_gap(const Shape& gap, const Way& way, std::size_t from) {
  Places found;
  std::uint32_t least = 0;
  std::uint32_t most = 0;
  for (std::size_t at = from; most <= gap.most; ++at) {
    if (least >= gap.least) add(found, at);
    if (at == way.size()) break;
    const Shape& element = *way[at];
    const bool skipped = element.kind == Node::Kind::gap || is_single_word(element);
    if (!skipped) break;
    least += element.kind == Node::Kind::gap ? element.least : 1;
    most += element.kind == Node::Kind::gap ? element.most : 1;
  }
  return found;
}

Places ends(const Shape& wide, const Way& way, std::size_t from) {
  Places found;
  switch (wide.kind) {
    case Node::Kind::gap:
      return ends_of_gap(wide, way, from);
    case Node::Kind::optional:
      found.push_back(from);
      [[fallthrough]];
    case Node::Kind::choice:
      for (const Shape& child : wide.children) {
        for (const std::size_t end : ends(child, way, from)) add(found, end);
      }
      return found;
    case Node::Kind::sequence: {
      Places here{from};
      for (const Shape& child : wide.children) {
        Places next;
        for (const std::size_t place : here) {
          for (const std::size_t end : ends(child, way, place)) add(next, end);
        }
        here = std::move(next);
        if (here.empty()) break;
      }
      return here;
    }
    default:
      if (from < way.size() && covers_element(wide, *way[from])) found.push_back(from + 1);
      return found;
  }
}

/// Puts every way through `shape` behind every one of `heads`; false when there are too many.
bool extend(const Shape& shape, std::vector<Way>& heads, std::size_t limit) {
  if (shape.kind == Node::Kind::sequence) {
    return std::all_of(shape.children.begin(), shape.children.end(),
                       [&](const Shape& child) { return extend(child, heads, limit); });
  }
  if (shape.kind != Node::Kind::choice && shape.kind != Node::Kind::optional) {
    for (Way& head : heads) head.push_back(&shape);
    return true;
  }
  std::vector<Way> all;
  if (shape.kind == Node::Kind::optional) all = heads;
  for (const Shape& child : shape.children) {
    std::vector<Way> branch = heads;
    if (!extend(child, branch, limit) || all.size() + branch.size() > limit) return false;
    all.insert(all.end(), std::make_move_iterator(branch.begin()), std::make_move_iterator(branch.end()));
  }
  heads = std::move(all);
  return true;
}

}  // namespace

Shape shape_of(const Node& node, const Folder& folder, bool exact) {
  Shape shape;
  shape.kind = node.kind;
  shape.text = node.text;
  shape.least = node.least;
  shape.most = node.most;
  shape.case_sensitive = node.word.case_sensitive || exact;
  for_each_piece(node.word.text, [&](std::string_view piece) {
    if (Word::is_wildcard(piece[0])) {
      const char32_t symbol = piece[0] == Word::any_run ? glob_run : glob_one;
      shape.folded += symbol;
      shape.cased += symbol;
    } else {
      const Forms forms = folder.fold(piece);
      append_points(forms.folded, shape.folded);
      append_points(forms.cased, shape.cased);
    }
  });
  for (const Node& child : node.children) shape.children.push_back(shape_of(child, folder, exact));
  return shape;
}

std::optional<std::vector<Way>> ways_of(const Shape& shape, std::size_t limit) {
  std::vector<Way> found(1);
  if (!extend(shape, found, limit)) return std::nullopt;
  return found;
}

bool covers(const Shape& wide, const Way& way) {
  const Places found = ends(wide, way, 0);
  return std::find(found.begin(), found.end(), way.size()) != found.end();
}

void append_text(const Shape& shape, std::string& out) {
  constexpr char marks[] = "wcnyCAp@/<[(?";
  out += marks[static_cast<std::size_t>(shape.kind)];
  const Glob& glob = shape.case_sensitive ? shape.cased : shape.folded;
  if (shape.case_sensitive && shape.kind == Node::Kind::word) out += '=';
  for (const char32_t c : glob) {
    for (int shift = 0; shift <= 16; shift += 8) out += static_cast<char>((c >> shift) & 0xFF);
  }
  out += shape.text;
  if (shape.kind == Node::Kind::gap) out += std::to_string(shape.least) + '-' + std::to_string(shape.most);
  for (const Shape& child : shape.children) append_text(child, out);
  out += ')';
}

}  // namespace topos
