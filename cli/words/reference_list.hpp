// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace topos::cli {

/// A frequency list that someone else counted.
struct ReferenceList {
  std::unordered_map<std::string, std::uint64_t> n;  ///< by feature; lines of one feature are added up
  std::uint64_t listed = 0;                          ///< all of them together
  std::uint64_t total = 0;  ///< words of the corpus that was counted; 0 if the list does not say
};

/// Reads lines of a feature, a tab and a number; more columns are left aside. A first line without a number is a
/// header; its columns `feature` and `n`, if there are such, say where they stand. A line "#total TAB number" gives the
/// words of the corpus. `fold`: what is done to a feature before it is looked up. Errors: Errc::table with the line;
/// Errc::encoding; those of InputStream.
[[nodiscard]] ReferenceList read_reference_list(const std::string& path,
                                                const std::function<std::string(std::string_view)>& fold);

}  // namespace topos::cli
