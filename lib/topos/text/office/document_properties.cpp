// SPDX-License-Identifier: Apache-2.0
#include "topos/text/office/document_properties.hpp"

#include "topos/base/xml.hpp"
#include "topos/text/code_points.hpp"

namespace topos {
namespace {

struct Property {
  std::string_view element;
  std::string_view field;
};
constexpr Property properties[] = {
    {"title", "title"},       {"creator", "author"},        {"initial-creator", "author"},
    {"language", "language"}, {"keywords", "keywords"},     {"publisher", "publisher"},
    {"created", "created"},   {"creation-date", "created"}, {"modified", "modified"}};

class PropertyReader final : public XmlHandler {
 public:
  explicit PropertyReader(StructuredText& text) : text_(text) {}

  void start(std::string_view name, const XmlAttributes&) override {
    field_ = {};
    for (const Property& property : properties)
      if (property.element == name) field_ = property.field;
    value_.clear();
  }
  void text(std::string_view piece) override {
    if (!field_.empty()) value_ += piece;
  }
  void end(std::string_view) override {
    std::string value(trim(value_));
    if (field_ == "created" || field_ == "modified") value = value.substr(0, value.find('T'));
    if (field_ == "language" && text_.language.empty())
      text_.language = value;
    else if (!field_.empty() && field_ != "language" && !value.empty() && text_.metadata.find(field_) == nullptr)
      text_.metadata.set(field_, value);
    field_ = {};
  }

 private:
  StructuredText& text_;
  std::string_view field_;
  std::string value_;
};

}  // namespace

void read_document_properties(std::string_view xml, const std::string& path, StructuredText& text) {
  PropertyReader reader(text);
  parse_xml(xml, path, reader);
}

}  // namespace topos
