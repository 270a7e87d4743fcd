// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/detectors/citation_markers.hpp"

#include <re2/re2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <bit>
#include <charconv>

#include "topos/text/byte_block.hpp"
#include "topos/text/code_points.hpp"

namespace topos {
namespace {

constexpr std::size_t most_numbers = 1000;
constexpr unsigned longest_range = 50;         ///< numbers from 7 to 9 are three
constexpr std::size_t longest_brackets = 400;  ///< bytes between ( and )

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// One to three digits at the beginning of `rest`, taken from it; 0 if there are none, or more.
unsigned take_number(std::string_view& rest) {
  std::size_t size = 0;
  while (size < rest.size() && is_digit(rest[size])) ++size;
  if (size == 0 || size > 3) return 0;
  unsigned number = 0;
  std::from_chars(rest.data(), rest.data() + size, number);
  rest.remove_prefix(size);
  return number;
}

bool take(std::string_view& rest, std::string_view what) {
  if (!rest.starts_with(what)) return false;
  rest.remove_prefix(what.size());
  return true;
}

/// The next word of `rest`, taken from it with the white space before it; empty at its end.
std::string_view next_word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n\r"), rest.size()));
  const std::string_view word = rest.substr(0, rest.find_first_of(" \t\n\r"));
  rest.remove_prefix(word.size());
  return word;
}

void add_range(unsigned first, unsigned last, std::vector<std::string>& numbers) {
  for (unsigned number = first; number <= last && numbers.size() < most_numbers; ++number)
    numbers.push_back(std::to_string(number));
}

/// "3, 7–9" → 3 7 8 9; nothing if it is something else.
std::vector<std::string> numbers_of(std::string_view inside) {
  std::vector<std::string> numbers;
  while (true) {
    const unsigned first = take_number(inside);
    if (first == 0) return {};
    unsigned last = first;
    if (take(inside, "-") || take(inside, "\u2013")) {
      take(inside, " ");
      last = take_number(inside);
      if (last < first || last - first >= longest_range) return {};
    }
    add_range(first, last, numbers);
    if (inside.empty()) return numbers;
    if (!take(inside, ",") && !take(inside, ";")) return {};
    take(inside, " ");
  }
}

/// "Name, 2019" and the like within brackets, perhaps with words before it and pages behind.
const RE2& name_and_year() {
  static const RE2 expression(
      R"(^\s*(?:(?:[Ss]ee|cf\.|e\.g\.,?|also|for example,?)\s+)*([^\d;()]+?)(,?)\s+((?:18|19|20)\d\d[a-z]?)(?:\s*[,:]\s*(?:pp?\.\s*)?\d+(?:[-–]\d+)?)?\s*$)");
  return expression;
}

/// Whether a word begins as a name does.
bool is_capitalized(std::string_view word) {
  return !word.empty() && u_isupper(static_cast<UChar32>(code_point_at(word, 0).value)) != 0;
}

/// Whether a word stands between names of authors.
bool joins_names(std::string_view word) {
  constexpr std::string_view joints[] = {"and", "&", "et", "al", "al.", "al.,", "de", "van", "von", "der", "la", "bin"};
  return std::find(std::begin(joints), std::end(joints), word) != std::end(joints);
}

constexpr std::size_t most_name_words = 10;

/// Whether text is a list of names: capitalised words and what joins them.
bool is_names(std::string_view text) {
  std::size_t words = 0;
  bool named = false;
  for (std::string_view word = next_word(text); !word.empty(); word = next_word(text)) {
    if (++words > most_name_words) return false;
    if (is_capitalized(word))
      named = true;
    else if (!joins_names(word))
      return false;
  }
  return named;
}

/// Words that stand before a year and are no author.
bool is_no_author(std::string_view name) {
  static const RE2 expression(
      R"(^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter|Since|In|By|Until|Before|After|From|During|Vision|Agenda|Plan|Strategy|Resolution|Article|Chapter|Figure|Table|Act|Law|Protocol|Treaty)\b|\b(?:Vision|Agenda|Plan|Strategy|Resolution|Act|Protocol|Treaty)$)");
  return RE2::PartialMatch(re2::StringPiece(name.data(), name.size()), expression);
}

bool is_acronym(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; }) && name.size() > 1 &&
         static_cast<unsigned char>(name[0]) < 0x80;
}

