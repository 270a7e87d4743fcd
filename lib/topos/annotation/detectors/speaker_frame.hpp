// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/detector.hpp"

namespace topos {

/// The names of a document's own speaker: a state that its metadata names (`country`, `state`, `speaker`, `author`).
class OwnNames {
 public:
  explicit OwnNames(const Document& document);
  [[nodiscard]] bool empty() const noexcept { return names_.empty(); }
  /// Whether words are one of them, "the" before it, "Republic of" and the possessive aside.
  [[nodiscard]] bool hold(std::string_view words) const;

 private:
  std::vector<std::string> names_;  ///< folded
};

/// The actors of a document and who its own speaker is.
class SpeakerFrame {
 public:
  explicit SpeakerFrame(const DetectorInput& input);
  /// The code of the first actor hit within `span`, or empty.
  [[nodiscard]] std::string_view actor_in(ByteSpan span) const;
  /// Whether a source is the document's own speaker.
  [[nodiscard]] bool is_own(ByteSpan source) const;

 private:
  const DetectorInput& input_;
  OwnNames own_;
};

}  // namespace topos
