// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/witnesses.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace topos {
namespace {

constexpr std::size_t least_title_words = 3;  // shorter ones turn up by chance

/// Which of some items belong together.
class Ties {
 public:
  explicit Ties(std::size_t items) : parents_(items) { std::iota(parents_.begin(), parents_.end(), std::size_t{0}); }
  void tie(std::size_t a, std::size_t b) { parents_[root(a)] = root(b); }
  [[nodiscard]] std::uint64_t groups() {
    std::uint64_t groups = 0;
    for (std::size_t i = 0; i < parents_.size(); ++i) groups += root(i) == i ? 1U : 0U;
    return groups;
  }

 private:
  std::size_t root(std::size_t item) {
    while (parents_[item] != item) item = parents_[item] = parents_[parents_[item]];
    return item;
  }
  std::vector<std::size_t> parents_;
};

bool can_be_found(const std::string& title) {
  return static_cast<std::size_t>(std::count(title.begin(), title.end(), ' ')) + 1 >= least_title_words;
}

void tie_cited(const std::vector<Witness>& all, std::span<const std::uint32_t> documents, Ties& ties) {
  for (std::size_t citing = 0; citing < documents.size(); ++citing) {
    const std::string& references = all[documents[citing]].references;
    if (references.empty()) continue;
    for (std::size_t cited = 0; cited < documents.size(); ++cited) {
      const std::string& title = all[documents[cited]].title;
      if (cited != citing && can_be_found(title) && references.find(title) != std::string::npos)
        ties.tie(citing, cited);
    }
  }
}

}  // namespace

std::uint64_t independent_witnesses(const std::vector<Witness>& all, std::span<const std::uint32_t> documents) {
  Ties ties(documents.size());
  std::map<std::pair<std::size_t, std::uint64_t>, std::size_t> first;
  const auto meet = [&](std::size_t kind, std::uint64_t value, std::size_t item) {
    const auto [place, added] = first.emplace(std::pair(kind, value), item);
    if (!added) ties.tie(item, place->second);
  };
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Witness& one = all[documents[i]];
    for (const std::uint32_t source : one.sources) meet(0, source, i);
    meet(1, one.original, i);
    for (std::size_t field = 0; field < one.shared.size(); ++field)
      if (one.shared[field] != 0) meet(2 + field, one.shared[field], i);
  }
  tie_cited(all, documents, ties);
  return ties.groups();
}

}  // namespace topos
