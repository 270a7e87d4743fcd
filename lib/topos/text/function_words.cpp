// SPDX-License-Identifier: Apache-2.0
#include "topos/text/function_words.hpp"

#include <utility>

namespace topos {
namespace {

constexpr std::pair<std::string_view, std::string_view> languages[] = {
#define TOPOS_LANGUAGE(tag, words) {tag, words},
#include "topos/text/language_words.def"
#undef TOPOS_LANGUAGE
};

}  // namespace

FunctionWords::FunctionWords(std::string_view primary) {
  for (const auto& [tag, words] : languages) {
    if (tag != primary) continue;
    for (std::string_view rest = words; !rest.empty();) {
      const std::size_t space = rest.find(' ');
      words_.insert(rest.substr(0, space));
      rest = space == std::string_view::npos ? std::string_view() : rest.substr(space + 1);
    }
  }
}

}  // namespace topos
