// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/tag.hpp"

#include <algorithm>
#include <array>

namespace topos {
namespace {

constexpr std::array<std::string_view, tag_count> names = {
    "nn",   "punc", "nnp", "dt",  "in",  "jj",  "nns", "cd",  "rb",  "vbd", "vb",  "prp",
    "cc",   "of",   "to",  "vbz", "vbn", "vbg", "vbp", "md",  "pos", "wdt", "jjr", "wp",
    "nnps", "wrb",  "jjs", "rbr", "rp",  "ex",  "rbs", "pdt", "fw",  "uh"};

}  // namespace

std::string_view to_string(Tag tag) noexcept { return names[static_cast<std::size_t>(tag)]; }

std::optional<Tag> tag_named(std::string_view name) noexcept {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Tag>(found - names.begin());
}

}  // namespace topos
