// SPDX-License-Identifier: Apache-2.0
#include "topos/segmentation/abbreviations.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace topos {
namespace {

// A word stands here only if a sentence hardly ever ends in it.
constexpr std::u16string_view english[] = {
    u"Adm.", u"Amb.",    u"Art.",   u"Aug.",  u"Brig.", u"Capt.",   u"Ch.",   u"Cmdr.", u"Col.",   u"Cong.", u"Dec.",
    u"Dr.",  u"Drs.",    u"Ed.",    u"Eds.",  u"Feb.",  u"Fig.",    u"Figs.", u"Ft.",   u"Gen.",   u"Gov.",  u"H.E.",
    u"Hon.", u"Iss.",    u"Jan.",   u"Lt.",   u"Maj.",  u"Messrs.", u"Mr.",   u"Mrs.",  u"Ms.",    u"Mt.",   u"No.",
    u"Nos.", u"Nov.",    u"Oct.",   u"P.",    u"Ph.D.", u"Pres.",   u"Prof.", u"Rep.",  u"Rev.",   u"Rs.",   u"Sec.",
    u"Sen.", u"Sept.",   u"Sgt.",   u"Sr.",   u"St.",   u"U.K.",    u"U.N.",  u"U.S.",  u"U.S.A.", u"Vol.",  u"Vols.",
    u"al.",  u"approx.", u"art.",   u"arts.", u"ca.",   u"cf.",     u"e.g.",  u"ed.",   u"eds.",   u"etc.",  u"fig.",
    u"i.e.", u"para.",   u"paras.", u"pp.",   u"resp.", u"viz.",    u"vol.",  u"vs."};
constexpr std::u16string_view russian[] = {u"акад.", u"вв.",   u"гг.",   u"ген.", u"гл.",   u"гр.",  u"др.",  u"изд.",
                                           u"им.",   u"млн.",  u"млрд.", u"мр.",  u"напр.", u"обл.", u"п.",   u"пп.",
                                           u"пр.",   u"проф.", u"пос.",  u"рис.", u"руб.",  u"см.",  u"ср.",  u"ст.",
                                           u"стр.",  u"т.д.",  u"т.е.",  u"т.к.", u"т.н.",  u"т.п.", u"тыс.", u"ул."};
constexpr std::u16string_view malay[] = {u"Bpk.",  u"Dr.",  u"Drs.", u"H.",   u"Hj.",  u"Ir.",  u"No.",
                                         u"Prof.", u"Sdr.", u"Tn.",  u"Yth.", u"a.n.", u"d.a.", u"dll.",
                                         u"dsb.",  u"dst.", u"hlm.", u"tgl.", u"u.p."};
constexpr std::u16string_view vietnamese[] = {u"GS.", u"PGS.", u"TP.", u"ThS.", u"Tp.", u"Tr.", u"TS.", u"tr."};

/// Words that may be a sentence of their own.
constexpr std::u16string_view lone[] = {u"No.", u"Art.", u"art."};

/// The beginnings of a list's words, by their size: refuses most words at one look.
template <std::size_t size>
constexpr std::array<std::uint32_t, longest_abbreviation + 1> beginnings(const std::u16string_view (&list)[size]) {
  std::array<std::uint32_t, longest_abbreviation + 1> found{};
  for (const std::u16string_view word : list) found.at(word.size()) |= 1U << (word[0] & 31U);
  return found;
}

template <const auto& list>
bool holds(std::u16string_view word) {
  static constexpr auto begins = beginnings(list);
  if (word.empty() || word.size() > longest_abbreviation || (begins[word.size()] >> (word[0] & 31U) & 1U) == 0)
    return false;
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// Hashes of words, for a set of a thousand bits: a few that are not in it seem to be.
constexpr std::uint32_t first_hash = 0;
constexpr std::uint32_t hash_on(std::uint32_t hash, char32_t c) noexcept {
  return (hash ^ static_cast<std::uint32_t>(c)) * 0x9E3779B1u;
}
constexpr std::size_t place_of(std::uint32_t hash) noexcept { return hash >> 22; }

bool is_space(char16_t c) { return c < 0x80 ? c == u' ' || (c >= 0x09 && c <= 0x0D) : u_isUWhiteSpace(c) != 0; }

}  // namespace

bool may_be_abbreviation(std::string_view letters) noexcept {
  static constexpr auto known = [] {
    std::array<std::uint64_t, 16> bits{};
    const auto add = [&](const auto& list) {
      for (const std::u16string_view word : list) {
        std::uint32_t hash = first_hash;
        for (const char16_t c : word.substr(0, word.size() - 1)) hash = hash_on(hash, c);
        bits[place_of(hash) / 64] |= std::uint64_t{1} << place_of(hash) % 64;
      }
    };
    add(english);
    add(malay);
    add(vietnamese);
    return bits;
  }();
  if (letters.size() == 1) return true;
  if (letters.size() >= longest_abbreviation) return false;
  std::uint32_t hash = first_hash;
  for (const char c : letters) hash = hash_on(hash, static_cast<unsigned char>(c));
  return (known[place_of(hash) / 64] >> place_of(hash) % 64 & 1) != 0;
}

bool ends_in_abbreviation(std::u16string_view left, std::string_view language) noexcept {
  if (left.empty() || left.back() != u'.') return false;
  std::size_t begin = left.size();
  while (begin > 0 && !is_space(left[begin - 1]) && left.size() - begin < 16) --begin;
  while (begin < left.size() && !u_isalnum(left[begin])) ++begin;
  const std::u16string_view word = left.substr(begin);
  if (begin == 0 && holds<lone>(word)) return false;  // a whole segment: "No." as an answer
  if (word.size() == 2 && u_isupper(word[0])) return true;
  if (language == "en") return holds<english>(word);
  if (language == "ru") return holds<russian>(word) || (word.size() == 2 && word[0] == u'г');
  if (language == "id" || language == "ms") return holds<malay>(word);
  if (language == "vi") return holds<vietnamese>(word);
  return false;
}

}  // namespace topos
