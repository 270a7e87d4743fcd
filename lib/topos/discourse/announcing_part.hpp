// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "topos/annotation/query.hpp"
#include "topos/text/document.hpp"

namespace topos {

/// The part of a document that announces: abstract, lede and the section of its first body paragraph; where all body
/// paragraphs are of one section, the first of them.
class AnnouncingPart {
 public:
  /// Both must outlive it.
  AnnouncingPart(const Document& document, const QueryParts& parts);

  [[nodiscard]] bool has(std::size_t region) const {
    const RegionName name = document_.regions[region].name;
    return name == RegionName::abstract || name == RegionName::lede || (region >= begin_ && region <= end_);
  }
  /// Whether it stands before a region that counts and is no abstract and no lede.
  [[nodiscard]] bool is_before(std::size_t region) const { return !has(region) && region > end_; }

 private:
  [[nodiscard]] bool is_body(std::size_t region) const;

  const Document& document_;
  const QueryParts& parts_;
  std::size_t begin_ = 0;  ///< its first body paragraph, among regions
  std::size_t end_ = 0;    ///< its last
};

}  // namespace topos
