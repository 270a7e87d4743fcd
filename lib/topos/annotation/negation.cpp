// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/negation.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "topos/text/language.hpp"

namespace topos {
namespace {

constexpr std::uint32_t reach = 4;

struct Cues {
  std::string_view language;
  std::vector<std::string_view> words;     ///< folded forms
  std::vector<std::string_view> prefixes;  ///< of folded forms
  std::vector<std::string_view> endings;
};

const std::vector<Cues>& all_cues() {
  static const std::vector<Cues> cues = {
      {"en", {"not", "no", "never", "without", "lack", "lacking", "absence", "neither", "nor", "cannot"}, {}, {"n't"}},
      {"ru", {"не", "нет", "ни", "без", "никогда"}, {"отсутстви"}, {}},
      {"id", {"tidak", "bukan", "tanpa", "belum", "tak"}, {}, {}},
      {"ms", {"tidak", "bukan", "tanpa", "belum", "tak"}, {}, {}},
      {"vi", {"không", "chưa", "chẳng"}, {}, {}},
      {"zh", {"不", "没", "无", "未", "非"}, {}, {}},
      {"th", {"ไม่", "ไร้", "ปราศจาก"}, {}, {}},
  };
  return cues;
}

/// A mark that ends the look to the left: `, ; : ( )`, an em dash, a dash between spaces.
bool stops(std::string_view text, const Token& token) {
  const std::string_view mark = text.substr(token.begin, token.end - token.begin);
  if (mark.size() == 1) return mark[0] == ',' || mark[0] == ';' || mark[0] == ':' || mark[0] == '(' || mark[0] == ')' || (mark[0] == '-' && !token.passable);
  for (const std::string_view one : {"\u2014", "\uFF0C", "\uFF1B", "\uFF1A", "\uFF08", "\uFF09", "\u3001"})
    if (mark == one) return true;
  return !token.passable && (mark == "\u2013" || mark == "\u2010" || mark == "\u2011");
}

}  // namespace

struct NegationCues::Impl {
  const Cues* cues = nullptr;
  bool by_characters = false;
  std::uint64_t generation = 0;
  std::vector<char> decided;  ///< by type: is it a cue word

  bool is_cue(std::string_view form) const {
    const auto ends = [&](std::string_view ending) { return form.ends_with(ending); };
    const auto begins = [&](std::string_view prefix) { return form.starts_with(prefix); };
    return std::find(cues->words.begin(), cues->words.end(), form) != cues->words.end() ||
           std::any_of(cues->prefixes.begin(), cues->prefixes.end(), begins) || std::any_of(cues->endings.begin(), cues->endings.end(), ends);
  }

  bool is_cue(TypeId type, const Vocabulary& vocabulary) {
    if (generation != vocabulary.generation()) {
      generation = vocabulary.generation();
      decided.clear();
    }
    while (decided.size() < vocabulary.size()) decided.push_back(is_cue(vocabulary[static_cast<TypeId>(decided.size())].folded) ? 1 : 0);
    return decided[type] != 0;
  }

  /// A cue of a character language ends at most four code points left of the span.
  bool cue_among_characters(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary, TokenRange sentence, std::uint32_t begin) const {
    std::uint32_t distance = 0;
    for (std::uint32_t end = begin; end > sentence.begin && distance <= reach; --end, ++distance) {
      for (const std::string_view cue : cues->words) {
        std::string_view rest = cue;
        for (std::uint32_t at = end; !rest.empty() && at > sentence.begin; --at) {
          const std::string_view point = vocabulary[segmentation.characters[at - 1].type].folded;
          if (!rest.ends_with(point)) break;
          rest.remove_suffix(point.size());
        }
        if (rest.empty()) return true;
      }
      if (stops(document.text, segmentation.characters[end - 1])) return false;
    }
    return false;
  }
};

NegationCues::NegationCues(std::string_view language) : impl_(std::make_unique<Impl>()) {
  for (const Cues& cues : all_cues())
    if (cues.language == language) impl_->cues = &cues;
  impl_->by_characters = is_character_language(language);
}
NegationCues::NegationCues(NegationCues&&) noexcept = default;
NegationCues::~NegationCues() = default;

bool NegationCues::known() const noexcept { return impl_->cues != nullptr; }

bool NegationCues::negated(const Document& document, const Segmentation& segmentation, const Vocabulary& vocabulary, const Sentence& sentence, TokenRange span) {
  if (impl_->cues == nullptr) return false;
  if (impl_->by_characters) return impl_->cue_among_characters(document, segmentation, vocabulary, sentence.units, span.begin);
  std::uint32_t words = 0;
  for (std::uint32_t at = span.begin; at > sentence.tokens.begin && words < reach;) {
    const Token& token = segmentation.tokens[--at];
    if (token.kind == TokenKind::punctuation && stops(document.text, token)) return false;
    if (token.kind != TokenKind::word) continue;
    if (impl_->is_cue(token.type, vocabulary)) return true;
    ++words;
  }
  return false;
}

}  // namespace topos
