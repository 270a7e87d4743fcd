// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// The attributes of one element, valid while the element's `start` runs.
class XmlAttributes {
 public:
  struct Attribute {
    std::string_view prefix;
    std::string_view name;
    std::string value;
  };
  /// The value of the first attribute called so, whatever its prefix; nullptr if there is none.
  [[nodiscard]] const std::string* find(std::string_view name) const noexcept;
  /// The same, or an empty text.
  [[nodiscard]] std::string_view value(std::string_view name) const noexcept;
  [[nodiscard]] const std::vector<Attribute>& all() const noexcept { return attributes_; }

 private:
  friend class XmlParser;
  std::vector<Attribute> attributes_;
};

/// Receives an XML document in its order. Names are without their prefixes. What a member throws ends the parsing and
/// reaches the caller.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  /// A piece of text, CDATA sections too; what stands between two tags may come in several.
  virtual void text(std::string_view piece) = 0;
  /// Line of the document that is being read, from 1.
  [[nodiscard]] std::size_t line() const noexcept { return line_; }

 private:
  friend class XmlParser;
  std::size_t line_ = 0;
};

/// Elements open at a time, and attributes of one element, beyond which a document is refused.
inline constexpr std::size_t deepest_xml = 1000;
inline constexpr std::size_t most_xml_attributes = 1000;

/// Reads `bytes`, which may be in any encoding that they declare. Nothing is opened: no DTD, no entity, no inclusion.
/// `path` is for messages. Errors: Errc::format, with the line, for what is not well formed, for a document that
/// declares or uses entities of its own, for nesting or attributes beyond the limits; what the handler throws.   Cost:
/// linear.
void parse_xml(std::string_view bytes, const std::string& path, XmlHandler& handler);

}  // namespace topos
