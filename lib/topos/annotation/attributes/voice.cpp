// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/attributes/voice.hpp"

#include <algorithm>

#include "topos/codebook/codebook.hpp"

namespace topos {
namespace {

constexpr std::string_view vague = "attribution.vague";
constexpr std::string_view expert = "legitimation.authorization.expert";
constexpr std::string_view say = "action.say";
constexpr std::string_view perspective = "perspectivation";

/// "cited:7,8" by the first marker behind the expert's first byte.
std::string cited(ByteSpan named, const std::vector<CitationMarker>& citations) {
  const auto marker = std::partition_point(citations.begin(), citations.end(), [&](const CitationMarker& one) { return one.span.begin <= named.begin; });
  if (marker == citations.end()) return {};
  std::string voice = "cited:";
  for (const std::string& reference : marker->references) voice.append(&reference == &marker->references.front() ? "" : ",").append(reference);
  return voice;
}

}  // namespace

bool tells_voice(std::string_view code) noexcept {
  return is_or_below(code, vague) || is_or_below(code, expert) || is_or_below(code, say) || is_or_below(code, perspective);
}

bool is_of_sentence(std::string_view voice) noexcept { return voice == "vague" || voice.starts_with("cited:"); }

std::string voice_of(const MarkedSentence& sentence, const SentenceActors& actors, const std::vector<CitationMarker>& citations) {
  const MarkedHit* speaker = nullptr;
  std::string source;
  for (const MarkedHit& mark : sentence.marks) {
    const std::string_view code = mark.hit->code();
    if (is_or_below(code, vague)) return "vague";
    if (source.empty() && is_or_below(code, expert)) source = cited(mark.hit->span, citations);
    if (speaker != nullptr) continue;
    if (is_or_below(code, say)) speaker = actors.last_before(mark.units.begin);
    if (is_or_below(code, perspective)) speaker = actors.first_within(mark.units);
  }
  if (!source.empty()) return source;
  return speaker == nullptr ? "author" : "attributed:" + std::string(speaker->hit->code());
}

}  // namespace topos
