// SPDX-License-Identifier: Apache-2.0
#include "topos/base/xml.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <optional>

#include "topos/base/error.hpp"
#include "topos/base/xml_library.hpp"

namespace topos {
namespace {

constexpr std::size_t block = 64 * 1024;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// libxml2 hands "&" in values over as "&#38;", for a tree that would parse them again.
std::string attribute_value(std::string_view raw) {
  constexpr std::string_view escaped = "&#38;";
  std::string value;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t found = std::min(raw.find(escaped, at), raw.size());
    value.append(raw, at, found - at);
    if (found < raw.size()) value += '&';
    at = found + escaped.size();
  }
  return value;
}

/// The line of the first tag with more attributes than may be, which libxml2 would compare each with each; 0 if there
/// is none. UTF-16 and UTF-32 have the same bytes with zeros between them.
std::size_t crowded_tag(std::string_view bytes) {
  std::size_t line = 1;
  std::size_t signs = 0;
  bool inside = false;
  for (const char c : bytes) {
    if (c == '\n') ++line;
    if (c == '<') inside = true, signs = 0;
    if (c == '>') inside = false;
    if (inside && c == '=' && ++signs > most_xml_attributes) return line;
  }
  return 0;
}

}  // namespace

const std::string* XmlAttributes::find(std::string_view name) const noexcept {
  for (const Attribute& attribute : attributes_)
    if (attribute.name == name) return &attribute.value;
  return nullptr;
}

std::string_view XmlAttributes::value(std::string_view name) const noexcept {
  const std::string* found = find(name);
  return found == nullptr ? std::string_view() : std::string_view(*found);
}

/// One run of libxml2's push parser. Exceptions must not pass through C code: they wait until it has returned.
class XmlParser {
 public:
  XmlParser(const std::string& path, XmlHandler& handler) : library_(xml_library()), path_(path), handler_(handler) {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = start;
    sax.endElementNs = end;
    sax.characters = characters;
    sax.cdataBlock = characters;
    sax.ignorableWhitespace = characters;
    sax.entityDecl = declared;
    sax.reference = referred;
    sax.serror = failed;
    context_ = library_.CreatePushParserCtxt(&sax, this, nullptr, 0, nullptr);
    if (context_ == nullptr) throw std::bad_alloc();
    library_.CtxtUseOptions(context_, XML_PARSE_NONET | XML_PARSE_COMPACT);
  }
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;
  ~XmlParser() {
    // libxml2 keeps declarations in a document, though no handler asks for one, and leaves it behind.
    if (context_->myDoc != nullptr) library_.FreeDoc(context_->myDoc);
    context_->myDoc = nullptr;
    library_.FreeParserCtxt(context_);
  }

  void parse(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); at += block) feed(bytes.substr(at, block), false);
    feed({}, true);
  }

 private:
  void feed(std::string_view bytes, bool last) {
    library_.ParseChunk(context_, bytes.empty() ? "" : bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    if (error_) throw Error(*error_);
    if (last && context_->wellFormed == 0) throw Error(Errc::format, "not well formed", {path_});
  }

  template <typename Action>
  static void guarded(void* self, Action action) {
    auto& parser = *static_cast<XmlParser*>(self);
    if (parser.thrown_ || parser.error_) return;
    try {
      parser.handler_.line_ = parser.line();
      action(parser);
    } catch (...) {
      parser.thrown_ = std::current_exception();
      parser.library_.StopParser(parser.context_);
    }
  }

  [[nodiscard]] std::size_t line() const {
    return context_ == nullptr || context_->input == nullptr
               ? 0
               : static_cast<std::size_t>(std::max(context_->input->line, 0));
  }

  static void start(void* self, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int count,
                    int, const xmlChar** values) {
    guarded(self, [&](XmlParser& parser) {
      if (++parser.depth_ > deepest_xml)
        throw Error(Errc::format, "elements stand more than " + std::to_string(deepest_xml) + " deep in each other",
                    {parser.path_, parser.line()});
      auto& attributes = parser.attributes_.attributes_;
      attributes.clear();
      for (int i = 0; i < count; ++i, values += 5) {
        const auto* begin = reinterpret_cast<const char*>(values[3]);
        const auto* end = reinterpret_cast<const char*>(values[4]);
        attributes.push_back(
            {view(values[1]), view(values[0]), attribute_value({begin, static_cast<std::size_t>(end - begin)})});
      }
      parser.handler_.start(view(name), parser.attributes_);
    });
  }

  static void end(void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
    guarded(self, [&](XmlParser& parser) {
      --parser.depth_;
      parser.handler_.end(view(name));
    });
  }

  static void characters(void* self, const xmlChar* text, int size) {
    guarded(self, [&](XmlParser& parser) {
      parser.handler_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    });
  }

  static void declared(void* self, const xmlChar* name, int, const xmlChar*, const xmlChar*, xmlChar*) {
    guarded(self, [&](XmlParser& parser) { parser.refuse_entity("declares", view(name)); });
  }

  static void referred(void* self, const xmlChar* name) {
    guarded(self, [&](XmlParser& parser) { parser.refuse_entity("uses", view(name)); });
  }

  [[noreturn]] void refuse_entity(const char* what, std::string_view name) const {
    throw Error(Errc::format, std::string(what) + " the entity \"" + printable(name) + "\"; entities are not expanded",
                {path_, line()}, "if you trust the file, expand them yourself: xmllint --nonet --noent");
  }

  static void failed(void* self, xmlErrorPtr problem) {
    auto& parser = *static_cast<XmlParser*>(self);
    if (problem->level < XML_ERR_FATAL || parser.error_ || parser.thrown_) return;
    std::string message = problem->message == nullptr ? "not well formed" : problem->message;
    while (message.ends_with('\n')) message.pop_back();
    parser.error_.emplace(Errc::format, printable(message),
                          Location{parser.path_, static_cast<std::size_t>(std::max(problem->line, 0))});
    parser.library_.StopParser(parser.context_);
  }

  const XmlLibrary& library_;
  const std::string& path_;
  XmlHandler& handler_;
  XmlAttributes attributes_;
  xmlParserCtxtPtr context_ = nullptr;
  std::size_t depth_ = 0;
  std::optional<Error> error_;
  std::exception_ptr thrown_;
};

void parse_xml(std::string_view bytes, const std::string& path, XmlHandler& handler) {
  if (const std::size_t line = crowded_tag(bytes); line != 0)
    throw Error(Errc::format, "an element with more than " + std::to_string(most_xml_attributes) + " attributes",
                {path, line});
  XmlParser(path, handler).parse(bytes);
}

}  // namespace topos
