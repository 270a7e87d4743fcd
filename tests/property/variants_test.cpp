// SPDX-License-Identifier: Apache-2.0
// Ways to write the same text that must not change what is found in it.
#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

#include "kit/corpus.hpp"
#include "kit/finder.hpp"

namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

topos::Document made(const std::string& file, std::string bytes, const std::string& language) {
  topos::InputOptions options;
  options.language = language;
  topos::RawDocument raw;
  raw.id = "doc";
  raw.path = file;
  raw.bytes = std::move(bytes);
  return topos::DocumentMaker(options).make(std::move(raw), [](const std::string&) {});
}

/// Code, place and attributes of every hit, and the words of the text.
std::string found(topos::test::Finder& finder, const topos::Document& document, bool with_words = true) {
  const topos::AnnotatedDocument annotated = finder.annotate(document);
  std::string all;
  for (const topos::Hit& hit : annotated.hits)
    all += std::string(hit.pattern()) + ' ' + std::to_string(hit.sentence) + ' ' + std::to_string(hit.paragraph) +
           (hit.negated == topos::Flag::yes ? " negated" : "") + (hit.quoted == topos::Flag::yes ? " quoted\n" : "\n");
  if (with_words)
    for (const topos::RegionSize& size : annotated.sizes) all += std::to_string(size.words) + ' ';
  return all;
}

/// Checks that `change` changes nothing that is found in the sample texts of a language.
template <class Change>
void same(const std::string& language, Change&& change, bool with_words = true) {
  topos::test::Finder finder(topos::built_in_codebook());
  int changed = 0;
  for (const std::string& file : topos::test::sample_files(language)) {
    CAPTURE(file);
    const std::string text = topos::test::file_text(file);
    const std::string other = change(text);
    if (other != text) ++changed;
    CHECK(found(finder, made(file, other, language), with_words) ==
          found(finder, made(file, text, language), with_words));
  }
  CHECK(changed > 0);
}

std::string normalized(const std::string& text, bool decomposed) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form =
      decomposed ? icu::Normalizer2::getNFDInstance(status) : icu::Normalizer2::getNFCInstance(status);
  std::string out;
  form->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  REQUIRE(U_SUCCESS(status));
  return out;
}

std::string traditional(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> change(
      icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD, status));
  REQUIRE(U_SUCCESS(status));
  icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  change->transliterate(units);
  std::string out;
  units.toUTF8String(out);
  return out;
}

}  // namespace

TEST_CASE("line ends of any kind find the same") {
  for (const char* language : {"en", "ru", "zh"})
    same(language, [](const std::string& text) { return replaced(text, "\n", "\r\n"); });
  same("en", [](const std::string& text) { return replaced(text, "\n", "\r"); });
}

TEST_CASE("a byte order mark finds the same") {
  for (const char* language : {"en", "vi", "th"})
    same(language, [](const std::string& text) { return "\uFEFF" + text; });
}

TEST_CASE("no-break spaces between words find the same") {
  // Only between small letters: beside marks and numbers such a space may mean something to the finding of regions.
  const auto harden = [](const char* space) {
    return [space](const std::string& text) {
      const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
      std::size_t at = text.find("\n---\n");
      std::string out = text.substr(0, at);
      for (; at < text.size(); ++at) {
        if (text[at] == ' ' && small(text[at - 1]) && small(text[at + 1]) && at % 3 == 0)
          out += space;
        else
          out += text[at];
      }
      return out;
    };
  };
  same("id", harden("\u00A0"));
  same("ms", harden("\u202F"));
}

TEST_CASE("curly or straight apostrophes find the same") {
  same("en", [](const std::string& text) { return replaced(text, "'", "’"); });
}

TEST_CASE("ё or е finds the same") {
  same("ru", [](const std::string& text) { return replaced(replaced(text, "ё", "е"), "Ё", "Е"); });
}

TEST_CASE("composed or decomposed letters find the same") {
  for (const char* language : {"vi", "ru"})
    same(language, [](const std::string& text) { return normalized(text, true); });
  same("vi", [](const std::string& text) {
    return normalized(normalized(text, true), false) == text ? normalized(text, true) : normalized(text, false);
  });
}

TEST_CASE("old or new places of Vietnamese tone marks find the same") {
  same("vi", [](std::string text) {
    const char* pairs[][2] = {{"hoà", "hòa"},   {"hoá", "hóa"},   {"hoạ", "họa"},
                              {"thuỷ", "thủy"}, {"khoẻ", "khỏe"}, {"toà", "tòa"}};
    for (const auto& [new_style, old_style] : pairs)
      for (const char* end : {" ", ",", ".", "\n"}) {
        const std::string one = std::string(new_style) + end;
        const std::string two = std::string(old_style) + end;
        text = text.find(one) == std::string::npos ? replaced(text, two, one) : replaced(text, one, two);
      }
    return text;
  });
}

TEST_CASE("traditional or simplified characters find the same") { same("zh", traditional, false); }

TEST_CASE("soft hyphens and zero-width spaces inside words find the same") {
  same("en", [](const std::string& text) {
    return text.starts_with("---")
               ? text.substr(0, text.find("\n---")) + replaced(text.substr(text.find("\n---")), "tion", "ti\u00ADon")
               : replaced(text, "tion", "ti\u00ADon");
  });
}
