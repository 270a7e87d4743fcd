// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/keywords.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "topos/discourse/phrase_finder.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::size_t most_keywords = 100;
constexpr std::array<std::string_view, 8> separators{",", ";", "·", "•", "|", "，", "；", "、"};

bool separates(std::string_view mark) {
  return std::find(separators.begin(), separators.end(), mark) != separators.end();
}

bool is_colon(std::string_view mark) { return mark == ":" || mark == "："; }

class KeywordReader {
 public:
  explicit KeywordReader(const DetectorInput& input) : input_(input) {}

  void read(std::uint32_t region) {
    begin_ = end_ = 0;
    bool labelled = false;
    for (const Sentence& sentence : input_.segmentation.sentences) {
      if (sentence.region != region) continue;
      for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
        const std::string_view mark = input_.written(token(at));
        const bool label = !labelled && is_colon(mark);
        if (separates(mark) && !label) take();
        labelled = labelled || label || separates(mark);
        if (label || separates(mark))
          begin_ = end_ = at + 1;
        else if (token(at).kind != TokenKind::punctuation)
          extend(at);
      }
    }
    take();
  }
  [[nodiscard]] std::vector<Keyword> result() { return std::move(found_); }

 private:
  [[nodiscard]] const Token& token(std::uint32_t at) const { return input_.segmentation.tokens[at]; }

  /// Marks within a keyword belong to it, those at its ends do not.
  void extend(std::uint32_t at) {
    if (begin_ == end_) begin_ = at;
    end_ = at + 1;
  }

  void take() {
    if (begin_ == end_ || end_ - begin_ > PhraseFinder::most_words || found_.size() == most_keywords) return;
    Keyword one;
    one.text = shown_text(ByteSpan{token(begin_).begin, token(end_ - 1).end}.in(input_.document().text));
    for (std::uint32_t at = begin_; at < end_; ++at) one.words.emplace_back(input_.folded(token(at)));
    const bool known =
        std::any_of(found_.begin(), found_.end(), [&](const Keyword& other) { return other.words == one.words; });
    if (!known) found_.push_back(std::move(one));
  }

  const DetectorInput& input_;
  std::uint32_t begin_ = 0;  ///< of the keyword that is being read, among tokens
  std::uint32_t end_ = 0;
  std::vector<Keyword> found_;
};

}  // namespace

std::vector<Keyword> declared_keywords(const DetectorInput& input) {
  KeywordReader reader(input);
  const auto& regions = input.document().regions;
  std::size_t read = 0;
  for (std::uint32_t region = 0; region < regions.size() && read < most_keywords; ++region) {
    if (regions[region].name != RegionName::keywords) continue;
    reader.read(region);
    ++read;
  }
  return reader.result();
}

}  // namespace topos
