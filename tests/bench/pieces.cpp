// SPDX-License-Identifier: Apache-2.0
#include "pieces.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace topos::bench {
namespace {

std::size_t length_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

char32_t value_of(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  if (lead < 0x80) return lead;
  char32_t value = lead & (character.size() == 2 ? 0x1Fu : character.size() == 3 ? 0x0Fu : 0x07u);
  for (const char c : character.substr(1)) value = (value << 6) | (static_cast<unsigned char>(c) & 0x3Fu);
  return value;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool mark = (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) || (c >= 0xFF00 && c < 0xFFF0);
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !mark;
}

bool is_upper(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x400 && c <= 0x42F); }

/// Two-byte letters that are upper case have their lower case 0x20 further on, but for U+0400 to U+040F: 0x50.
std::string encoded(char32_t c) {
  if (c < 0x80) return {static_cast<char>(c)};
  return {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
}

std::string lower(std::string_view character) {
  const char32_t c = value_of(character);
  if (!is_upper(c)) return std::string(character);
  return encoded(c + (c >= 0x400 && c < 0x410 ? 0x50 : 0x20));
}

bool is_apostrophe(std::string_view character) { return character == "'" || character == "\u2019"; }

/// Splits "'s" off the last word.
void split_possessive(std::vector<Piece>& all) {
  for (const std::string_view ending : {"'s", "\u2019s"}) {
    std::string& word = all.back().text;
    if (word.size() <= ending.size() || !word.ends_with(ending)) continue;
    word.resize(word.size() - ending.size());
    all.push_back({std::string(ending), false, false});
    return;
  }
}

bool ends_sentence(const Piece& piece) {
  const bool space = piece.text.find_first_of(" \n") != std::string::npos || piece.text.find("。") != std::string::npos;
  return !piece.word && space &&
         (piece.text.find_first_of(".!?") != std::string::npos || piece.text.find('\n') != std::string::npos);
}

}  // namespace

std::uint64_t Random::next() noexcept {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

std::vector<std::string> characters(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < text.size(); at += all.back().size())
    all.emplace_back(text.substr(at, length_at(text, at)));
  return all;
}

std::vector<Piece> pieces(std::string_view text) {
  const std::vector<std::string> all = characters(text);
  const auto letter = [&](std::size_t i) { return i < all.size() && is_letter(value_of(all[i])); };
  std::vector<Piece> out;
  for (std::size_t i = 0; i < all.size();) {
    Piece piece;
    piece.word = letter(i);
    piece.capital = piece.word && is_upper(value_of(all[i]));
    if (piece.word)
      for (; letter(i) || (i < all.size() && is_apostrophe(all[i]) && letter(i + 1)); ++i) piece.text += lower(all[i]);
    else
      for (; i < all.size() && !letter(i); ++i) piece.text += all[i];
    out.push_back(std::move(piece));
    if (out.back().word) split_possessive(out);
  }
  return out;
}

std::vector<Sentence> sentences(std::string_view text) {
  std::vector<Sentence> all;
  Sentence sentence;
  for (Piece& piece : pieces(text)) {
    const bool end = ends_sentence(piece);
    if (end) piece.text.resize(piece.text.find_first_of(" \n"));
    if (!sentence.empty() || piece.word) sentence.push_back(std::move(piece));
    if (!end) continue;
    if (std::count_if(sentence.begin(), sentence.end(), [](const Piece& one) { return one.word; }) >= 3 &&
        !sentence.back().text.empty())
      all.push_back(std::move(sentence));
    sentence.clear();
  }
  return all;
}

std::string capitalized(std::string word) {
  const std::size_t length = length_at(word, 0);
  const char32_t c = value_of(std::string_view(word).substr(0, length));
  char32_t upper = c;
  if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE) || (c >= 0x430 && c < 0x450)) upper = c - 0x20;
  if (c >= 0x450 && c < 0x460) upper = c - 0x50;
  if (upper != c) word.replace(0, length, encoded(upper));
  return word;
}

std::string texts_of(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::string all;
  for (const auto& path : files) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (const std::size_t end = text.find("\n---\n"); text.starts_with("---\n") && end != std::string::npos)
      text.erase(0, end + 5);
    all += text + '\n';
  }
  if (all.empty()) throw std::runtime_error("no texts in " + folder);
  return all;
}

}  // namespace topos::bench
