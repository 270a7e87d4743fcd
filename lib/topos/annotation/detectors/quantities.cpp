// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/quantities.hpp"

#include <algorithm>
#include <utility>

#include "topos/annotation/detectors/number_words.hpp"
#include "topos/annotation/detectors/sentence_citations.hpp"
#include "topos/annotation/detectors/sentence_words.hpp"
#include "topos/annotation/detectors/type_decisions.hpp"
#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

using Kind = NumberWord::Kind;

constexpr WordList one_word_hedges({"about", "almost", "approximately", "around", "barely", "circa", "exactly",
                                    "nearly", "only", "over", "roughly", "some", "under", "virtually", "well", "just",
                                    "merely", "fully"});
constexpr WordList than_hedges({"fewer", "greater", "higher", "less", "lower", "more"});
/// What a number before them, or behind them, is the name of.
constexpr WordList numbered({"a",          "article",     "articles", "annex",    "chapter", "figure", "fig",
                             "goal",       "no",          "nos",      "item",     "number",  "page",   "pages",
                             "paragraph",  "paragraphs",  "part",     "phase",    "pillar",  "pp",     "protocol",
                             "resolution", "resolutions", "section",  "sections", "step",    "table",  "track",
                             "version",    "volume",      "covid",    "sdg",      "cop",     "type",   "category",
                             "chart",      "box",         "room",     "flight",   "agenda",  "para",   "g",
                             "rule"});
/// Words that are not what is counted.
constexpr WordList no_nouns(
    {"a",     "also",   "and",     "are",   "as",    "at",        "be",    "because", "been",    "but",
     "by",    "for",    "from",    "had",   "has",   "have",      "he",    "if",      "in",      "into",
     "is",    "it",     "its",     "may",   "nor",   "not",       "of",    "on",      "or",      "our",
     "per",   "she",    "should",  "so",    "that",  "the",       "their", "then",    "they",    "this",
     "to",    "today",  "was",     "we",    "were",  "when",      "where", "which",   "while",   "who",
     "will",  "with",   "would",   "ago",   "under", "since",     "until", "after",   "before",  "than",
     "out",   "such",   "during",  "over",  "can",   "could",     "must",  "only",    "between", "through",
     "i",     "you",    "there",   "these", "those", "each",      "both",  "without", "against", "across",
     "among", "toward", "towards", "via",   "like",  "including", "all",   "now",     "within"});

/// Whether a token is a number other than "a", or of a unit: without either, nothing is counted.
bool tells_quantity(const DetectorInput& input, const Token& token) {
  constexpr WordList shares({"%", "per", "percent", "percentage"});
  const std::string_view folded = input.folded(token);
  const std::string_view written = input.written(token);
  const Kind kind = token.kind == TokenKind::word ? number_word(folded).kind : Kind::none;
  return (kind != Kind::none && kind != Kind::article) || !unit_of(folded).empty() || !currency_of(written).empty() ||
         !currency_of(folded).empty() || shares.has(folded) || shares.has(written);
}

class Search {
 public:
  Search(const DetectorInput& input, const Sentence& sentence, SentenceDates& dates, TypeDecisions<NumberWord>& known,
         std::vector<Quantity>& out)
      : text_(input.document().text), words_(input, sentence), dates_(dates), known_(known), out_(out),
        citations_(text_, sentence.span) {}

  void run() {
    for (int at = 0; at < words_.size();) {
      if (word(at).kind == Kind::none) {
        ++at;
        continue;
      }
      const std::size_t found = out_.size();
      const int behind = behind_;
      const int end = take(at);
      const bool dated = out_.size() > found && is_dated(words_.token(at).begin);
      if (dated) out_.pop_back(), behind_ = behind;
      at = dated ? at + 1 : std::max(at + 1, end);
    }
  }

 private:
  /// Whether a date begins at a byte or holds it. "Five decades" is a number as well.
  [[nodiscard]] bool is_dated(std::uint32_t byte) {
    const std::vector<DateMention>& dates = dates_.get();
    const auto date =
        std::partition_point(dates.begin(), dates.end(), [&](const DateMention& one) { return one.span.end <= byte; });
    return date != dates.end() && date->span.begin <= byte && date->relation != DateMention::Relation::duration;
  }
  [[nodiscard]] NumberWord word(int at) const {
    if (!words_.is_word(at)) return {};
    return known_.of(words_.token(at).type, [&] { return number_word(words_.folded(at)); });
  }

