// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/reference_authors.hpp"

#include <algorithm>

#include "topos/text/code_points.hpp"

namespace topos {
namespace {

bool is_one_word(std::string_view text) { return text.find(' ') == std::string_view::npos; }

/// "T.", "A. V.", "J.-P.", "A.S.": letters that full stops follow.
bool is_initials(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.size;
    if (is_upper(point.value))
      ++letters;
    else if (point.value != U'.' && point.value != U' ' && point.value != U'-')
      return false;
  }
  return letters > 0 && letters <= 4 && (text.find('.') != std::string_view::npos || letters == 1);
}

std::string_view without_edges(std::string_view text) {
  text = trim(text);
  while (!text.empty() && std::string_view(",;:(*_").find(text.back()) != std::string_view::npos)
    text = trim(text.substr(0, text.size() - 1));
  while (!text.empty() && std::string_view(",;.:*_").find(text.front()) != std::string_view::npos)
    text = trim(text.substr(1));
  // A full stop ends the list of names unless it belongs to an initial.
  if (text.size() > 2 && text.back() == '.' && is_lower(code_point_before(text, text.size() - 1).value))
    text.remove_suffix(1);
  return text;
}

/// Pieces between the marks at which names are parted, whatever names they are.
std::vector<std::string_view> pieces_of(std::string_view names) {
  constexpr std::string_view joints[] = {", & ", ", and ", " & ", " and ", "; ", ", "};
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < names.size();) {
    const auto* joint = std::find_if(std::begin(joints), std::end(joints),
                                     [&](std::string_view one) { return names.substr(at).starts_with(one); });
    if (joint == std::end(joints)) {
      ++at;
      continue;
    }
    pieces.push_back(without_edges(names.substr(begin, at - begin)));
    begin = at += joint->size();
  }
  pieces.push_back(without_edges(names.substr(begin)));
  std::erase_if(pieces, [](std::string_view one) {
    return one.empty() || one == "et al." || one == "et al" || one == "eds." || one == "ed." || one == "Eds." ||
           one == "Ed.";
  });
  return pieces;
}

}  // namespace

std::vector<std::string> split_authors(std::string_view names) {
  if (const std::size_t others = names.find(" et al"); others != std::string_view::npos)
    names = names.substr(0, others);
  const std::vector<std::string_view> pieces = pieces_of(names);
  std::vector<std::string> authors;
  // "Family, Given" is told by a first piece of one word, and every second one.
  const bool inverted = pieces.size() > 1 && is_one_word(pieces[0]) && names.find(',') != std::string_view::npos &&
                        names.find(',') < names.find('&');
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const bool given = at > 0 && (is_initials(pieces[at]) || (inverted && at == 1 && !is_initials(pieces[0])));
    if (given && !authors.empty() && authors.back().find(',') == std::string::npos)
      authors.back().append(", ").append(pieces[at]);
    else
      authors.emplace_back(pieces[at]);
  }
  return authors;
}

}  // namespace topos
