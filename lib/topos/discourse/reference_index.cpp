// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/reference_index.hpp"

#include <algorithm>

#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

constexpr std::size_t digits_of_year = 4;
constexpr std::size_t most_author_words = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The words of a name in small letters; letters beyond ASCII stay as they are.
std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    const bool letter = (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') ||
                        (static_cast<unsigned char>(c) & 0x80U) != 0 || c == '-' || c == '\'';
    if (letter)
      words.back() += ascii_lower(c);
    else if (!words.back().empty())
      words.emplace_back();
    if (words.size() > most_author_words) break;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// The first of the names that a marker joins.
std::string_view first_name(std::string_view names) {
  for (const std::string_view joint : {" and ", " & ", " et al", ","}) names = names.substr(0, names.find(joint));
  return names;
}

/// The years in "2019a, 2020", with their letters.
std::vector<std::string_view> years_in(std::string_view text) {
  std::vector<std::string_view> years;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool year = end - at == digits_of_year;
    if (year && end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    if (year) years.push_back(text.substr(at, end - at));
    at = end;
  }
  return years;
}

}  // namespace

std::string ListedReference::label() const {
  std::string label;
  if (!authors.empty()) {
    const std::string& first = authors.front();
    const std::size_t comma = first.find(',');
    label = comma == std::string::npos ? first : first.substr(0, comma);
    if (authors.size() > 1) label += " et al.";
  } else {
    label = title.empty() ? '[' + number + ']' : title;
  }
  return years.empty() ? label : label + ' ' + years.front();
}

std::string_view name_before_years(std::string_view reference) {
  for (std::size_t at = reference.find(' '); at != std::string_view::npos; at = reference.find(' ', at + 1)) {
    const std::string_view rest = reference.substr(at + 1, digits_of_year);
    if (rest.size() == digits_of_year && std::all_of(rest.begin(), rest.end(), is_digit))
      return reference.substr(0, at);
  }
  return reference;
}

ReferenceIndex::ReferenceIndex(const std::vector<ListedReference>& list) : list_(list) {
  for (std::size_t at = 0; at < list.size(); ++at) {
    numbers_.try_emplace(list[at].number, at);
    if (list[at].authors.empty()) continue;
    for (const std::string& word : name_words(list[at].authors.front()))
      for (const std::string& year : list[at].years) {
        std::vector<std::size_t>& places = names_[{word, year.substr(0, digits_of_year)}];
        if (places.empty() || places.back() != at) places.push_back(at);
      }
  }
}

std::vector<std::size_t> ReferenceIndex::by_name(std::string_view name, std::string_view years) const {
  std::vector<std::size_t> found;
  const std::vector<std::string> words = name_words(first_name(name));
  if (words.empty()) return found;
  for (const std::string_view year : years_in(years)) {
    const auto known = names_.find({words.back(), std::string(year.substr(0, digits_of_year))});
    if (known == names_.end()) continue;
    const auto exact = std::find_if(known->second.begin(), known->second.end(), [&](std::size_t at) {
      const std::vector<std::string>& all = list_[at].years;
      return std::find(all.begin(), all.end(), year) != all.end();
    });
    found.push_back(exact != known->second.end() ? *exact : known->second.front());
  }
  return found;
}

std::vector<std::size_t> ReferenceIndex::find(std::string_view reference) const {
  const auto known = numbers_.find(reference);
  if (known != numbers_.end()) return {known->second};
  const std::string_view name = name_before_years(reference);
  return by_name(name, reference.substr(name.size()));
}

}  // namespace topos
