// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/elements.hpp"

#include <algorithm>

namespace topos {
namespace {

using Kind = Word::Piece::Kind;

/// A text that no other piece has; the length in front keeps a literal `*` from being a wildcard.
std::string key_of(const Word::Piece& piece) {
  if (piece.kind == Kind::any_run) return "*";
  if (piece.kind == Kind::any_one) return "?";
  return std::to_string(piece.text.size()) + ':' + piece.text;
}

/// A text that is equal for equal element sets.
std::string key_of(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes) {
  std::vector<std::string> keys;
  for (const FoldedWord& word : words) {
    keys.push_back(word.case_sensitive ? "=" : "~");
    for (const Word::Piece& piece : word.pieces) keys.back() += key_of(piece);
  }
  for (const WordClass one : classes) keys.push_back("#" + std::to_string(static_cast<int>(one)));
  std::sort(keys.begin(), keys.end());
  std::string all;
  for (const std::string& key : keys) all.append(key).push_back('|');
  return all;
}

std::size_t point_size(char lead) noexcept {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool is_exact(const FoldedWord& word) { return word.pieces.size() == 1 && word.pieces[0].kind == Kind::text; }

}  // namespace

bool word_matches(const FoldedWord& word, std::string_view form) noexcept {
  // Greedy with one point to come back to: the last `*`. Earlier ones never need to give up what they took.
  const std::vector<Word::Piece>& pieces = word.pieces;
  std::size_t piece = 0;
  std::size_t at = 0;
  std::size_t star = pieces.size();
  std::size_t star_at = 0;
  while (piece < pieces.size() || at < form.size()) {
    bool taken = false;
    if (piece < pieces.size()) {
      const Word::Piece& now = pieces[piece];
      if (now.kind == Kind::any_run) {
        star = piece++;
        star_at = at;
        continue;
      }
      if (now.kind == Kind::any_one && at < form.size()) {
        at += point_size(form[at]);
        taken = true;
      } else if (now.kind == Kind::text && form.substr(at).starts_with(now.text)) {
        at += now.text.size();
        taken = true;
      }
    }
    if (taken) {
      ++piece;
    } else {
      if (star == pieces.size() || star_at >= form.size()) return false;
      star_at += point_size(form[star_at]);
      at = star_at;
      piece = star + 1;
    }
  }
  return true;
}

FoldedWord fold_word(const Word& word, bool case_sensitive, const Folder& folder) {
  FoldedWord folded;
  folded.case_sensitive = case_sensitive || word.case_sensitive;
  for (const Word::Piece& piece : word.pieces) {
    if (piece.kind == Kind::text) {
      Forms forms = folder.fold(piece.text);
      folded.pieces.push_back({Kind::text, folded.case_sensitive ? std::move(forms.cased) : std::move(forms.folded)});
    } else {
      folded.pieces.push_back(piece);
    }
  }
  return folded;
}

ElementId Elements::add(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes) {
  const auto [found, added] = numbers_.try_emplace(key_of(words, classes), static_cast<ElementId>(numbers_.size()));
  const ElementId element = found->second;
  if (!added) return element;
  for (const FoldedWord& word : words) {
    const std::size_t side = word.case_sensitive ? 1 : 0;
    if (is_exact(word)) {
      exact_[side][word.pieces[0].text].push_back(element);
    } else {
      const std::string prefix = !word.pieces.empty() && word.pieces[0].kind == Kind::text ? word.pieces[0].text : std::string();
      globs_[side][prefix.size()][prefix].push_back({word, element});
    }
  }
  for (const WordClass one : classes) classes_[static_cast<std::size_t>(one)].push_back(element);
  return element;
}

void Elements::look_up(std::string_view form, const Exact& exact, const Globs& globs, std::vector<ElementId>& out) {
  std::string key(form);
  if (const auto found = exact.find(key); found != exact.end()) out.insert(out.end(), found->second.begin(), found->second.end());
  for (const auto& [length, by_prefix] : globs) {
    if (length > form.size()) break;
    key.assign(form.substr(0, length));
    const auto found = by_prefix.find(key);
    if (found == by_prefix.end()) continue;
    for (const Glob& glob : found->second)
      if (word_matches(glob.word, form)) out.push_back(glob.element);
  }
}

void Elements::decide(const Type& type, std::vector<ElementId>& out) const {
  out.clear();
  look_up(type.folded, exact_[0], globs_[0], out);
  look_up(type.cased, exact_[1], globs_[1], out);
  const bool holds[word_classes] = {type.number, type.year, type.capitalized, type.acronym, true};
  for (std::size_t i = 0; i < word_classes; ++i)
    if (holds[i]) out.insert(out.end(), classes_[i].begin(), classes_[i].end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace topos