  /// A number as it is read from some tokens on.
  struct Number {
    int begin, end;
    std::optional<double> value;
    std::string unit;
    bool spelled = false;
  };

  [[nodiscard]] bool is_currency(int at) const { return !currency_of(words_.written(at)).empty(); }

  /// 20,000; twenty-five; 2.5 million; two thirds; half; double; dozens.
  [[nodiscard]] std::optional<Number> read(int at) const {
    const NumberWord first = word(at);
    if (first.kind == Kind::none || first.kind == Kind::scale_plural)
      return first.kind == Kind::none ? std::nullopt : std::optional(Number{at, at + 1, std::nullopt, {}, true});
    Number number{at, at + 1, first.value, {}, first.kind != Kind::digits};
    if (first.kind == Kind::vague) number.value.reset();
    if (first.kind == Kind::share) number.unit = "share";
    if (first.kind == Kind::times) number.unit = "times";
    if (first.kind == Kind::digits && !first.unit.empty()) number.unit = first.unit;
    // twenty-five, one hundred and twenty
    if (first.kind == Kind::tens && words_.written(at + 1) == "-" && word(at + 2).kind == Kind::small &&
        word(at + 2).value < 10) {
      number.value = first.value + word(at + 2).value;
      number.end = at + 3;
    }
    if (first.kind == Kind::small || first.kind == Kind::digits) {
      const int next = words_.written(number.end) == "-" ? number.end + 1 : number.end;
      if (word(next).kind == Kind::fraction && (first.kind == Kind::small || words_.written(number.end) == "-")) {
        number.value = first.value * word(next).value;
        number.unit = "share";
        number.end = next + 1;
      }
    }
    for (int scales = 0; scales < 3 && word(number.end).kind == Kind::scale; ++scales) {
      if (number.value) *number.value *= word(number.end).value;
      ++number.end;
    }
    return number;
  }

  /// Where the quantity that begins with a number word ends; 0 if it is none.
  int take(int at) {
    std::optional<Number> number = read(at);
    if (!number || is_name(at, *number) || citations_.hold(words_.token(at).begin)) return number ? number->end : 0;
    Quantity quantity;
    quantity.value = number->value;
    int begin = at;
    if (is_currency(at - 1)) quantity.unit = currency_of(words_.written(--begin));
    if (quantity.unit == "USD" && words_.folded(begin - 1) == "us" && words_.is_joined(begin)) --begin;
    int end = number->end;
    if (number->unit == "%")
      quantity.unit = "percent";
    else if (!number->unit.empty())
      quantity.unit = number->unit;
    end = take_range(*number, quantity);
    end = take_unit(end, quantity);
    const int hedged = take_hedge(begin, quantity);
    const int noun = take_noun(end, quantity);
    if (!is_quantity(*number, quantity, hedged != begin)) return number->end;
    // What an earlier quantity holds is not read again.
    const int first = std::max(hedged, behind_);
    behind_ = std::max(noun, end);
    quantity.span = words_.span(first, behind_ - 1);
    out_.push_back(std::move(quantity));
    return behind_;
  }

  /// "10 to 15", "10–15", "between 10 and 15".
  int take_range(const Number& number, Quantity& quantity) const {
    const int at = number.end;
    const std::string_view joint = words_.written(at);
    const bool between = words_.folded(number.begin - 1) == "between" ||
                         (is_currency(number.begin - 1) && words_.folded(number.begin - 2) == "between");
    const bool joins = joint == "-" || joint == "\u2013" || joint == "to" || (joint == "and" && between) ||
                       (joint == "or" && number.spelled);
    if (!joins || !number.value) return at;
    const int next = is_currency(at + 1) ? at + 2 : at + 1;
    const std::optional<Number> high = read(next);
    if (!high || !high->value || word(next).kind == Kind::share || word(next).kind == Kind::times) return at;
    // "2 to 3 million": the scale is meant for both.
    double low = *number.value;
    const NumberWord bare = word(next);
    if (bare.value > 0 && bare.value < *high->value && low < bare.value + 1) low *= *high->value / bare.value;
    if (*high->value <= low) return at;
    quantity.value = low;
    quantity.high = high->value;
    if (high->unit == "%") quantity.unit = "percent";
    return high->end;
  }

