// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/xml_dictionary.hpp"

#include <string>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/base/xml.hpp"
#include "topos/codebook/formats/draft_builder.hpp"

namespace topos {
namespace {

class Nodes final : public XmlHandler {
 public:
  Nodes(const ImportOptions& options, Losses& losses) : options_(options), builder_(options.language, losses) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "dictionary") {
      read_engine(attributes);
    } else if (name == "cnode") {
      if (!known_) fail("this XML is no dictionary of Yoshikoder");
      open_.push_back(builder_.category(category(), attributes.value("name"), line()));
      // Yoshikoder repeats the name where nothing was written.
      if (attributes.value("desc") != attributes.value("name")) builder_.define(open_.back(), attributes.value("desc"));
      return;
    } else if (name == "pnode") {
      if (!known_ || open_.empty()) fail("a term outside of a category");
      add_term(std::string(attributes.value("name")));
    } else if (name == "note" || name == "desc" || name == "description") {
      builder_.lose(Loss::Fate::left_out, "note", category(), name, "notes are not read", line());
    } else {
      if (!known_) fail("this XML is no dictionary of Yoshikoder");
      builder_.lose(Loss::Fate::left_out, "element", category(), name, "it is unknown", line());
    }
  }

  void end(std::string_view name) override {
    if (name == "cnode" && !open_.empty()) open_.pop_back();
  }

  void text(std::string_view) override {}

  BookDraft finish() { return builder_.finish(options_.id, options_.path); }

 private:
  [[nodiscard]] std::size_t category() const { return open_.empty() ? DraftBuilder::none : open_.back(); }
  [[noreturn]] void fail(std::string why) const {
    throw Error(Errc::codebook, std::move(why), {options_.path, line(), 0}, "say --from, if it is of another format");
  }

  void read_engine(const XmlAttributes& attributes) {
    known_ = true;
    const std::string_view engine = attributes.value("patternengine");
    regex_ = engine.find("reg") != std::string_view::npos;
    if (engine == "substring")
      builder_.lose(Loss::Fate::translated, "engine", DraftBuilder::none, engine,
                    "terms are whole words, and * is the rest of one: no word is found inside another", line());
    else if (!engine.empty() && !regex_)
      builder_.lose(Loss::Fate::changed, "engine", DraftBuilder::none, engine,
                    "unknown: terms are taken for whole words", line());
  }

  void add_term(const std::string& name) {
    if (!regex_) {
      builder_.term(open_.back(), name, {.question_mark = false, .underscore_joins = false}, line());
      return;
    }
    DraftEntry entry;
    entry.match = builder_.terms().expression(name, {builder_.code(open_.back()).id, line()});
    if (!entry.match.empty()) builder_.pattern(open_.back(), std::move(entry), line());
  }

  const ImportOptions& options_;
  DraftBuilder builder_;
  std::vector<std::size_t> open_;
  bool known_ = false;
  bool regex_ = false;
};

}  // namespace

bool is_xml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos &&
         (bytes.substr(first).starts_with("<?xml") || bytes.substr(first).starts_with("<dictionary"));
}

BookDraft read_xml_dictionary(std::string_view bytes, const ImportOptions& options, Losses& losses) {
  Nodes nodes(options, losses);
  parse_xml(bytes, options.path, nodes);
  return nodes.finish();
}

}  // namespace topos
