// SPDX-License-Identifier: Apache-2.0
#include "topos/discourse/cited_work.hpp"

#include <algorithm>

#include "topos/segmentation/fold.hpp"

namespace topos {
namespace {

/// Letters and digits in small letters: lists differ in marks and blanks. Letters beyond ASCII stay as they are.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const char small = ascii_lower(c);
    const bool kept =
        (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (kept) result += small;
  }
  return result;
}

std::string place_of(std::string_view document, std::string_view number) {
  return std::string(document) + " [" + std::string(number) + ']';
}

}  // namespace

CitedWork listed_work(const ListedReference& entry, std::string_view document) {
  const std::string place = place_of(document, entry.number);
  CitedWork work{"place:" + place, entry.label(), entry.title.empty() ? place : entry.title};
  const std::string title = plain(entry.title);
  if (!entry.doi.empty())
    work.key = "doi:" + plain(entry.doi);
  else if (!title.empty() && !entry.authors.empty() && !entry.years.empty())
    work.key = "title:" + plain(entry.authors.front()) + ':' + entry.years.front() + ':' + title;
  return work;
}

CitedWork unlisted_work(const std::string& reference, std::string_view document) {
  const bool number = std::all_of(reference.begin(), reference.end(), [](char c) { return c >= '0' && c <= '9'; });
  const std::string place = place_of(document, reference);
  return {"place:" + place, number ? '[' + reference + ']' : reference, place};
}

}  // namespace topos
