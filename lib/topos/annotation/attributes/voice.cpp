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
  const auto marker = std::partition_point(citations.begin(), citations.end(),
                                           [&](const CitationMarker& one) { return one.span.begin <= named.begin; });
  if (marker == citations.end()) return {};
  std::string voice = "cited:";
  for (const std::string& reference : marker->references)
    voice.append(&reference == &marker->references.front() ? "" : ",").append(reference);
  return voice;
}

}  // namespace

std::uint8_t voice_roles(std::string_view code) noexcept {
  int roles = 0;
  if (is_or_below(code, vague)) roles |= hit_vague;
  if (is_or_below(code, expert)) roles |= hit_expert;
  if (is_or_below(code, say)) roles |= hit_say;
  if (is_or_below(code, perspective)) roles |= hit_perspective;
  return static_cast<std::uint8_t>(roles);
}

bool tells_voice(std::string_view code) noexcept { return voice_roles(code) != 0; }

bool is_of_sentence(std::string_view voice) noexcept { return voice == "vague" || voice.starts_with("cited:"); }

std::string voice_of(const MarkedSentence& sentence, const SentenceActors& actors,
                     const std::vector<CitationMarker>& citations) {
  const MarkedHit* speaker = nullptr;
  std::string source;
  for (const MarkedHit& mark : sentence.marks) {
    if ((mark.roles & hit_vague) != 0) return "vague";
    if (source.empty() && (mark.roles & hit_expert) != 0) source = cited(mark.hit->span, citations);
    if (speaker != nullptr) continue;
    if ((mark.roles & hit_say) != 0) speaker = actors.last_before(mark.units.begin);
    if ((mark.roles & hit_perspective) != 0) speaker = actors.first_within(mark.units);
  }
  if (!source.empty()) return source;
  return speaker == nullptr ? "author" : "attributed:" + std::string(speaker->hit->code());
}

}  // namespace topos
