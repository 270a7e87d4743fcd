// SPDX-License-Identifier: Apache-2.0
#include "topos/text/telling_letters.hpp"

#include "topos/text/voted_languages.hpp"

namespace topos {
namespace {

constexpr Telling telling(std::u32string_view letters, std::string_view tag, std::uint8_t weight) {
  return {letters, voted_language(tag), weight};
}

constexpr std::array latin = {
    telling(U"ơưđảạẩậẻẹểệỉịỏọổộởợủụửựỷỵấầếềốồớờứừẫễỗỡữỹĩũ", "vi", 12),
    telling(U"ñ¿¡", "es", 10),
    telling(U"ß", "de", 12),
    telling(U"ãõ", "pt", 10),
    telling(U"ğı", "tr", 6),
    telling(U"łąęśżźń", "pl", 6),
    telling(U"řěů", "cs", 8),
    telling(U"ľĺŕ", "sk", 10),
    telling(U"őű", "hu", 12),
    telling(U"țșţ", "ro", 8),
    telling(U"œ", "fr", 6),
    telling(U"đć", "sr-Latn", 2),
};
constexpr std::array cyrillic = {
    telling(U"ыэё", "ru", 4),  telling(U"їєґ", "uk", 8), telling(U"ў", "be", 8),    telling(U"јљњћђџ", "sr", 6),
    telling(U"ќѓѕ", "mk", 12), telling(U"ъ", "bg", 4),   telling(U"қғұә", "kk", 8), telling(U"і", "uk", 2),
    telling(U"і", "be", 2),    telling(U"і", "kk", 2),   telling(U"ұһ", "kk", 4),   telling(U"ҳҷӣӯ", "tg", 12),
    telling(U"өү", "mn", 4),   telling(U"җ", "tt", 12),  telling(U"ыэ", "be", 3),   telling(U"ыэ", "kk", 3),
    telling(U"ыэ", "mn", 3),
};
constexpr std::array arabic = {
    telling(U"ةىيكإأ", "ar", 4), telling(U"پچژگکی", "fa", 4), telling(U"ٹڈڑےںہھ", "ur", 8),
    telling(U"ۇېەۋۈ", "ug", 8),  telling(U"ێۆڕڵ", "ckb", 8),  telling(U"ڤڠۏڽ", "ms-Arab", 20),
    telling(U"ښځړږ", "ps", 12),  telling(U"کیگپچ", "ur", 2),
};

}  // namespace

constexpr TellingLetters latin_letters(latin);
constexpr TellingLetters cyrillic_letters(cyrillic);
constexpr TellingLetters arabic_letters(arabic);

}  // namespace topos
