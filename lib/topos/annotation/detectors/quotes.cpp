// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/quotes.hpp"

#include <algorithm>
#include <span>

#include "topos/annotation/detectors/citation_markers.hpp"
#include "topos/annotation/detectors/quote_words.hpp"
#include "topos/annotation/detectors/speech_verbs.hpp"
#include "topos/annotation/detectors/word_list.hpp"
#include "topos/annotation/quotations.hpp"
#include "topos/codebook/codebook.hpp"
#include "topos/text/language.hpp"

namespace topos {
namespace {

constexpr int reach = 6;                 ///< words between a quotation and its speech verb
constexpr int longest_look = 4 * reach;  ///< tokens, so that marks without words between them cost no more
constexpr std::uint32_t few = 4;         ///< words of a term

constexpr WordList pronouns({"he", "i", "it", "she", "they", "we", "who", "you"});
constexpr WordList determiners({"a", "an", "his", "her", "its", "my", "our", "some", "that", "the", "their", "these",
                                "this", "those"});

/// The quotation that is being looked at, and where its words begin and end among the tokens.
struct Place {
  ByteSpan span;
  int first = 0;  ///< first token inside
  int last = 0;   ///< first token behind
  int begin = 0;  ///< of the sentence in which it opens
  int end = 0;    ///< of the paragraph
};

class Reader {
 public:
  explicit Reader(const DetectorInput& input)
      : input_(input), tokens_(input.segmentation.tokens),
        english_(primary_language(input.document().language) == "en") {
    for (const Hit& hit : input.annotated.hits) {
      if (is_or_below(hit.code(), "actor")) actors_.push_back(&hit);
      if (is_or_below(hit.code(), "action.say")) sayings_.push_back(&hit);
      if (is_or_below(hit.code(), "frame")) frames_.push_back(&hit);
    }
  }

  void set_citations(std::vector<CitationMarker> citations) { citations_ = std::move(citations); }

  Quote read(const Place& place) {
    Quote quote;
    quote.span = place.span;
    for (int at = place.first; at < place.last; ++at) quote.words += is_word(at) ? 1U : 0U;
    const bool introduced = find_verb_before(place, quote) || find_verb_after(place, quote);
    const bool told = !quote.verb.empty();
    if (is_name(place, quote.words) && !introduced)
      quote.kind = Quote::Kind::name;
    else if (told)
      quote.kind = quote.words <= few ? Quote::Kind::attributed : Quote::Kind::speech;
    else if (is_cited(place))
      quote.kind = Quote::Kind::cited;
    else if (quote.words <= few && is_slogan(place, quote.words))
      quote.kind = Quote::Kind::slogan;
    else if (english_)
      quote.kind = quote.words <= few ? Quote::Kind::scare : Quote::Kind::passage;
    if (quote.kind == Quote::Kind::name) quote.verb = quote.speaker = {}, quote.actor = {};
    return quote;
  }

 private:
  [[nodiscard]] bool has(int at) const { return at >= 0 && at < static_cast<int>(tokens_.size()); }
  [[nodiscard]] const Token& token(int at) const { return tokens_[static_cast<std::size_t>(at)]; }
  [[nodiscard]] bool is_word(int at) const { return has(at) && token(at).kind == TokenKind::word; }
  [[nodiscard]] std::string_view folded(int at) const {
    return has(at) ? input_.folded(token(at)) : std::string_view();
  }
  [[nodiscard]] bool capitalized(int at) const { return is_word(at) && input_.vocabulary[token(at).type].capitalized; }
  [[nodiscard]] bool is_mark(int at, std::string_view marks) const {
    return has(at) && token(at).kind == TokenKind::punctuation && token(at).end == token(at).begin + 1 &&
           marks.find(input_.document().text[token(at).begin]) != std::string_view::npos;
  }
  [[nodiscard]] ByteSpan span(int from, int to) const { return {token(from).begin, token(to).end}; }

  [[nodiscard]] SpeechVerb verb_at(int at) const {
    if (!is_word(at)) return SpeechVerb::none;
    if (english_) {
      // "so-called" is the author's own distance.
      if (folded(at) == "called" && folded(at - 2) == "so") return SpeechVerb::none;
      // The United States state nothing by their name.
      if (folded(at) == "states" && capitalized(at) && capitalized(at - 1)) return SpeechVerb::none;
      if (const SpeechVerb verb = speech_verb(folded(at)); verb != SpeechVerb::none) return verb;
    }
    const auto hit = std::partition_point(sayings_.begin(), sayings_.end(),
                                          [&](const Hit* one) { return one->span.begin < token(at).begin; });
    return hit != sayings_.end() && (*hit)->span.begin == token(at).begin ? SpeechVerb::says : SpeechVerb::none;
  }

