// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/formats/draft_builder.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "topos/base/error.hpp"
#include "topos/text/line_reader.hpp"

namespace topos {
namespace {

constexpr std::size_t deepest = 100;

/// `name` in Latin letters of ASCII, as far as ICU can.
std::string latin(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> rules(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !rules) return std::string(name);
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  rules->transliterate(text);
  std::string out;
  return text.toUTF8String(out);
}

/// One line of printable text.
std::string one_line(std::string_view text) {
  std::string out(trimmed(text));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return out;
}

}  // namespace

std::string id_part(std::string_view name) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  std::string part;
  for (const char c : lower_ascii(ascii ? std::string(name) : latin(name))) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      part += c;
    } else if (static_cast<unsigned char>(c) < 0x80 && !part.empty() && part.back() != '_') {
      part += '_';
    }
  }
  while (!part.empty() && part.back() == '_') part.pop_back();
  if (part.size() > 60) part.resize(60);
  return !part.empty() && part[0] >= '0' && part[0] <= '9' ? "c" + part : part;
}

std::size_t DraftBuilder::category(std::size_t parent, std::string_view name, std::size_t line) {
  const std::string label = one_line(name).empty() ? "(no name)" : one_line(name);
  if (const auto found = owner(parent).children.find(label); found != owner(parent).children.end())
    return found->second;
  const std::size_t depth = parent == none ? 1 : codes_[parent].depth + 1;
  if (depth > deepest)
    throw Error(Errc::codebook, "categories nest more than " + std::to_string(deepest) + " deep", {{}, line, 0});
  std::string part = id_part(label);
  if (part.empty()) part = "category";
  for (std::size_t n = 2; owner(parent).parts.contains(part); ++n) {
    const std::string numbered = id_part(label) + '_' + std::to_string(n);
    part = numbered[0] == '_' ? "category" + numbered : numbered;
  }
  Category category;
  category.parent = parent;
  category.depth = depth;
  category.code.id = parent == none ? part : codes_[parent].code.id + '.' + part;
  category.code.label = label;
  category.code.dimension = "dictionary";
  category.code.definition = "Words of the category " + label + " of a dictionary.";
  codes_.push_back(std::move(category));
  const std::size_t index = codes_.size() - 1;
  owner(parent).parts.insert(part);
  owner(parent).children.emplace(label, index);
  return index;
}

void DraftBuilder::lose(Loss::Fate fate, std::string construct, std::size_t category, std::string_view text,
                        std::string note, std::size_t line) {
  losses_.add({fate, std::move(construct), category == none ? std::string() : codes_[category].code.id,
               std::string(text), std::move(note), line});
}

void DraftBuilder::term(std::size_t category, std::string_view term, const TermStyle& style, std::size_t line,
                        double weight) {
  DraftEntry entry;
  entry.match = terms_.pattern(term, style, {codes_[category].code.id, line});
  entry.weight = weight;
  if (!entry.match.empty()) pattern(category, std::move(entry), line);
}

void DraftBuilder::pattern(std::size_t category, DraftEntry entry, std::size_t line) {
  std::string key = entry.match;
  for (const auto& [guard, texts] : entry.guards) {
    key += '\n' + guard;
    for (const std::string& text : texts) key += '\t' + text;
  }
  if (!codes_[category].matches.insert(std::move(key)).second) {
    lose(Loss::Fate::translated, "repeated_term", category, entry.match, "kept once", line);
    return;
  }
  side(category).patterns.push_back(std::move(entry));
}

void DraftBuilder::mask(std::size_t category, DraftEntry entry) {
  std::vector<DraftEntry>& masks = side(category).masks;
  if (std::find(masks.begin(), masks.end(), entry) == masks.end()) masks.push_back(std::move(entry));
}

void DraftBuilder::define(std::size_t category, std::string_view definition) {
  const std::string text(trimmed(definition));
  if (!text.empty()) codes_[category].code.definition = text;
}

BookDraft DraftBuilder::finish(const std::string& id, const std::string& path) {
  if (codes_.empty())
    throw Error(Errc::codebook, "there is no category", {path, 0, 0}, "say --from, if it is of another format");
  BookDraft draft;
  draft.id = id;
  draft.languages = {language_};
  // Depth first, in the order in which children were met.
  std::vector<std::vector<std::size_t>> below(codes_.size() + 1);
  for (std::size_t i = 0; i < codes_.size(); ++i)
    below[codes_[i].parent == none ? codes_.size() : codes_[i].parent].push_back(i);
  std::vector<std::size_t> open(below.back().rbegin(), below.back().rend());
  while (!open.empty()) {
    const std::size_t next = open.back();
    open.pop_back();
    draft.codes.push_back(codes_[next].code);
    open.insert(open.end(), below[next].rbegin(), below[next].rend());
  }
  return draft;
}

}  // namespace topos
