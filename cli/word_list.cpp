// SPDX-License-Identifier: Apache-2.0
#include "word_list.hpp"

#include <algorithm>
#include <array>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/text/utf8.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20;

/// Folders of the languages that fold words in ways of their own, English standing for all others first.
const std::array<Folder, 4>& folders() {
  static const std::array<Folder, 4> all{Folder("en"), Folder("ru"), Folder("vi"), Folder("zh")};
  return all;
}

}  // namespace

void each_line(const std::string& path, const std::function<void(std::string_view line, std::size_t number)>& take) {
  std::string text = InputStream(path).read_all(largest_file);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (!is_utf8(text)) throw Error(Errc::encoding, "the list is not UTF-8", {path});
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line(text.data() + begin, end - begin);
    begin = end + 1;
    ++number;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    if (!line.empty()) take(line, number);
  }
}

std::set<std::string, std::less<>> read_stop_list(const std::string& path) {
  std::set<std::string, std::less<>> words;
  each_line(path, [&](std::string_view line, std::size_t) {
    for (const Folder& folder : folders()) words.insert(folder.fold(line).folded);
  });
  return words;
}

std::unordered_map<std::string, std::string> read_lemmas(const std::string& path) {
  std::unordered_map<std::string, std::string> lemmas;
  each_line(path, [&](std::string_view line, std::size_t number) {
    const std::size_t tab = line.find('\t');
    const bool two = tab != std::string_view::npos && tab > 0 && line.find('\t', tab + 1) == std::string_view::npos;
    if (!two) throw Error(Errc::table, "a line of a lemma list is a word, a tab and its lemma", {path, number});
    for (const Folder& folder : folders())
      lemmas.try_emplace(folder.fold(line.substr(0, tab)).folded, folder.fold(line.substr(tab + 1)).folded);
  });
  return lemmas;
}

}  // namespace topos::cli
