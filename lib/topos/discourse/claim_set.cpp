// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/claim_set.hpp"

#include <algorithm>
#include <numeric>

namespace topos {
namespace {

constexpr std::string_view claim_dimension = "claim";

}  // namespace

ClaimSet::ClaimSet(const std::vector<const Codebook*>& books, const CodeSelection& selection, bool claims_only)
    : claims_only_(claims_only) {
  for (const Codebook* book : books)
    for (const Code& code : book->codes) {
      if (code.borrowed || !selection.selects(code.id)) continue;
      if (code.dimension == claim_dimension && claim_code(code.id).stance != ClaimStance::present)
        declare(*book, code);
      else
        labels_.emplace(Key(book->id, code.id), code.label);
    }
  declared_ = entries_.size();
}

void ClaimSet::declare(const Codebook& book, const Code& code) {
  const ClaimCode parts = claim_code(code.id);
  const auto [place, added] = places_.emplace(Key(book.id, parts.claim), entries_.size());
  if (added)
    entries_.push_back({book.id, std::string(parts.claim), code.label, true, parts.stance == ClaimStance::value});
  declared_codes_[Key(book.id, code.id)] = {place->second, parts.stance};
}

std::optional<ClaimStance> ClaimSet::stance(std::string_view codebook, std::string_view code) const {
  const auto known = declared_codes_.find(Key(codebook, code));
  if (known != declared_codes_.end()) return known->second.stance;
  if (claims_only_) return std::nullopt;
  return ClaimStance::present;
}

std::size_t ClaimSet::place(std::string_view codebook, std::string_view code) {
  const Key key(codebook, code);
  if (const auto known = declared_codes_.find(key); known != declared_codes_.end()) return known->second.claim;
  const auto [place, added] = places_.emplace(key, entries_.size());
  if (added) {
    const auto label = labels_.find(key);
    entries_.push_back({key.first, key.second, label == labels_.end() ? std::string() : label->second, false, false});
  }
  return place->second;
}

std::vector<std::size_t> ClaimSet::order() const {
  std::vector<std::size_t> order(entries_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin() + static_cast<std::ptrdiff_t>(declared_), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(entries_[a].id, entries_[a].codebook) < std::pair(entries_[b].id, entries_[b].codebook);
  });
  return order;
}

}  // namespace topos