  /// "per cent", "%", "km", "dollars", "times" behind a number.
  int take_unit(int at, Quantity& quantity) const {
    if (words_.written(at) == "%") return quantity.unit = "percent", at + 1;
    if (words_.folded(at) == "percent")
      return quantity.unit = words_.folded(at + 1).starts_with("point") ? "points" : "percent",
             at + (quantity.unit == "points" ? 2 : 1);
    if (words_.folded(at) == "percentage" && words_.folded(at + 1).starts_with("point"))
      return quantity.unit = "points", at + 2;
    if (words_.folded(at) == "per" && words_.folded(at + 1) == "cent") return quantity.unit = "percent", at + 2;
    int next = words_.written(at) == "-" ? at + 1 : at;
    if (words_.folded(next) == "us" && !unit_of(words_.folded(next + 1)).empty()) ++next;
    const std::string_view unit = unit_of(words_.folded(next));
    if (unit.empty() || !quantity.unit.empty()) return at;
    quantity.unit = unit;
    return next + 1;
  }

  /// The token at which the hedge before a number begins; the number's own if there is none.
  int take_hedge(int begin, Quantity& quantity) const {
    int at = begin - 1;
    if (words_.folded(at) == "a" || words_.folded(at) == "the") --at;
    const std::string_view word = words_.folded(at);
    int first = -1;
    if (word == "than" && than_hedges.has(words_.folded(at - 1)))
      first = words_.folded(at - 2) == "no" ? at - 2 : at - 1;
    else if (word == "to" && words_.folded(at - 1) == "up")
      first = at - 1;
    else if (word == "to" && words_.folded(at - 1) == "close")
      first = at - 1;
    else if ((word == "least" || word == "most") && words_.folded(at - 1) == "at")
      first = at - 1;
    else if (word == "as" && words_.folded(at - 2) == "as")
      first = at - 2;
    else if (word == "of" && words_.folded(at - 1) == "excess" && words_.folded(at - 2) == "in")
      first = at - 2;
    else if (one_word_hedges.has(word))
      first = words_.folded(at - 1) == "well" ? at - 1 : at;
    if (first < 0) return begin;
    quantity.hedge = words_.span(first, at);
    return first;
  }

  /// What is counted: adjectives and the noun behind the number, as far as the plural goes; the token behind it.
  int take_noun(int at, Quantity& quantity) const {
    int next = at;
    const bool measured = !quantity.unit.empty() && !is_share(quantity.unit);
    if (measured && words_.folded(next) != "of" && words_.written(at) != "-" && words_.written(at - 2) != "-")
      return at;
    const bool part = quantity.unit == "share" || quantity.unit == "times";
    if (words_.folded(next) == "of" || part) {
      if (words_.folded(next) == "of") ++next;
      constexpr WordList articles(
          {"the", "all", "its", "their", "our", "these", "those", "total", "world", "his", "her"});
      for (int skipped = 0; skipped < 2 && articles.has(words_.folded(next)) && words_.folded(next) != "world";
           ++skipped)
        ++next;
    } else if (words_.written(next) == "-") {
      ++next;
    }
    if (words_.folded(next) == "more" || words_.folded(next) == "other" || words_.folded(next) == "further") ++next;
    constexpr int longest = 5;
    const int first = next;
    int last = -1;
    for (; next < first + longest && words_.is_word(next) && !no_nouns.has(words_.folded(next)); ++next) {
      if (word(next).kind != Kind::none && word(next).kind != Kind::share) break;
      last = next;
      if (looks_plural(words_.folded(next))) break;
      if (words_.written(next + 1) == "-") ++next;
    }
    if (last < 0) return at;
    // Without a plural within reach, the word beside the number is the best guess, with its adjective.
    if (!looks_plural(words_.folded(last)))
      last =
          looks_adjective(words_.folded(first)) && first + 1 <= last && words_.is_word(first + 1) ? first + 1 : first;
    quantity.noun = words_.span(first, last);
    return last + 1;
  }

  [[nodiscard]] static bool is_share(std::string_view unit) {
    return unit == "percent" || unit == "share" || unit == "times" || unit == "points";
  }

