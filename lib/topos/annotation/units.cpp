// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/units.hpp"

#include <array>
#include <cstdio>

#include "topos/base/hash.hpp"

namespace topos {
namespace {

constexpr std::array<std::string_view, 3> names{"sentence", "paragraph", "document"};

}  // namespace

UnitKind unit_kind(std::string_view name) noexcept {
  return name == names[2] ? UnitKind::document : name == names[1] ? UnitKind::paragraph : UnitKind::sentence;
}

std::string_view to_string(UnitKind kind) noexcept { return names[static_cast<std::size_t>(kind)]; }

std::vector<TextUnit> units_of(const AnnotatedDocument& annotated, const QueryParts& parts,
                               const Segmentation& segmentation, UnitKind kind) {
  std::vector<TextUnit> units;
  if (!parts.selected) return units;
  const auto counts = [&](std::size_t region) { return parts.group_of[region] != QueryParts::none; };
  if (kind == UnitKind::sentence)
    for (std::size_t i = 0; i < segmentation.sentences.size(); ++i)
      if (const Sentence& sentence = segmentation.sentences[i]; counts(sentence.region))
        units.push_back({sentence.span, static_cast<std::uint32_t>(i) + 1});
  if (kind == UnitKind::paragraph)
    for (std::size_t i = 0; i < annotated.document.regions.size(); ++i)
      if (counts(i)) units.push_back({annotated.document.regions[i].span, static_cast<std::uint32_t>(i) + 1});
  if (kind == UnitKind::document) units.push_back({{0, static_cast<std::uint32_t>(annotated.document.text.size())}, 1});
  return units;
}

std::uint32_t unit_of(const Hit& hit, UnitKind kind) noexcept {
  return kind == UnitKind::sentence ? hit.sentence : kind == UnitKind::paragraph ? hit.paragraph : 1;
}

std::string blind_unit_id(std::string_view document, UnitKind kind, const TextUnit& unit) {
  std::string key(document);
  key.append(1, '\0')
      .append(to_string(kind))
      .append(1, '\0')
      .append(std::to_string(unit.span.begin))
      .append(1, ' ')
      .append(std::to_string(unit.span.end));
  std::array<char, 18> digits{};
  std::snprintf(digits.data(), digits.size(), "u%016llx", static_cast<unsigned long long>(hash64(key)));
  return digits.data();
}

std::string plain_unit_id(std::string_view document, UnitKind kind, const TextUnit& unit) {
  return std::string(document) + (kind == UnitKind::document ? std::string() : ':' + std::to_string(unit.number));
}

}  // namespace topos
