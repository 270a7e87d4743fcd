// SPDX-License-Identifier: Apache-2.0
#include "topos/text/conllu_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

constexpr std::size_t columns = 10;

struct Number {
  std::size_t value = 0;
  std::string_view rest;
};

/// The number that `text` begins with; 0 if none does.
Number number_at(std::string_view text) {
  Number found;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), found.value);
  if (error != std::errc()) return {0, text};
  found.rest = text.substr(static_cast<std::size_t>(end - text.data()));
  return found;
}

class ConlluText {
 public:
  ConlluText(const std::string& path, bool keep) : path_(path), keep_(keep) { given_.form = GivenTokens::Form::conllu; }

  StructuredText read(std::string_view part) {
    while (!part.empty()) {
      const std::size_t end = std::min(part.find('\n'), part.size());
      ++line_;
      take_line(without_cr(part.substr(0, end)));
      part.remove_prefix(std::min(end + 1, part.size()));
    }
    end_sentence();
    maker_.made().given = std::move(given_);
    return maker_.take();
  }

 private:
  void take_line(std::string_view line) {
    if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (is_blank_line(line)) {
      end_sentence();
    } else if (line.starts_with('#')) {
      read_comment(line.substr(1));
    } else {
      read_token(line);
    }
  }

  void end_sentence() {
    if (highest_head_ > word_) fail("the head " + std::to_string(highest_head_) + " is outside its sentence");
    word_ = range_end_ = highest_head_ = 0;
    fresh_ = true;
  }

  void read_comment(std::string_view comment) {
    const std::size_t equals = std::min(comment.find('='), comment.size());
    const std::string_view name = trimmed(comment.substr(0, equals));
    const std::string_view value = equals == comment.size() ? std::string_view() : trimmed(comment.substr(equals + 1));
    if (name == "newpar" || name.starts_with("newpar ") || name == "newdoc" || name.starts_with("newdoc ")) {
      maker_.open({});
    } else if (name == "region") {
      read_region(value);
    } else if (name.starts_with("meta::") && name.size() > 6 && !value.empty()) {
      const std::string_view field = name.substr(6);
      if (field == "language" || field == "lang")
        maker_.made().language = value;
      else
        maker_.made().metadata.set(field, std::string(value));
    }
  }

  void read_region(std::string_view value) {
    const std::optional<RegionName> name = region_name(value);
    if (!name || *name == RegionName::body || !maker_.at_block_begin()) return;
    BlockForm form;
    if (*name == RegionName::heading) {
      form.kind = BlockKind::heading;
      form.level = 1;
    } else {
      form.name = *name;
      form.rule = "named in the file";
    }
    maker_.open(form);
  }

  void read_token(std::string_view line) {
    std::array<std::string_view, columns> cells;
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= line.size(); ++count) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      if (count < columns) cells[count] = line.substr(begin, end - begin);
      begin = end + 1;
    }
    if (count != columns) fail("a token has 10 columns in CoNLL-U, this line has " + std::to_string(count));
    const Number id = number_at(cells[0]);
    if (id.rest.starts_with('.')) return add_row(line);
    const Number last = id.rest.starts_with('-') ? number_at(id.rest.substr(1)) : Number{id.value, id.rest};
    if (id.value != word_ + 1 || last.value < id.value || !last.rest.empty())
      fail("the number of word " + std::to_string(word_ + 1) + " was expected, not \"" + printable(cells[0]) + '"');
    if (id.rest.starts_with('-')) {
      if (last.value == id.value) fail("a range of one word");
      range_end_ = last.value;
      put(cells[1], cells[9], line);
      possessive_at_ = last.value == id.value + 1 ? last.value : 0;
      return;
    }
    check_head(cells[6]);
    ++word_;
    if (word_ > range_end_)
      put(cells[1], cells[9], line);
    else if (word_ == possessive_at_ && is_possessive(cells[1]))
      split_token(cells[1], line);
    else
      add_row(line);
  }

  void check_head(std::string_view cell) {
    if (cell == "_") return;
    const Number head = number_at(cell);
    if (cell.empty() || !head.rest.empty()) fail("a head that is no number: \"" + printable(cell) + '"');
    highest_head_ = std::max(highest_head_, head.value);
  }

  static bool is_possessive(std::string_view form) {
    return form == "'s" || form == "’s" || form == "'S" || form == "’S";
  }

  /// Gives the end of the last token to `form`, if it is that: "Russia's" is two to all who look for Russia.
  void split_token(std::string_view form, std::string_view line) {
    if (!keep_ || given_.tokens.empty()) return;
    ByteSpan& last = given_.tokens.back();
    if (last.size() <= form.size() || !last.in(maker_.text()).ends_with(form)) return add_row(line);
    const std::uint32_t end = last.end;
    last.end -= static_cast<std::uint32_t>(form.size());
    given_.add_token({last.end, end}, line);
  }

  void add_row(std::string_view line) {
    if (keep_) given_.add_row(line, fresh_ ? GivenTokens::To::next : GivenTokens::To::last);
  }

  void put(std::string_view form, std::string_view misc, std::string_view line) {
    if (space_) maker_.add(" ");
    const ByteSpan span = maker_.add_token(form);
    if (!keep_ || span.empty()) {
      add_row(line);
    } else {
      if (std::exchange(fresh_, false)) given_.begin_sentence();
      given_.add_token(span, line);
    }
    space_ = ('|' + std::string(misc) + '|').find("|SpaceAfter=No|") == std::string::npos;
  }

  [[noreturn]] void fail(const std::string& what) const { throw Error(Errc::format, what, {path_, line_}); }

  const std::string& path_;
  StructuredTextMaker maker_;
  GivenTokens given_;
  bool keep_;
  std::size_t line_ = 0;
  std::size_t highest_head_ = 0;   ///< in the sentence at hand
  std::size_t possessive_at_ = 0;  ///< the second word of a token of two
  std::size_t word_ = 0;           ///< the last one of the sentence at hand
  std::size_t range_end_ = 0;      ///< the words up to it have been put as one token
  bool fresh_ = true;              ///< the sentence at hand has no token yet
  bool space_ = false;
};

}  // namespace

StructuredText text_of_conllu(std::string_view part, const std::string& path, bool keep) {
  return ConlluText(path, keep).read(part);
}

}  // namespace topos
