// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/annotation/tally.hpp"
#include "topos/annotation/word_places.hpp"

namespace topos {

/// Where two codes have to stand to stand together.
struct PairOptions {
  WordPlaces::Bound unit = WordPlaces::Bound::sentence;
  /// Units are words: those from which the window of a hit of the first code is seen, its own included; windows do not
  /// leave `unit`.
  std::optional<WordWindow> window;
  /// Codes whose rows keep the values of the fields of hits in --by, so that a code that is denied and one that is not
  /// are two; hits without a value have no part. Of other codes these values are left empty. Null: there are no such
  /// fields.
  std::function<bool(std::string_view code)> split = {};
  bool keep_places = false;  ///< the numbers of units are wanted
};

/// Whole numbers of one code in one group of one document.
struct CodePresence {
  RowKey key;
  std::uint64_t units = 0;  ///< units with a hit; with a window, words on which a hit begins
  std::uint64_t hits = 0;
  std::uint64_t near = 0;                  ///< with a window: words in it or in a hit; else `units`
  std::vector<std::uint32_t> places = {};  ///< if they are wanted: its units, as those of pairs
};

/// Counts of one document, made by a worker: whole numbers that add up over documents.
struct DocumentPairs {
  struct Group {
    GroupKey values;
    std::uint64_t units = 0;
  };
  /// Units with both; indices into `codes`. With a window, words in the window of `a` on which a hit of `b` begins.
  struct Pair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint64_t units = 0;
    std::vector<std::uint32_t> places =
        {};  ///< if they are wanted: numbers of the sentences or paragraphs, as hits have them, ascending
  };
  std::string document;
  std::string cluster;  ///< what else it belongs to, for who resamples documents; the caller's to set
  /// Codes may have values of fields of hits, which groups of text leave empty. To be set before a partial result is
  /// read of a command that splits codes.
  bool split = false;
  bool draft = false;
  std::vector<Group> groups;
  std::vector<CodePresence> codes;  ///< ordered by key
  std::vector<Pair>
      pairs;  ///< of different codes in one group of text, both ways round; without a window a before b only
};

/// Counts in how many sentences, paragraphs or words of documents codes stand together. One for each worker.
class PairCounter {
 public:
  /// `query` must outlive it and what it makes. Domain: it has fields of hits in --by only if the options split by
  /// them.
  PairCounter(const Query& query, const PairOptions& options) : run_(query), options_(options) {}

  /// Domain: if there is a window, `annotator` has just segmented the document.
  /// Cost: for each unit, the square of the codes in it.
  [[nodiscard]] DocumentPairs count(const AnnotatedDocument& annotated, const Annotator& annotator);

 private:
  /// Places of one code: units, or words on which hits begin; and what is near them.
  struct Marks {
    std::vector<std::uint32_t> units;
    std::vector<std::uint32_t> near;
  };
  void mark_units(const QueryResult& found, const QueryHit& hit, Marks& marks) const;
  void mark_words(const QueryHit& hit, std::uint32_t group, Marks& marks) const;
  using Codes = std::vector<std::pair<CodePresence, Marks>>;
  /// The codes that the rows of a result count for; rows without part have the number `none`.
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  [[nodiscard]] std::vector<std::uint32_t> codes_of(const QueryResult& found, Codes& codes) const;
  void count_groups(const QueryParts& parts, const AnnotatedDocument& annotated, DocumentPairs& result) const;

  QueryRun run_;
  PairOptions options_;
  WordPlaces places_;
};

}  // namespace topos