  /// Whether the words directly before the mark announce words: a colon, a comma or "that".
  [[nodiscard]] bool is_announced(int mark) const { return is_mark(mark - 1, ",:") || folded(mark - 1) == "that"; }

  /// True if the verb announces speech, so that capitals inside make no name of it.
  bool find_verb_before(const Place& place, Quote& quote) const {
    const int mark = place.first - 1;
    int words = 0;
    for (int at = mark - 1; at >= std::max(place.begin, mark - longest_look) && words <= reach; --at) {
      if (is_mark(at, ";")) return false;
      if (!is_word(at)) continue;
      ++words;
      if (folded(at) == "according" && folded(at + 1) == "to") return set_source(at, mark, quote);
      const SpeechVerb verb = verb_at(at);
      if (verb == SpeechVerb::none || verb == SpeechVerb::thinks) continue;
      if (verb == SpeechVerb::doubtful && !is_announced(mark) && folded(at + 1) != "that") continue;
      if (verb == SpeechVerb::names && !has_namer(at, place)) continue;
      quote.verb = span(at, at);
      if (folded(at + 1) != "by" || !set_name_at(at + 2, mark, quote)) set_speaker_before(at, place.begin, quote);
      return words <= 2 && is_announced(mark);
    }
    return false;
  }

  /// “…,” he said; “…,” said the minister; “…”, as the envoy described it.
  bool find_verb_after(const Place& place, Quote& quote) const {
    if (!quote.verb.empty()) return false;
    int at = place.last;
    const bool comma = is_mark(place.last - 1, ",?!") || is_mark(place.last, ",") || is_mark(place.last + 1, ",");
    while (has(at) && at < std::min(place.end, place.last + longest_look) && !is_word(at) && !is_mark(at, ".;:()"))
      ++at;
    const int first = at;
    if (comma && folded(first) == "according" && folded(first + 1) == "to") {
      quote.verb = span(first, first + 1);
      set_name_at(first + 2, place.end, quote);
      return true;
    }
    const bool as = folded(first) == "as";
    for (int words = 0; at < std::min(place.end, place.last + longest_look) && words <= reach; ++at) {
      if (is_mark(at, ".;:(")) return false;
      if (!is_word(at)) continue;
      ++words;
      const SpeechVerb verb = verb_at(at);
      if (verb == SpeechVerb::none) {
        // A subject stands between, and nothing else.
        if (!comma && !as) return false;
        continue;
      }
      if ((!comma && !as) || verb == SpeechVerb::thinks) return false;
      if (words > 1 && !as && !is_subject(first, at)) return false;
      quote.verb = span(at, at);
      if (folded(at + 1) == "by")
        set_name_at(at + 2, place.end, quote);
      else if (at > first + (as ? 1 : 0))
        set_speaker_before(at, first, quote);
      else
        set_name_at(at + 1, place.end, quote);
      return true;
    }
    return false;
  }

  /// "he", "Petrov", "the minister", "Prime Minister Lee": what may say something between a quotation and its verb.
  [[nodiscard]] bool is_subject(int first, int verb) const {
    return pronouns.has(folded(first)) || determiners.has(folded(first)) || capitalized(first) ||
           (actor_in(span(first, verb - 1)) != nullptr);
  }

  /// Whether somebody is there who gives the name: "Moscow called it “…”", "dubbed “…” by"; else the thing just has it.
  [[nodiscard]] bool has_namer(int verb, const Place& place) const {
    if (!english_ || folded(verb + 1) == "by") return true;
    if (is_word(place.last + 1) && folded(place.last + 1) == "by") return true;
    const std::string_view before = folded(verb - 1);
    if (before == "is" || before == "are" || before == "was" || before == "were" || before == "been" ||
        before == "be" || before == "being")
      return false;
    // "called the notion a “waste”": what is named stands between.
    int between = verb + 1;
    while (determiners.has(folded(between)) || folded(between) == "as") ++between;
    if (between < place.first - 1) return true;
    const int from = std::max(place.begin, verb - 4);
    for (int at = verb - 1; at >= from; --at) {
      if (is_mark(at, ",;:")) break;
      if (pronouns.has(folded(at)) || (capitalized(at) && (at > place.begin || !determiners.has(folded(at)))))
        return true;
      if (folded(at) == "what") return true;
    }
    const std::string_view verb_word = folded(verb);
    return from < verb && (actor_in(span(from, verb - 1)) != nullptr || !verb_word.ends_with("ed"));
  }

