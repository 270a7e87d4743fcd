// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/phrases.hpp"

namespace topos {

Phrases::Phrases(const CompiledBook& book, const TypeTable& types)
    : automaton_(book.phrases(), types), bundle_search_(automaton_, types), latest_(book.searches().size()) {}

void Phrases::begin(const Segmentation& segmentation) {
  automaton_.prepare();
  segmentation_ = &segmentation;
  chunks_.assign(segmentation.sentences.size(), Chunk{});
  forget();
}

void Phrases::forget() {
  if (listed_)
    for (const Match& match : found_) by_search_[match.search].clear();
  listed_ = false;
  found_.clear();
}

void Phrases::release() {
  forget();
  found_.shrink_to_fit();
  std::vector<Chunk>().swap(chunks_);
}

std::span<const Match> Phrases::in_sentence(std::uint32_t sentence) {
  Chunk& chunk = chunks_[sentence];
  if (chunk.begin == not_yet) {
    chunk.begin = static_cast<std::uint32_t>(found_.size());
    bundle_search_.run(
        segmentation_->units(), segmentation_->sentences[sentence].units,
        [&](std::uint32_t search, std::uint32_t begin, std::uint32_t end) {
          std::uint32_t& latest = latest_[search];
          if (latest >= found_.size() || found_[latest].search != search || found_[latest].units.begin != begin) {
            latest = static_cast<std::uint32_t>(found_.size());
            found_.push_back({search, sentence, {begin, end}});
          }
          found_[latest].units.end = end;
        });
    chunk.end = static_cast<std::uint32_t>(found_.size());
  }
  return {found_.data() + chunk.begin, found_.data() + chunk.end};
}

const NearestPlaces& Phrases::everywhere(std::uint32_t search) {
  if (!listed_) {
    listed_ = true;
    by_search_.resize(latest_.size());
    for (std::uint32_t sentence = 0; sentence < chunks_.size(); ++sentence)
      for (const Match& match : in_sentence(sentence)) by_search_[match.search].add(match.units);
  }
  return by_search_[search];
}

}  // namespace topos
