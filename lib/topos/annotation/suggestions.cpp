// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/suggestions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "topos/base/hash.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/text/function_words.hpp"
#include "topos/text/language.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_example = 240;

/// A word of a sentence.
struct WordPlace {
  std::uint32_t token = 0;
  bool joined = false;   ///< a pattern can step from the word before it
  bool content = false;  ///< neither a function word nor a number
};

class Counter {
 public:
  Counter(const AnnotatedDocument& annotated, const Segmentation& segmentation, const Vocabulary& vocabulary,
          const SuggestionOptions& options)
      : annotated_(annotated), tokens_(segmentation.tokens), vocabulary_(vocabulary), options_(options),
        function_words_(primary_language(annotated.document.language)), joint_(segmentation.by_characters ? "" : " ") {
    for (const Hit& hit : annotated.hits)
      if (is_or_below(hit.code(), options.code) && hit.url != Flag::yes && hit.analysis_sentence != 0)
        hits_.push_back(hit.span);
  }

  NgramCounts run(const std::vector<Sentence>& sentences) {
    counts_.hits = hits_.size();
    for (const Sentence& sentence : sentences)
      if (sentence.analysis != 0) count(sentence);
    return std::move(counts_);
  }

 private:
  void count(const Sentence& sentence) {
    gather(sentence);
    for (std::size_t first = 0; first < places_.size(); ++first) {
      std::string ngram;
      bool content = false;
      for (std::size_t size = 1; size <= options_.most_words && first + size <= places_.size(); ++size) {
        const WordPlace& last = places_[first + size - 1];
        if (size > 1 && !last.joined) break;
        if (in_hit_[first + size - 1]) break;
        if (size > 1) ngram += joint_;
        ngram += vocabulary_[tokens_[last.token].type].folded;
        content = content || last.content;
        take(sentence, ngram, size, content, is_near(first, size));
      }
    }
  }

  void gather(const Sentence& sentence) {
    places_.clear();
    in_hit_.clear();
    near_hits_.clear();
    bool passable = true;
    for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end; ++at) {
      const Token& token = tokens_[at];
      if (token.kind != TokenKind::word) {
        passable = passable && (token.kind == TokenKind::clitic || token.passable);
        continue;
      }
      const Type& type = vocabulary_[token.type];
      places_.push_back({at, passable, !type.number && !function_words_.contains(type.folded)});
      in_hit_.push_back(false);
      passable = true;
    }
    const auto first =
        std::partition_point(hits_.begin(), hits_.end(), [&](ByteSpan hit) { return hit.begin < sentence.span.begin; });
    for (auto hit = first; hit != hits_.end() && hit->begin < sentence.span.end; ++hit) mark(*hit);
  }

  void mark(ByteSpan hit) {
    std::size_t begin = places_.size();
    std::size_t end = 0;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Token& token = tokens_[places_[i].token];
      if (token.end <= hit.begin || token.begin >= hit.end) continue;
      in_hit_[i] = true;
      begin = std::min(begin, i);
      end = i + 1;
    }
    if (begin < end) near_hits_.emplace_back(begin, end);
  }

  [[nodiscard]] bool is_near(std::size_t first, std::size_t size) const {
    if (options_.window == 0) return !near_hits_.empty();
    return std::any_of(near_hits_.begin(), near_hits_.end(), [&](const auto& hit) {
      const std::size_t between = hit.first >= first + size ? hit.first - (first + size)
                                  : first >= hit.second     ? first - hit.second
                                                            : 0;
      return between <= options_.window;
    });
  }

  void take(const Sentence& sentence, const std::string& ngram, std::size_t size, bool content, bool near) {
    ++(near ? counts_.total_near : counts_.total_elsewhere)[size - 1];
    if (!content) return;
    if (!near) {
      ++counts_.elsewhere[hash64(ngram, size)];
      return;
    }
    NgramCounts::Near& found = counts_.near[{ngram, size}];
    if (found.n++ != 0) return;
    found.documents = 1;
    found.example = shown_text(sentence.span.in(annotated_.document.text), longest_example);
  }

  const AnnotatedDocument& annotated_;
  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  const SuggestionOptions& options_;
  FunctionWords function_words_;
  std::string_view joint_;
  std::vector<ByteSpan> hits_;
  std::vector<WordPlace> places_;
  std::vector<bool> in_hit_;
  std::vector<std::pair<std::size_t, std::size_t>> near_hits_;
  NgramCounts counts_;
};

}  // namespace

NgramCounts count_ngrams(const AnnotatedDocument& annotated, const Segmentation& segmentation,
                         const Vocabulary& vocabulary, const SuggestionOptions& options) {
  return Counter(annotated, segmentation, vocabulary, options).run(segmentation.sentences);
}

void merge_ngrams(NgramCounts& into, NgramCounts from) {
  for (auto& [ngram, theirs] : from.near) {
    const auto [ours, added] = into.near.try_emplace(ngram, std::move(theirs));
    if (added) continue;
    ours->second.n += theirs.n;
    ours->second.documents += theirs.documents;
  }
  for (const auto& [ngram, n] : from.elsewhere) into.elsewhere[ngram] += n;
  for (std::size_t i = 0; i < longest_suggestion; ++i) {
    into.total_near[i] += from.total_near[i];
    into.total_elsewhere[i] += from.total_elsewhere[i];
  }
  into.hits += from.hits;
}

std::vector<Suggestion> rank_ngrams(const NgramCounts& counts, const SuggestionOptions& options) {
  constexpr double instead_of_zero = 0.5;
  std::vector<Suggestion> ranked;
  for (const auto& [ngram, near] : counts.near) {
    if (near.n < options.fewest) continue;
    const auto found = counts.elsewhere.find(hash64(ngram.first, ngram.second));
    const std::uint64_t elsewhere = found == counts.elsewhere.end() ? 0 : found->second;
    const double of_near = static_cast<double>(counts.total_near[ngram.second - 1]);
    const double of_elsewhere = static_cast<double>(counts.total_elsewhere[ngram.second - 1]);
    const double rate_near = static_cast<double>(near.n) / of_near;
    const double rate_elsewhere = (elsewhere == 0 ? instead_of_zero : static_cast<double>(elsewhere)) / of_elsewhere;
    const double log_ratio =
        of_elsewhere > 0 ? std::log2(rate_near / rate_elsewhere) : std::numeric_limits<double>::quiet_NaN();
    ranked.push_back({ngram.first, near.n, elsewhere, near.documents, log_ratio, near.example});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Suggestion& a, const Suggestion& b) {
    const double x = std::isnan(a.log_ratio) ? 0 : a.log_ratio;
    const double y = std::isnan(b.log_ratio) ? 0 : b.log_ratio;
    return std::tie(y, b.near, a.ngram) < std::tie(x, a.near, b.ngram);
  });
  return ranked;
}

}  // namespace topos