  bool set_source(int at, int mark, Quote& quote) const {
    quote.verb = span(at, at + 1);
    set_name_at(at + 2, mark, quote);
    return true;
  }

  /// An actor hit or a run of words that begins at a token, as far as `end`.
  bool set_name_at(int at, int end, Quote& quote) const {
    int last = at - 1;
    const bool determined = determiners.has(folded(at));
    constexpr WordList titles({"dr", "gen", "mr", "mrs", "ms", "prof", "sen"});
    for (int next = at; next < end && next < at + 8; ++next) {
      if (next > at && is_mark(next, ".") && titles.has(folded(next - 1))) continue;
      if (!is_word(next) && token(next).kind != TokenKind::clitic) break;
      const bool first = next == at;
      if (!capitalized(next) && !(determined && next < at + 5) && !(first && pronouns.has(folded(next)))) break;
      if (!first && (speech_verb(folded(next)) != SpeechVerb::none || folded(next) == "in" || folded(next) == "on"))
        break;
      last = next;
    }
    if (last < at) return false;
    quote.speaker = span(at, last);
    if (const Hit* actor = actor_in(quote.speaker)) quote.actor = actor->code();
    return true;
  }

  /// Who stands before a verb: the words of a name, a pronoun, "the minister", or else the last actor in the sentence.
  void set_speaker_before(int verb, int begin, Quote& quote) const {
    int last = verb - 1;
    constexpr WordList helpers({"also",    "has",      "have",       "had",   "once",  "later",   "then",
                                "again",   "recently", "repeatedly", "will",  "would", "could",   "may",
                                "rightly", "famously", "clearly",    "often", "so",    "himself", "herself"});
    while (last >= begin && (helpers.has(folded(last)) || is_mark(last, ","))) --last;
    if (last < begin) return;
    if (pronouns.has(folded(last)) && folded(last) != "who" && folded(last) != "it") {
      quote.speaker = span(last, last);
      return;
    }
    int first = last;
    while (first > begin && first > last - 5 && is_word(first - 1) && capitalized(first) && capitalized(first - 1))
      --first;
    if (capitalized(last))
      quote.speaker = span(office_of(first, begin), last);
    else
      for (int at = last - 1; at >= begin && at >= last - 5 && is_word(at); --at)
        if (determiners.has(folded(at))) quote.speaker = span(at, last), at = begin;
    const Hit* actor = quote.speaker.empty() ? nullptr : actor_in(quote.speaker);
    if (actor == nullptr && quote.speaker.empty()) actor = actor_before(token(verb).begin, token(begin).begin);
    if (actor == nullptr) return;
    quote.actor = actor->code();
    if (quote.speaker.empty()) quote.speaker = actor->span;
  }

  /// "the minister of Norland": where the words begin that say which of a state or body speaks; else `name`.
  [[nodiscard]] int office_of(int name, int begin) const {
    constexpr int longest = 6;
    const int of = folded(name - 1) == "the" ? name - 2 : name - 1;
    if (folded(of) != "of") return name;
    for (int at = of - 1; at >= begin && at > of - longest && is_word(at); --at)
      if (determiners.has(folded(at))) return at;
    return name;
  }

  /// The last actor within a span; null if none lies there.
  [[nodiscard]] const Hit* actor_in(ByteSpan where) const { return actor_before(where.end, where.begin); }
  [[nodiscard]] const Hit* actor_before(std::uint32_t end, std::uint32_t begin) const {
    const auto behind =
        std::partition_point(actors_.begin(), actors_.end(), [&](const Hit* one) { return one->span.begin < end; });
    if (behind == actors_.begin()) return nullptr;
    const Hit* const last = *std::prev(behind);
    return last->span.begin >= begin && last->span.end <= end ? last : nullptr;
  }

  [[nodiscard]] bool is_name(const Place& place, std::uint32_t words) const {
    if (words == 0 || words > 2 * few) return false;
    std::uint32_t content = 0;
    bool all = true;
    for (int at = place.first; at < place.last; ++at) {
      if (!is_word(at) || quote_words::small.has(folded(at))) continue;
      ++content;
      all = all && (capitalized(at) || (folded(at)[0] >= '0' && folded(at)[0] <= '9'));
    }
    if (all && content >= 2) return true;
    if (english_ && quote_words::name_givers.has(folded(place.first - 2))) return true;
    if (english_ && folded(place.first - 2) == "as" && folded(place.first - 3) == "known") return true;
    if (english_ && speech_verb(folded(place.first - 2)) == SpeechVerb::names && folded(place.first - 4) != "so")
      return true;
    // “Belt and Road” Initiative
    if (all && capitalized(place.last + 1) && !is_mark(place.last - 1, ",.?!")) return true;
    const Hit* const actor = actor_before(place.span.end, place.span.begin);
    return all && actor != nullptr && actor->span.begin == place.span.begin;
  }

