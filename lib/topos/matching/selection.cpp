// SPDX-License-Identifier: Apache-2.0
#include "topos/matching/selection.hpp"

#include <algorithm>

#include "topos/base/suggest.hpp"

namespace topos {
namespace {

bool speaks_of(std::string_view glob, bool literal, std::string_view id) noexcept {
  if (literal) return glob == id;
  return glob.find('*') == std::string_view::npos ? is_or_below(id, glob) : glob_matches(glob, id);
}

}  // namespace

CodeSelection::CodeSelection(const std::vector<std::string>& items) {
  for (const std::string& list : items) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      std::string item = list.substr(begin, end - begin);
      begin = end + 1;
      const bool wanted = !item.starts_with('-');
      if (!wanted) item.erase(0, 1);
      if (item.empty()) continue;
      if (wanted && item.find('*') == std::string::npos) named_.push_back(item);
      items_.push_back({std::move(item), wanted, false});
    }
  }
}

CodeSelection CodeSelection::only(const std::vector<std::string>& ids) {
  CodeSelection selection;
  for (const std::string& id : ids) selection.items_.push_back({id, true, true});
  return selection;
}

bool CodeSelection::selects(std::string_view id) const noexcept {
  bool wanted = items_.empty() || !items_.front().wanted;
  for (const Item& item : items_)
    if (speaks_of(item.glob, item.literal, id)) wanted = item.wanted;
  return wanted;
}

bool CodeSelection::selects_as_leaf(std::string_view id) const noexcept {
  if (!selects(id)) return false;
  if (items_.empty() || !items_.front().wanted) return true;
  return std::any_of(items_.begin(), items_.end(), [&](const Item& item) {
    if (item.literal) return item.glob == id;
    return item.wanted && item.glob.find('*') != std::string::npos && glob_matches(item.glob, id);
  });
}

void CodeSelection::check(const std::vector<const Codebook*>& books) const {
  for (const Item& item : items_) {
    std::vector<std::string> ids;
    bool found = false;
    for (const Codebook* book : books)
      for (const Code& code : book->codes) {
        found = found || speaks_of(item.glob, item.literal, code.id);
        ids.push_back(code.id);
      }
    if (found) continue;
    throw Error(Errc::filter, "no code is called '" + printable(item.glob) + "'", {}, did_you_mean(item.glob, ids));
  }
}

}  // namespace topos
