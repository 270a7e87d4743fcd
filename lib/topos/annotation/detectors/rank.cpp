// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>

#include "topos/annotation/attributes/sentence_actors.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/sentence_words.hpp"
#include "topos/annotation/detectors/type_decisions.hpp"
#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

/// What a word is to a rank.
struct RankWord {
  enum class Kind : std::uint8_t { none, ordinal, noun, setter } kind = Kind::none;
  int position = 0;  ///< of an ordinal: from 1, from −1 counted from the end; 0: high, but no number
};

struct Ordinal {
  std::string_view word;
  int position;
};
constexpr Ordinal ordinals[] = {
    {"first", 1},    {"second", 2},  {"third", 3},        {"fourth", 4},     {"fifth", 5},     {"sixth", 6},
    {"seventh", 7},  {"eighth", 8},  {"ninth", 9},        {"tenth", 10},     {"1st", 1},       {"2nd", 2},
    {"3rd", 3},      {"4th", 4},     {"5th", 5},          {"number", 0},     {"top", 1},       {"topmost", 1},
    {"foremost", 1}, {"highest", 1}, {"primary", 1},      {"principal", 1},  {"uppermost", 1}, {"supreme", 1},
    {"leading", 0},  {"main", 0},    {"key", 0},          {"high", 0},       {"secondary", 2}, {"last", -1},
    {"lowest", -1},  {"bottom", -1}, {"penultimate", -2}, {"overriding", 1}, {"paramount", 1}};
constexpr WordList nouns({"priority", "priorities", "rank", "ranks", "ranking", "place", "position", "spot"});
/// Words that may stand between an ordinal and its noun: "first strategic priority", "first and second priority
/// relationships".
constexpr WordList between({"and",         "foreign", "strategic",   "national",      "policy",
                            "regional",    "global",  "political",   "economic",      "diplomatic",
                            "security",    "or",      "development", "international", "most",
                            "important",   "urgent",  "immediate",   "trade",         "domestic",
                            "legislative", "great",   "very",        "second",        "third"});

RankWord rank_word(std::string_view folded) {
  for (const Ordinal& one : ordinals)
    if (one.word == folded) return {RankWord::Kind::ordinal, one.position};
  return {nouns.has(folded) ? RankWord::Kind::noun : RankWord::Kind::none, 0};
}

/// "in the first place" begins an argument; "first place" without the article, or behind a verb of ranking, is a rank.
bool is_rank(const SentenceWords& words, int ordinal, int noun, int position) {
  const std::string_view what = words.folded(noun);
  if (what.starts_with("priorit")) return true;
  if (position == 0) return false;
  constexpr WordList verbs({"ranks",   "ranked",    "rank",     "takes",   "took",   "take",     "holds",
                            "held",    "occupies",  "occupied", "occupy",  "given",  "gives",    "give",
                            "giving",  "assigned",  "hold",     "comes",   "came",   "put",      "puts",
                            "placed",  "relegated", "moved",    "secured", "won",    "retained", "shares",
                            "slipped", "fell",      "rose",     "climbed", "dropped"});
  for (int at = ordinal - 1; at >= std::max(0, ordinal - 4); --at)
    if (verbs.has(words.folded(at)))
      return !(what == "place" && words.folded(ordinal - 2) == "in" && words.folded(ordinal - 1) == "the" &&
               words.written(noun + 1) == ",");
  return what.starts_with("rank") && position != 0 && words.folded(ordinal - 1) == "of";
}

std::vector<std::string> actors_in(const DetectorInput& input, ByteSpan sentence) {
  const std::vector<Hit>& hits = input.annotated.hits;
  std::vector<std::string> actors;
  auto hit =
      std::partition_point(hits.begin(), hits.end(), [&](const Hit& one) { return one.span.begin < sentence.begin; });
  constexpr std::size_t most = 20;
  for (; hit != hits.end() && hit->span.begin < sentence.end && actors.size() < most; ++hit)
    if (is_actor(hit->code()) && std::find(actors.begin(), actors.end(), hit->code()) == actors.end())
      actors.emplace_back(hit->code());
  return actors;
}

