// SPDX-License-Identifier: Apache-2.0
#include "topos/text/pdf/pdf_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "topos/base/error.hpp"
#include "topos/text/block_features.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/pdf/line_joiner.hpp"
#include "topos/text/pdf/running_lines.hpp"

namespace topos {
namespace {

constexpr double small_letters = 0.93;  // of the body's height: notes
constexpr double large_letters = 1.15;  // headings
constexpr double huge_letters = 1.6;
constexpr std::size_t longest_heading = 3;  // lines
constexpr std::uint32_t cut_off_words = 20;

/// The height in which most of the text is set.
double body_height(const PdfPages& pages) {
  std::map<long, std::size_t> letters;
  for (const PdfPage& page : pages.pages)
    for (const PdfBlock& block : page.blocks)
      for (const PdfLine& line : block) letters[std::lround(line.height * 4)] += line.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : static_cast<double>(most->first) / 4;
}

/// Begins with a number, a star or a dagger, as notes do.
bool begins_like_note(std::string_view text) {
  const char32_t first = code_point_at(text, 0).value;
  return is_ascii_digit(first) || first == U'*' || first == U'†' || first == U'‡' || first == 0xB9 || first == 0xB2 ||
         first == 0xB3 || (first >= 0x2070 && first <= 0x2079);
}

class PdfWriter {
 public:
  PdfWriter(const PdfPages& pages, const std::string& path)
      : pages_(pages), path_(path), kinds_(find_running_lines(pages)), body_(body_height(pages)) {}

  StructuredText write() {
    learn_words();
    StructuredText& made = maker_.made();
    made.metadata = pages_.metadata;
    made.metadata.set("pages", std::to_string(pages_.pages.size()));
    made.sections.emplace_back();
    for (std::size_t p = 0; p < pages_.pages.size(); ++p) {
      made.sections.push_back("p. " + std::to_string(p + 1));
      write_page(p);
    }
    finish_paragraph();
    if (made.text.empty())
      throw Error(Errc::format,
                  "no text in its " + std::to_string(pages_.pages.size()) +
                      (pages_.pages.size() == 1 ? " page" : " pages") + ": they are empty or pictures",
                  {path_}, "recognise the letters first, for instance with ocrmypdf");
    return maker_.take();
  }

 private:
  struct Waiting {
    BlockForm form;
    std::string text;
  };

  void learn_words() {
    bool cut = false;
    for (const PdfPage& page : pages_.pages)
      for (const PdfBlock& block : page.blocks)
        for (const PdfLine& line : block) {
          joiner_.learn(line.text, cut);
          cut = LineJoiner::ends_cut(line.text);
        }
  }

  void write_page(std::size_t p) {
    section_ = static_cast<std::uint32_t>(p + 1);
    const PdfPage& page = pages_.pages[p];
    bool notes = false;
    bool first = true;
    for (std::size_t b = 0; b < page.blocks.size(); ++b) {
      const std::string text = text_of(page.blocks[b], kinds_[p][b]);
      if (text.empty()) continue;
      const double height = height_of(page.blocks[b]);
      const bool small = height < body_ * small_letters && page.blocks[b].front().top > page.height * 0.3;
      notes = small && (notes || begins_like_note(text));
      if (notes)
        waiting_.push_back({form(BlockKind::text, 0, RegionName::footnote, "small letters at the foot"), text});
      else
        write_block(page.blocks[b], text, height, std::exchange(first, false));
    }
  }

  /// A block's lines as one, those that are running heads set aside.
  std::string text_of(const PdfBlock& block, const std::vector<PdfLineKind>& kinds) {
    std::string text;
    for (std::size_t i = 0; i < block.size(); ++i) {
      if (kinds[i] == PdfLineKind::text)
        joiner_.join(text, block[i].text);
      else
        waiting_.push_back({form(BlockKind::text, 0, RegionName::boilerplate,
                                 kinds[i] == PdfLineKind::page_number ? "page number" : "running head"),
                            block[i].text});
    }
    return text;
  }

  static double height_of(const PdfBlock& block) {
    double sum = 0;
    for (const PdfLine& line : block) sum += line.height;
    return sum / static_cast<double>(block.size());
  }

  [[nodiscard]] BlockForm form(BlockKind kind, std::uint8_t level = 0, std::optional<RegionName> name = {},
                               std::string_view rule = {}) const {
    return {kind, level, name, rule, false, section_};
  }

  void write_block(const PdfBlock& block, const std::string& text, double height, bool first_of_page) {
    const bool heading = height > body_ * large_letters && block.size() <= longest_heading;
    if (!heading && first_of_page && goes_on(text)) {
      joiner_.join(paragraph_, text);
      return;
    }
    finish_paragraph();
    form_ = heading ? form(BlockKind::heading, height > body_ * huge_letters ? std::uint8_t{1} : std::uint8_t{2})
                    : form(BlockKind::text);
    paragraph_ = text;
  }

  /// Whether the paragraph that the page before ended in goes on with `text`.
  [[nodiscard]] bool goes_on(std::string_view text) const {
    return !paragraph_.empty() && form_.kind == BlockKind::text && !ends_sentence(paragraph_) &&
           is_lower(code_point_at(text, 0).value) &&
           (LineJoiner::ends_cut(paragraph_) || rough_words(paragraph_, cut_off_words) >= cut_off_words);
  }

  /// Notes and furniture of the page stand after the paragraph that runs over its end.
  void finish_paragraph() {
    if (!paragraph_.empty()) put(form_, paragraph_);
    paragraph_.clear();
    for (const Waiting& each : waiting_) put(each.form, each.text);
    waiting_.clear();
  }

  void put(const BlockForm& block, const std::string& text) {
    maker_.open(block);
    maker_.add(text);
    maker_.close();
  }

  const PdfPages& pages_;
  const std::string& path_;
  std::vector<std::vector<std::vector<PdfLineKind>>> kinds_;
  double body_;
  LineJoiner joiner_;
  StructuredTextMaker maker_;
  std::uint32_t section_ = 0;
  BlockForm form_;
  std::string paragraph_;
  std::vector<Waiting> waiting_;
};

}  // namespace

StructuredText text_of_pdf_pages(const PdfPages& pages, const std::string& path) {
  return PdfWriter(pages, path).write();
}

}  // namespace topos
