// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <iterator>
#include <string_view>

#include "topos/annotation/detectors/cause_markers.hpp"

namespace topos {

/// Longer ones before those that they begin with.
inline constexpr CauseMarker cause_markers[] = {
    {"because of", CauseMarker::Kind::reason},
    {"because", CauseMarker::Kind::clause},
    {"due to", CauseMarker::Kind::reason},
    {"owing to", CauseMarker::Kind::reason},
    {"as a result of", CauseMarker::Kind::reason},
    {"as a consequence of", CauseMarker::Kind::reason},
    {"as a direct result of", CauseMarker::Kind::reason},
    {"as the result of", CauseMarker::Kind::reason},
    {"thanks to", CauseMarker::Kind::reason},
    {"in response to", CauseMarker::Kind::reason},
    {"in reaction to", CauseMarker::Kind::reason},
    {"in retaliation for", CauseMarker::Kind::reason},
    {"in protest at", CauseMarker::Kind::reason},
    {"in protest against", CauseMarker::Kind::reason},
    {"in protest over", CauseMarker::Kind::reason},
    {"on account of", CauseMarker::Kind::reason},
    {"in consequence of", CauseMarker::Kind::reason},
    {"results from", CauseMarker::Kind::outcome},
    {"resulted from", CauseMarker::Kind::outcome},
    {"resulting from", CauseMarker::Kind::outcome},
    {"result from", CauseMarker::Kind::outcome},
    {"stems from", CauseMarker::Kind::outcome},
    {"stem from", CauseMarker::Kind::outcome},
    {"stemmed from", CauseMarker::Kind::outcome},
    {"stemming from", CauseMarker::Kind::outcome},
    {"arises from", CauseMarker::Kind::outcome},
    {"arose from", CauseMarker::Kind::outcome},
    {"arising from", CauseMarker::Kind::outcome},
    {"caused by", CauseMarker::Kind::outcome},
    {"driven by", CauseMarker::Kind::outcome},
    {"triggered by", CauseMarker::Kind::outcome},
    {"prompted by", CauseMarker::Kind::outcome},
    {"provoked by", CauseMarker::Kind::outcome},
    {"fuelled by", CauseMarker::Kind::outcome},
    {"fueled by", CauseMarker::Kind::outcome},
    {"sparked by", CauseMarker::Kind::outcome},
    {"brought about by", CauseMarker::Kind::outcome},
    {"engendered by", CauseMarker::Kind::outcome},
    {"occasioned by", CauseMarker::Kind::outcome},
    {"necessitated by", CauseMarker::Kind::outcome},
    {"attributable to", CauseMarker::Kind::outcome},
    {"the result of", CauseMarker::Kind::outcome},
    {"a result of", CauseMarker::Kind::outcome},
    {"the direct result of", CauseMarker::Kind::outcome},
    {"the consequence of", CauseMarker::Kind::outcome},
    {"a consequence of", CauseMarker::Kind::outcome},
    {"the effect of", CauseMarker::Kind::outcome},
    {"the product of", CauseMarker::Kind::outcome},
    {"the outcome of", CauseMarker::Kind::outcome},
    {"leads to", CauseMarker::Kind::verb},
    {"led to", CauseMarker::Kind::verb},
    {"lead to", CauseMarker::Kind::verb},
    {"results in", CauseMarker::Kind::verb},
    {"resulted in", CauseMarker::Kind::verb},
    {"result in", CauseMarker::Kind::verb},
    {"gives rise to", CauseMarker::Kind::verb},
    {"gave rise to", CauseMarker::Kind::verb},
    {"given rise to", CauseMarker::Kind::verb},
    {"give rise to", CauseMarker::Kind::verb},
    {"brings about", CauseMarker::Kind::verb},
    {"brought about", CauseMarker::Kind::verb},
    {"bring about", CauseMarker::Kind::verb},
    {"causes", CauseMarker::Kind::verb},
    {"caused", CauseMarker::Kind::verb},
    {"cause", CauseMarker::Kind::verb},
    {"enables", CauseMarker::Kind::verb},
    {"enabled", CauseMarker::Kind::verb},
    {"enable", CauseMarker::Kind::verb},
    {"compels", CauseMarker::Kind::verb},
    {"compelled", CauseMarker::Kind::verb},
    {"compel", CauseMarker::Kind::verb},
    {"forces", CauseMarker::Kind::verb},
    {"forced", CauseMarker::Kind::verb},
    {"force", CauseMarker::Kind::verb},
    {"drives", CauseMarker::Kind::verb},
    {"drove", CauseMarker::Kind::verb},
    {"driven", CauseMarker::Kind::verb},
    {"drive", CauseMarker::Kind::verb},
    {"prompts", CauseMarker::Kind::verb},
    {"prompted", CauseMarker::Kind::verb},
    {"prompt", CauseMarker::Kind::verb},
    {"triggers", CauseMarker::Kind::verb},
    {"triggered", CauseMarker::Kind::verb},
    {"trigger", CauseMarker::Kind::verb},
    {"sparked", CauseMarker::Kind::verb},
    {"fuels", CauseMarker::Kind::verb},
    {"fuelled", CauseMarker::Kind::verb},
    {"fueled", CauseMarker::Kind::verb},
    {"provoked", CauseMarker::Kind::verb},
    {"provokes", CauseMarker::Kind::verb},
    {"ignited", CauseMarker::Kind::verb},
    {"engendered", CauseMarker::Kind::verb},
    {"engenders", CauseMarker::Kind::verb},
    {"produces", CauseMarker::Kind::verb},
    {"produced", CauseMarker::Kind::verb},
    {"makes", CauseMarker::Kind::verb},
    {"made", CauseMarker::Kind::verb},
    {"make", CauseMarker::Kind::verb},
    {"has", CauseMarker::Kind::verb},
    {"have", CauseMarker::Kind::verb},
    {"had", CauseMarker::Kind::verb},
    {"leading to", CauseMarker::Kind::participle},
    {"resulting in", CauseMarker::Kind::participle},
    {"causing", CauseMarker::Kind::participle},
    {"giving rise to", CauseMarker::Kind::participle},
    {"bringing about", CauseMarker::Kind::participle},
    {"enabling", CauseMarker::Kind::participle},
    {"compelling", CauseMarker::Kind::participle},
    {"forcing", CauseMarker::Kind::participle},
    {"prompting", CauseMarker::Kind::participle},
    {"triggering", CauseMarker::Kind::participle},
    {"sparking", CauseMarker::Kind::participle},
    {"fuelling", CauseMarker::Kind::participle},
    {"fueling", CauseMarker::Kind::participle},
    {"provoking", CauseMarker::Kind::participle},
    {"and that is why", CauseMarker::Kind::connective},
    {"and this is why", CauseMarker::Kind::connective},
    {"which is why", CauseMarker::Kind::connective},
    {"that is why", CauseMarker::Kind::connective},
    {"and for that reason", CauseMarker::Kind::connective},
    {"and for this reason", CauseMarker::Kind::connective},
    {"and as a result", CauseMarker::Kind::connective},
    {"and as a consequence", CauseMarker::Kind::connective},
    {"and consequently", CauseMarker::Kind::connective},
    {"and therefore", CauseMarker::Kind::connective},
    {"and hence", CauseMarker::Kind::connective},
    {"and thus", CauseMarker::Kind::connective},
    {"and so", CauseMarker::Kind::connective},
    {"therefore", CauseMarker::Kind::connective},
    {"consequently", CauseMarker::Kind::connective},
    {"as a result", CauseMarker::Kind::connective},
    {"hence", CauseMarker::Kind::connective},
    {"thus", CauseMarker::Kind::connective},
    {"so", CauseMarker::Kind::connective},
};

[[nodiscard]] constexpr std::string_view first_word(std::string_view phrase) {
  return phrase.substr(0, phrase.find(' '));
}

/// The markers by their first words, those with the same one in the order above.
inline constexpr auto cause_markers_by_first_word = [] {
  std::array<CauseMarker, std::size(cause_markers)> sorted{};
  for (std::size_t size = 0; size < sorted.size(); ++size) {
    std::size_t at = size;
    for (; at > 0 && first_word(cause_markers[size].words) < first_word(sorted[at - 1].words); --at)
      sorted[at] = sorted[at - 1];
    sorted[at] = cause_markers[size];
  }
  return sorted;
}();

struct FirstWordLess {
  bool operator()(const CauseMarker& marker, std::string_view word) const { return first_word(marker.words) < word; }
  bool operator()(std::string_view word, const CauseMarker& marker) const { return word < first_word(marker.words); }
};

static_assert(std::size(cause_markers) < 256);

}  // namespace topos
