// SPDX-License-Identifier: Apache-2.0
#include "topos/text/structured_text.hpp"

#include "topos/text/code_points.hpp"

namespace topos {
namespace {

/// Bytes of the white space that begins at `at`, 0 if none does; a no-break space is one, too.
std::size_t space_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return byte == ' ' || (byte >= '\t' && byte <= '\r') ? 1 : 0;
  if (byte != 0xC2 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF && byte != 0xE1) return 0;
  const CodePoint c = code_point_at(text, at);
  return is_blank(c.value) && c.value != 0x200B && c.value != 0x2060 ? c.size : 0;
}

}  // namespace

void StructuredTextMaker::open(const BlockForm& form) {
  form_ = form;
  fresh_ = true;
}

void StructuredTextMaker::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t space = space_at(text, at); space != 0) {
      if (form_.preformatted && text[at] == '\n') line_break_ = true;
      space_ = true;
      at += space;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && space_at(text, end) == 0) ++end;
    put(text.substr(at, end - at));
    at = end;
  }
}

ByteSpan StructuredTextMaker::add_token(std::string_view form) {
  std::size_t begin = made_.text.size();
  add(form);
  while (begin < made_.text.size() && (made_.text[begin] == ' ' || made_.text[begin] == '\n')) ++begin;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(made_.text.size())};
}

void StructuredTextMaker::begin_block() {
  std::string& text = made_.text;
  Block* const last = made_.blocks.empty() ? nullptr : &made_.blocks.back();
  const bool furniture = form_.name == RegionName::boilerplate && form_.kind != BlockKind::heading;
  if (furniture && last != nullptr && last->name == RegionName::boilerplate && last->rule == form_.rule &&
      last->kind == form_.kind && last->section == form_.section) {
    text += '\n';
    last->single = false;
  } else {
    if (!text.empty()) text += "\n\n";
    Block block;
    block.span.begin = block.span.end = static_cast<std::uint32_t>(text.size());
    block.kind = form_.kind;
    block.level = form_.level;
    block.section = form_.section;
    if (form_.name) block.become(*form_.name, form_.rule);
    made_.blocks.push_back(block);
  }
  fresh_ = space_ = line_break_ = false;
}

void StructuredTextMaker::put(std::string_view word) {
  if (fresh_) begin_block();
  Block& block = made_.blocks.back();
  if (line_break_) {
    made_.text += '\n';
    block.single = false;
  } else if (space_) {
    made_.text += ' ';
  }
  space_ = line_break_ = false;
  made_.text += word;
  block.span.end = static_cast<std::uint32_t>(made_.text.size());
}

}  // namespace topos
