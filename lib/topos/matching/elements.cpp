// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/elements.hpp"

#include <algorithm>

#include "topos/base/hash.hpp"

namespace topos {
namespace {

std::size_t point_size(char lead) noexcept {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The classes among the members of a set, behind all words.
constexpr std::uint32_t first_class = 0xFFFFFF00;

constexpr std::uint64_t frequency_of_class = 50;
constexpr std::uint64_t most_frequency = 10'000;

std::uint32_t frequency_of(std::string_view text) noexcept {
  constexpr std::uint32_t by_size[] = {100, 64, 64, 32, 8, 3};
  constexpr std::uint32_t unknown_rest = 4;
  std::size_t size = 0;
  for_each_piece(text, [&](std::string_view piece) {
    if (!Word::is_wildcard(piece[0])) size = std::max(size, piece.size());
  });
  const std::uint32_t frequency = size < std::size(by_size) ? by_size[size] : 1;
  return size < text.size() ? unknown_rest * frequency : frequency;
}

}  // namespace

bool word_matches(std::string_view text, std::string_view form) noexcept {
  // Greedy with one point to come back to: the last `*`. Earlier ones never need to give up what they took.
  constexpr std::size_t nowhere = ~std::size_t{0};
  std::size_t next = 0;
  std::size_t at = 0;
  std::size_t star = nowhere;
  std::size_t star_at = 0;
  while (next < text.size() || at < form.size()) {
    if (next < text.size() && text[next] == Word::any_run) {
      if (++next == text.size()) return true;
      star = next;
      star_at = at;
    } else if (next < text.size() && at < form.size() && (text[next] == form[at] || text[next] == Word::any_one)) {
      at += text[next++] == Word::any_one ? point_size(form[at]) : 1;
    } else {
      if (star == nowhere || star_at >= form.size()) return false;
      star_at += point_size(form[star_at]);
      at = star_at;
      next = star;
    }
  }
  return true;
}

FoldedWord fold_word(const Word& word, bool case_sensitive, const Folder& folder) {
  FoldedWord folded{{}, case_sensitive || word.case_sensitive};
  if (std::all_of(word.text.begin(), word.text.end(), [](char c) {
        return is_ascii({&c, 1}) || Word::is_wildcard(c);
      })) {
    folded.text = word.text;
    if (!folded.case_sensitive)
      std::transform(folded.text.begin(), folded.text.end(), folded.text.begin(), ascii_lower);
    return folded;
  }
  for_each_piece(word.text, [&](std::string_view piece) {
    if (Word::is_wildcard(piece[0])) {
      folded.text += piece;
    } else {
      const Forms forms = folder.fold(piece);
      folded.text += folded.case_sensitive ? forms.cased : forms.folded;
    }
  });
  return folded;
}

ElementId& Elements::number_of(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes) {
  members_.clear();
  for (const FoldedWord& word : words)
    members_.push_back(2 * words_[word.case_sensitive ? 1 : 0].number_of(word.text) + (word.case_sensitive ? 1 : 0));
  if (words.size() == 1 && classes.empty()) return words_[members_[0] % 2].alone(members_[0] / 2);
  for (const WordClass one : classes) members_.push_back(first_class + static_cast<std::uint32_t>(one));
  std::sort(members_.begin(), members_.end());
  key_.assign(reinterpret_cast<const char*>(members_.data()), members_.size() * sizeof members_[0]);
  return numbers_.try_emplace(key_, none).first->second;
}

ElementId Elements::add(const std::vector<FoldedWord>& words, const std::vector<WordClass>& classes) {
  ElementId& number = number_of(words, classes);
  if (number != none) return number;
  const auto made = static_cast<ElementId>(frequencies_.size());
  number = made;
  std::uint64_t frequency = frequency_of_class * classes.size();
  for (const FoldedWord& word : words) frequency += frequency_of(word.text);
  for (const WordClass one : classes) classes_[static_cast<std::size_t>(one)].push_back(made);
  for (const std::uint32_t member : members_)
    if (member < first_class) words_[member % 2].add_set(member / 2, made);
  frequencies_.push_back(static_cast<std::uint32_t>(std::min<std::uint64_t>(frequency, most_frequency)));
  return made;
}

std::size_t Elements::Words::slot_of(std::string_view text, std::uint32_t hash) const noexcept {
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].word != none; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].hash == hash && text_of(words_[slots_[at].word]) == text) break;
  return at;
}

std::uint32_t Elements::Words::number_of(std::string_view text) {
  const auto hash = static_cast<std::uint32_t>(hash64(text));
  Slot& slot = slots_[slot_of(text, hash)];
  if (slot.word != none) return slot.word;
  const auto made = static_cast<std::uint32_t>(words_.size());
  slot = {hash, made};
  words_.push_back({static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())});
  bytes_ += text;
  if (std::any_of(text.begin(), text.end(), Word::is_wildcard))
    add_tail(made);
  else if (!text.empty())
    first_bytes_.set(static_cast<unsigned char>(text[0]));
  if (2 * words_.size() > slots_.size()) grow();
  return made;
}

void Elements::Words::grow() {
  const std::vector<Slot> old = std::move(slots_);
  slots_.assign(2 * old.size(), Slot{});
  for (const Slot& slot : old)
    if (slot.word != none) slots_[slot_of(text_of(words_[slot.word]), slot.hash)] = slot;
}

void Elements::Words::add_set(std::uint32_t word, ElementId element) {
  entries_.push_back({element, words_[word].sets});
  words_[word].sets = static_cast<std::uint32_t>(entries_.size() - 1);
}

void Elements::Words::add_tail(std::uint32_t word) {
  const std::string_view text = text_of(words_[word]);
  const auto prefix =
      static_cast<std::uint32_t>(std::find_if(text.begin(), text.end(), Word::is_wildcard) - text.begin());
  const std::uint32_t node = node_of(text.substr(0, prefix));
  tails_.push_back({word, words_[word].begin + prefix, words_[word].size - prefix, nodes_[node]});
  nodes_[node] = static_cast<std::uint32_t>(tails_.size() - 1);
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

void Elements::Words::append_sets(std::uint32_t word, std::vector<ElementId>& out) const {
  for (std::uint32_t one = words_[word].sets; one != none; one = entries_[one].next)
    out.push_back(entries_[one].element);
}

void Elements::Words::look_up(std::string_view form, std::vector<ElementId>& out) const {
  if (form.empty() || first_bytes_[static_cast<unsigned char>(form[0])])
    if (const Slot& slot = slots_[slot_of(form, static_cast<std::uint32_t>(hash64(form)))]; slot.word != none)
      append_sets(slot.word, out);
  std::uint32_t node = 0;
  for (std::size_t at = 0; node != none; ++at) {
    for (std::uint32_t one = nodes_[node]; one != none; one = tails_[one].next) {
      const Tail& tail = tails_.data()[one];
      const char last = bytes_[tail.begin + tail.size - 1];
      // Most words from a glob are told by its last letter.
      if (!Word::is_wildcard(last) && (form.empty() || form.back() != last)) continue;
      if (word_matches(std::string_view(bytes_).substr(tail.begin, tail.size), form.substr(at)))
        append_sets(tail.word, out);
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
