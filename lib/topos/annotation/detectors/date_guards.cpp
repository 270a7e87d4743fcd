// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/date_guards.hpp"

#include "topos/annotation/detectors/word_list.hpp"

namespace topos {
namespace {

/// Words that a number belongs to, written with a capital or not.
constexpr WordList numbered({"article",    "articles",    "chapter", "directive", "figure",  "flight",
                             "hours",      "iso",         "no",      "nos",       "number",  "order",
                             "page",       "pages",       "para",    "paragraph", "pp",      "regulation",
                             "resolution", "resolutions", "room",    "rule",      "section", "table"});
/// Names that end in a year.
constexpr WordList named({"action", "agenda",     "blueprint", "expo",     "framework", "goals",   "horizon",
                          "index",  "masterplan", "outlook",   "plan",     "programme", "program", "project",
                          "report", "review",     "roadmap",   "strategy", "survey",    "vision"});
constexpr WordList placing({"after", "around", "before", "by",      "circa",      "during", "early", "from",
                            "in",    "its",    "late",   "mid",     "of",         "on",     "our",   "since",
                            "the",   "their",  "this",   "through", "throughout", "till",   "to",    "until",
                            "a",     "his",    "her",    "my",      "and"});
constexpr WordList hedging({"almost", "approximately", "equals", "exactly", "least", "nearly", "over", "roughly",
                            "some", "than"});
constexpr WordList units({"bc",        "bce",       "be",         "billion",    "bn",       "bpd",    "children",
                          "dollars",   "feet",      "gmt",        "ha",         "hectares", "hours",  "hrs",
                          "kg",        "kilograms", "kilometers", "kilometres", "km",       "kms",    "kw",
                          "lb",        "m",         "men",        "meters",     "metres",   "mi",     "miles",
                          "million",   "mm",        "mt",         "mw",         "people",   "per",    "percent",
                          "personnel", "points",    "pounds",     "square",     "thousand", "tonnes", "tons",
                          "troops",    "utc",       "women"});
constexpr WordList hyphened({"early", "inter", "late", "mid", "post", "pre", "since", "until"});

bool is_digits(std::string_view text) { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }

/// "2000 delegates": a plural without a word that places it in time before the number.
bool is_counted(const SentenceWords& words, int at) {
  const std::string_view next = words.written(at + 1);
  const std::string_view folded = words.folded(at + 1);
  if (units.has(folded))
    return !(folded == "m" || folded == "be") || words.written(at + 1) == "m" || words.written(at + 1) == "BE";
  if (words.written(at + 1) == "%") return true;
  // "until at least 1981" is a time.
  const bool timed =
      words.folded(at - 2) == "at" && (words.folded(at - 3) == "until" || words.folded(at - 3) == "through");
  if (hedging.has(words.folded(at - 1)) && !timed) return true;
  constexpr WordList verbs({"was",    "is",      "has",      "this",  "its",       "thus",      "us",      "as",
                            "does",   "sees",    "saw",      "marks", "brings",    "shows",     "remains", "his",
                            "begins", "becomes", "promises", "plus",  "sanctions", "elections", "events",  "protests"});
  const bool plural = next.size() >= 4 && next.ends_with('s') && !next.ends_with("ss") && next[0] >= 'a' &&
                      next[0] <= 'z' && !verbs.has(folded);
  return plural && !placing.has(words.folded(at - 1));
}

}  // namespace

bool is_year_alone(const SentenceWords& words, int at) {
  const std::string_view before = words.folded(at - 1);
  const std::string_view mark = words.written(at - 1);
  if (words.is_joined(at) && (mark == "$" || mark == "€" || mark == "£" || mark == "¥" || mark == "#" || mark == "." ||
                              mark == "°" || mark == ":" || mark == "_" || mark == "+"))
    return false;
  if (words.is_joined(at) && mark == "/" && !is_digits(words.folded(at - 2))) return false;
  if (words.is_joined(at + 1) && (words.written(at + 1) == "/" || words.written(at + 1) == "_") &&
      !is_digits(words.folded(at + 2)))
    return false;
  if (words.is_joined(at + 1) && words.written(at + 1) == ":" && is_digits(words.folded(at + 2))) return false;
  if (words.is_joined(at) && mark == "-" && !hyphened.has(words.folded(at - 2)) && !is_digits(words.folded(at - 2)))
    return false;
  if (numbered.has(before) || ((mark == "." || mark == "°") && numbered.has(words.folded(at - 2)))) return false;
  if (words.has(at - 1) && words.is_word(at - 1)) {
    const bool placed = placing.has(before);
    if (!placed && words.type(at - 1).acronym && before != "fy" && before != "us" && before != "un" && before != "eu")
      return false;
    if (words.is_capitalized(at - 1) && named.has(before)) return false;
    if (before == "at" && words.folded(at + 1) != "and") return false;
  }
  // "the 2030 Agenda for Sustainable Development"
  if (words.is_capitalized(at + 1) &&
      (words.folded(at + 1) == "agenda" || words.folded(at + 1) == "vision" || words.folded(at + 1) == "goals"))
    return false;
  return !is_counted(words, at);
}

}  // namespace topos
