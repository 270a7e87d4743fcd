// SPDX-License-Identifier: Apache-2.0
#include "topos/text/chinese_script.hpp"

#include <unicode/translit.h>
#include <unicode/uniset.h>

#include <array>
#include <cstdint>
#include <memory>

#include "topos/text/code_points.hpp"

namespace topos {
namespace {

/// A set of ideographs.
class HanSet {
 public:
  /// Domain: U+4E00 to U+9FFF.
  constexpr explicit HanSet(std::u32string_view letters) {
    for (const char32_t letter : letters) bits_.at((letter - first) / 64) |= std::uint64_t{1} << (letter - first) % 64;
  }
  [[nodiscard]] constexpr bool contains(char32_t letter) const noexcept {
    return letter >= first && letter <= last && (bits_[(letter - first) / 64] >> (letter - first) % 64 & 1) != 0;
  }

 private:
  static constexpr char32_t first = 0x4E00;
  static constexpr char32_t last = 0x9FFF;
  std::array<std::uint64_t, (last - first) / 64 + 1> bits_{};
};

// The most frequent of the letters that ICU's transliterators change in one direction only. They tell nearly every
// text; making the transliterators takes as long as counting a book.
constexpr HanSet frequent_simplified(
    U"三与专业东两严个为举义乐争亚产什从们价优会传体债儿党关内军决况凡则创别剧办务动励势区协单历参双变同员响团国图场声"
    U"处复奥学"
    U"实宪对导将尔尽属岛岩并应度开异张强归当忆态总战扩护报择损据摆数无时显术朱权条来极构标样欢欧残沉没济澜点独环现球电"
    U"监础确离"
    U"种称竞类约纪线绍经给络统维网罗联肺脱范获萨见观规视计认讨让议记讲许论设证评词话该语说调谈谓象财贸费贺资赋赖赛赢趋"
    U"踪转载辖"
    U"边达过运还这进违适选里鉴铁银长间队际陆险随隶难项须顿领题风马");
constexpr HanSet frequent_traditional(
    U"並亞來個們傳債價優兒兩別則創劇動務勢勵區協參員單嚴國圖團報場奧好學安察實將專對導屬島幾張強後得從復態憲憶應戰損擇"
    U"據擴擺政"
    U"數於時會東條業極構樂標樣機權歐歡歷歸殘氣決沒況準濟瀾為無爭爾獨獲現環產異當發盡監確礎種稱競範紀約紹絡給統經維網線"
    U"總羅義聯"
    U"聲脫與舉薩處融術裡要見規視觀計討記設許評詞話該認語說調談論謂講證議護變讓財費貿賀資賦賴賽贏趨蹤軍載轄轉辦近這進運"
    U"過達違適"
    U"選還邊鐵鑒長開間關陸隊際隨險隸雙離難電響項須頓領題類顯風馬體麼點黨");

constexpr std::size_t enough = 8;

struct Count {
  std::size_t traditional = 0;
  std::size_t simplified = 0;
};

template <typename Traditional, typename Simplified>
Count count(std::string_view text, Traditional&& is_traditional, Simplified&& is_simplified) {
  Count found;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    if (c.size == 1) continue;
    found.traditional += is_traditional(c.value);
    found.simplified += is_simplified(c.value);
  }
  return found;
}

/// The characters that an ICU transliterator changes; empty if ICU lacks it.
icu::UnicodeSet changed_by(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeSet set;
  const std::unique_ptr<icu::Transliterator> rules(icu::Transliterator::createInstance(id, UTRANS_FORWARD, status));
  if (U_SUCCESS(status) && rules) rules->getSourceSet(set);
  set.freeze();
  return set;
}

Count count_all(std::string_view text) {
  static const icu::UnicodeSet traditional = changed_by("Traditional-Simplified");
  static const icu::UnicodeSet simplified = changed_by("Simplified-Traditional");
  const auto only = [](const icu::UnicodeSet& in, const icu::UnicodeSet& out) {
    return [&](char32_t c) {
      return in.contains(static_cast<UChar32>(c)) != 0 && out.contains(static_cast<UChar32>(c)) == 0;
    };
  };
  return count(text, only(traditional, simplified), only(simplified, traditional));
}

}  // namespace

bool is_traditional_chinese(std::string_view text) {
  const auto in = [](const HanSet& set) { return [&](char32_t c) { return set.contains(c); }; };
  const Count frequent = count(text, in(frequent_traditional), in(frequent_simplified));
  if (frequent.simplified >= 2 * frequent.traditional + enough) return false;
  if (frequent.traditional >= 2 * frequent.simplified + enough) return true;
  const Count all = count_all(text);
  return all.traditional > all.simplified;
}

}  // namespace topos
