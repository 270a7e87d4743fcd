// SPDX-License-Identifier: Apache-2.0
#include "document_facts.hpp"

#include <string_view>

#include "topos/annotation/fields.hpp"
#include "topos/base/hash.hpp"
#include "topos/segmentation/fold.hpp"
#include "topos/text/language.hpp"

namespace topos::cli {
namespace {

constexpr std::size_t longest_references = std::size_t{1} << 16;  // bytes that are kept of a list of references
constexpr std::size_t longest_title = 500;

/// Words of ASCII letters and digits in small letters, and all other characters, with one space between words.
void append_plain(std::string& plain, std::string_view text, std::size_t most) {
  for (const char c : text) {
    if (plain.size() >= most) return;
    const bool word = static_cast<unsigned char>(c) >= 0x80U || (c >= '0' && c <= '9') ||
                      (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z');
    if (word)
      plain += ascii_lower(c);
    else if (!plain.empty() && plain.back() != ' ')
      plain += ' ';
  }
}

}  // namespace

WitnessFacts witness_facts(const Document& document, const ResamplingGroup& resampling) {
  const auto value = [&](std::string_view field) { return std::string(document_field(document, field).value_or("")); };
  WitnessFacts facts{
      resampling.cluster_of(document), primary_language(document.language), value("genre"), value("date"), {}};
  for (const char* field : {"author", "outlet", "source", "speaker"}) {
    const std::string name = value(field);
    facts.witness.shared.push_back(name.empty() ? 0 : hash64(name) | 1U);
  }
  append_plain(facts.witness.title, value("title"), longest_title);
  while (facts.witness.title.ends_with(' ')) facts.witness.title.pop_back();
  for (const Region& region : document.regions) {
    if (region.name != RegionName::references) continue;
    append_plain(facts.witness.references,
                 std::string_view(document.text).substr(region.span.begin, region.span.end - region.span.begin),
                 longest_references);
    facts.witness.references += ' ';
  }
  return facts;
}

}  // namespace topos::cli
