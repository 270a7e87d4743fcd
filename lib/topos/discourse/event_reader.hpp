// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/detectors/address_spans.hpp"
#include "topos/annotation/detectors/cause_links.hpp"
#include "topos/annotation/detectors/date_mentions.hpp"
#include "topos/annotation/query.hpp"
#include "topos/discourse/case_counter.hpp"
#include "topos/discourse/event.hpp"
#include "topos/matching/selection.hpp"

namespace topos {

/// Reads the events that documents tell. One for each worker.
class EventReader {
 public:
  struct Options {
    std::string source_field;  ///< metadata field that names who tells; a document without it is a source of its own
    CodeSelection cases = CodeSelection::nothing();  ///< codes that name cases
    const CaseSet* case_set = nullptr;               ///< a case file, in their place
  };

  /// `query` must outlive it.
  EventReader(const Query& query, Options options) : query_(query), options_(std::move(options)) {}

  /// The events of the text that counts, in text order: dates, but those of names and of lists of references, and in
  /// English the ends of causes. Domain: `annotator` has just cut the document into tokens.   Cost: linear in the text.
  [[nodiscard]] DocumentEvents read(const AnnotatedDocument& annotated, const Annotator& annotator);

 private:
  struct Place;
  [[nodiscard]] EventMention begin_mention(const Place& place, std::string_view type, ByteSpan span,
                                           ByteSpan clause) const;
  void take_nearest_action(const Place& place, ByteSpan clause, ByteSpan date, EventMention& mention) const;
  void take_own_action(const Place& place, ByteSpan phrase, EventMention& mention) const;
  [[nodiscard]] EventMention dated(const Place& place, const DateMention& date) const;
  void add_link(const Place& place, const CauseLink& link, std::size_t first, std::size_t behind,
                DocumentEvents& out) const;
  void find_cases(Place& place) const;
  void read_sentence(Place& place, const DetectorInput& input, AddressSpans& addresses, DocumentEvents& out);

  const Query& query_;
  Options options_;
  ClauseWords words_;
  std::vector<CauseLink> causes_;
  std::vector<DateMention> dates_;
};

}  // namespace topos
