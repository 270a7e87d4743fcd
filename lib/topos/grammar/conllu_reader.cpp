// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>

#include "topos/base/error.hpp"
#include "topos/grammar/conllu.hpp"

namespace topos {
namespace {

constexpr std::size_t columns = 10;

/// The number that `text` is, whole; nothing otherwise.
bool read_number(std::string_view text, std::uint32_t& number) noexcept {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

std::string value_of(std::string_view column) { return column == "_" ? std::string() : std::string(column); }

}  // namespace

void ConlluReader::fail(const std::string& what) const {
  throw Error(Errc::table, what, {path_, line_, 0}, "give CoNLL-U, ten columns parted by tabs");
}

bool ConlluReader::next(ConlluSentence& out) {
  out.text.clear();
  out.words.clear();
  range_end_ = 0;
  while (!bytes_.empty()) {
    const std::size_t size = std::min(bytes_.find('\n'), bytes_.size());
    std::string_view line = bytes_.substr(0, size);
    bytes_.remove_prefix(std::min(size + 1, bytes_.size()));
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() && !out.words.empty()) break;
    if (line.empty() || line.front() == '#') continue;
    read_word(line, out);
  }
  close(out);
  return !out.words.empty();
}

void ConlluReader::read_word(std::string_view line, ConlluSentence& out) {
  std::array<std::string_view, columns> cells;
  std::size_t count = 0;
  for (std::string_view rest = line;;) {
    const std::size_t size = rest.find('\t');
    if (count < columns) cells[count] = rest.substr(0, size);
    ++count;
    if (size == rest.npos) break;
    rest.remove_prefix(size + 1);
  }
  if (count != columns) fail(std::to_string(count) + " columns instead of 10");
  const bool space = cells[9].find("SpaceAfter=No") == std::string_view::npos;
  const auto number = static_cast<std::uint32_t>(out.words.size() + 1);
  if (cells[0].find('.') != std::string_view::npos) return;
  std::uint32_t id = 0;
  if (const std::size_t dash = cells[0].find('-'); dash != std::string_view::npos) {
    if (!read_number(cells[0].substr(0, dash), id) || id != number ||
        !read_number(cells[0].substr(dash + 1), range_end_) || range_end_ < id)
      fail("a range of words that is out of order");
    range_begin_ = id;
    range_form_ = cells[1];
    range_space_ = space;
    return;
  }
  if (!read_number(cells[0], id) || id != number) fail("a word number that is out of order");
  ConlluWord word;
  word.form = cells[1];
  word.lemma = value_of(cells[2]);
  word.upos = value_of(cells[3]);
  word.xpos = value_of(cells[4]);
  word.features = value_of(cells[5]);
  word.relation = value_of(cells[7]);
  std::uint32_t head = 0;
  if (cells[6] != "_" && !read_number(cells[6], head)) fail("a head that is no number");
  word.head = head == 0 ? no_index : head - 1;
  set_token(number, space, word, out);
  out.words.push_back(std::move(word));
}

/// Says which token the word is of; the first word of a token writes it to the text.
void ConlluReader::set_token(std::uint32_t number, bool space, ConlluWord& word, ConlluSentence& out) {
  const bool in_range = number <= range_end_;
  if (in_range && number != range_begin_) {
    word.token = out.words.back().token;
    word.span = out.words.back().span;
    return;
  }
  const std::string& form = in_range ? range_form_ : word.form;
  word.token = out.words.empty() ? 0 : out.words.back().token + 1;
  word.span = {static_cast<std::uint32_t>(out.text.size()), static_cast<std::uint32_t>(out.text.size() + form.size())};
  out.text += form;
  if (in_range ? range_space_ : space) out.text += ' ';
}

void ConlluReader::close(ConlluSentence& out) const {
  for (const ConlluWord& word : out.words)
    if (word.head != no_index && word.head >= out.words.size()) fail("a head outside its sentence");
}

}  // namespace topos
