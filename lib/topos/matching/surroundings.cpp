// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/surroundings.hpp"

#include <algorithm>

#include "topos/matching/bundle_search.hpp"

namespace topos {

Surroundings::Surroundings(const CompiledBook& book, const TypeTable& types)
    : types_(types), automaton_(book.surroundings(), types), latest_(book.searches().size()), by_search_(book.searches().size()) {}

void Surroundings::begin(const Segmentation& segmentation) {
  automaton_.prepare();
  segmentation_ = &segmentation;
  chunks_.assign(segmentation.sentences.size(), Chunk{});
  if (listed_)
    for (const Match& match : found_) by_search_[match.search].clear();
  listed_ = false;
  found_.clear();
  longest_ = 0;
}

std::span<const Match> Surroundings::in_sentence(std::uint32_t sentence) {
  Chunk& chunk = chunks_[sentence];
  if (chunk.begin == not_yet) {
    chunk.begin = static_cast<std::uint32_t>(found_.size());
    search_bundle(automaton_, types_, segmentation_->units(), segmentation_->sentences[sentence].units,
                  [&](std::uint32_t search, std::uint32_t begin, std::uint32_t end) {
                    std::uint32_t& latest = latest_[search];
                    if (latest >= found_.size() || found_[latest].search != search || found_[latest].units.begin != begin) {
                      latest = static_cast<std::uint32_t>(found_.size());
                      found_.push_back({search, sentence, {begin, end}});
                    }
                    found_[latest].units.end = end;
                    longest_ = std::max(longest_, end - begin);
                  });
    chunk.end = static_cast<std::uint32_t>(found_.size());
  }
  return {found_.data() + chunk.begin, found_.data() + chunk.end};
}

std::span<const Match> Surroundings::around(const Match& match) {
  const std::span<const Match> all = in_sentence(match.sentence);
  const auto first = std::partition_point(all.begin(), all.end(), [&](const Match& one) { return one.units.begin + longest_ <= match.units.begin; });
  const auto last = std::partition_point(first, all.end(), [&](const Match& one) { return one.units.begin < match.units.end; });
  return {first, last};
}

std::span<const Match> Surroundings::everywhere(std::uint32_t search) {
  if (!listed_) {
    listed_ = true;
    for (std::uint32_t sentence = 0; sentence < chunks_.size(); ++sentence)
      for (const Match& match : in_sentence(sentence)) by_search_[match.search].push_back(match);
  }
  return by_search_[search];
}

}  // namespace topos
