// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/elements.hpp"

#include <algorithm>

#include "topos/base/hash.hpp"

namespace topos {
namespace {

using Kind = Word::Piece::Kind;

/// Appends a text that no other word has.
void append_key(const FoldedWord& word, std::string& key) {
  key += word.case_sensitive ? '=' : '~';
  for (const Word::Piece& piece : word.pieces) {
    key += static_cast<char>(piece.kind);
    if (piece.kind != Kind::text) continue;
    for (std::size_t size = piece.text.size(), byte = 0; byte < 4; ++byte, size >>= 8) key += static_cast<char>(size & 0xFF);
    key += piece.text;
  }
  key += static_cast<char>(0x7F);
}

std::size_t point_size(char lead) noexcept {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Whether `form` ends like `word`, if that ends in text: tells most words from a glob that begins with `*`.
bool may_end(const FoldedWord& word, std::string_view form) noexcept {
  return word.pieces.empty() || word.pieces.back().kind != Kind::text || form.ends_with(word.pieces.back().text);
}

constexpr std::uint64_t frequency_of_class = 50;
constexpr std::uint64_t most_frequency = 10'000;

std::uint32_t frequency_of(const FoldedWord& word) noexcept {
  constexpr std::uint32_t by_size[] = {100, 64, 64, 32, 8, 3};
  constexpr std::uint32_t unknown_rest = 4;
  std::size_t size = 0;
  for (const Word::Piece& piece : word.pieces) size = std::max(size, piece.text.size());
  const std::uint32_t frequency = size < std::size(by_size) ? by_size[size] : 1;
  return word.pieces.size() > 1 ? unknown_rest * frequency : frequency;
}

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
  folded.pieces.reserve(word.pieces.size());
  for (const Word::Piece& piece : word.pieces) {
    if (piece.kind == Kind::text && is_ascii(piece.text)) {
      std::string& text = folded.pieces.emplace_back(piece).text;
      if (!folded.case_sensitive) std::transform(text.begin(), text.end(), text.begin(), ascii_lower);
    } else if (piece.kind == Kind::text) {
      Forms forms = folder.fold(piece.text);
      folded.pieces.push_back({Kind::text, folded.case_sensitive ? std::move(forms.cased) : std::move(forms.folded)});
    } else {
      folded.pieces.push_back(piece);
    }
  }
  return folded;
}

std::uint32_t Elements::word_number(const FoldedWord& word) {
  key_.clear();
  append_key(word, key_);
  const auto [found, added] = word_numbers_.try_emplace(key_, static_cast<std::uint32_t>(one_word_.size()));
  if (added) one_word_.push_back(no_element);
  return found->second;
}

ElementId& Elements::number_of(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes) {
  if (words.size() == 1 && classes.empty()) return one_word_[word_number(words[0])];
  std::vector<std::uint32_t> members;
  for (const FoldedWord& word : words) members.push_back(word_number(word));
  for (const WordClass one : classes) members.push_back(~static_cast<std::uint32_t>(one));
  std::sort(members.begin(), members.end());
  return numbers_.try_emplace(std::string(reinterpret_cast<const char*>(members.data()), members.size() * sizeof members[0]), no_element).first->second;
}

ElementId Elements::add(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes) {
  ElementId& number = number_of(words, classes);
  if (number != no_element) return number;
  number = size_++;
  std::uint64_t frequency = frequency_of_class * classes.size();
  for (const FoldedWord& word : words) frequency += frequency_of(word);
  frequencies_.push_back(static_cast<std::uint32_t>(std::min<std::uint64_t>(frequency, most_frequency)));
  for (const FoldedWord& word : words) words_[word.case_sensitive ? 1 : 0].add(word, number);
  for (const WordClass one : classes) classes_[static_cast<std::size_t>(one)].push_back(number);
  return number;
}

void Elements::Words::put(std::uint32_t& list, ElementId element, std::uint32_t glob) {
  const bool ends_in_text = glob != none && !globs_[glob].pieces.empty() && globs_[glob].pieces.back().kind == Kind::text;
  entries_.push_back({element, list, glob, ends_in_text ? globs_[glob].pieces.back().text.back() : '\0'});
  list = static_cast<std::uint32_t>(entries_.size() - 1);
}

void Elements::Words::add(const FoldedWord& word, ElementId element) {
  const std::vector<Word::Piece>& pieces = word.pieces;
  const bool begins_with_text = !pieces.empty() && pieces[0].kind == Kind::text;
  if (begins_with_text && pieces.size() == 1) return put(entries_of(pieces[0].text), element);
  const std::uint32_t node = begins_with_text ? node_of(pieces[0].text) : 0;
  if (begins_with_text && pieces.size() == 2 && pieces[1].kind == Kind::any_run) return put(nodes_[node], element);
  globs_.push_back(word);
  put(nodes_[node], element, static_cast<std::uint32_t>(globs_.size() - 1));
}

std::size_t Elements::Words::slot_of(std::string_view text, std::uint32_t hash) const noexcept {
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].entry != none; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].hash == hash && std::string_view(bytes_).substr(slots_[at].begin, slots_[at].size) == text) break;
  return at;
}

