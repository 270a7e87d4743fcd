// SPDX-License-Identifier: Apache-2.0
#include "topos/text/blocks.hpp"

#include <algorithm>

#include "topos/text/block_features.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/lines.hpp"
#include "topos/text/markdown.hpp"

namespace topos {
namespace {

constexpr std::uint32_t page_of_lines = 25;

/// How the lines between two blank lines are cut.
enum class Cut : std::uint8_t { none, every_line, unwrapped, indent };

Cut choose_cut(const LineShape& shape, const std::vector<Line>& lines, Paragraphs paragraphs) {
  switch (paragraphs) {
    case Paragraphs::blank:
      return Cut::none;
    case Paragraphs::line:
      return Cut::every_line;
    case Paragraphs::indent:
      return Cut::indent;
    case Paragraphs::automatic:
      break;
  }
  if (shape.gaps == 0) return median_length(lines) > long_line ? Cut::every_line : Cut::indent;
  // Half of the text stands in long lines.
  if (2 * shape.long_lines > shape.length) return Cut::unwrapped;
  return shape.lines / (shape.gaps + 1) > page_of_lines ? Cut::indent : Cut::none;
}

/// Walks the lines once and closes a block wherever the next line does not belong to it.
class Gatherer {
 public:
  Gatherer(std::string_view text, const std::vector<Line>& lines, const LineShape& shape, Cut cut)
      : text_(text), shape_(shape), cut_(cut), median_length_(cut == Cut::indent ? median_length(lines) : 0) {
    if (cut != Cut::indent) blocks_.reserve(cut == Cut::none ? shape.gaps + 1 : lines.size());
  }

  void add(const Line& line, bool unwrapped) {
    const std::string_view content = line.span.in(text_);
    if (open_ && begins_block(line, content, unwrapped)) close();
    if (open_)
      extend(line);
    else
      start(line);
    previous_ends_sentence_ = ends_sentence(content);
    previous_length_ = line.length;
    previous_is_label_ = block_.single && block_.kind != BlockKind::heading && is_label_line(content);
  }

  void start(const Line& line) {
    block_ = Block{};
    block_.span = line.span;
    block_.tight = !gap_ && !blocks_.empty();
    block_.reliable = gap_ || cut_ != Cut::indent;
    gap_ = false;
    open_ = true;
    const std::string_view content = line.span.in(text_);
    if (item_mark(content) > 0) block_.kind = BlockKind::item;
    if (is_ornament(content) || is_page_number(content)) block_.kind = BlockKind::rule;
  }

  void extend(const Line& line) {
    block_.span.end = line.span.end;
    block_.single = false;
  }

  void close() {
    if (open_) blocks_.push_back(block_);
    open_ = false;
  }

  void blank() {
    close();
    gap_ = true;
  }

  [[nodiscard]] Block& current() { return block_; }
  [[nodiscard]] bool open() const { return open_; }
  std::vector<Block> take() {
    close();
    return std::move(blocks_);
  }

 private:
  [[nodiscard]] bool begins_block(const Line& line, std::string_view content, bool unwrapped) const {
    if (block_.kind == BlockKind::rule || begins_entry(content)) return true;
    if (previous_ends_sentence_ && is_page_number(content)) return true;
    if (previous_is_label_ && split_number(content).number.empty()) return true;
    if (previous_ends_sentence_ && is_label_line(content)) return true;
    switch (cut_) {
      case Cut::none:
        return false;
      case Cut::every_line:
        return true;
      case Cut::unwrapped:
        return unwrapped;
      case Cut::indent:
        break;
    }
    if (line.indent > shape_.usual_indent) return true;
    return previous_ends_sentence_ && 3 * previous_length_ < 2 * median_length_;
  }

  /// List items and reference entries need no blank line; a wrapped line that happens to begin with a dash or a number
  /// does.
  [[nodiscard]] bool begins_entry(std::string_view content) const {
    const bool bracket = bracket_number(content) > 0;
    if (bracket) return previous_ends_sentence_ || bracket_number(block_.span.in(text_)) > 0;
    if (item_mark(content) == 0) return false;
    return previous_ends_sentence_ || (block_.kind == BlockKind::item && same_mark(content, block_.span.in(text_)));
  }

  static bool same_mark(std::string_view a, std::string_view b) {
    return !is_ascii_digit(static_cast<unsigned char>(a.front())) &&
           code_point_at(a, 0).value == code_point_at(b, 0).value;
  }

