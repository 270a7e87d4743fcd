// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/text/blocks.hpp"
#include "topos/text/document.hpp"
#include "topos/text/given_tokens.hpp"

namespace topos {

/// What a reader makes of a file whose format says where paragraphs, headings and notes are.
struct StructuredText {
  std::string text;                   ///< valid UTF-8
  std::vector<Block> blocks;          ///< in text order; those that the format names have their names
  std::vector<std::string> sections;  ///< if not empty, what blocks' sections are, instead of headings: pages
  Metadata metadata;
  std::string language;  ///< empty if the file does not say
  GivenTokens given;     ///< if the file has tokens of its own
};

/// What is known of a block before its text comes.
struct BlockForm {
  BlockKind kind = BlockKind::text;
  std::uint8_t level = 0;          ///< of a heading, from 1
  std::optional<RegionName> name;  ///< if the format tells
  std::string_view rule;           ///< the cue for that; outlives the text
  bool preformatted = false;       ///< its line ends are kept
  std::uint32_t section = 0;
};

/// Gathers text block by block: white space becomes single blanks, blocks without text are left out, a blank line
/// stands between two. Furniture that follows furniture of the same cue joins it as a further line.
class StructuredTextMaker {
 public:
  /// Ends the open block; what comes belongs to a new one.
  void open(const BlockForm& form);
  void close() { fresh_ = true; }
  /// Domain: valid UTF-8.
  void add(std::string_view text);
  /// A line end inside the block.
  void break_line() { line_break_ = true; }
  [[nodiscard]] bool at_block_begin() const noexcept { return fresh_; }
  /// Adds one token; where it stands now, or an empty span if it is white space.
  [[nodiscard]] ByteSpan add_token(std::string_view form);
  [[nodiscard]] const std::string& text() const noexcept { return made_.text; }
  StructuredText& made() noexcept { return made_; }
  [[nodiscard]] StructuredText take() { return std::move(made_); }

 private:
  void begin_block();
  void put(std::string_view word);

  StructuredText made_;
  BlockForm form_;
  bool fresh_ = true;  ///< no block is open
  bool space_ = false;
  bool line_break_ = false;
};

}  // namespace topos
