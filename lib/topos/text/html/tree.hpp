// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/text/html/tags.hpp"

namespace topos {

/// An element or a stretch of text of a page. Small, as a hostile page has one every few bytes.
struct HtmlNode {
  HtmlTag tag = HtmlTag::other;
  bool is_text = false;
  bool unseen = false;  ///< stands in what browsers do not show as text: scripts, heads, forms' fields, hidden elements
  std::uint32_t parent = 0;
  std::uint32_t end = 0;         ///< one past the last node inside it
  std::uint32_t text_begin = 0;  ///< in the page: of text, its bytes; of an element, its name
  std::uint32_t text_size = 0;
  std::uint32_t attributes = 0;  ///< where its attributes begin; they end where those of the next node do
};

/// A page as elements that stand in each other, in the order of their start tags: what is inside node i are the nodes
/// from i + 1 to its `end`, and every pass over the page is a loop. Missing and needless end tags are put up with, as
/// browsers do it, but nothing is moved. Node 0 is the page. Views into the page, which must outlive it.
class HtmlTree {
 public:
  /// Domain: valid UTF-8, less than 4 GiB. Cost: linear.
  explicit HtmlTree(std::string_view page);

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(nodes_.size()); }
  [[nodiscard]] const HtmlNode& operator[](std::uint32_t i) const noexcept { return nodes_[i]; }
  /// The bytes of a text, its character references not resolved, of script and style their content; the name of an
  /// element.
  [[nodiscard]] std::string_view text(std::uint32_t i) const noexcept {
    return page_.substr(nodes_[i].text_begin, nodes_[i].text_size);
  }
  [[nodiscard]] bool has_attributes(std::uint32_t i) const noexcept {
    return nodes_[i].attributes != attributes_end(i);
  }
  /// The value of an attribute, its character references not resolved; null data if the element does not have it.
  [[nodiscard]] std::string_view attribute(std::uint32_t i, HtmlAttribute name) const noexcept;
  [[nodiscard]] bool has_attribute(std::uint32_t i, HtmlAttribute name) const noexcept {
    return attribute(i, name).data() != nullptr;
  }

 private:
  friend class HtmlTreeMaker;
  [[nodiscard]] std::uint32_t attributes_end(std::uint32_t i) const noexcept {
    return i + 1 < size() ? nodes_[i + 1].attributes : static_cast<std::uint32_t>(attributes_.size());
  }
  std::string_view page_;
  std::vector<HtmlNode> nodes_;
  std::vector<std::pair<HtmlAttribute, std::string_view>> attributes_;
};

}  // namespace topos