class Search {
 public:
  /// What is known of types: their ranks, and whether they are nouns of rank.
  struct Known {
    TypeDecisions<RankWord> words;
    TypeDecisions<bool> nouns;
  };

  Search(const DetectorInput& input, Known& known, std::vector<Finding>& out)
      : input_(input), known_(known), out_(out) {
    known_.words.use(input.vocabulary);
    known_.nouns.use(input.vocabulary);
  }

  void run(const Sentence& sentence) {
    if (!any_type(known_.nouns, input_.segmentation.tokens, sentence,
                  [&](const Token& token) { return nouns.has(input_.folded(token)); }))
      return;
    const SentenceWords words(input_, sentence);
    entities_.reset();
    for (int at = 0; at < words.size(); ++at) {
      const RankWord noun = look(words, at);
      if (noun.kind != RankWord::Kind::noun) continue;
      if (words.folded(at).starts_with("priorit") && words.folded(at - 1) == "of" && words.folded(at - 2) == "order")
        add(words, sentence, at - 2, at, 0);
      else
        find_ordinals(words, sentence, at);
    }
  }

 private:
  RankWord look(const SentenceWords& words, int at) {
    if (!words.is_word(at)) return {};
    return known_.words.of(words.token(at).type, [&] { return rank_word(words.folded(at)); });
  }

  /// The ordinals before a noun, each a record: "its first and second priority".
  void find_ordinals(const SentenceWords& words, const Sentence& sentence, int noun) {
    constexpr int reach = 4;
    std::vector<std::pair<int, int>> found;
    for (int at = noun - 1; at >= std::max(0, noun - reach); --at) {
      const RankWord word = look(words, at);
      if (word.kind == RankWord::Kind::ordinal)
        found.emplace_back(at, word.position);
      else if (!between.has(words.folded(at)) && words.written(at) != "-")
        break;
    }
    std::reverse(found.begin(), found.end());
    // "first and foremost priority", "top national priority": one rank unless "and" or "or" joins two numbers.
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto [at, position] = found[i];
      const bool numbered = position != 0 || look(words, noun).kind == RankWord::Kind::noun;
      if (numbered && is_rank(words, at, noun, position)) {
        add(words, sentence, at, noun, position);
        if (i + 1 < found.size() && found[i + 1].second == position) ++i;
      }
    }
  }

  void add(const SentenceWords& words, const Sentence& sentence, int from, int noun, int position) {
    if (!entities_) entities_ = actors_in(input_, sentence.span);
    const std::string_view text = input_.document().text;
    const bool order = words.folded(from) == "order";
    out_.push_back({"rank",
                    words.span(from, noun),
                    {{"ordinal", order ? FindingValue() : FindingValue(std::string(words.span(from, from).in(text)))},
                     {"position", position == 0 ? FindingValue() : FindingValue(std::int64_t{position})},
                     {"noun", std::string(words.folded(noun))},
                     {"entities", *entities_}}});
  }

  const DetectorInput& input_;
  Known& known_;
  std::vector<Finding>& out_;
  std::optional<std::vector<std::string>> entities_;  ///< of the sentence, once they are asked for
};

void detect(const DetectorInput& input, std::vector<Finding>& out) {
  thread_local Search::Known known;
  Search search(input, known, out);
  for (const Sentence& sentence : input.segmentation.sentences) search.run(sentence);
}

}  // namespace

namespace detectors {

const Detector rank{.name = "rank",
                    .summary = "Ranks: what is called first, second, top or last priority, and the actors beside it",
                    .languages = "en",
                    .codes = "actor.*",
                    .detect = detect};

}  // namespace detectors
}  // namespace topos
