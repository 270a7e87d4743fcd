// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace topos::cli {

/// Calls `take` with each line of a file that holds something, without white space at its end, and the line's number.
/// Errors: Errc::encoding, if it is not UTF-8; Errc::too_large; those of InputStream.
void each_line(const std::string& path, const std::function<void(std::string_view line, std::size_t number)>& take);

/// The words of a file, one a line, in all forms that the languages fold them to, for the texts may be of any.
/// Errors: Errc::encoding, if it is not UTF-8; those of InputStream.
[[nodiscard]] std::set<std::string, std::less<>> read_stop_list(const std::string& path);

/// The lemmas of a file of lines "word TAB lemma", by the folded forms of the words; the lemmas folded as words are, in
/// the file's order: of two lemmas of one word the first counts. Errors: Errc::table with the line that is not so;
/// Errc::encoding; those of InputStream.
[[nodiscard]] std::unordered_map<std::string, std::string> read_lemmas(const std::string& path);

}  // namespace topos::cli
