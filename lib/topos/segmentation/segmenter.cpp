// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/segmenter.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <optional>

#include "topos/segmentation/character_table.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/segmentation/given_sentences.hpp"
#include "topos/segmentation/plain_segmenter.hpp"
#include "topos/segmentation/sentence_finder.hpp"
#include "topos/segmentation/token_writer.hpp"
#include "topos/segmentation/word_cutter.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

/// The vocabulary is cleared between documents when it holds more than this: memory then depends on the largest
/// document only.
constexpr std::size_t vocabulary_limit = std::size_t{24} << 20;

/// Tokens that get their types together: as many as the fastest memory holds.
constexpr std::size_t enough_tokens = 1024;

/// Whether ICU has break rules of their own for a language, or a tag asks for other rules than the language's. The
/// tests compare them all.
bool has_own_rules(std::string tag, std::string_view primary) {
  constexpr std::array<std::string_view, 6> languages = {"el", "ell", "fi", "fin", "sv", "swe"};
  std::transform(tag.begin(), tag.end(), tag.begin(), ascii_lower);
  return std::find(languages.begin(), languages.end(), primary) != languages.end() ||
         tag.find("-u-") != std::string::npos || tag.find("posix") != std::string::npos;
}

}  // namespace

struct Segmenter::Impl {
  Impl(std::string_view language_tag, std::string primary, Rooms rooms)
      : tag(language_tag), language(std::move(primary)), by_characters(is_character_language(language)),
        by_tables(rooms == Rooms::both && !has_own_rules(tag, language)),
        all_by_dictionary(by_characters && language != "zh" && language != "th"), vocabulary(language),
        finder(table, language), cutter(table, language == "en") {}

  std::string tag;
  std::string language;
  bool by_characters;
  bool by_tables;
  bool all_by_dictionary;  ///< hardly a sentence is one of tables
  Vocabulary vocabulary;
  CharacterTable table;
  ClassifiedText classes;  ///< of the current region
  SentenceFinder finder;
  WordCutter cutter;
  std::unique_ptr<PlainSegmenter> plain_room;
  std::unique_ptr<GivenSentences> given_sentences;  ///< made for the first document that brings its own
  std::vector<FoundSentence> found;
  std::vector<Token> passing;  ///< tokens that are not kept

  /// Most runs never need it, and its rules take time to load.
  PlainSegmenter& plain() {
    if (plain_room == nullptr) plain_room = std::make_unique<PlainSegmenter>(tag, vocabulary);
    return *plain_room;
  }

  std::uint32_t append_sentence(const std::string& text, ByteSpan region, const FoundSentence& sentence,
                                WordCutter::Keep keep, TokenWriter& out) {
    if (!sentence.hard)
      if (const std::optional<std::uint32_t> words = cutter.append(sentence.span, keep, out)) return *words;
    return plain().append_sentence(text, region, sentence.span, out);
  }

  GivenSentences& given() {
    if (given_sentences == nullptr) given_sentences = std::make_unique<GivenSentences>(language, vocabulary);
    return *given_sentences;
  }

  /// Appends the sentences and tokens of a region; returns its number of characters.
  std::uint32_t append(const std::string& text, ByteSpan region, WordCutter::Keep keep, TokenWriter& tokens,
                       Segmentation& out) {
    if (!by_tables || all_by_dictionary || out.by_characters) return plain().append(text, region, tokens, out);
    classes.assign(region.in(text));
    const std::uint32_t characters = finder.find(text, region, classes, found);
    cutter.begin(text, region, classes);
    for (const FoundSentence& one : found) {
      Sentence& sentence = out.sentences.emplace_back();
      sentence.span = one.span;
      sentence.tokens.begin = static_cast<std::uint32_t>(tokens.size());
      sentence.words = append_sentence(text, region, one, keep, tokens);
      sentence.tokens.end = static_cast<std::uint32_t>(tokens.size());
      sentence.units = sentence.tokens;
    }
    return characters;
  }
};

Segmenter::Segmenter(std::string_view language, Rooms rooms)
    : impl_(std::make_unique<Impl>(language, primary_language(language), rooms)) {}
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;
Segmenter::~Segmenter() = default;

void Segmenter::segment(const Document& document, RegionSet analysis, Segmentation& out, Detail detail) {
  Impl& own = *impl_;
  if (own.vocabulary.memory() > vocabulary_limit) own.vocabulary.clear();
  out.characters.clear();
  out.sentences.clear();
  out.sizes.assign(document.regions.size(), RegionSize{});
  out.by_characters = own.by_characters && detail == Detail::units;
  const bool keep = detail != Detail::sentences;
  // Text has a token in about five bytes: growing by doubling would cost a giant document twice the memory.
  if (keep) out.tokens.reserve(document.text.size() / 5 + 2 * enough_tokens);
  if (out.by_characters) out.characters.reserve(document.text.size() / 3);
  std::uint32_t analysis_number = 0;
  if (!keep) out.tokens.clear();
  TokenWriter tokens(keep ? out.tokens : own.passing);
  std::size_t typed = 0;
  for (std::uint32_t number = 0; number < document.regions.size(); ++number) {
    const Region& region = document.regions[number];
    const bool in_analysis = analysis[static_cast<std::size_t>(region.name)];
    const std::size_t first = out.sentences.size();
    RegionSize& size = out.sizes[number];
    size.characters = document.given != nullptr
                          ? own.given().append(document.text, *document.given, region.span, tokens, out)
                          : own.append(document.text, region.span,
                                       keep ? WordCutter::Keep::tokens : WordCutter::Keep::nothing, tokens, out);
    if (!keep) {
      tokens.cut_to(0);
    } else if (tokens.size() - typed >= enough_tokens) {
      own.vocabulary.intern(document.text, tokens.from(typed));
      typed = tokens.size();
    }
    size.sentences = static_cast<std::uint32_t>(out.sentences.size() - first);
    for (std::size_t i = first; i < out.sentences.size(); ++i) {
      out.sentences[i].region = number;
      out.sentences[i].analysis = in_analysis ? ++analysis_number : 0;
      if (!keep) out.sentences[i].tokens = {};
      size.words += out.sentences[i].words;
    }
  }
  own.vocabulary.intern(document.text, tokens.from(typed));
  if (keep) tokens.close();
}

std::vector<std::string> Segmenter::words(std::string_view phrase) {
  const std::string text(phrase);
  const ByteSpan all{0, static_cast<std::uint32_t>(text.size())};
  std::vector<Token> tokens;
  TokenWriter writer(tokens);
  impl_->classes.assign(text);
  impl_->cutter.begin(text, all, impl_->classes);
  impl_->append_sentence(text, all, {all, !impl_->by_tables}, WordCutter::Keep::tokens, writer);
  writer.close();
  std::vector<std::string> words;
  for (const Token& token : tokens) words.push_back(text.substr(token.begin, token.end - token.begin));
  return words;
}

const Vocabulary& Segmenter::vocabulary() const noexcept { return impl_->vocabulary; }

const std::string& tokenizer_id() {
  static const std::string id = [] {
    UVersionInfo unicode;
    u_getUnicodeVersion(unicode);
    return "icu " U_ICU_VERSION ", unicode " + std::to_string(unicode[0]) + '.' + std::to_string(unicode[1]) +
           ", rules 1";
  }();
  return id;
}

}  // namespace topos
