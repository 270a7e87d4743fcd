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

SpeakerFrame::SpeakerFrame(const DetectorInput& input) : input_(input) {
  for (const std::string_view field : {"country", "state", "speaker", "author"})
    if (const std::string* value = input.document().metadata.find(field); value != nullptr && !value->empty())
      own_.push_back(lower(*value));
}

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

bool SpeakerFrame::is_own(ByteSpan source) const {
  if (own_.empty()) return false;
  std::string text = lower(source.in(input_.document().text));
  if (text.starts_with("the ")) text.erase(0, 4);
  for (const std::string_view possessive : {"'s", "\u2019s"})
    if (text.ends_with(possessive)) text.erase(text.size() - possessive.size());
  // "the Republic of Norland"
  for (const std::string_view office :
       {"republic of ", "government of ", "kingdom of ", "delegation of ", "people of "})
    if (text.starts_with(office)) text.erase(0, office.size());
  return std::find(own_.begin(), own_.end(), text) != own_.end();
}

}  // namespace topos
