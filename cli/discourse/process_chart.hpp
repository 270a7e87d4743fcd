// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "topos/codebook/codebook.hpp"
#include "topos/discourse/event_map.hpp"
#include "topos/discourse/mechanism.hpp"
#include "topos/report/flow_chart.hpp"

namespace topos::cli {

/// More boxes or arrows than these nobody can read.
inline constexpr std::size_t most_boxes = 3000;
inline constexpr std::size_t most_arrows = 9000;

/// What codes are called in charts: the labels of codebooks, else the codes.
class CodeLabels {
 public:
  explicit CodeLabels(const std::vector<const Codebook*>& books);
  /// Names what no book has, such as a case without anchors.
  void add(const std::string& code, const std::string& label) { labels_.emplace(code, label); }
  [[nodiscard]] std::string of(const std::string& code) const;

 private:
  std::map<std::string, std::string, std::less<>> labels_;
};

/// Events in lanes, by years, decades or centuries, whichever gives at most forty columns.
/// Errors: Errc::usage, for more than can be drawn.
[[nodiscard]] FlowChart event_chart(const EventMap& map, const CodeLabels& labels, const std::string& lanes,
                                    const std::string& title);

/// Codes in lanes by their dimension; left those that mostly act, right those that are mostly acted on.
/// Errors: as above.
[[nodiscard]] FlowChart mechanism_chart(const Mechanism& mechanism, const CodeLabels& labels, const std::string& title);

}  // namespace topos::cli
