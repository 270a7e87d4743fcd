// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/literals.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/segmentation/character_units.hpp"
#include "topos/segmentation/segmenter.hpp"
#include "topos/segmentation/unicode_text.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

/// Letters and digits are words wherever they stand.
bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || Word::is_wildcard(c);
  });
}

/// Calls `visit` for the code points of `text`; false as soon as it says so.
template <typename Visit>
bool every_point(std::string_view text, UnicodeText& scratch, Visit visit) {
  scratch.assign(text, {0, static_cast<std::uint32_t>(text.size())});
  const std::u16string_view units = scratch.units();
  const auto size = static_cast<std::int32_t>(units.size());
  for (std::int32_t at = 0; at < size;) {
    const auto begin = static_cast<std::size_t>(at);
    UChar32 point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
    U16_NEXT(units.data(), at, size, point);
#pragma GCC diagnostic pop
    if (!visit(point, units, begin)) return false;
  }
  return true;
}

bool is_written_without_spaces(UChar32 c) {
  const int script = u_getIntPropertyValue(c, UCHAR_SCRIPT);
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) ||
         u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT || script == USCRIPT_HIRAGANA ||
         script == USCRIPT_KATAKANA;
}

}  // namespace

struct LiteralTester::Impl {
  explicit Impl(std::string_view language) : language_(language), characters_(is_character_language(language)) {}

  std::optional<std::string> fault(const Word& word) {
    if (is_plain_ascii(word.text) && !characters_) return std::nullopt;
    if (characters_)
      return blank(filled(word, "", "")) ? std::optional<std::string>("no character of it counts in this language")
                                         : std::nullopt;
    const bool plain = every_point(filled(word, "a", "a"), text_, [](UChar32 c, std::u16string_view, std::size_t) {
      const int property = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
      return property == U_WB_ALETTER || property == U_WB_NUMERIC;
    });
    if (plain) return std::nullopt;
    for (const std::string_view run : {"", "a", "1"}) {
      for (const std::string_view one : {"a", "1"}) {
        if (is_token(filled(word, run, one))) return std::nullopt;
      }
    }
    return cut_up(filled(word, "*", "?"));
  }

  bool blank(std::string_view literal) {
    return every_point(literal, text_, [](UChar32 c, std::u16string_view units, std::size_t at) {
      return u_isUWhiteSpace(c) || is_passable(units, at);
    });
  }

  std::vector<std::string> tokens(const std::string& literal) {
    if (!segmenter_) segmenter_ = std::make_unique<Segmenter>(language_.empty() ? "und" : language_);
    return segmenter_->words(literal);
  }

  bool is_token(const std::string& literal) {
    const std::vector<std::string> found = tokens(literal);
    bool letters = false;
    bool spaceless = false;
    (void)every_point(literal, text_, [&](UChar32 c, std::u16string_view, std::size_t) {
      letters = letters || u_isalnum(c) || u_hasBinaryProperty(c, UCHAR_ALPHABETIC);
      spaceless = spaceless || is_written_without_spaces(c);
      return true;
    });
    // A pattern for any language may be meant for one that is matched on characters.
    return letters && (found.size() == 1 || (language_.empty() && spaceless));
  }

  std::string cut_up(const std::string& literal) {
    std::string parts;
    const std::vector<std::string> found = tokens(literal);
    for (const std::string& part : found) parts += (parts.empty() ? "'" : " '") + printable(part) + "'";
    return found.size() < 2 ? "it is punctuation, not a word" : "a text is cut there: " + parts;
  }

  std::string language_;
  bool characters_;
  UnicodeText text_;
  std::unique_ptr<Segmenter> segmenter_;  // made when the first word needs it
};

LiteralTester::LiteralTester(std::string_view language) : impl_(std::make_unique<Impl>(language)) {}
LiteralTester::LiteralTester(LiteralTester&&) noexcept = default;
LiteralTester::~LiteralTester() = default;
std::optional<std::string> LiteralTester::fault(const Word& word) { return impl_->fault(word); }

namespace {

/// Looks at every word of one pattern.
class Checker {
 public:
  Checker(const Code& code, LiteralTester& tester, Findings& findings)
      : code_(code), tester_(tester), findings_(findings) {}

  void pattern(const Pattern& pattern) {
    path_ = &pattern.where.path;
    node(pattern.root);
    for (const Guard& guard : pattern.guards) {
      for (const Guard::Entry& entry : guard.entries) {
        for (const Guard::Target& target : entry.targets) {
          for (const Word& one : target.words) word(one);
        }
      }
    }
  }

 private:
  void node(const Node& node) {
    if (node.kind == Node::Kind::word) word(node.word);
    for (const Node& child : node.children) this->node(child);
  }

  void word(const Word& word) {
    const auto fault = tester_.fault(word);
    if (!fault) return;
    findings_.error(Errc::pattern, code_.id,
                    "the word '" + printable(filled(word, "*", "?")) + "' can never match: " + *fault,
                    {*path_, word.where.line, word.where.column},
                    "write the words apart, with #PUNCT or a gap where marks stand between them");
  }

  const Code& code_;
  LiteralTester& tester_;
  Findings& findings_;
  const std::string* path_ = nullptr;
};

}  // namespace

void check_literals(const Codebook& book, Findings& findings) {
  std::map<std::string, LiteralTester> testers;
  for (const Code& code : book.codes) {
    for (const auto& [language, entries] : code.languages) {
      LiteralTester& tester = testers.try_emplace(language, language).first->second;
      Checker checker(code, tester, findings);
      for (const auto* list : {&entries.patterns, &entries.masks}) {
        for (const Pattern& pattern : *list) checker.pattern(pattern);
      }
    }
  }
}

}  // namespace topos
