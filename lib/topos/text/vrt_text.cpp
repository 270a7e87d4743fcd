// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/conllu_text.hpp"
#include "topos/text/html/character_references.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

constexpr std::size_t deepest = 1000;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == ':';
}

std::string_view name_of(std::string_view tag) {
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  std::size_t end = 0;
  while (end < tag.size() && is_name_character(tag[end])) ++end;
  return tag.substr(0, end);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Calls `take(name, value)` for each attribute of a start tag.
template <class Take>
void each_attribute(std::string_view tag, Take take) {
  std::size_t at = 1 + name_of(tag).size();
  while (true) {
    while (at < tag.size() && !is_name_character(tag[at])) ++at;
    const std::size_t begin = at;
    while (at < tag.size() && is_name_character(tag[at])) ++at;
    if (at == begin) return;
    const std::string_view name = tag.substr(begin, at - begin);
    if (at + 1 >= tag.size() || tag[at] != '=' || (tag[at + 1] != '"' && tag[at + 1] != '\'')) continue;
    const std::size_t end = tag.find(tag[at + 1], at + 2);
    if (end == std::string_view::npos) return;
    take(name, resolved(tag.substr(at + 2, end - at - 2)));
    at = end + 1;
  }
}

bool joins_left(std::string_view token) {
  const char first = token.empty() ? 'a' : token[0];
  if (token.size() > 5 || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z' && first != 'n'))
    return false;
  return is_one_of(token, {".",  ",",  ";",   ":",   "!",   "?",   ")",   "]",   "}",   "%",   "…",  "”",  "’",  "»",
                           "'s", "’s", "n't", "n’t", "'ll", "’ll", "'re", "’re", "'ve", "’ve", "'d", "’d", "'m", "’m"});
}
bool joins_right(std::string_view token) {
  return is_one_of(token, {"(", "[", "{", "“", "‘", "«", "¿", "¡", "$", "€", "£"});
}

/// Whether a line begins with one of these tags. Brackets are rarer than line ends.
bool has_line(std::string_view part, std::string_view tag, std::string_view other) {
  const std::string_view common = tag.substr(0, 2);
  for (std::size_t at = part.find(common); at != part.npos; at = part.find(common, at + 1))
    if ((at == 0 || part[at - 1] == '\n') && (part.substr(at).starts_with(tag) || part.substr(at).starts_with(other)))
      return true;
  return false;
}

class VrtText {
 public:
  VrtText(std::string_view part, const std::string& path, bool keep)
      : path_(path), keep_(keep), marked_(has_line(part, "<s>", "<s ")), glued_(has_line(part, "<g/>", "<g />")) {
    given_.form = GivenTokens::Form::vrt;
  }

  StructuredText read(std::string_view part) {
    while (!part.empty()) {
      const std::size_t end = std::min(part.find('\n'), part.size());
      ++line_;
      std::string_view line = without_cr(part.substr(0, end));
      if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
      if (is_tag_line(line))
        take_tag(trimmed(line));
      else if (!is_blank_line(line))
        take_token(line);
      part.remove_prefix(std::min(end + 1, part.size()));
    }
    if (!open_.empty()) fail("<" + printable(open_.back()) + "> is not closed");
    maker_.made().given = std::move(given_);
    return maker_.take();
  }

 private:
  void take_tag(std::string_view tag) {
    if (tag.starts_with("<?") || tag.starts_with("<!")) return;
    const std::string_view name = name_of(tag);
    if (tag.starts_with("</")) {
      end(name);
    } else if (tag.ends_with("/>")) {
      if (name == "g") space_ = false;
    } else {
      start(name, tag);
    }
  }

  void start(std::string_view name, std::string_view tag) {
    if (open_.size() == deepest) fail("elements deeper than " + std::to_string(deepest));
    if (begins_text(tag)) {
      open_.clear();  // those around the texts of a corpus end behind another one
      read_metadata(tag);
    }
    open_.emplace_back(name);
    if (is_block(name)) maker_.open(form_of(name, tag));
    if (name == "s" || is_block(name)) fresh_ = true;
  }

  void end(std::string_view name) {
    if (open_.empty() && !is_block(name) && name != "s") return;
    if (open_.empty() || open_.back() != name)
      fail("</" + printable(name) + "> ends " +
           (open_.empty() ? std::string("nothing") : "<" + printable(open_.back()) + ">"));
    open_.pop_back();
    if (is_block(name)) maker_.open({});
    if (name == "s" || is_block(name)) fresh_ = true;
  }

  static bool is_block(std::string_view name) {
    return is_one_of(name, {"p", "para", "paragraph", "head", "heading", "h", "title"});
  }

  static BlockForm form_of(std::string_view name, std::string_view tag) {
    BlockForm form;
    const std::optional<RegionName> region = region_name(tag_attribute(tag, "region"));
    if (region && *region != RegionName::body && *region != RegionName::heading) {
      form.name = *region;
      form.rule = "named in the file";
    } else if (region == RegionName::heading || is_one_of(name, {"head", "heading", "h", "title"})) {
      form.kind = BlockKind::heading;
      form.level = 1;
    }
    return form;
  }

  void read_metadata(std::string_view tag) {
    StructuredText& made = maker_.made();
    each_attribute(tag, [&](std::string_view name, std::string value) {
      if (name == "language" || name == "lang")
        made.language = std::move(value);
      else if (name != "id" && !value.empty())
        made.metadata.set(name, std::move(value));
    });
  }

  void take_token(std::string_view line) {
    const auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t')) + 1;
    if (columns_ == 0) columns_ = count;
    if (count != columns_) fail("columns: " + std::to_string(count) + " here, " + std::to_string(columns_) + " above");
    const std::string token = resolved(line.substr(0, line.find('\t')));
    if (trim(token).empty()) return;
    if (space_ && !stands_together(token)) maker_.add(" ");
    keep_token(maker_.add_token(token), token, line);
    joined_ = !glued_ && joins_right(token);
    last_ = code_point_before(token, token.size()).value;
    space_ = true;
  }

  void keep_token(ByteSpan span, std::string_view token, std::string_view line) {
    if (!keep_ || span.empty()) return;
    if (std::exchange(fresh_, false)) given_.begin_sentence();
    given_.add_token(span, line);
    if (!marked_) fresh_ = is_one_of(token, {".", "!", "?", "…", "...", "。", "！", "？", "．", "؟", "।"});
  }

  [[nodiscard]] bool stands_together(std::string_view token) const {
    return !glued_ &&
           (joined_ || joins_left(token) || (is_unspaced(last_) && (is_unspaced(code_point_at(token, 0).value))));
  }

  [[noreturn]] void fail(const std::string& what) const { throw Error(Errc::format, what, {path_, line_}); }

  const std::string& path_;
  StructuredTextMaker maker_;
  std::vector<std::string> open_;
  std::size_t line_ = 0;
  std::size_t columns_ = 0;
  char32_t last_ = 0;
  GivenTokens given_;
  bool keep_;
  bool marked_;        ///< the file says where sentences are
  bool glued_;         ///< the file says where words stand together
  bool fresh_ = true;  ///< the next token begins a sentence
  bool joined_ = false;
  bool space_ = false;
};

}  // namespace

StructuredText text_of_vrt(std::string_view part, const std::string& path, bool keep) {
  return VrtText(part, path, keep).read(part);
}

std::string tag_attribute(std::string_view tag, std::string_view name) {
  std::string found;
  each_attribute(tag, [&](std::string_view attribute, std::string value) {
    if (attribute == name) found = std::move(value);
  });
  return found;
}

bool is_tag_line(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 3 || line[0] != '<' || line.back() != '>') return false;
  const char c = line[1] == '/' ? line[2] : line[1];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '?' || c == '!' || c == '_';
}

bool begins_text(std::string_view tag) {
  return !tag.starts_with("</") && !tag.ends_with("/>") && is_one_of(name_of(tag), {"text", "doc", "document"});
}

}  // namespace topos