/// "Name 2019" if text between two marks is a name with a year.
std::string author_of(std::string_view text) {
  re2::StringPiece name;
  re2::StringPiece comma;
  re2::StringPiece year;
  if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), name_and_year(), &name, &comma, &year)) return {};
  const std::string_view names(name.data(), name.size());
  if (!is_names(names) || is_no_author(names)) return {};
  if (comma.empty() && is_acronym(names)) return {};  // a plan and its year: (ABC 2025)
  return std::string(names) + ' ' + std::string(year.data(), year.size());
}

std::vector<std::string> authors_of(std::string_view inside) {
  std::vector<std::string> found;
  while (!inside.empty()) {
    const std::size_t end = std::min(inside.find(';'), inside.size());
    if (std::string author = author_of(inside.substr(0, end)); !author.empty()) found.push_back(std::move(author));
    inside.remove_prefix(std::min(end + 1, inside.size()));
  }
  return found;
}

/// "2019" or "2019a, 2020": a year that stands alone in brackets.
bool is_year_alone(std::string_view inside) {
  static const RE2 expression(
      R"(^(?:18|19|20)\d\d[a-z]?(?:,\s*(?:18|19|20)\d\d[a-z]?)*(?:\s*[,:]\s*(?:pp?\.\s*)?\d+(?:[-–]\d+)?)?$)");
  return RE2::FullMatch(re2::StringPiece(inside.data(), inside.size()), expression);
}

/// The word that ends `text`, one space behind it allowed; taken from it.
std::string_view last_word(std::string_view& text) {
  if (text.ends_with(' ')) text.remove_suffix(1);
  const std::size_t space = text.find_last_of(" \t\n");
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view word = text.substr(begin);
  text.remove_suffix(word.size());
  return word;
}

/// The name that ends directly before a bracket: "Name", "Name and Name", "Name et al."
std::string_view name_before(std::string_view left) {
  constexpr std::size_t reach = 80;
  std::size_t begin = left.size() > reach ? left.size() - reach : 0;
  while (begin < left.size() && (static_cast<unsigned char>(left[begin]) & 0xC0) == 0x80) ++begin;
  left.remove_prefix(begin);
  if (!left.ends_with(' ')) return {};
  const char* const end = left.data() + left.size() - 1;
  std::string_view word = last_word(left);
  if (word == "al." || word == "al") {
    if (last_word(left) != "et") return {};
    word = last_word(left);
  }
  if (!is_capitalized(word)) return {};
  const char* first = word.data();
  if (const std::string_view joint = last_word(left); joint == "and" || joint == "&")
    if (const std::string_view other = last_word(left); is_capitalized(other)) first = other.data();
  return {first, static_cast<std::size_t>(end - first)};
}

/// ¹ ² ³ and the superscripts ⁰ ⁴ … ⁹: the digit and the bytes that it takes; 0 bytes if it is none.
struct Superscript {
  unsigned digit = 0;
  std::size_t bytes = 0;
};
Superscript superscript_at(std::string_view rest) {
  if (take(rest, "\u00B9")) return {1, 2};
  if (take(rest, "\u00B2")) return {2, 2};
  if (take(rest, "\u00B3")) return {3, 2};
  if (rest.size() >= 3 && rest[0] == '\xE2' && rest[1] == '\x81') {
    const auto third = static_cast<unsigned char>(rest[2]);
    if (third == 0xB0 || (third >= 0xB4 && third <= 0xB9)) return {third - 0xB0U, 3};
  }
  return {};
}

