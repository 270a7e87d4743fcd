// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/fact_checker.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "topos/codebook/codebook.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/segmentation/segmenter.hpp"
#include "topos/text/language.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::size_t longest_value = 100;

/// What a sentence says of a fact: the value that agrees, else the one nearest to what is said.
struct Said {
  bool agrees = false;
  const Finding* value = nullptr;
};

Said said_in(const Fact& fact, std::uint32_t what, const Finding* begin, const Finding* end) {
  Said said;
  std::uint32_t nearest = 0;
  for (const Finding* one = begin; one != end; ++one) {
    const std::optional<bool> agreeing = agrees(fact, *one);
    if (!agreeing) continue;
    if (*agreeing) return {true, one};
    const std::uint32_t distance = one->span.begin > what ? one->span.begin - what : what - one->span.begin;
    if (said.value == nullptr || distance < nearest) {
      said.value = one;
      nearest = distance;
    }
  }
  return said;
}

}  // namespace

void FactChecker::learn(const std::string& language) {
  if (language == language_) return;
  language_ = language;
  phrases_ = {};
  meanings_.clear();
  Segmenter segmenter(language);
  const Folder folder(primary_language(language));
  for (std::size_t number = 0; number < facts_.size(); ++number)
    for (const bool actor : {true, false}) {
      std::vector<std::string> words = segmenter.words(actor ? facts_[number].actor : facts_[number].what);
      for (std::string& word : words) word = folder.fold(word).folded;
      if (words.empty() || words.size() > PhraseFinder::most_words) continue;
      phrases_.add(std::move(words));
      meanings_.emplace_back(number, actor);
    }
}

std::vector<FactChecker::Mentions> FactChecker::find(const DetectorInput& input,
                                                     const std::vector<bool>& counts) const {
  std::vector<Mentions> mentions(facts_.size());
  const auto& sentences = input.segmentation.sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at) {
    if (!counts[at]) continue;
    const SentenceWords words(input, sentences[at]);
    phrases_.find(words, [&](std::size_t phrase, int place) {
      const auto [fact, actor] = meanings_[phrase];
      if (actor)
        mentions[fact].actor.push_back(at);
      else
        mentions[fact].what.push_back({at, words.token(place).begin});
    });
  }
  std::map<std::string_view, std::vector<std::size_t>> codes;
  for (std::size_t number = 0; number < facts_.size(); ++number) codes[facts_[number].actor].push_back(number);
  for (const Hit& hit : input.annotated.hits) {
    if (hit.sentence == 0 || hit.sentence > counts.size() || !counts[hit.sentence - 1]) continue;
    for (std::string_view code = hit.code(); !code.empty();
         code = code.substr(0, code.find_last_of('.') == std::string_view::npos ? 0 : code.find_last_of('.')))
      if (const auto named = codes.find(code); named != codes.end())
        for (const std::size_t fact : named->second) mentions[fact].actor.push_back(hit.sentence - 1);
  }
  for (Mentions& one : mentions) std::sort(one.actor.begin(), one.actor.end());
  return mentions;
}

void FactChecker::check(const DetectorInput& input, const std::vector<bool>& counts,
                        const std::vector<Finding>& findings, std::vector<PromiseFinding>& out) {
  if (facts_.empty()) return;
  learn(input.document().language);
  const std::vector<Mentions> mentions = find(input, counts);
  const auto& sentences = input.segmentation.sentences;
  for (std::size_t number = 0; number < facts_.size(); ++number) {
    const Fact& fact = facts_[number];
    const std::string item = fact.actor + ' ' + fact.what;
    std::map<std::pair<bool, std::string>, PromiseFinding> said;
    std::optional<std::uint32_t> before;
    for (const Place& place : mentions[number].what) {
      if (before == place.sentence) continue;
      before = place.sentence;
      if (!std::binary_search(mentions[number].actor.begin(), mentions[number].actor.end(), place.sentence)) continue;
      const ByteSpan span = sentences[place.sentence].span;
      const auto at = [&](std::uint32_t byte) {
        return findings.data() + (std::partition_point(findings.begin(), findings.end(),
                                                       [&](const Finding& one) { return one.span.begin < byte; }) -
                                  findings.begin());
      };
      const Said value = said_in(fact, place.byte, at(span.begin), at(span.end));
      if (value.value == nullptr) continue;
      const std::string text = shown_text(value.value->span.in(input.document().text), longest_value);
      PromiseFinding& one = said[{!value.agrees, text}];
      one.check = PromiseCheck::fact;
      one.item = item + ": " + text;
      one.status = value.agrees ? PromiseStatus::agrees : PromiseStatus::contradicts;
      one.expected = fact.value;
      ++one.n;
      one.sentences.push_back(place.sentence + 1);
    }
    for (auto& [key, one] : said) out.push_back(std::move(one));
    if (!said.empty()) continue;
    PromiseFinding none;
    none.check = PromiseCheck::fact;
    none.item = item;
    none.status = PromiseStatus::unmentioned;
    none.expected = fact.value;
    out.push_back(std::move(none));
  }
}

}  // namespace topos
