// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/speech_verbs.hpp"

namespace topos {

/// What an English word or mark can be to rules that read clauses without knowing parts of speech, as bits.
enum ClauseClass : std::uint32_t {
  class_comma = 1,
  class_cut = 2,  ///< ; : or a dash between clauses
  class_be = 4,
  class_auxiliary = 8,  ///< have, do and modal verbs; forms of be are both
  class_adverb = 16,    ///< that may stand between subject and verb
  class_negation = 32,
  class_preposition = 64,
  class_determiner = 128,   ///< the, a, its, this, each
  class_coordinator = 256,  ///< and, or, but, nor
  class_opener = 512,       ///< begins a clause: because, while, that, which, who
  class_relative = 1024,    ///< of these: which, that, who
  class_self = 2048,        ///< we, I, our, my
  class_pronoun = 4096,     ///< it, they, this as a subject
  class_finite = 8192,      ///< a verb that is hardly ever a noun: highlights, remains, shows
  class_quote = 16384,      ///< a quotation mark
  class_cue = 32768,        ///< may begin what gives a view to somebody: according, as, in, reportedly
  class_view = 65536        ///< eyes, view, opinion; point among them
};

/// The markers of cause that begin with a word, as places in their list.
struct CauseMarkerRange {
  std::uint8_t begin = 0;
  std::uint8_t end = 0;
};

/// A word or mark of a sentence.
struct ClauseWord {
  std::string_view folded;
  ByteSpan span;              ///< the possessive 's that follows it among it
  std::uint32_t classes = 0;  ///< of ClauseClass
  SpeechVerb speech = SpeechVerb::none;
  CauseMarkerRange causes;
  bool capitalized = false;
  bool acronym = false;  ///< written in capitals alone
  bool possessive = false;

  [[nodiscard]] bool is(std::uint32_t any) const noexcept { return (classes & any) != 0; }
};

/// One English sentence as words, commas, cuts and quotation marks. Other marks are left out, and so is what stands in
/// brackets.
class ClauseWords {
 public:
  /// Cost: linear; what a type is, is decided once.
  void read(const DetectorInput& input, const Sentence& sentence);

  [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }
  [[nodiscard]] const ClauseWord& operator[](std::size_t at) const { return words_[at]; }
  /// Whether the words from `at` on are those of `phrase`, one space between two.
  [[nodiscard]] bool has(std::size_t at, std::string_view phrase) const;
  /// The bytes of words [begin, end), without quotation marks and commas at the ends. Domain: not empty.
  [[nodiscard]] ByteSpan span(std::size_t begin, std::size_t end) const;
  /// Whether a word of [begin, end) is of one of the classes.
  [[nodiscard]] bool any(std::size_t begin, std::size_t end, std::uint32_t classes) const;

 private:
  std::vector<ClauseWord> words_;
};

/// What a sentence may hold, by its words alone: without it, its clauses need not be read.
struct ClauseSigns {
  bool attribution = false;
  bool cause = false;
};

/// Cost: some ten instructions a token.
[[nodiscard]] ClauseSigns clause_signs(const DetectorInput& input, const Sentence& sentence);

/// How many words `phrase` has, one space between two.
[[nodiscard]] std::size_t phrase_words(std::string_view phrase) noexcept;

}  // namespace topos
