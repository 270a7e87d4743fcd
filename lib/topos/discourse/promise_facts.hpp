// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/base/span.hpp"
#include "topos/discourse/fact_file.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

/// What is looked at, in the order of the table.
enum class PromiseCheck : std::uint8_t {
  announcement,
  commitment,
  promise,
  spread,
  absence,
  keyword,
  acronym,
  quality,
  fact
};
inline constexpr std::array<std::string_view, 9> promise_check_names{
    "announcement", "commitment", "promise", "spread", "absence", "keyword", "acronym", "quality", "fact"};

/// What became of it.
enum class PromiseStatus : std::uint8_t {
  announced,
  committed,    ///< who speaks binds themselves
  undelivered,  ///< behind the announcing part there is nothing of it
  thin,         ///< in one or two sentences
  delivered,    ///< in three sentences or more
  emergent,     ///< used, but not announced
  absent,
  present,
  even,
  local,   ///< few sections hold most of it
  sparse,  ///< fewer hits than sections
  fit,
  permuted,
  mismatch,
  variant,  ///< two acronyms of the same thing
  found,
  agrees,
  contradicts,
  unmentioned
};
inline constexpr std::array<std::string_view, 19> promise_status_names{
    "announced", "committed", "undelivered", "thin",        "delivered",  "emergent", "absent",
    "present",   "even",      "local",       "sparse",      "fit",        "permuted", "mismatch",
    "variant",   "found",     "agrees",      "contradicts", "unmentioned"};

/// Fewer sentences mention a thing and do not treat it.
inline constexpr std::uint64_t least_delivery = 3;

inline constexpr std::size_t most_places = 5;  ///< sentences that are shown beside one thing

/// Counts by section, in the order in which these begin.
using SectionCounts = std::vector<std::pair<std::string, std::uint64_t>>;

/// One thing that was found in one document.
struct PromiseFinding {
  PromiseCheck check = PromiseCheck::announcement;
  std::string item;
  PromiseStatus status = PromiseStatus::announced;
  std::uint64_t n = 0;
  std::string expected;     ///< of facts: what the file says
  std::uint64_t value = 0;  ///< sentences of delivery; words that `base` is the whole of
  std::uint64_t base = 0;   ///< 0: `value` is no part of anything
  SectionCounts sections;
  std::vector<std::uint32_t> sentences;  ///< numbers in the document
};

/// A sentence that something rests on.
struct PromiseSentence {
  PromiseCheck check = PromiseCheck::announcement;
  PromiseStatus status = PromiseStatus::announced;
  std::string item;
  std::string id;                       ///< of the finding, or those of the hits, which decisions name
  std::uint32_t sentence = 0;           ///< in the document, from 1
  std::uint32_t analysis_sentence = 0;  ///< in the analysis text, from 1; 0 outside it
  std::uint32_t line = 0;
  ByteSpan span;
  bool announces = false;  ///< it is a sentence that announces
  bool delivers = false;   ///< it counts as delivery
  std::string text;        ///< the words that are the hits
  std::string sentence_text;
};

/// How often a document has a code.
struct CodeUse {
  std::string code;
  std::uint64_t n = 0;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> sections;  ///< number in DocumentPromises::sections, hits
  std::vector<std::uint32_t> sentences;
};

/// What is kept of one document.
struct DocumentPromises {
  struct Section {
    std::string name;
    std::uint64_t words = 0;
  };
  std::string document;
  bool selected = false;
  bool draft = false;
  std::vector<std::string> values;  ///< of the fields of --by
  std::uint64_t words = 0;          ///< of the text that counts
  std::vector<Section> sections;    ///< with text that counts
  std::vector<PromiseFinding> findings;
  std::vector<CodeUse> uses;
  std::vector<PromiseSentence> evidence;  ///< where it is asked for
};

/// What codes are looked at for, and what else is checked.
struct PromisePlan {
  CodeSelection topics;   ///< may be promised
  bool declares = false;  ///< `declared` says what is promised, and announcements do not
  CodeSelection declared = CodeSelection::nothing();
  std::vector<std::string> declared_codes;            ///< all that it means
  CodeSelection universe = CodeSelection::nothing();  ///< are looked for, so that their absence can be seen
  std::vector<std::string> universe_codes;            ///< all that it means
  std::vector<std::string> named;                     ///< patterns that are promises, in their order
  std::vector<Fact> facts;
  bool lists_evidence = false;                     ///< sentences are asked for
  std::function<bool(std::string_view id)> drops;  ///< people dropped the announcement of that id; null: none
};

}  // namespace topos