/// The entries of a word without wildcards.
std::uint32_t& Elements::Words::entries_of(std::string_view text) {
  const auto hash = static_cast<std::uint32_t>(hash64(text));
  const Slot& known = slots_[slot_of(text, hash)];
  if (known.entry != none) return slots_[slot_of(text, hash)].entry;
  if (2 * ++known_ > slots_.size()) {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(2 * old.size(), Slot{});
    for (const Slot& slot : old)
      if (slot.entry != none) slots_[slot_of(std::string_view(bytes_).substr(slot.begin, slot.size), slot.hash)] = slot;
  }
  Slot& made = slots_[slot_of(text, hash)];
  made.hash = hash;
  made.begin = static_cast<std::uint32_t>(bytes_.size());
  made.size = static_cast<std::uint32_t>(text.size());
  bytes_ += text;
  if (!text.empty()) first_bytes_.set(static_cast<unsigned char>(text[0]));
  return made.entry;
}

std::uint32_t Elements::Words::node_of(std::string_view prefix) {
  std::uint32_t node = 0;
  for (const char c : prefix) {
    const auto byte = static_cast<unsigned char>(c);
    std::uint32_t next = child(node, byte);
    if (next == none) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back(none);
      if (node == 0)
        root_[byte] = next;
      else
        edges_.add(node, byte, next);
    }
    node = next;
  }
  return node;
}

void Elements::Words::look_up(std::string_view form, std::vector<ElementId>& out) const {
  if (form.empty() || first_bytes_[static_cast<unsigned char>(form[0])]) {
    const Slot& slot = slots_[slot_of(form, static_cast<std::uint32_t>(hash64(form)))];
    for (std::uint32_t one = slot.entry; one != none; one = entries_[one].next) out.push_back(entries_[one].element);
  }
  std::uint32_t node = 0;
  for (std::size_t at = 0; node != none; ++at) {
    for (std::uint32_t one = nodes_[node]; one != none; one = entries_[one].next) {
      const Entry& entry = entries_.data()[one];
      if (entry.last != 0 && (form.empty() || entry.last != form.back())) continue;
      if (entry.glob == none || (may_end(globs_[entry.glob], form) && word_matches(globs_[entry.glob], form))) out.push_back(entry.element);
    }
    if (at == form.size()) break;
    node = child(node, static_cast<unsigned char>(form[at]));
  }
}

void Elements::decide(const Type& type, std::vector<ElementId>& out) const {
  out.clear();
  words_[0].look_up(type.folded, out);
  words_[1].look_up(type.cased, out);
  const bool holds[word_classes] = {type.number, type.year, type.capitalized, type.acronym, true};
  for (std::size_t i = 0; i < word_classes; ++i)
    if (holds[i]) out.insert(out.end(), classes_[i].begin(), classes_[i].end());
  if (out.size() < 2) return;
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

}  // namespace topos
