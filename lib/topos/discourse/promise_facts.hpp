// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/discourse/fact_file.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

/// What is looked at, in the order of the table.
enum class PromiseCheck : std::uint8_t { announcement, promise, spread, absence, keyword, acronym, quality, fact };
inline constexpr std::array<std::string_view, 8> promise_check_names{"announcement", "promise", "spread",  "absence",
                                                                     "keyword",      "acronym", "quality", "fact"};

/// What became of it.
enum class PromiseStatus : std::uint8_t {
  announced,
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
inline constexpr std::array<std::string_view, 18> promise_status_names{
    "announced", "undelivered", "thin",     "delivered", "emergent", "absent", "present", "even",        "local",
    "sparse",    "fit",         "permuted", "mismatch",  "variant",  "found",  "agrees",  "contradicts", "unmentioned"};

/// Fewer sentences mention a thing and do not treat it.
inline constexpr std::uint64_t least_delivery = 3;

inline constexpr std::size_t most_places = 5;  ///< sentences that are kept as evidence of one thing

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
  std::vector<std::uint32_t> sentences;  ///< numbers in the document: the first ones
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
};

}  // namespace topos
