// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/repeats.hpp"

namespace topos::detectors {
namespace {

constexpr std::size_t least_line_words = 4;  ///< of a line that says all twice

/// Words that stand twice in correct English: "had had", "very, very" without its comma.
constexpr std::string_view doubled_rightly[] = {"had", "very", "really", "far",   "many",   "much", "long", "so",
                                                "too", "more", "again",  "never", "now",    "no",   "yes",  "hear",
                                                "ha",  "blah", "do",     "never", "that's", "over", "bye",  "knock"};
/// What follows a rightful "that that": a verb whose subject is the second.
constexpr std::string_view behind_pronoun[] = {"is",   "was",   "would", "will",  "has",    "had",
                                               "can",  "could", "may",   "might", "should", "must",
                                               "does", "did",   "means", "meant", "implies"};

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

class Doubles {
 public:
  Doubles(const DetectorInput& input, FoldedHashes& hashes, std::vector<Finding>& out)
      : input_(input), hashes_(hashes), out_(out) {}

  /// A line that is w w: the same words twice.
  [[nodiscard]] static bool is_line_twice(std::span<const std::uint64_t> words) {
    const auto half = static_cast<std::ptrdiff_t>(words.size() / 2);
    return words.size() >= least_line_words && words.size() % 2 == 0 &&
           std::equal(words.begin(), words.begin() + half, words.begin() + half);
  }

  void find_words(const Sentence& sentence) {
    for (std::uint32_t at = sentence.tokens.begin; at + 1 < sentence.tokens.end; ++at) {
      if (!is_double(at, sentence.tokens.end)) continue;
      out_.push_back({"duplicate",
                      {tokens()[at].begin, tokens()[at + 1].end},
                      {{"kind", std::string("doubled")}, {"unit", std::string("word")}}});
      ++at;
    }
  }

 private:
  [[nodiscard]] const std::vector<Token>& tokens() const { return input_.segmentation.tokens; }
  [[nodiscard]] bool begins_upper(const Token& token) const { return input_.vocabulary[token.type].capitalized; }

  [[nodiscard]] bool is_double(std::uint32_t at, std::uint32_t end) const {
    const Token& a = tokens()[at];
    const Token& b = tokens()[at + 1];
    if (a.kind != TokenKind::word || b.kind != TokenKind::word || a.end == b.begin) return false;
    if (hashes_.of(a.type) != hashes_.of(b.type)) return false;
    const std::string_view word = input_.folded(a);
    if (input_.vocabulary[a.type].number || is_one_of(doubled_rightly, word)) return false;
    if (begins_upper(b)) return false;  // a name: Baden Baden
    const std::string_view gap = std::string_view(input_.document().text).substr(a.end, b.begin - a.end);
    if (gap.find_first_not_of(" \t\r\n\u00A0") != std::string_view::npos) return false;
    return word != "that" || at + 2 >= end || !is_one_of(behind_pronoun, input_.folded(tokens()[at + 2]));
  }

  const DetectorInput& input_;
  FoldedHashes& hashes_;
  std::vector<Finding>& out_;
};

Finding finding_of(const DetectorInput& input, const Repeat& repeat) {
  const bool sentence = repeat.unit == Repeat::Unit::sentence;
  const ByteSpan span =
      sentence ? input.segmentation.sentences[repeat.which].span : input.document().regions[repeat.which].span;
  return {"duplicate",
          span,
          {{"kind", std::string(repeat.exact ? "exact" : "near")},
           {"unit", std::string(sentence ? "sentence" : "paragraph")},
           {"earlier", std::int64_t{repeat.earlier} + 1},
           {"shared", std::int64_t{repeat.shared}},
           {"shingles", std::int64_t{repeat.shingles}}}};
}

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  // Reference lists repeat names and titles of journals: the detector of references looks for entries that come twice.
  RegionSet skip;
  skip.set(static_cast<std::size_t>(RegionName::references));
  thread_local FoldedHashes hashes;
  hashes.use(input.vocabulary);
  thread_local HashedRuns words;
  words.read(input.segmentation, hashes);
  const std::vector<Sentence>& sentences = input.segmentation.sentences;
  for (const Repeat& repeat : find_repeats(input.document(), sentences, words, skip))
    out.push_back(finding_of(input, repeat));
  // In other languages, words that stand twice are grammar as often as slips.
  const bool english = input.document().language.starts_with("en");
  Doubles doubles(input, hashes, out);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (input.document().regions[sentences[i].region].name == RegionName::references) continue;
    const std::span<const std::uint64_t> own = words.words(words.of_sentences(i, i + 1));
    if (Doubles::is_line_twice(own))
      out.push_back(
          {"duplicate", sentences[i].span, {{"kind", std::string("doubled")}, {"unit", std::string("line")}}});
    else if (english && std::adjacent_find(own.begin(), own.end()) != own.end())
      doubles.find_words(sentences[i]);
  }
}

}  // namespace

const Detector duplicate{
    .name = "duplicate",
    .summary = "Sentences and paragraphs that repeat an earlier one of the document, and doubled words",
    .languages = "",
    .codes = "",
    .detect = detect};

}  // namespace topos::detectors
