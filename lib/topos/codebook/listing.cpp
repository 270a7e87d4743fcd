// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/listing.hpp"

#include <algorithm>
#include <set>

#include "topos/codebook/references.hpp"

namespace topos {
namespace {

using Ids = std::set<std::string, std::less<>>;

Ids references_of(const Code& code) {
  Ids found;
  for (const auto& [language, entries] : code.languages) {
    for (const auto* list : {&entries.patterns, &entries.masks}) {
      for (const Pattern& pattern : *list)
        for_each_reference(pattern, code.id, [&](std::string_view id, const Location&, bool) { found.emplace(id); });
    }
  }
  return found;
}

/// A tree line with the places of its children, for bringing them into order.
struct Branch {
  TreeLine line;
  std::vector<std::size_t> children;
};

class Tree {
 public:
  explicit Tree(const Codebook& book) {
    for (const Code& code : book.codes) add(code);
  }

  /// Depth first with a stack: ids have at most as many parts as letters, but a stack costs nothing.
  std::vector<TreeLine> lines() {
    std::vector<TreeLine> out;
    std::vector<std::size_t> stack(roots_.rbegin(), roots_.rend());
    while (!stack.empty()) {
      Branch& branch = branches_[stack.back()];
      stack.pop_back();
      stack.insert(stack.end(), branch.children.rbegin(), branch.children.rend());
      out.push_back(std::move(branch.line));
    }
    return out;
  }

 private:
  void add(const Code& code) {
    std::size_t parent = branches_.size();
    std::size_t depth = 0;
    for (std::size_t dot = code.id.find('.');; dot = code.id.find('.', dot + 1)) {
      const auto [at, added] = places_.try_emplace(code.id.substr(0, dot), branches_.size());
      if (added) {
        branches_.push_back({{at->first, depth, nullptr, 0, {}}, {}});
        (depth == 0 ? roots_ : branches_[parent].children).push_back(at->second);
      }
      parent = at->second;
      ++depth;
      TreeLine& line = branches_[parent].line;
      ++line.codes;
      line.entries += count_entries(code);
      if (dot == std::string::npos) {
        line.code = &code;
        return;
      }
    }
  }

  std::map<std::string, std::size_t> places_;
  std::vector<Branch> branches_;
  std::vector<std::size_t> roots_;
};

}  // namespace

EntryCounts& EntryCounts::operator+=(const EntryCounts& other) noexcept {
  patterns += other.patterns;
  masks += other.masks;
  examples += other.examples;
  counterexamples += other.counterexamples;
  return *this;
}

EntryCounts count_entries(const CodeLanguage& entries) noexcept {
  return {entries.patterns.size(), entries.masks.size(), entries.examples.size(), entries.counterexamples.size()};
}

EntryCounts count_entries(const Code& code) noexcept {
  EntryCounts sum;
  for (const auto& [language, entries] : code.languages) sum += count_entries(entries);
  return sum;
}

std::vector<TreeLine> code_tree(const Codebook& book) { return Tree(book).lines(); }

BookStatistics book_statistics(const Codebook& book) {
  BookStatistics found;
  found.codes = book.codes.size();
  found.macros = book.macros.size();
  for (const Code& code : book.codes) {
    const EntryCounts entries = count_entries(code);
    found.entries += entries;
    if (entries.patterns == 0) ++found.codes_without_patterns;
    ++found.dimensions[code.dimension];
    for (const auto& [language, here] : code.languages) {
      found.guarded_patterns += static_cast<std::size_t>(std::count_if(
          here.patterns.begin(), here.patterns.end(), [](const Pattern& pattern) { return !pattern.guards.empty(); }));
    }
  }
  for (const std::string& language : book.languages) {
    LanguageStatistics one{
        language,
        std::find(book.draft_languages.begin(), book.draft_languages.end(), language) != book.draft_languages.end(),
        0,
        {}};
    for (const Code& code : book.codes) {
      const auto here = code.languages.find(language);
      if (here == code.languages.end()) continue;
      one.entries += count_entries(here->second);
      if (!here->second.patterns.empty()) ++one.codes;
    }
    found.languages.push_back(std::move(one));
  }
  return found;
}

CodeRelations code_relations(const Codebook& book, std::string_view id) {
  CodeRelations relations;
  for (const Code& code : book.codes) {
    const Ids references = references_of(code);
    if (code.id == id) relations.refers_to.assign(references.begin(), references.end());
    const bool named = std::any_of(references.begin(), references.end(),
                                   [&](const std::string& reference) { return is_or_below(id, reference); });
    if (named && code.id != id) relations.referred_by.push_back(code.id);
  }
  std::sort(relations.referred_by.begin(), relations.referred_by.end());
  return relations;
}

}  // namespace topos