  /// Digits and number words that name something: Article 5, G20, 5G, one another, the one, section 2.1.
  [[nodiscard]] bool is_name(int at, const Number& number) const {
    const std::string_view before = words_.folded(at - 1);
    const std::string_view mark = words_.written(at - 1);
    const bool digits = word(at).kind == Kind::digits;
    if (digits && numbered.has(before) && !(before == "a" || before == "agenda" || before == "g")) return true;
    if (digits && words_.is_word(at - 1) && at > 1 && words_.type(at - 1).acronym) return true;
    if (digits && words_.is_joined(at) &&
        (mark == "-" || mark == "/" || mark == "." || mark == "#" || mark == "_" || mark == ":") &&
        word(at - 2).kind == Kind::none)
      return true;
    if (digits && words_.is_joined(at + 1) && (words_.written(at + 1) == "/" || words_.written(at + 1) == ":") &&
        words_.is_joined(at + 2))
      return true;
    if (digits && before == "of" && words_.folded(at - 2) == "group") return true;
    // "Ninh Thuan 1"
    if (digits && at > 1 && words_.is_capitalized(at - 1) && words_.token(at).end - words_.token(at).begin <= 2 &&
        !looks_plural(words_.folded(number.end)) && unit_of(words_.folded(number.end)).empty() &&
        words_.written(number.end) != "%")
      return true;
    // "three-dimensional", "two-way": a kind and no count
    if (!digits && words_.written(number.end) == "-" && words_.is_joined(number.end) &&
        unit_of(words_.folded(number.end + 1)).empty() && word(number.end + 1).kind == Kind::none)
      return true;
    // A list number: "3." or "(2)"; marks may stand before it.
    int first = at;
    while (first > 0 && !words_.is_word(first - 1)) --first;
    if (digits && (first == 0 || mark == "(" || mark == "[") &&
        (words_.written(number.end) == "." || words_.written(number.end) == ")" || words_.written(number.end) == "]"))
      return true;
    if (mark == "." &&
        (words_.folded(at - 2) == "no" || words_.folded(at - 2) == "nos" || words_.folded(at - 2) == "art" ||
         words_.folded(at - 2) == "pp" || words_.folded(at - 2) == "p"))
      return true;
    return false;
  }

  /// Small number words count something only beside a noun in the plural, a unit or a hedge: "one" is mostly a pronoun.
  [[nodiscard]] bool is_quantity(const Number& number, const Quantity& quantity, bool hedged) const {
    const NumberWord first = word(number.begin);
    const bool counted = !quantity.noun.empty();
    const std::string_view noun = counted ? quantity.noun.in(text_) : std::string_view();
    const bool plural = counted && noun.ends_with('s');
    if (first.kind == Kind::share || first.kind == Kind::fraction) {
      const std::string_view next = words_.folded(number.end);
      if (words_.folded(number.begin - 1) == "second" || words_.folded(number.begin - 1) == "first") return false;
      const std::string_view before = words_.folded(number.begin - 1);
      if (first.kind == Kind::fraction) return before == "a" || before == "one";
      return hedged || next == "of" || next == "the" || next == "a" || next == "its" || next == "their" || counted;
    }
    if (first.kind == Kind::article) return hedged && !quantity.unit.empty();
    // Bare digits are paragraph numbers, scores, parts of addresses.
    if (first.kind == Kind::digits)
      return counted || !quantity.unit.empty() || hedged || quantity.high || number.end > number.begin + 1;
    if (first.kind == Kind::times) return hedged || first.value != 1;
    if (first.kind == Kind::vague || first.kind == Kind::scale_plural) return counted;
    if (first.kind == Kind::small && first.value <= 1)
      return !quantity.unit.empty() || hedged || number.end > number.begin + 1;
    if (first.kind == Kind::small || first.kind == Kind::tens)
      return plural || counted || !quantity.unit.empty() || hedged || number.end > number.begin + 1;
    if (first.kind == Kind::scale) return hedged || counted;
    return true;
  }

  std::string_view text_;
  SentenceWords words_;
  SentenceDates& dates_;
  TypeDecisions<NumberWord>& known_;
  std::vector<Quantity>& out_;
  SentenceCitations citations_;
  int behind_ = 0;  ///< token behind the last quantity
};

}  // namespace

void find_quantities(const DetectorInput& input, const Sentence& sentence, SentenceDates& dates,
                     std::vector<Quantity>& out) {
  thread_local TypeDecisions<NumberWord> known;
  known.use(input.vocabulary);
  thread_local TypeDecisions<bool> telling;
  telling.use(input.vocabulary);
  if (any_type(telling, input.segmentation.tokens, sentence,
               [&](const Token& token) { return tells_quantity(input, token); }))
    Search(input, sentence, dates, known, out).run();
}

}  // namespace topos
