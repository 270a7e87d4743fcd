// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "topos/annotation/triad_rows.hpp"

namespace topos {

/// How often one actor acts and is acted on.
struct TriadActorCount {
  std::uint64_t source = 0;  ///< of directed triads of two actors
  std::uint64_t target = 0;
  std::uint64_t reciprocal = 0;    ///< ends of symmetric ones
  std::uint64_t plain_source = 0;  ///< of those that no initiative takes part in
  std::uint64_t plain_target = 0;
  std::uint64_t acts = 0;  ///< verbs and nouns of action whose source it is, whatever their target
  std::uint64_t acted_on = 0;
  std::uint64_t sentences = 0;
  std::uint64_t documents = 0;
  std::uint64_t machine_source = 0;  ///< before people decided
  std::uint64_t machine_target = 0;
};

/// How often one actor does one class of thing to another.
struct TriadPairCount {
  std::uint64_t n = 0;
  std::uint64_t negated = 0;
  std::uint64_t sentences = 0;
  std::uint64_t documents = 0;
  std::uint64_t machine = 0;
};

struct TriadActorKey {
  std::vector<std::string> group;
  std::string actor;
  friend auto operator<=>(const TriadActorKey&, const TriadActorKey&) = default;
};
struct TriadPairKey {
  std::vector<std::string> group;
  std::string source;
  std::string action;
  std::string target;
  bool symmetric = false;
  friend auto operator<=>(const TriadPairKey&, const TriadPairKey&) = default;
};

/// Adds up the triads of documents, which come in any order.
class TriadTally {
 public:
  /// `is_initiative`: actors that are none of those they link.
  explicit TriadTally(std::function<bool(std::string_view)> is_initiative) : is_initiative_(std::move(is_initiative)) {}
  void add(const DocumentTriads& document);

  [[nodiscard]] const std::map<TriadActorKey, TriadActorCount>& actors() const noexcept { return actors_; }
  [[nodiscard]] const std::map<TriadPairKey, TriadPairCount>& pairs() const noexcept { return pairs_; }
  /// Documents of a group, with triads or without.
  [[nodiscard]] std::uint64_t documents_of(const std::vector<std::string>& group) const;

 private:
  void add_actors(const DocumentTriads& document);
  void add_pairs(const DocumentTriads& document);

  std::function<bool(std::string_view)> is_initiative_;
  std::map<TriadActorKey, TriadActorCount> actors_;
  std::map<TriadPairKey, TriadPairCount> pairs_;
  std::map<std::vector<std::string>, std::uint64_t> documents_;
};

}  // namespace topos