class Search {
 public:
  Search(std::string_view text, ByteSpan where, std::vector<CitationMarker>& out)
      : text_(text.substr(0, where.end)), begin_(where.begin), out_(out) {}

  void run() {
    for (at_ = next_start(begin_); at_ < text_.size(); at_ = next_start(at_)) {
      const char c = text_[at_];
      const std::size_t end = c == '[' ? square() : c == '(' ? round() : superscript();
      at_ = end != 0 ? end : at_ + 1;
    }
  }

 private:
  /// The next ( or [ or first byte of a superscript; the text's size if there is none.
  [[nodiscard]] std::size_t next_start(std::size_t at) const {
    for (; at < text_.size(); at += ByteBlock::size) {
      const std::uint64_t found = ByteBlock(text_, at).where(
          [](const ByteBlock::Bytes& b) { return (b == '(') | (b == '[') | (b == 0xC2) | (b == 0xE2); });
      if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
    }
    return text_.size();
  }

  std::size_t square() {
    const std::size_t close = text_.find_first_not_of("0123456789,; -\xE2\x80\x93", at_ + 1);
    if (close == std::string_view::npos || text_[close] != ']') return 0;
    return add(CitationMarker::Form::numeric, at_, close + 1, numbers_of(text_.substr(at_ + 1, close - at_ - 1)));
  }

  std::size_t round() {
    const std::string_view rest = text_.substr(at_ + 1, longest_brackets);
    const std::size_t size = rest.find_first_of("()\n");
    if (size == std::string_view::npos || rest[size] != ')') return 0;
    const std::string_view inside = rest.substr(0, size);
    const std::size_t end = at_ + size + 2;
    if (std::none_of(inside.begin(), inside.end(), is_digit)) return end;
    if (is_year_alone(inside)) return integral(inside, end);
    add(CitationMarker::Form::author_year, at_, end, authors_of(inside));
    return end;
  }

  std::size_t integral(std::string_view year, std::size_t end) {
    const std::string_view name = name_before(text_.substr(begin_, at_ - begin_));
    if (name.empty() || is_no_author(name)) return end;
    add(CitationMarker::Form::author_year, static_cast<std::size_t>(name.data() - text_.data()), end,
        {std::string(name) + ' ' + std::string(year)});
    out_.back().integral = true;
    return end;
  }

  /// Squares and cubes of units are no notes: a superscript counts behind a word of three letters or a mark, the one
  /// that ended the sentence before among them.
  std::size_t superscript() {
    std::string digits;
    std::size_t end = at_;
    for (Superscript one = superscript_at(text_.substr(end)); one.bytes > 0; one = superscript_at(text_.substr(end))) {
      digits += std::to_string(one.digit);
      end += one.bytes;
    }
    if (digits.empty() || digits.size() > 3 || digits[0] == '0' || at_ < 3) return digits.empty() ? 0 : end;
    const std::string_view before = text_.substr(at_ - 3, 3);
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80) != 0; };
    const bool mark = std::string_view(".,;:!?\"')").find(before[2]) != std::string_view::npos;
    if (!mark && !std::all_of(before.begin(), before.end(), letter)) return end;
    return add(CitationMarker::Form::superscript, at_, end, {digits});
  }

  std::size_t add(CitationMarker::Form form, std::size_t begin, std::size_t end, std::vector<std::string> references) {
    if (references.empty()) return 0;
    out_.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, form, false, std::move(references)});
    return end;
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_ = 0;
  std::vector<CitationMarker>& out_;
};

}  // namespace

void find_citation_markers(std::string_view text, ByteSpan where, std::vector<CitationMarker>& out) {
  Search(text, where, out).run();
}

std::string_view to_string(CitationMarker::Form form) noexcept {
  constexpr std::string_view names[] = {"numeric", "superscript", "author_year"};
  return names[static_cast<std::size_t>(form)];
}

}  // namespace topos
