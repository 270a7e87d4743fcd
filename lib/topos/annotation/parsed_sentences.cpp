// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/parsed_sentences.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "topos/base/io.hpp"

namespace topos {
namespace {

constexpr std::size_t largest_file = std::numeric_limits<std::int32_t>::max();

bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The bytes without white space, and where each byte stands among them.
struct Dense {
  std::string bytes;
  std::vector<std::uint32_t> places;  ///< by byte of the text, and of its end

  explicit Dense(std::string_view text) {
    for (const char c : text) {
      places.push_back(static_cast<std::uint32_t>(bytes.size()));
      if (!is_space(c)) bytes += c;
    }
    places.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
  [[nodiscard]] ByteSpan of(ByteSpan span) const { return {places[span.begin], places[span.end]}; }
};

/// The tokens of a sentence by where they stand in its bytes without white space.
class TokenPlaces {
 public:
  TokenPlaces(std::string_view text, const Sentence& sentence, const std::vector<Token>& tokens)
      : first_(sentence.tokens.begin) {
    const Dense dense(sentence.span.in(text));
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
      spans_.push_back(dense.of({tokens[i].begin - sentence.span.begin, tokens[i].end - sentence.span.begin}));
  }
  /// The tokens that share a byte with `span`, at least one.
  [[nodiscard]] TokenRange in(ByteSpan span) const {
    const auto begin = std::partition_point(spans_.begin(), spans_.end() - 1,
                                            [&](const ByteSpan& one) { return one.end <= span.begin; });
    auto end = begin + 1;
    while (end != spans_.end() && end->begin < span.end) ++end;
    return {first_ + static_cast<std::uint32_t>(begin - spans_.begin()),
            first_ + static_cast<std::uint32_t>(end - spans_.begin())};
  }

 private:
  std::uint32_t first_;
  std::vector<ByteSpan> spans_;
};

}  // namespace

void ParsedSentences::add(const std::string& path) {
  const std::string bytes = InputStream(path).read_all(largest_file);
  ConlluReader reader(bytes, path);
  ConlluSentence sentence;
  while (reader.next(sentence)) {
    std::string key = Dense(sentence.text).bytes;
    by_text_.try_emplace(std::move(key), std::move(sentence));
    sentence = {};
  }
}

ParsedSentences::Aligned ParsedSentences::give(const AnnotatedDocument& annotated, const Segmentation& segmentation,
                                               DocumentGrammar& grammar) const {
  Aligned aligned;
  const std::string& text = annotated.document.text;
  for (std::uint32_t i = 0; i < segmentation.sentences.size(); ++i) {
    const Sentence& sentence = segmentation.sentences[i];
    if (!annotated.analysis[sentence.region] || sentence.tokens.begin == sentence.tokens.end) continue;
    ++aligned.sentences;
    const auto found = by_text_.find(Dense(sentence.span.in(text)).bytes);
    if (found == by_text_.end()) continue;
    ++aligned.found;
    SentenceGrammar read;
    read_conllu_grammar(found->second, read);
    const Dense dense(found->second.text);
    const TokenPlaces tokens(text, sentence, segmentation.tokens);
    for (std::size_t word = 0; word < read.words.size(); ++word) {
      read.words[word].tokens = tokens.in(dense.of(found->second.words[word].span));
      if (word > 0)
        read.words[word].tokens.begin = std::max(read.words[word].tokens.begin, read.words[word - 1].tokens.begin);
    }
    grammar.give(i, std::move(read));
  }
  return aligned;
}

}  // namespace topos
