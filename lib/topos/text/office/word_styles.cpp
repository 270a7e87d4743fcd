// SPDX-License-Identifier: Apache-2.0
#include "topos/text/office/word_styles.hpp"

#include "topos/base/xml.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

class StyleReader final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "style") {
      id_ = attributes.value("styleId");
      form_ = {};
    } else if (name == "name") {
      form_ = form_of_style(attributes.value("val"));
    } else if (name == "basedOn" && form_.kind == BlockKind::text && !form_.name) {
      if (const auto base = styles.find(attributes.value("val")); base != styles.end()) form_ = base->second;
    } else if (name == "outlineLvl" && form_.kind == BlockKind::text && !form_.name) {
      const std::string_view level = attributes.value("val");
      if (level.size() == 1 && level[0] >= '0' && level[0] <= '8')
        form_ = {BlockKind::heading, static_cast<std::uint8_t>(level[0] - '0' + 1), {}, {}, false, 0};
    }
  }
  void end(std::string_view name) override {
    if (name == "style" && !id_.empty()) styles.emplace(id_, form_);
  }
  void text(std::string_view) override {}

  WordStyles styles;

 private:
  std::string id_;
  BlockForm form_;
};

}  // namespace

BlockForm form_of_style(std::string_view name) {
  std::string plain;
  for (const char c : lower_ascii(name))
    if (c != ' ' && c != '_') plain += c;
  const auto level = [&](std::size_t at) {
    return plain.size() == at + 1 && plain[at] >= '1' && plain[at] <= '9' ? static_cast<std::uint8_t>(plain[at] - '0')
                                                                          : std::uint8_t{0};
  };
  if (plain.starts_with("heading") && level(7) != 0) return {BlockKind::heading, level(7), {}, {}, false, 0};
  if (plain == "title") return {BlockKind::heading, 1, RegionName::title, "title style", false, 0};
  if (plain == "caption" || plain == "figure" || plain == "illustration")
    return {BlockKind::text, 0, RegionName::caption, "caption style", false, 0};
  if (plain.starts_with("list") || plain.starts_with("bullet")) return {BlockKind::item, 0, {}, {}, false, 0};
  if (plain.starts_with("toc") || plain.starts_with("contents") || plain == "header" || plain == "footer")
    return {BlockKind::text, 0, RegionName::boilerplate, "contents style", false, 0};
  if (plain == "footnotetext" || plain == "endnotetext" || plain == "footnote" || plain == "endnote")
    return {BlockKind::text, 0, RegionName::footnote, "note style", false, 0};
  if (plain == "bibliography") return {BlockKind::text, 0, RegionName::references, "bibliography style", false, 0};
  return {};
}

WordStyles read_word_styles(std::string_view xml, const std::string& path) {
  StyleReader reader;
  parse_xml(xml, path, reader);
  return std::move(reader.styles);
}

}  // namespace topos
