// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "topos/annotation/detectors/attributions.hpp"
#include "topos/annotation/detectors/cause_links.hpp"
#include "topos/annotation/detectors/clause_words.hpp"
#include "topos/annotation/detectors/detector.hpp"
#include "topos/annotation/detectors/speaker_frame.hpp"
#include "topos/annotation/quotations.hpp"

namespace topos {

/// What the clauses of an English document's sentences say: each sentence is read once for all who ask whose words it
/// gives and what it gives as a cause, and only if its words may be such. One for each worker.
class DocumentClauses {
 public:
  /// What is to be looked for when a sentence is read.
  struct Wanted {
    bool attributions = false;
    bool causes = false;
  };

  /// Goes on to a document, of which nothing is read yet. What `input` refers to must stay as it is until the next
  /// call; its hits have those of actors among them.
  void begin(const DetectorInput& input, Wanted wanted);

  /// What a sentence, numbered from 0 within the document, lays to whom, in the order of the cues. It holds until
  /// another sentence is asked for. Domain: attributions are wanted.   Cost: linear in the sentence the first time; in
  /// the document for its first quotation.
  [[nodiscard]] std::span<const Attribution> attributions(std::uint32_t sentence);
  /// What a sentence gives as a cause of what, likewise. Domain: causes are wanted.
  [[nodiscard]] std::span<const CauseLink> causes(std::uint32_t sentence);

  /// Who speaks on in a sentence that begins inside a quotation, or in one of its later paragraphs: the attribution of
  /// the sentence in which the quotation opens, else of that in which it closes, its content the whole of the quotation
  /// in that paragraph; nothing if neither tells. The first of its sentences is asked for, too, if only the last tells.
  /// Cost: that of attributions(), once for a quotation.
  [[nodiscard]] const std::optional<Attribution>& continued(std::uint32_t sentence);

 private:
  struct Found {
    TokenRange attributions;  ///< places in the lists
    TokenRange causes;
    bool read = false;
  };
  const Found& read(std::uint32_t sentence);
  const DocumentQuotations& quotations();
  [[nodiscard]] std::optional<Attribution> laid_to(ByteSpan quotation, std::uint32_t sentence);

  std::optional<DetectorInput> input_;
  std::optional<SpeakerFrame> frame_;
  Wanted wanted_;
  ClauseWords words_;
  std::vector<Found> found_;  ///< by sentence
  std::vector<Attribution> attributions_;
  std::vector<CauseLink> causes_;
  std::optional<DocumentQuotations> quotations_;
  std::vector<std::uint32_t> ends_with_;  ///< of a quotation that goes on: the number of its last span
  std::optional<ByteSpan> goes_on_;       ///< the quotation that was asked for last
  std::optional<Attribution> continued_;  ///< whose it is
};

/// The clauses that come with `input`, or those of `own`, begun for it.
[[nodiscard]] DocumentClauses& clauses_of(const DetectorInput& input, DocumentClauses& own,
                                          DocumentClauses::Wanted wanted);

}  // namespace topos
