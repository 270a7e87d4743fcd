// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/speaker_frame.hpp"

#include <algorithm>

#include "topos/codebook/codebook.hpp"
#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

std::string lower(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), ascii_lower);
  return small;
}

}  // namespace

OwnNames::OwnNames(const Document& document) {
  for (const std::string_view field : {"country", "state", "speaker", "author"})
    if (const std::string* value = document.metadata.find(field); value != nullptr && !value->empty())
      names_.push_back(lower(*value));
}

bool OwnNames::hold(std::string_view words) const {
  if (names_.empty()) return false;
  std::string text = lower(words);
  if (text.starts_with("the ")) text.erase(0, 4);
  for (const std::string_view possessive : {"'s", "\u2019s"})
    if (text.ends_with(possessive)) text.erase(text.size() - possessive.size());
  // "the Republic of Norland"
  for (const std::string_view office :
       {"republic of ", "government of ", "kingdom of ", "delegation of ", "people of "})
    if (text.starts_with(office)) text.erase(0, office.size());
  return std::find(names_.begin(), names_.end(), text) != names_.end();
}

SpeakerFrame::SpeakerFrame(const DetectorInput& input) : input_(input), own_(input.document()) {}

std::string_view SpeakerFrame::actor_in(ByteSpan span) const {
  const std::vector<Hit>& hits = input_.annotated.hits;
  std::string_view found;
  const auto begin =
      std::partition_point(hits.begin(), hits.end(), [&](const Hit& one) { return one.span.begin < span.begin; });
  for (auto hit = begin; hit != hits.end() && hit->span.begin < span.end; ++hit)
    if (is_or_below(hit->code(), "actor") && !is_or_below(hit->code(), "actor.scholar") && hit->span.end <= span.end &&
        found.empty())
      found = hit->code();
  return found;
}

bool SpeakerFrame::is_own(ByteSpan source) const { return own_.hold(source.in(input_.document().text)); }

}  // namespace topos
