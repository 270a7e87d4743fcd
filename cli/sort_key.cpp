// SPDX-License-Identifier: Apache-2.0
#include "sort_key.hpp"

#include "messages.hpp"
#include "topos/base/error.hpp"
#include "topos/base/suggest.hpp"

namespace topos::cli {

std::size_t sort_key(const std::string& name, std::span<const std::string_view> fixed,
                     const std::vector<const Variant*>& measures) {
  std::vector<std::string> known(fixed.begin(), fixed.end());
  for (const Variant* measure : measures) known.emplace_back(measure->id);
  const auto found = std::find(known.begin(), known.end(), name);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  std::string list;
  for (const std::string& one : known) list += ' ' + one;
  throw Error(Errc::usage, "--sort knows no '" + printable(name) + "'; there are:" + list, {},
              did_you_mean(name, known));
}

}  // namespace topos::cli
