// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/concordance.hpp"

#include <unicode/uchar.h>

#include <algorithm>

#include "topos/text/code_points.hpp"

namespace topos {
namespace {

constexpr std::uint32_t sort_words = 8;
// Hostile texts have megabytes of blanks, or of marks on one letter: each line looks at so many bytes and no more.
constexpr std::uint32_t slack = 4096;
constexpr std::uint32_t longest_word = 256;

bool is_space(char32_t c) noexcept { return is_blank(c) && !is_ignorable(c); }

bool is_line_end_or_tab(char32_t c) noexcept {
  return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_mark(char32_t c) noexcept { return c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

std::uint32_t reach(std::uint32_t width) noexcept { return 4 * width + slack; }

/// `text` with each run of white space as one space and none at the ends.
std::string squeezed(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_space(point.value)) {
      space = true;
    } else {
      if (space && !out.empty()) out += ' ';
      space = false;
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return out;
}

std::string left_context(std::string_view text, std::uint32_t floor, std::uint32_t begin, std::uint32_t width) {
  const std::uint32_t stop = begin - std::min(begin - floor, reach(width));
  std::uint32_t at = begin;
  bool space = true;
  for (std::uint32_t shown = 0; at > stop;) {
    const CodePoint point = code_point_before(text, at);
    const bool is = is_space(point.value);
    const std::uint32_t more = is && space ? 0 : 1;
    if (shown + more > width) break;
    shown += more;
    space = is;
    at -= point.size;
  }
  while (at > floor && at < begin && is_mark(code_point_at(text, at).value)) at += code_point_at(text, at).size;
  return squeezed(text.substr(at, begin - at));
}

std::string right_context(std::string_view text, std::uint32_t end, std::uint32_t ceiling, std::uint32_t width) {
  const std::uint32_t stop = end + std::min(ceiling - end, reach(width));
  std::uint32_t at = end;
  bool space = true;
  for (std::uint32_t shown = 0; at < stop;) {
    const CodePoint point = code_point_at(text, at);
    const bool is = is_space(point.value);
    const std::uint32_t more = is && space ? 0 : 1;
    if (shown + more > width) break;
    shown += more;
    space = is;
    at += point.size;
  }
  return squeezed(text.substr(end, at - end));
}

std::string shown_node(std::string_view node) {
  std::string out;
  std::uint32_t shown = 0;
  for (std::size_t at = 0; at < node.size(); ++shown) {
    if (shown == longest_node) return out + "…";
    const CodePoint point = code_point_at(node, at);
    const bool carriage_return = point.value == U'\r' && at + 1 < node.size() && node[at + 1] == '\n';
    if (is_line_end_or_tab(point.value))
      out += ' ';
    else
      out += node.substr(at, point.size);
    at += carriage_return ? 2 : point.size;
  }
  return out;
}

void append_word(std::string& key, std::string_view word, const Folder& folder) {
  if (word.size() > longest_word) {
    std::size_t end = longest_word;
    while ((static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
    word = word.substr(0, end);
  }
  key += folder.fold(word).folded;
  key += '\x01';
}

std::string forward_key(std::string_view text, std::uint32_t begin, std::uint32_t end, const Folder& folder) {
  end = begin + std::min(end - begin, slack);
  while (end > begin && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  std::string key;
  std::uint32_t words = 0;
  for (std::uint32_t at = begin; at < end && words < sort_words;) {
    const std::uint32_t first = at;
    while (at < end) {
      const CodePoint point = code_point_at(text, at);
      const bool alone = is_unspaced(point.value);
      if (!is_word_character(point.value) || (alone && at > first)) break;
      at += point.size;
      if (alone) break;
    }
    if (at > first) {
      append_word(key, text.substr(first, at - first), folder);
      ++words;
    } else {
      at += code_point_at(text, at).size;
    }
  }
  return key;
}

}  // namespace

KwicLine kwic_line(std::string_view text, ByteSpan within, ByteSpan node, std::uint32_t width) {
  return {left_context(text, within.begin, node.begin, width), shown_node(node.in(text)),
          right_context(text, node.end, within.end, width)};
}

std::string left_key(std::string_view text, ByteSpan within, ByteSpan node, const Folder& folder) {
  const std::uint32_t stop = node.begin - std::min(node.begin - within.begin, slack);
  std::string key;
  std::uint32_t words = 0;
  for (std::uint32_t at = node.begin; at > stop && words < sort_words;) {
    const std::uint32_t last = at;
    while (at > stop) {
      const CodePoint point = code_point_before(text, at);
      const bool alone = is_unspaced(point.value);
      if (!is_word_character(point.value) || (alone && at < last)) break;
      at -= point.size;
      if (alone) break;
    }
    if (at < last) {
      append_word(key, text.substr(at, last - at), folder);
      ++words;
    } else {
      at -= code_point_before(text, at).size;
    }
  }
  return key;
}

std::string right_key(std::string_view text, ByteSpan within, ByteSpan node, const Folder& folder) {
  return forward_key(text, node.end, within.end, folder);
}

std::string node_key(std::string_view text, ByteSpan node, const Folder& folder) {
  return forward_key(text, node.begin, node.end, folder);
}

}  // namespace topos
