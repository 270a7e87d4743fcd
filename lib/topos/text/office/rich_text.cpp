// SPDX-License-Identifier: Apache-2.0
#include "topos/text/office/rich_text.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/office/rich_text_letters.hpp"

namespace topos {
namespace {

constexpr std::size_t deepest_group = 10'000;

struct Symbol {
  std::string_view word;
  std::string_view text;
};
constexpr Symbol symbols[] = {{"tab", " "},     {"emdash", "—"},    {"endash", "–"},    {"lquote", "‘"},
                              {"rquote", "’"},  {"ldblquote", "“"}, {"rdblquote", "”"}, {"bullet", "•"},
                              {"emspace", " "}, {"enspace", " "},   {"qmspace", " "}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// Groups whose content is not shown.
constexpr std::string_view left_out[] = {"colortbl", "stylesheet", "pict",      "object",    "header",    "headerl",
                                         "headerr",  "headerf",    "footer",    "footerl",   "footerr",   "footerf",
                                         "fldinst",  "annotation", "atnid",     "atnauthor", "themedata", "listtable",
                                         "revtbl",   "nonshppict", "generator", "xmlnstbl",  "ftnsep",    "ftnsepc",
                                         "aftnsep",  "aftnsepc",   "operator",  "company",   "subject",   "doccomm"};

class RichTextReader {
 public:
  RichTextReader(std::string_view rtf, const std::string& path) : rtf_(rtf), path_(path) {}

  StructuredText read() {
    if (!rtf_.starts_with("{\\rtf")) throw Error(Errc::format, "not an RTF file", {path_}, "rename it to what it is");
    groups_.push_back({});
    while (at_ < rtf_.size()) {
      const char c = rtf_[at_++];
      if (c == '{')
        open_group();
      else if (c == '}')
        close_group();
      else if (c == '\\')
        read_control();
      else if (c != '\r' && c != '\n')
        add_byte(c);
    }
    flush();
    if (groups_.size() > 1)
      throw Error(Errc::format, "cut short: " + std::to_string(groups_.size() - 1) + " groups are open at its end",
                  {path_}, "fetch the file again");
    write_notes();
    return maker_.take();
  }

 private:
  enum class Place : std::uint8_t { text, nowhere, fonts, note, title, author };
  struct Group {
    Place place = Place::text;
    int font = 0;
    int replaced = 1;  ///< bytes that stand for a code unit to older readers
    bool hidden = false;
    bool marked = false;  ///< began with \*: left out unless it is known
  };
  Group& group() { return groups_.back(); }

  void open_group() {
    if (groups_.size() > deepest_group)
      throw Error(Errc::format, "groups stand more than " + std::to_string(deepest_group) + " deep in each other",
                  {path_});
    flush();
    groups_.push_back(group());
    group().marked = false;
  }

  void close_group() {
    flush();
    if (groups_.size() == 1) return;
    const Place place = group().place;
    groups_.pop_back();
    if (place != group().place) finish(place);
  }

  void finish(Place place) {
    const std::string value(trim(value_));
    if (place == Place::title && !value.empty()) maker_.made().metadata.set("title", value);
    if (place == Place::author && !value.empty()) maker_.made().metadata.set("author", value);
    if (place == Place::title || place == Place::author) value_.clear();
  }

  void read_control() {
    if (at_ >= rtf_.size()) return;
    const char first = rtf_[at_];
    if (!is_letter(first)) return read_symbol(first);
    const std::size_t begin = at_;
    while (at_ < rtf_.size() && is_letter(rtf_[at_]) && at_ - begin < 32) ++at_;
    const std::string_view word = rtf_.substr(begin, at_ - begin);
    int number = 0;
    const auto [end, problem] = std::from_chars(rtf_.data() + at_, rtf_.data() + rtf_.size(), number);
    const bool has_number = problem == std::errc();
    if (problem != std::errc::invalid_argument) at_ = static_cast<std::size_t>(end - rtf_.data());
    if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
    obey(word, number, has_number);
  }

  void read_symbol(char symbol) {
    ++at_;
    if (symbol == '\'') {
      int byte = 0;
      const auto [end, problem] =
          std::from_chars(rtf_.data() + at_, rtf_.data() + std::min(at_ + 2, rtf_.size()), byte, 16);
      at_ = static_cast<std::size_t>(end - rtf_.data());
      if (problem == std::errc()) add_byte(static_cast<char>(byte));
    } else if (symbol == '*') {
      group().marked = true;
    } else if (symbol == '~') {
      add("\xC2\xA0");
    } else if (symbol == '_') {
      add("-");
    } else if (symbol == '\n' || symbol == '\r') {
      end_paragraph();
    } else if (symbol == '\\' || symbol == '{' || symbol == '}') {
      add_byte(symbol);
    }
  }

  void obey(std::string_view word, int number, bool has_number) {
    if (word == "u" && has_number) return add_unit(number);
    if (word == "bin") {
      at_ += std::min(rtf_.size() - at_, static_cast<std::size_t>(std::max(number, 0)));
      return;
    }
    if (word == "uc")
      group().replaced = std::clamp(number, 0, 16);
    else if (word == "f" && group().place != Place::fonts)
      flush(), group().font = number;
    else if (word == "f")
      font_ = number;
    else if (word == "fcharset")
      letters_.set_font_charset(font_, number);
    else if (word == "ansicpg")
      letters_.set_default(number);
    else if (word == "mac")
      letters_.set_default(10000);
    else if (word == "v" || word == "deleted")
      flush(), group().hidden = !has_number || number != 0;
    else if (word == "plain")
      flush(), group().hidden = false;
    else if (word == "par" || word == "sect" || word == "page")
      end_paragraph();
    else if (word == "row")
      end_paragraph(), in_row_ = false, form_ = {};
    else if (word == "pard")
      form_ = in_row_ ? form_ : BlockForm{};
    else if (word == "trowd")
      in_row_ = true, form_ = {BlockKind::table, 0, {}, {}, false, 0};
    else if (word == "outlinelevel")
      form_ = {BlockKind::heading, static_cast<std::uint8_t>(std::clamp(number, 0, 8) + 1), {}, {}, false, 0};
    else if (word == "line")
      break_line();
    else if (word == "cell")
      flush(), between_cells_ = true;
    else if (word == "fonttbl")
      enter(Place::fonts);
    else if (word == "info")
      enter(Place::nowhere);
    else if (word == "title")
      enter(Place::title);
    else if (word == "author")
      enter(Place::author);
    else if (word == "footnote")
      begin_note();
    else if (holds(left_out, word))
      enter(Place::nowhere);
    else if (!obey_symbol(word) && group().marked && word != "shppict" && word != "fldrslt")
      enter(Place::nowhere);
    group().marked = false;
  }

  bool obey_symbol(std::string_view word) {
    for (const Symbol& symbol : symbols)
      if (symbol.word == word) {
        add(symbol.text);
        return true;
      }
    return false;
  }

  void enter(Place place) {
    flush();
    const bool inside_info = place == Place::title || place == Place::author;
    if (group().place == Place::text || group().place == Place::note ||
        (inside_info && group().place == Place::nowhere))
      group().place = place;
  }

  void begin_note() {
    if (group().place != Place::text) return;
    notes_.emplace_back();
    add("[" + std::to_string(notes_.size()) + "]");
    enter(Place::note);
  }

  void add_unit(int number) {
    if (shown()) letters_.add_unit(static_cast<char32_t>(number < 0 ? number + 65536 : number) & 0xFFFF);
    // What stands for it to older readers is passed over.
    for (int left = group().replaced; left > 0 && at_ < rtf_.size(); --left) {
      while (at_ < rtf_.size() && (rtf_[at_] == '\r' || rtf_[at_] == '\n')) ++at_;
      if (at_ == rtf_.size() || rtf_[at_] == '{' || rtf_[at_] == '}') return;
      const bool coded = rtf_.substr(at_).starts_with("\\'");
      if (!coded && rtf_[at_] == '\\') return;
      at_ = std::min(rtf_.size(), at_ + (coded ? 4 : 1));
    }
  }

  [[nodiscard]] bool shown() {
    return !group().hidden && group().place != Place::nowhere && group().place != Place::fonts;
  }

  void add_byte(char byte) {
    if (shown()) letters_.add_byte(byte, group().font);
  }

  void add(std::string_view text) {
    if (!shown()) return;
    flush();
    put(text);
  }

  void flush() {
    const std::string text = letters_.take();
    if (!text.empty()) put(text);
  }

  void put(std::string_view text) {
    if (group().place == Place::note && !notes_.empty())
      notes_.back() += text;
    else if (group().place == Place::title || group().place == Place::author)
      value_ += text;
    else if (group().place == Place::text) {
      if (between_cells_ && !maker_.at_block_begin()) maker_.add(" | ");
      between_cells_ = false;
      if (maker_.at_block_begin()) maker_.open(form_);
      maker_.add(text);
    }
  }

  void end_paragraph() {
    if (group().place == Place::note) return add(" ");
    flush();
    maker_.close();
    between_cells_ = false;
  }

  void break_line() {
    if (group().place == Place::note) return add(" ");
    flush();
    maker_.break_line();
  }

  void write_notes() {
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      maker_.open({BlockKind::text, 0, RegionName::footnote, "footnote", false, 0});
      maker_.add("[" + std::to_string(i + 1) + "] " + notes_[i]);
      maker_.close();
    }
  }

  std::string_view rtf_;
  const std::string& path_;
  std::size_t at_ = 0;
  std::vector<Group> groups_;
  RichTextLetters letters_;
  StructuredTextMaker maker_;
  BlockForm form_;
  std::vector<std::string> notes_;
  std::string value_;
  int font_ = 0;
  bool in_row_ = false;
  bool between_cells_ = false;
};

}  // namespace

StructuredText text_of_rich_text(std::string_view rtf, const std::string& path) {
  return RichTextReader(rtf, path).read();
}

}  // namespace topos
