// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "topos/text/chinese_script.hpp"
#include "topos/text/language.hpp"
#include "topos/text/utf8.hpp"

using namespace topos;

namespace {

struct Sample {
  const char* tag;
  const char* text;
};

/// Our own sentences.
constexpr std::array samples = {
    Sample{"en", "The ministers agreed to open the new railway before the end of the year."},
    Sample{"ru", "Министры договорились открыть новую железную дорогу до конца года."},
    Sample{"zh", "部长们同意在年底之前开通新铁路，并扩大双方在能源领域的合作。"},
    Sample{"zh-Hant", "部長們同意在年底之前開通新鐵路，並擴大雙方在能源領域的合作。"},
    Sample{"id",
           "Para menteri sepakat membuka jalur kereta api baru sebelum akhir tahun karena perdagangan kedua negara "
           "meningkat."},
    Sample{"ms",
           "Menteri-menteri bersetuju membuka laluan kereta api baharu sebelum akhir tahun kerana perdagangan dua hala "
           "meningkat."},
    Sample{"vi", "Các bộ trưởng đồng ý mở tuyến đường sắt mới trước cuối năm."},
    Sample{"th", "รัฐมนตรีตกลงเปิดทางรถไฟสายใหม่ก่อนสิ้นปี"},
    Sample{"fr", "Les ministres ont décidé d'ouvrir la nouvelle ligne de chemin de fer avant la fin de l'année."},
    Sample{"de", "Die Minister haben beschlossen, die neue Bahnstrecke vor dem Ende des Jahres zu öffnen."},
    Sample{"es", "Los ministros acordaron abrir la nueva línea de ferrocarril antes del final del año."},
    Sample{"pt", "Os ministros concordaram em abrir a nova linha férrea antes do fim do ano."},
    Sample{"it", "I ministri hanno deciso di aprire la nuova ferrovia prima della fine dell'anno."},
    Sample{"nl", "De ministers hebben besloten om de nieuwe spoorlijn voor het einde van het jaar te openen."},
    Sample{"pl", "Ministrowie zgodzili się na otwarcie nowej linii kolejowej przed końcem roku."},
    Sample{"tr", "Bakanlar yeni demiryolunu yıl sonundan önce açmak için anlaştı."},
    Sample{"tl", "Nagkasundo ang mga ministro na buksan ang bagong riles bago matapos ang taon."},
    Sample{"uk", "Міністри домовилися відкрити нову залізницю до кінця року, і це їхнє рішення."},
    Sample{"be", "Міністры дамовіліся адкрыць новую чыгунку да канца года, і гэта ўжо вырашана."},
    Sample{"sr", "Министри су се договорили да отворе нову железничку пругу пре краја године."},
    Sample{"bg", "Министрите се договориха да открият новата железопътна линия до края на годината."},
    Sample{"ja", "大臣たちは年末までに新しい鉄道を開通させることで合意した。"},
    Sample{"ko", "장관들은 올해 말까지 새 철도를 개통하기로 합의했다."},
    Sample{"ar", "اتفق الوزراء على افتتاح خط السكة الحديدية الجديد قبل نهاية العام."},
    Sample{"fa",
           "وزیران توافق کردند که راه‌آهن جدید را پیش از پایان سال باز "
           "کنند."},
    Sample{"el", "Οι υπουργοί συμφώνησαν να ανοίξουν τη νέα γραμμή."},
    Sample{"he", "השרים הסכימו לפתוח את המסילה החדשה."},
    Sample{"hi", "मंत्रियों ने नई रेल लाइन खोलने पर सहमति जताई।"},
    Sample{"lo", "ລັດຖະມົນຕີຕົກລົງເປີດທາງລົດໄຟ"},
    Sample{"km", "រដ្ឋមន្ត្រីបានយល់ព្រម"},
    Sample{"my", "ဝန်ကြီးများ သဘောတူခဲ့သည်။"},
    Sample{"und", "12 345 -- 67"},
    Sample{"und", ""},
};

}  // namespace

TEST_CASE("one sentence is enough to tell the language") {
  for (const Sample& sample : samples) CHECK_MESSAGE(guess_language(sample.text) == sample.tag, sample.text);
}

