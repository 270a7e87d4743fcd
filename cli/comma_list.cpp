// SPDX-License-Identifier: Apache-2.0
#include "comma_list.hpp"

#include <algorithm>

namespace topos::cli {

std::vector<std::string> comma_list(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> comma_list(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const std::string& text : texts)
    for (std::string& part : comma_list(std::string_view(text))) all.push_back(std::move(part));
  return all;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string all;
  for (const std::string& part : parts) all.append(&part == &parts.front() ? "" : between).append(part);
  return all;
}

}  // namespace topos::cli
