// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/detectors/finding.hpp"
#include "topos/annotation/hit.hpp"
#include "topos/segmentation/segmenter.hpp"

namespace topos {

class DocumentGrammar;

/// What detectors see of one document. The hits are in text order, those of codes that only serve among them.
struct DetectorInput {
  const AnnotatedDocument& annotated;
  const Segmentation& segmentation;  ///< down to tokens
  const Vocabulary& vocabulary;
  DocumentGrammar* grammar = nullptr;  ///< begun with the document; null where detectors that need it do not run

  [[nodiscard]] const Document& document() const noexcept { return annotated.document; }
  /// The match form of a token.
  [[nodiscard]] std::string_view folded(const Token& token) const { return vocabulary[token.type].folded; }
  /// A token as it is written.
  [[nodiscard]] std::string_view written(const Token& token) const {
    return std::string_view(document().text).substr(token.begin, token.end - token.begin);
  }
};

/// One kind of thing that patterns cannot express, as listed in detectors.def (method.md §2.5). What it finds are cues,
/// no verdicts.
struct Detector {
  std::string_view name;       ///< of its records and in --detect
  std::string_view summary;    ///< for lists
  std::string_view languages;  ///< primary subtags, separated by spaces; empty: any
  std::string_view codes;      ///< globs of the codes whose hits it looks at, separated by commas; empty: none
  bool on_request = false;     ///< runs only where it is named: it says little and finds much
  /// Appends what it finds, in text order. Cost: linear in the text.
  void (*detect)(const DetectorInput& input, std::vector<Finding>& out);

  [[nodiscard]] bool knows(std::string_view language) const noexcept;
};

namespace detectors {
#define TOPOS_DETECTOR(id) extern const Detector id;
#include "topos/annotation/detectors/detectors.def"
#undef TOPOS_DETECTOR
}  // namespace detectors

/// Every detector, in the order of detectors.def.
[[nodiscard]] std::span<const Detector* const> all_detectors() noexcept;
/// Null if there is none of that name.
[[nodiscard]] const Detector* find_detector(std::string_view name) noexcept;

/// What the detectors that know the document's language find, in text order. Of one detector's findings, eight may
/// cover the same byte; what would be a ninth is left out, so that what findings say is no more than a multiple of the
/// text.
[[nodiscard]] std::vector<Finding> detect(const DetectorInput& input, std::span<const Detector* const> which);

}  // namespace topos
