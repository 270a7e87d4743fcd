// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/quoted_speaker.hpp"

#include <algorithm>

#include "topos/annotation/detectors/word_list.hpp"
#include "topos/discourse/finding_values.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/text/shown_text.hpp"

namespace topos {
namespace {

constexpr std::string_view attributed = "attributed:";
constexpr std::size_t longest_name = 200;
constexpr std::uint32_t most_marks = 12;  // bytes behind what is said

// Words that begin a source in small letters where it does not begin the sentence.
constexpr WordList small({"a",    "an",  "both",  "he",     "her",  "his",     "it",    "its",  "many",
                          "most", "one", "other", "others", "our",  "several", "she",   "some", "such",
                          "that", "the", "their", "these",  "they", "this",    "those", "we"});
constexpr WordList pronouns({"all", "both", "each",  "he",    "her",     "him",   "his",    "i",    "it",
                             "its", "many", "most",  "my",    "neither", "one",   "others", "our",  "several",
                             "she", "some", "that",  "their", "them",    "these", "they",   "this", "those",
                             "us",  "we",   "which", "who",   "you",     "your"});
// Those that stand for who was named before.
constexpr WordList of_one({"he", "her", "him", "she"});
constexpr WordList of_several({"them", "they"});

/// The source of an attribution as a name: without the number of a paragraph before it, the possessive at its end, and
/// the capital of a sentence.
std::string name_of(std::string_view written) {
  for (const std::string_view ending : {"'s", "’s"})
    if (written.ends_with(ending)) written.remove_suffix(ending.size());
  const std::size_t digits = std::min(written.find_first_not_of("0123456789"), written.size());
  if (digits > 0 && written.substr(digits).starts_with(". ")) written.remove_prefix(digits + 2);
  std::string name = shown_text(written, longest_name);
  if (name.empty()) return name;
  std::string first = name.substr(0, name.find(' '));
  first[0] = ascii_lower(first[0]);
  if (small.has(first)) name[0] = first[0];
  return name;
}

/// The span with blanks and closing marks behind it, where a citation of what is said stands.
ByteSpan with_marks(ByteSpan span, std::string_view text) {
  constexpr std::string_view blanks_and_marks = " \t\r\n.,;:!?\"')";
  const std::size_t last = std::min<std::size_t>(text.size(), std::size_t{span.end} + most_marks);
  std::size_t end = span.end;
  while (end < last) {
    const std::string_view rest = text.substr(end);
    std::size_t length = blanks_and_marks.find(text[end]) != std::string_view::npos ? 1 : 0;
    for (const std::string_view mark : {"”", "’", "»", "\u00A0"})
      if (rest.starts_with(mark)) length = mark.size();
    if (length == 0) break;
    end += length;
  }
  span.end = static_cast<std::uint32_t>(end);
  return span;
}

/// Whether a name is a pronoun, alone or with a verb drawn to it: "I'll".
bool is_pronoun(std::string_view name) {
  name = name.substr(0, std::min(name.find('\''), name.find("’")));
  std::string folded(name);
  if (!folded.empty()) folded[0] = ascii_lower(folded[0]);  // "US" is a name
  return pronouns.has(folded);
}

}  // namespace

std::string QuotedSpeaker::node() const {
  if (voice.starts_with(attributed)) return voice.substr(attributed.size());
  return written.empty() ? voice : written;
}

QuotedSpeaker speaker_of(const Finding& attribution, bool vague, std::string_view text, const QuotedSpeaker* last) {
  const ByteSpan reach = with_marks(attribution.span, text);
  if (vague || field_text(attribution, "kind") == "vague") return {"vague", {}, reach};
  if (const std::string code = field_text(attribution, "actor"); !code.empty())
    return {std::string(attributed) + code, {}, reach};
  const std::string name = name_of(field_text(attribution, "source"));
  if (!name.empty() && !is_pronoun(name)) return {"attributed", name, reach};
  const bool meant = last != nullptr && (of_one.has(name) || (of_several.has(name) && last->written.ends_with('s')));
  if (!meant) return {"unknown", {}, reach};
  return {last->voice, last->written, reach};
}

}  // namespace topos