TEST_CASE("a few foreign names do not change the language") {
  CHECK(guess_language("东盟(ASEAN)与欧亚经济联盟(EAEU)签署了新的合作协议") == "zh");
  CHECK(guess_language("The word соборность has no equal in English, and it is left as it is.") == "en");
}

TEST_CASE("the frequent letters of Chinese speak for the script that ICU gives them to") {
  for (char32_t letter = 0x4E00; letter < 0xA000; ++letter) {
    // Few letters are left to ICU.
    std::string few;
    std::string many;
    for (int i = 0; i < 3; ++i) append_utf8(few, letter);
    for (int i = 0; i < 30; ++i) append_utf8(many, letter);
    if (is_traditional_chinese(few) != is_traditional_chinese(many))
      FAIL_CHECK("U+" << std::hex << static_cast<std::uint32_t>(letter));
  }
  CHECK(is_traditional_chinese("國對"));
  CHECK_FALSE(is_traditional_chinese("国对"));
  CHECK_FALSE(is_traditional_chinese(""));
}

TEST_CASE("the windows of a long text give its language, and two languages the one that prevails") {
  const std::string english =
      "The ministers agreed that the new line should be open by the end of the year, and that more of it is to be "
      "built. ";
  const std::string german =
      "Die Minister sind sich einig, dass die neue Strecke bis zum Ende des Jahres fertig wird und nicht erst im Mai. ";
  for (const int part : {0, 20, 60, 80, 100}) {
    std::string in_turn;
    std::string in_halves;
    for (int i = 0; i < 100; ++i) {
      in_turn += i * 37 % 100 < part ? german : english;
      in_halves += i < part ? german : english;
    }
    CAPTURE(part);
    CHECK(guess_language(in_turn) == (part > 50 ? "de" : "en"));
    // Only the first 8 KiB are looked at.
    CHECK(guess_language(in_halves.substr(0, 8000)) == (part > 50 ? "de" : "en"));
  }
}

TEST_CASE("text cut in the middle of a character is no danger") {
  const std::string text = std::string(64 * 1024 - 1, ' ') + "яяя";
  CHECK_NOTHROW((void)guess_language(text));
}

TEST_CASE("the primary subtag is lower-case and ends at the first separator") {
  CHECK(primary_language("zh-Hant") == "zh");
  CHECK(primary_language("EN_us") == "en");
  CHECK(primary_language("") == "");
  CHECK(is_character_language("th"));
  CHECK_FALSE(is_character_language("vi"));
}

TEST_CASE("the Universal Declaration is told apart in the languages that the guesser knows") {
  const std::filesystem::path folder = TOPOS_SOURCE_DIR "/../shared/multilingual/udhr";
  if (!std::filesystem::exists(folder)) return;
  constexpr std::array<Sample, 36> truth = {
      {{"am", "amh"},     {"ar", "arb"},      {"be", "bel"},           {"bn", "ben"},      {"bo", "bod"},
       {"ku", "ckb"},     {"zh", "cmn_hans"}, {"zh-Hant", "cmn_hant"}, {"de", "deu_1996"}, {"el", "ell_monotonic"},
       {"en", "eng"},     {"fr", "fra"},      {"he", "heb"},           {"hi", "hin"},      {"hy", "hye"},
       {"id", "ind"},     {"ja", "jpn"},      {"ka", "kat"},           {"kk", "kaz"},      {"km", "khm"},
       {"ko", "kor"},     {"lo", "lao"},      {"ms", "mly_latn"},      {"my", "mya"},      {"fa", "pes_1"},
       {"ru", "rus"},     {"es", "spa"},      {"sr", "srp_cyrl"},      {"ta", "tam"},      {"tl", "tgl"},
       {"th", "tha"},     {"tr", "tur"},      {"uk", "ukr"},           {"ur", "urd"},      {"vi", "vie"},
       {"ug", "uig_arab"}}};
  for (const Sample& sample : truth) {
    std::ifstream file(folder / (std::string(sample.text) + ".txt"), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    CHECK_MESSAGE(guess_language(text.str()) == sample.tag, sample.text);
  }
}
