// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/negation.hpp"

#include <algorithm>
#include <bitset>
#include <string>
#include <vector>

#include "topos/text/language.hpp"

namespace topos {
namespace {

struct CueWords {
  std::string_view language;
  std::vector<std::string_view> words;     ///< folded forms
  std::vector<std::string_view> prefixes;  ///< of folded forms
  std::vector<std::string_view> endings;
};

const std::vector<CueWords>& all_cues() {
  static const std::vector<CueWords> cues = {
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

/// What a type means to the look to the left, as bits.
enum Meaning : std::uint8_t {
  undecided = 0,
  decided = NegationCues::plain,
  cue = 2,                   ///< as a word
  stops = 4,                 ///< as a mark
  stops_unless_passable = 8  ///< as a mark
};

bool is_ascii_alnum(char byte) {
  return (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

std::size_t byte_of(char one) { return static_cast<unsigned char>(one); }

/// What a mark means: `, ; : ( )` and an em dash end the look, a dash between spaces does.
std::uint8_t meaning_of_mark(std::string_view mark) {
  if (mark.empty() || is_ascii_alnum(mark[0])) return decided;
  if (mark.size() == 1)
    return std::string_view(",;:()").find(mark[0]) != std::string_view::npos ? stops
           : mark[0] == '-'                                                  ? stops_unless_passable
                                                                             : decided;
  for (const std::string_view one : {"\u2014", "\uFF0C", "\uFF1B", "\uFF1A", "\uFF08", "\uFF09", "\u3001"})
    if (mark == one) return stops;
  return mark == "\u2013" || mark == "\u2010" || mark == "\u2011" ? stops_unless_passable : decided;
}

std::string_view bytes_of(const Token& token, const Document& document) {
  return std::string_view(document.text).substr(token.begin, token.end - token.begin);
}

bool ends_look(std::uint8_t meaning, const Token& token) {
  return (meaning & stops) != 0 || ((meaning & stops_unless_passable) != 0 && !token.passable);
}

}  // namespace

struct NegationCues::Impl {
  const CueWords* cues = nullptr;
  bool by_characters = false;
  std::bitset<256> first_bytes;  ///< of the cues and their prefixes
  std::bitset<256> last_bytes;   ///< of their endings
  std::uint64_t generation = 0;
  std::vector<std::uint8_t> meanings;  ///< by type, of those that stood left of a span so far

  void know(const CueWords& all) {
    cues = &all;
    for (const std::string_view word : all.words) first_bytes.set(byte_of(word.front()));
    for (const std::string_view prefix : all.prefixes) first_bytes.set(byte_of(prefix.front()));
    for (const std::string_view ending : all.endings) last_bytes.set(byte_of(ending.back()));
  }

  void prepare(const Vocabulary& vocabulary) {
    if (generation != vocabulary.generation()) meanings.clear();
    generation = vocabulary.generation();
    meanings.resize(vocabulary.size());
  }

  bool is_cue(std::string_view form) const {
    if (form.empty() || (!first_bytes[byte_of(form.front())] && !last_bytes[byte_of(form.back())])) return false;
    const auto ends = [&](std::string_view ending) { return form.ends_with(ending); };
    const auto begins = [&](std::string_view prefix) { return form.starts_with(prefix); };
    return std::find(cues->words.begin(), cues->words.end(), form) != cues->words.end() ||
           std::any_of(cues->prefixes.begin(), cues->prefixes.end(), begins) ||
           std::any_of(cues->endings.begin(), cues->endings.end(), ends);
  }

  std::uint8_t decide(const Token& token, const Look::Text& text) {
    const std::uint8_t as_word = is_cue(text.vocabulary[token.type].folded) ? cue : undecided;
    return meanings[token.type] =
               static_cast<std::uint8_t>(decided | as_word | meaning_of_mark(bytes_of(token, text.document)));
  }

  /// Whether a cue stands before token `at`, behind which the look has passed `words` words.
  bool cue_among_words(const Look::Text& text, std::uint32_t first, std::uint32_t at, std::uint32_t words) {
    const Token* const tokens = text.segmentation.tokens.data();
    const std::uint8_t* const known = meanings.data();
    while (at != first) {
      const Token* const token = tokens + --at;
      if (token->kind == TokenKind::clitic) continue;
      std::uint8_t meaning = known[token->type];
      if (meaning == undecided) meaning = decide(*token, text);
      if (token->kind == TokenKind::punctuation) {
        if (ends_look(meaning, *token)) return false;
      } else {
        if ((meaning & cue) != 0) return true;
        if (++words == look_back) return false;
      }
    }
    return false;
  }

  /// A cue of a character language ends at most four code points left of the span.
  bool cue_among_characters(const Look::Text& text, std::uint32_t first, std::uint32_t begin) {
    const std::vector<Token>& characters = text.segmentation.characters;
    std::uint32_t distance = 0;
    for (std::uint32_t end = begin; end > first && distance <= look_back; --end, ++distance) {
      for (const std::string_view cue : cues->words) {
        std::string_view rest = cue;
        for (std::uint32_t at = end; !rest.empty() && at > first; --at) {
          const std::string_view point = text.vocabulary[characters[at - 1].type].folded;
          if (!rest.ends_with(point)) break;
          rest.remove_suffix(point.size());
        }
        if (rest.empty()) return true;
      }
      // Types of characters are folded: what a text has instead of a mark need not stop.
      if (ends_look(meaning_of_mark(bytes_of(characters[end - 1], text.document)), characters[end - 1])) return false;
    }
    return false;
  }
};

NegationCues::NegationCues(std::string_view language) : impl_(std::make_unique<Impl>()) {
  for (const CueWords& cues : all_cues())
    if (cues.language == language) impl_->know(cues);
  impl_->by_characters = is_character_language(language);
}
NegationCues::NegationCues(NegationCues&&) noexcept = default;
NegationCues::~NegationCues() = default;

bool NegationCues::known() const noexcept { return impl_->cues != nullptr; }

NegationCues::Look NegationCues::look(const Document& document, const Segmentation& segmentation,
                                      const Vocabulary& vocabulary) {
  if (known()) impl_->prepare(vocabulary);
  return {*this, {document, segmentation, vocabulary}};
}

NegationCues::Look::Look(NegationCues& cues, Text text)
    : cues_(cues), text_(text), tokens_(text.segmentation.tokens.data()),
      meanings_(cues.impl_->by_characters ? nullptr : cues.impl_->meanings.data()) {}

bool NegationCues::Look::cue_among_words(const Sentence& sentence, std::uint32_t at, std::uint32_t words) {
  return cues_.impl_->cue_among_words(text_, sentence.tokens.begin, at, words);
}

bool NegationCues::Look::cue_among_characters(const Sentence& sentence, TokenRange span) {
  return cues_.impl_->cue_among_characters(text_, sentence.units.begin, span.begin);
}

}  // namespace topos
