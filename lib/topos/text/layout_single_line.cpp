// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "topos/text/block_features.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/layouts.hpp"

namespace topos {
namespace {

constexpr std::size_t few_blocks = 3;
constexpr std::uint32_t page_words = 50;
constexpr std::size_t head_bytes = 1500;
constexpr std::size_t tail_bytes = 4096;
constexpr std::uint32_t words_between_cues = 60;
constexpr std::size_t longest_phrase = 80;
constexpr std::uint32_t place_words = 3;

/// Where the last sentence before `end` ends, or `begin` if none does.
std::size_t after_last_sentence(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t blank_at = end;
  while (blank_at > begin) {
    const CodePoint c = code_point_before(text, blank_at);
    if (is_blank(c.value)) {
      std::string_view before = trim(text.substr(begin, blank_at - begin));
      while (before.ends_with('>')) before.remove_suffix(1);
      const bool colon = before.ends_with(':') || before.ends_with(';');
      if (!colon && ends_sentence(before.substr(before.size() - std::min<std::size_t>(before.size(), 16))))
        return blank_at;
    }
    blank_at -= c.size;
  }
  return begin;
}

bool begins_tail_phrase(std::string_view rest) {
  std::size_t size = std::min(rest.size(), longest_phrase);
  while (size > 0 && size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0) == 0x80) --size;
  return begins_with_cue(rest.substr(0, size), Cue::tail);
}

/// Where the furniture at the end of `text` begins: two tail phrases or more (three if it ends as a sentence does) that
/// do not begin in lower case, with few words between and after them, and what stands between the last sentence and the
/// first of them. The end if there is none.
std::size_t find_tail(std::string_view text) {
  std::size_t at = text.size() - std::min(text.size(), tail_bytes);
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  const std::size_t window = at;
  std::size_t first = text.size();
  std::size_t last = window;
  std::size_t phrases = 0;
  bool word_before = true;
  for (; at < text.size(); at += code_point_at(text, at).size) {
    const bool word = is_word_character(code_point_at(text, at).value);
    if (word && !word_before && !is_lower(code_point_at(text, at).value) && begins_tail_phrase(text.substr(at))) {
      if (phrases == 0 || rough_words(text.substr(last, at - last), words_between_cues + 1) > words_between_cues) {
        first = at;
        phrases = 0;
      }
      last = at;
      ++phrases;
    }
    word_before = word;
  }
  const std::size_t enough = ends_sentence(text) ? 3 : 2;
  if (phrases < enough || rough_words(text.substr(last), words_between_cues + 1) > words_between_cues)
    return text.size();
  const std::size_t sentence = after_last_sentence(text, window, first);
  if (sentence == window ||
      rough_words(text.substr(sentence, first - sentence), words_between_cues + 1) > words_between_cues)
    return first;
  return sentence;
}

/// A day, a month, a year, and a time within a few words: "4 March 2025 16:25". Empty if there is none.
ByteSpan find_time_stamp(std::string_view text) {
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    if (colon < 2 || colon + 2 >= text.size()) continue;
    const auto digit = [&](std::size_t i) { return is_ascii_digit(static_cast<unsigned char>(text[i])); };
    if (!digit(colon - 1) || !digit(colon + 1) || !digit(colon + 2)) continue;
    const std::size_t begin = colon < 48 ? 0 : colon - 48;
    for (std::size_t at = begin; at < colon; ++at) {
      const bool starts = digit(at) && (at == 0 || text[at - 1] == ' ');
      const std::string_view stamp = text.substr(at, colon - at);
      if (starts && rough_words(stamp, 7) <= 6 && has_full_date(stamp))
        return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(colon + 3)};
    }
  }
  return {};
}

/// One past the place that follows a time stamp: what the metadata call it, or "Town, Hall".
std::size_t after_place(std::string_view text, std::size_t at, std::string_view place) {
  const std::string_view rest = text.substr(at, 200);
  const std::size_t lead = rest.size() - trim(rest).size();
  if (!place.empty() && rest.substr(std::min(lead, rest.size())).starts_with(place)) return at + lead + place.size();
  const std::size_t comma = rest.find(", ");
  if (comma == std::string_view::npos || rough_words(rest.substr(0, comma), place_words + 1) > place_words) return at;
  const std::size_t word = comma + 2;
  if (word >= rest.size() || !is_upper(code_point_at(rest, word).value) ||
      !is_upper(code_point_at(trim(rest), 0).value))
    return at;
  const std::size_t end = rest.find(' ', word);
  return end == std::string_view::npos ? at : at + end;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::vector<Block>& out) : text_(text), out_(out) {}

  void add(std::size_t begin, std::size_t end, RegionName name, std::string_view rule) {
    const std::string_view part = trim(text_.substr(begin, end - begin));
    if (part.empty()) return;
    Block block;
    block.span.begin = static_cast<std::uint32_t>(part.data() - text_.data());
    block.span.end = block.span.begin + static_cast<std::uint32_t>(part.size());
    if (!rule.empty()) block.become(name, rule);
    out_.push_back(block);
  }

 private:
  std::string_view text_;
  std::vector<Block>& out_;
};

/// Title, standfirst and date line before `stamp`.
void split_head(const Page& page, std::size_t begin, ByteSpan stamp, Splitter& splitter) {
  const std::string_view head = page.text.substr(begin, stamp.begin);
  const std::size_t title = page.title.empty() ? std::string_view::npos : head.find(page.title);
  std::size_t at = begin;
  if (title != std::string_view::npos) {
    splitter.add(begin, begin + title, RegionName::boilerplate, "above the title");
    at = begin + title + page.title.size();
    splitter.add(begin + title, at, RegionName::title, "title of the metadata");
  }
  splitter.add(at, begin + stamp.begin, RegionName::lede, "before the date line");
}

}  // namespace

void split_single_line(Page& page) {
  if (page.blocks.empty() || page.blocks.size() > few_blocks) return;
  std::vector<Block> parts;
  Splitter splitter(page.text, parts);
  for (const Block& block : page.blocks) {
    const std::string_view content = block.span.in(page.text);
    const bool whole_page =
        block.single && block.kind == BlockKind::text && rough_words(content, page_words) == page_words;
    if (!whole_page) {
      parts.push_back(block);
      continue;
    }
    const std::size_t tail = find_tail(content);
    std::size_t body = 0;
    const ByteSpan stamp =
        tail < content.size() ? find_time_stamp(content.substr(0, std::min(tail, head_bytes))) : ByteSpan{};
    if (!stamp.empty()) {
      split_head(page, block.span.begin, stamp, splitter);
      body = after_place(content, stamp.end, page.place);
      splitter.add(block.span.begin + stamp.begin, block.span.begin + body, RegionName::byline, "date line");
    }
    splitter.add(block.span.begin + body, block.span.begin + tail, RegionName::body, {});
    splitter.add(block.span.begin + tail, block.span.end, RegionName::boilerplate, "tail of the page");
  }
  page.blocks = std::move(parts);
}

}  // namespace topos
