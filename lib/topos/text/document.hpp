// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/base/span.hpp"

namespace topos {

/// The parts of a document, in the order in which lists show them.
enum class RegionName : std::uint8_t {
  title,
  byline,
  abstract,
  keywords,
  heading,
  body,
  references,
  footnote,
  caption,
  lede,
  pubnote,
  bio,
  boilerplate
};
inline constexpr std::size_t region_names = 13;
[[nodiscard]] std::string_view to_string(RegionName name) noexcept;
/// Nothing if no region is called so.
[[nodiscard]] std::optional<RegionName> region_name(std::string_view text) noexcept;

/// A set of region names.
using RegionSet = std::bitset<region_names>;
/// abstract, lede and body: the text that counts unless a user says otherwise.
[[nodiscard]] RegionSet default_analysis() noexcept;

/// One paragraph after repair, heading, caption line …: what the text floor cuts a document into, in text order.
/// Spans do not overlap, begin and end at non-blank characters, and together hold every non-blank character of the text
/// except a metadata header block. A paragraph that repair joined spans the blank lines inside it.
struct Region {
  ByteSpan span;
  RegionName name = RegionName::body;
  std::uint32_t section = 0;  ///< index into Document::sections; 0 is "no section"
  std::string_view cue;       ///< the rule that named it (a string that outlives the document; empty for plain body)
};

/// Named values of a document, in the order in which they were given.
class Metadata {
 public:
  /// The value of `field`, or nothing.
  [[nodiscard]] const std::string* find(std::string_view field) const noexcept;
  /// Sets `field`, replacing an earlier value.
  void set(std::string_view field, std::string value);
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const noexcept { return fields_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct GivenTokens;

/// One text as the rest of the program sees it.
/// Invariant: `text` is valid UTF-8 of less than 2 GiB and is never changed after reading.
struct Document {
  std::string id;
  std::string path;      ///< where it came from, for messages
  std::size_t line = 0;  ///< first line of it in `path`, if it is one row or record among many; else 0
  std::string language;  ///< BCP 47 tag, e.g. "en" or "zh-Hant"; "und" if unknown
  Metadata metadata;
  std::string text;
  std::vector<std::string> sections{std::string()};  ///< heading numbers or titles
  std::vector<Region> regions;
  std::shared_ptr<const GivenTokens> given;  ///< null where rules find sentences and tokens (given_tokens.hpp)
};

}  // namespace topos