  /// “turn eastward”, “going out” strategy: words that the author repeats and somebody else made.
  [[nodiscard]] bool is_slogan(const Place& place, std::uint32_t words) const {
    if (words == 0) return false;
    if (english_ && words > 1 &&
        (quote_words::policies.has(folded(place.last + 1)) ||
         (folded(place.first - 2) == "of" && quote_words::policies.has(folded(place.first - 3)))))
      return true;
    auto hit = std::partition_point(frames_.begin(), frames_.end(),
                                    [&](const Hit* one) { return one->span.begin < place.span.begin; });
    for (; hit != frames_.end() && (*hit)->span.begin < place.span.end; ++hit)
      if ((*hit)->span.end <= place.span.end && 2 * (*hit)->span.size() >= place.span.size()) return true;
    return false;
  }

  [[nodiscard]] bool is_cited(const Place& place) const {
    constexpr int tokens = 3;
    const auto marker = std::partition_point(citations_.begin(), citations_.end(), [&](const CitationMarker& one) {
      return one.span.begin < place.span.end;
    });
    const int latest = std::min(place.last + tokens, static_cast<int>(tokens_.size()) - 1);
    return marker != citations_.end() && latest >= 0 && marker->span.begin <= token(latest).begin;
  }

  const DetectorInput& input_;
  const std::vector<Token>& tokens_;
  bool english_;
  std::vector<const Hit*> actors_;
  std::vector<const Hit*> sayings_;
  std::vector<const Hit*> frames_;
  std::vector<CitationMarker> citations_;
};

/// All paragraphs of one quotation are said by who is named beside one of them.
void share_speaker(std::span<Quote> paragraphs) {
  const auto told =
      std::find_if(paragraphs.begin(), paragraphs.end(), [](const Quote& one) { return !one.verb.empty(); });
  if (told == paragraphs.end()) return;
  for (Quote& one : paragraphs) {
    if (!one.verb.empty()) continue;
    one.kind = Quote::Kind::speech;
    one.verb = told->verb;
    one.speaker = told->speaker;
    one.actor = told->actor;
  }
}

/// The first token of `tokens` that begins at a byte or behind it.
int token_from(const std::vector<Token>& tokens, std::uint32_t byte) {
  return static_cast<int>(
      std::partition_point(tokens.begin(), tokens.end(), [&](const Token& one) { return one.begin < byte; }) -
      tokens.begin());
}

}  // namespace

std::vector<Quote> find_quotes(const DetectorInput& input) {
  const Document& document = input.document();
  std::vector<Quote> quotes;
  DocumentQuotations found;
  find_quotations(document, found);
  if (found.spans.empty()) return quotes;  // apostrophes are marks, too: most documents have no quotation to read
  Reader reader(input);
  const std::vector<Token>& tokens = input.segmentation.tokens;
  const std::vector<Sentence>& sentences = input.segmentation.sentences;
  std::vector<std::uint32_t> heads;  // of quotes
  auto span = found.spans.begin();
  for (const Region& region : document.regions) {
    const auto first = span;
    while (span != found.spans.end() && span->begin < region.span.end) ++span;
    if (first == span || region.name == RegionName::references) continue;
    std::vector<CitationMarker> citations;
    find_citation_markers(document.text, region.span, citations);
    reader.set_citations(std::move(citations));
    const int end = token_from(tokens, region.span.end);
    for (auto one = first; one != span; ++one) {
      const auto sentence = std::partition_point(sentences.begin(), sentences.end(),
                                                 [&](const Sentence& s) { return s.span.end <= one->begin; });
      const int begin = sentence == sentences.end() ? end : static_cast<int>(sentence->tokens.begin);
      quotes.push_back(reader.read({*one, token_from(tokens, one->begin), token_from(tokens, one->end), begin, end}));
      heads.push_back(found.begins_with[static_cast<std::size_t>(one - found.spans.begin())]);
    }
  }
  for (std::size_t i = 0, next = 0; i < quotes.size(); i = next) {
    for (next = i + 1; next < quotes.size() && heads[next] == heads[i];) ++next;
    if (next > i + 1) share_speaker(std::span(quotes).subspan(i, next - i));
  }
  return quotes;
}

std::string_view to_string(Quote::Kind kind) noexcept {
  constexpr std::string_view names[] = {"", "name", "attributed", "cited", "slogan", "scare", "speech", "passage"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace topos