  std::string_view text_;
  const LineShape& shape_;
  Cut cut_;
  std::uint32_t median_length_;  ///< of the lines, where the cut depends on it
  std::vector<Block> blocks_;
  Block block_;
  bool open_ = false;
  bool gap_ = false;
  bool previous_ends_sentence_ = false;
  bool previous_is_label_ = false;
  std::uint32_t previous_length_ = 0;
};

/// Whether the lines from the one at `first` to the next blank one are unwrapped paragraphs. Two lines of middling
/// length, such as a caption under the words that stand for its picture, belong together.
bool has_unwrapped_lines(const std::vector<Line>& lines, std::size_t first) {
  std::uint32_t longest = 0;
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (i > first && (lines[i].after_blank || lines[i - 1].page_end)) return false;
    longest = std::max(longest, lines[i].length);
    if (longest > 2 * long_line || (i > first + 1 && longest > long_line)) return true;
  }
  return false;
}

std::vector<Block> gather_plain(std::string_view text, const std::vector<Line>& lines, const LineShape& shape,
                                Cut cut) {
  Gatherer gatherer(text, lines, shape, cut);
  bool unwrapped = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool after_gap = lines[i].after_blank || (i > 0 && lines[i - 1].page_end);
    if (after_gap) gatherer.blank();
    if ((i == 0 || after_gap) && cut == Cut::unwrapped) unwrapped = has_unwrapped_lines(lines, i);
    gatherer.add(lines[i], unwrapped);
  }
  return gatherer.take();
}

/// The block structure of Markdown (CommonMark 0.30) as far as regions need it.
class MarkdownGatherer {
 public:
  MarkdownGatherer(std::string_view text, const std::vector<Line>& lines, const LineShape& shape, Cut cut)
      : text_(text), lines_(lines), gatherer_(text, lines, shape, cut) {}

  std::vector<Block> run() {
    while (next_ < lines_.size()) {
      const Line& line = lines_[next_++];
      if (line.after_blank) gatherer_.blank();
      take(line);
      if (line.page_end) gatherer_.blank();
    }
    return gatherer_.take();
  }

 private:
  void take(const Line& line) {
    const std::string_view content = line.span.in(text_);
    switch (markdown_line(content)) {
      case MarkdownLine::heading:
        lone(line, BlockKind::heading);
        gatherer_.current().level = hash_heading_level(content);
        gatherer_.close();
        return;
      case MarkdownLine::underline:
        if (gatherer_.open() && gatherer_.current().kind == BlockKind::text && gatherer_.current().single) {
          gatherer_.extend(line);
          gatherer_.current().kind = BlockKind::heading;
          gatherer_.current().level = content.front() == '=' ? 1 : 2;
          return gatherer_.close();
        }
        return lone_closed(line, BlockKind::rule);
      case MarkdownLine::rule:
        return lone_closed(line, BlockKind::rule);
      case MarkdownLine::image:
        return lone_closed(line, BlockKind::image);
      case MarkdownLine::table:
        if (gatherer_.open() && gatherer_.current().kind == BlockKind::table) return gatherer_.extend(line);
        return lone(line, BlockKind::table);
      case MarkdownLine::item:
        return lone(line, BlockKind::item);
      case MarkdownLine::fence:
        return enclosed(line, content.substr(0, 3), BlockKind::code);
      case MarkdownLine::comment:
        return enclosed(line, "-->", BlockKind::comment);
      case MarkdownLine::text:
        break;
    }
    if (gatherer_.open() && gatherer_.current().kind == BlockKind::table) gatherer_.close();
    gatherer_.add(line, false);
  }

  void lone(const Line& line, BlockKind kind) {
    gatherer_.close();
    gatherer_.start(line);
    gatherer_.current().kind = kind;
  }

  void lone_closed(const Line& line, BlockKind kind) {
    lone(line, kind);
    gatherer_.close();
  }

  /// A fence or comment that nothing closes hides no text: its line alone is furniture.
  void enclosed(const Line& first, std::string_view closer, BlockKind kind) {
    lone(first, kind);
    const bool comment = kind == BlockKind::comment;
    bool& hopeless = comment ? no_comment_end_ : no_fence_end_;
    const auto closes = [&](const Line& line) {
      const std::string_view content = line.span.in(text_);
      return comment ? content.find(closer) != std::string_view::npos : content.starts_with(closer);
    };
    if (comment && closes(first)) return gatherer_.close();
    std::size_t last = next_;
    while (!hopeless && last < lines_.size() && !closes(lines_[last])) ++last;
    if (!hopeless && last < lines_.size()) {
      gatherer_.extend(lines_[last]);
      next_ = last + 1;
    } else {
      hopeless = true;
      gatherer_.current().kind = comment ? BlockKind::text : BlockKind::rule;
    }
    gatherer_.close();
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::size_t next_ = 0;
  Gatherer gatherer_;
  bool no_comment_end_ = false;
  bool no_fence_end_ = false;
};

}  // namespace

std::vector<Block> gather_blocks(std::string_view text, std::uint32_t begin, Paragraphs paragraphs, bool markdown) {
  const std::vector<Line> lines = lines_of(text, begin);
  const LineShape shape = line_shape(text, lines);
  const bool as_markdown = markdown || shape.hash_headings >= 2;
  const Cut cut =
      choose_cut(shape, lines, as_markdown && paragraphs == Paragraphs::automatic ? Paragraphs::blank : paragraphs);
  if (as_markdown) return MarkdownGatherer(text, lines, shape, cut).run();
  return gather_plain(text, lines, shape, cut);
}

}  // namespace topos
