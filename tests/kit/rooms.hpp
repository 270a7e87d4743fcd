// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "topos/segmentation/segmenter.hpp"

namespace topos::test {

/// Cuts documents of one language by tables, by ICU alone, and only as far as sentences.
class TwoRooms {
 public:
  explicit TwoRooms(std::string_view language) : fast_(language), plain_(language, Segmenter::Rooms::plain) {}

  /// What differs first; empty if nothing does.
  std::string difference(const Document& document) {
    fast_.segment(document, default_analysis(), a_);
    plain_.segment(document, default_analysis(), b_);
    const std::string_view text = document.text;
    for (std::size_t i = 0; i < a_.sentences.size() && i < b_.sentences.size(); ++i)
      if (!same(a_.sentences[i], b_.sentences[i]))
        return "sentence <" + sentence_text(text, a_, i) + "> and <" + sentence_text(text, b_, i) + ">";
    if (a_.sentences.size() != b_.sentences.size()) return "number of sentences";
    const std::string tokens = difference(text, a_.tokens, b_.tokens);
    if (!tokens.empty()) return tokens;
    fast_.segment(document, default_analysis(), counted_, Detail::tokens);
    if (const std::string found = difference(text, counted_.tokens, b_.tokens); !found.empty())
      return "without units, " + found;
    fast_.segment(document, default_analysis(), counted_, Detail::sentences);
    if (counted_.sentences.size() != b_.sentences.size() || !counted_.tokens.empty()) return "sentences without tokens";
    for (std::size_t i = 0; i < counted_.sentences.size(); ++i)
      if (counted_.sentences[i].words != b_.sentences[i].words)
        return "words of sentence <" + sentence_text(text, b_, i) + ">, counted";
    for (std::size_t i = 0; i < a_.sizes.size(); ++i)
      if (a_.sizes[i].characters != b_.sizes[i].characters || a_.sizes[i].words != b_.sizes[i].words ||
          a_.sizes[i].sentences != b_.sizes[i].sentences)
        return "size of region " + std::to_string(i);
    return a_.by_characters == b_.by_characters && a_.sizes.size() == b_.sizes.size()
               ? difference(text, a_.characters, b_.characters)
               : "kind of units";
  }

 private:
  static bool same(const Sentence& a, const Sentence& b) {
    return a.span == b.span && a.tokens == b.tokens && a.units == b.units && a.region == b.region &&
           a.words == b.words && a.analysis == b.analysis;
  }

  static std::string sentence_text(std::string_view text, const Segmentation& out, std::size_t i) {
    std::string shown(out.sentences[i].span.in(text));
    shown += ", tokens:";
    for (std::uint32_t at = out.sentences[i].tokens.begin; at < out.sentences[i].tokens.end; ++at)
      shown += " [" + std::string(text.substr(out.tokens[at].begin, out.tokens[at].end - out.tokens[at].begin)) + "]";
    return shown;
  }

  std::string difference(std::string_view text, const std::vector<Token>& a, const std::vector<Token>& b) const {
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
      const bool same = a[i].begin == b[i].begin && a[i].end == b[i].end && a[i].kind == b[i].kind &&
                        a[i].passable == b[i].passable &&
                        fast_.vocabulary()[a[i].type].folded == plain_.vocabulary()[b[i].type].folded;
      if (!same)
        return "token " + std::to_string(i) + " at byte " + std::to_string(a[i].begin) + " <" +
               std::string(text.substr(a[i].begin, a[i].end - a[i].begin)) + ">";
    }
    return a.size() == b.size() ? "" : "number of tokens";
  }

  Segmenter fast_;
  Segmenter plain_;
  Segmentation a_;
  Segmentation b_;
  Segmentation counted_;
};

}  // namespace topos::test
