// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/holder.hpp"

namespace topos {

std::string_view holder_of(const MarkedSentence& sentence, const SentenceActors& actors, const MarkedHit& mark) {
  const MarkedHit* holder = actors.first_at(mark.units);  // H1
  const MarkedHit* left = actors.last_before(mark.units.begin);
  if (holder == nullptr && left != nullptr && sentence.words_between(left->units.end, mark.units.begin) == 0)
    holder = left;                                                            // H2
  if (holder == nullptr) holder = actors.last_free_before(mark.units.begin);  // H3
  if (holder == nullptr) holder = left;                                       // H4
  if (holder == nullptr) holder = actors.first_from(mark.units.end);          // H5
  return holder == nullptr ? std::string_view() : holder->hit->code();
}

}  // namespace topos
