// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/name_pool.hpp"
#include "topos/annotation/pair_counter.hpp"
#include "topos/annotation/triad_rows.hpp"
#include "topos/codebook/codebook.hpp"

namespace topos {

/// What a triad ties.
enum class TriadTie : std::uint8_t {
  directed,   ///< who acts to whom it is done; symmetric triads, which have no direction, have no part
  relations,  ///< both actors, whoever acts
  actions     ///< who acts to the class of what is done; of a symmetric triad both act
};

/// Makes pairs of codes of triads, so that networks are made of them as of codes that stand together. Units are triads.
/// Pairs have a direction with TriadTie::directed alone. Shared by workers.
class TriadPairs {
 public:
  /// `stance`: polarity, modality or negated, whose value stands behind those of --by at the second code of a pair;
  /// empty: none. Triads without a value have then no part. `books`: those that codes are of; must outlive it.
  TriadPairs(TriadTie tie, std::string stance, const std::vector<const Codebook*>& books);
  /// Codes have all their triads under the values of their group, and with a stance also those under each value. The
  /// result must not outlive this.
  [[nodiscard]] DocumentPairs count(const DocumentTriads& triads);

 private:
  struct Counts;
  [[nodiscard]] RowKey key(const std::string& code, const std::vector<std::string>& group);
  [[nodiscard]] std::string stance_of(const TriadRow& row) const;
  void add(const TriadRow& row, const std::string& source, const std::string& target,
           const std::vector<std::string>& group, Counts& counts);

  TriadTie tie_;
  std::string stance_;
  std::map<std::string_view, std::string_view> book_of_;  ///< the first that has a code
  NamePool names_;
};

}  // namespace topos
