// SPDX-License-Identifier: Apache-2.0
// icu_words words|freq LANGUAGE FILE: what a plain program would do with ICU. The text is converted to UTF-16 as a
// whole and cut by ICU's word iterator; `words` counts the words, `freq` folds each one and counts it in a hash table.
// Prints words and, for `freq`, types.
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <unordered_map>

int main(int count, char** arguments) {
  const std::string mode = count == 4 ? arguments[1] : "";
  if (mode != "words" && mode != "freq") return std::fputs("usage: icu_words words|freq LANGUAGE FILE\n", stderr), 2;
  std::ifstream in(arguments[3], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale(arguments[2]), status));
  if (U_FAILURE(status) || bytes.empty()) return 2;
  breaks->setText(text);
  std::unordered_map<std::u16string, std::size_t> types;
  std::u16string folded(256, u'\0');
  std::size_t words = 0;
  for (int begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    if (breaks->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    ++words;
    if (mode == "words") continue;
    folded.resize(folded.capacity());
    const int length = u_strFoldCase(folded.data(), static_cast<int>(folded.size()), text.getBuffer() + begin,
                                     end - begin, U_FOLD_CASE_DEFAULT, &status);
    if (U_FAILURE(status)) {
      status = U_ZERO_ERROR;
      continue;
    }
    folded.resize(static_cast<std::size_t>(length));
    ++types[folded];
  }
  std::printf("%zu %zu\n", words, types.size());
}
