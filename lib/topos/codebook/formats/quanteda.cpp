// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/codebook/formats/book_format.hpp"
#include "topos/codebook/formats/draft_builder.hpp"
#include "topos/codebook/formats/phrases.hpp"
#include "topos/codebook/formats/yaml_events.hpp"

namespace topos {
namespace {

/// Makes categories of the keys of maps, and terms of scalars.
class Keys final : public YamlHandler {
 public:
  Keys(const ImportOptions& options, Losses& losses) : options_(options), builder_(options.language, losses) {}

  void begin_map(std::size_t line) override { open(true, line); }
  void begin_list(std::size_t line) override {
    if (levels_.empty()) fail("a dictionary is a map of categories", line);
    open(false, line);
  }
  void end() override { levels_.pop_back(); }

  void scalar(std::string_view text, std::size_t line) override {
    if (levels_.empty()) fail("a dictionary is a map of categories", line);
    Level& level = levels_.back();
    if (level.map && !level.key_read) {
      const auto [key, fresh] = level.keys.emplace(std::string(text), line);
      if (!fresh)
        fail("the key '" + printable(text) + "' is given twice: in line " + std::to_string(key->second) +
                 " and in line " + std::to_string(line),
             line);
      level.value_of = builder_.category(level.category, text, line);
      level.key_read = true;
      return;
    }
    builder_.term(level.map ? level.value_of : level.category, text, {}, line);
    level.key_read = false;
  }

  BookDraft finish() { return builder_.finish(options_.id, options_.path); }

 private:
  struct Level {
    bool map = false;
    bool key_read = false;
    std::size_t category = DraftBuilder::none;  // that this map or list belongs to
    std::size_t value_of = DraftBuilder::none;  // category of the key that was read
    std::map<std::string, std::size_t> keys;    // with their lines
  };

  [[noreturn]] void fail(std::string why, std::size_t line) const {
    throw Error(Errc::codebook, std::move(why), {options_.path, line, 0}, "say --from, if it is of another format");
  }

  void open(bool map, std::size_t line) {
    Level level;
    level.map = map;
    if (!levels_.empty()) {
      Level& outer = levels_.back();
      if (outer.map && !outer.key_read) fail("a key is a map or a list", line);
      level.category = outer.map ? outer.value_of : outer.category;
      outer.key_read = false;
    }
    levels_.push_back(std::move(level));
  }

  const ImportOptions& options_;
  DraftBuilder builder_;
  std::vector<Level> levels_;
};

BookDraft read(std::string_view text, const ImportOptions& options, Losses& losses) {
  Keys keys(options, losses);
  parse_yaml(text, options.path, keys);
  return keys.finish();
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + '\'';
}

std::string write(const Codebook& book, const ExportOptions& options, Losses& losses) {
  const PhraseStyle style{
      .any_word = "*", .inner_wildcards = true, .question_mark = true, .weights = false, .joint = " "};
  const std::vector<ExportedCode> codes = exported_codes(book, losses);
  std::string out;
  std::vector<bool> listed;  // by depth: whether the category is a list, as it has terms of its own
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const ExportedCode& code = codes[i];
    const std::vector<ExportedTerm> terms = code.code == nullptr
                                                ? std::vector<ExportedTerm>()
                                                : exported_terms(*code.code, options.language, style, losses);
    const bool parent = i + 1 < codes.size() && codes[i + 1].depth > code.depth;
    listed.resize(code.depth);
    std::size_t indent = 0;
    for (const bool list : listed) indent += list ? 4 : 2;
    const bool item = !listed.empty() && listed.back();
    out += std::string(item ? indent - 2 : indent, ' ') + (item ? "- " : "") + quoted(code.name) + ':';
    listed.push_back(parent && !terms.empty());
    out += terms.empty() && !parent ? " []\n" : "\n";
    for (const ExportedTerm& term : terms) out += std::string(indent + 2, ' ') + "- " + quoted(term.text) + '\n';
  }
  return out;
}

}  // namespace

const BookFormat quanteda_book_format{"quanteda", " .yml .yaml ", "quanteda dictionaries in YAML", false, read, write};

}  // namespace topos
