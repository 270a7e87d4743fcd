// SPDX-License-Identifier: Apache-2.0
#include "topos/text/encoding.hpp"

#include <map>

#include "scratch.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/converter.hpp"
#include "topos/text/text_source.hpp"

using namespace topos;
using namespace topos::test;
using namespace std::string_literals;

namespace {

struct Decoded {
  std::string text;
  Strings notes;
};

Decoded decoded(const std::string& bytes, const InputOptions& options = {}) {
  Decoded result;
  result.text = decode_text(bytes, options, "f.txt", [&](const std::string& note) { result.notes.push_back(note); });
  return result;
}

/// The same through the stream that does not hold the text whole.
std::string streamed(const std::string& bytes, std::size_t piece) {
  const auto source = text_bytes(memory_bytes(bytes), {}, "f.txt", {});
  std::string text;
  std::string buffer(piece, '\0');
  while (const std::size_t got = source->read(buffer.data(), buffer.size())) text.append(buffer, 0, got);
  return text;
}

// "Россия и АСЕАН укрепляют сотрудничество. Это стратегическое партнёрство." in windows-1251 and KOI8-R.
const std::string russian =
    "Россия и АСЕАН укрепляют сотрудничество. Это стратегическое партнерство народов Азии и Европы.\n";
const std::string russian_1251 =
    "\xD0\xEE\xF1\xF1\xE8\xFF \xE8 \xC0\xD1\xC5\xC0\xCD \xF3\xEA\xF0\xE5\xEF\xEB\xFF\xFE\xF2 "
    "\xF1\xEE\xF2\xF0\xF3\xE4\xED\xE8\xF7\xE5\xF1\xF2\xE2\xEE. "
    "\xDD\xF2\xEE \xF1\xF2\xF0\xE0\xF2\xE5\xE3\xE8\xF7\xE5\xF1\xEA\xEE\xE5 "
    "\xEF\xE0\xF0\xF2\xED\xE5\xF0\xF1\xF2\xE2\xEE \xED\xE0\xF0\xEE\xE4\xEE\xE2 \xC0\xE7\xE8\xE8 "
    "\xE8 \xC5\xE2\xF0\xEE\xEF\xFB.\n";

/// `text` in an 8-bit encoding, all of whose characters it has.
std::string in_encoding(std::string_view text, const std::string& name) {
  std::map<std::string, char> bytes;
  for (int byte = 0; byte < 256; ++byte) {
    std::string letter;
    Converter(name).convert(std::string(1, static_cast<char>(byte)), true, letter);
    bytes.emplace(std::move(letter), static_cast<char>(byte));
  }
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_at(text, at).size;
    out += bytes.at(std::string(text.substr(at, size)));
    at += size;
  }
  return out;
}

std::string utf16(std::u16string_view text, bool big) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

}  // namespace

TEST_CASE("valid UTF-8 stays byte for byte, its mark included") {
  for (const std::string& text : {""s, "\xEF\xBB\xBFx"s, "a\r\nb\0c"s, "Ünïcode 東盟 😀 \xEF\xBF\xBE"s}) {
    CHECK(decoded(text).text == text);
    CHECK(decoded(text).notes.empty());
    CHECK(streamed(text, 3) == text);
  }
}

TEST_CASE("UTF-16 and UTF-32 are read by their marks, which are no text") {
  CHECK(decoded("\xFF\xFE"s + utf16(u"Ab é 😀", false)).text == "Ab é 😀");
  CHECK(decoded("\xFE\xFF"s + utf16(u"Ab é 😀", true)).text == "Ab é 😀");
  CHECK(decoded("\xFF\xFE\0\0A\0\0\0\xAC\x20\0\0"s).text == "A€");
  CHECK(decoded("\0\0\xFE\xFF\0\0\0A\0\0\x20\xAC"s).text == "A€");
  CHECK(streamed("\xFF\xFE"s + utf16(u"Ab é 😀", false), 1) == "Ab é 😀");
}

TEST_CASE("UTF-16 without a mark is told by its zero bytes, with a note") {
  for (const bool big : {false, true}) {
    const Decoded read = decoded(utf16(u"It is a long text, and all of it is plain.", big));
    CHECK(read.text == "It is a long text, and all of it is plain.");
    REQUIRE(read.notes.size() == 1);
    CHECK(read.notes[0] == std::string("f.txt: read as ") + (big ? "UTF-16BE" : "UTF-16LE") + " (no byte order mark)");
  }
}

TEST_CASE("an odd length and half a surrogate pair become U+FFFD") {
  const Decoded read = decoded("\xFF\xFE"s +
                               utf16(u"ab\xD800"
                                     u"c",
                                     false) +
                               "x");
  CHECK(read.text ==
        "ab\xEF\xBF\xBD"
        "c\xEF\xBF\xBD");
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0] == "f.txt: 3 invalid bytes replaced by 2 U+FFFD (first at byte 6)");
}

TEST_CASE("bad bytes in UTF-8 are replaced, and reported once with count and first offset") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "東";
  const Decoded read = decoded("ab " + text + "\xFF tail");
  CHECK(read.text == "ab " + text + "\xEF\xBF\xBD tail");
  CHECK(read.notes == Strings{"f.txt: 1 invalid byte replaced by 1 U+FFFD (first at byte 63)"});
}

TEST_CASE("ASCII with a few bad bytes is UTF-8 that was damaged") {
  CHECK(decoded("good \x80 text\n").text == "good \xEF\xBF\xBD text\n");
  CHECK(decoded("lone \x80 overlong \xC0\x80 surrogate \xED\xA0\x80 beyond \xF5 and a cut at the end \xE2\x82").notes ==
        Strings{"f.txt: 9 invalid bytes replaced by 8 U+FFFD (first at byte 5)"});
}

TEST_CASE("under strict, invalid bytes are an error that names the first") {
  InputOptions options;
  options.strict = true;
  const Error error = error_of([&] { decoded("good \x80 text\n", options); });
  CHECK(error.code() == Errc::encoding);
  CHECK(error.message() == "1 invalid byte in what should be UTF-8 (first at byte 5)");
  CHECK(error.where().path == "f.txt");
  CHECK(error.hint().find("--encoding") != std::string::npos);
}

TEST_CASE("an 8-bit text is read by the detector's choice, with a note") {
  const Decoded read = decoded(russian_1251 + russian_1251);
  CHECK(read.text == russian + russian);
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0].starts_with("f.txt: read as windows-1251 "));
}

TEST_CASE("the order of letters tells encodings of Cyrillic, Greek, Thai and Vietnamese") {
  const std::string harbour =
      "Корабли стоят в гавани до самого утра. Рыбаки чинят сети, и никто из них не торопится домой.\n";
  const std::string quay =
      "Кораблі стоять у гавані аж до ранку, і ніхто з рибалок не поспішає їхати додому цієї ночі.\n";
  const std::string ships =
      "Τα πλοία μένουν στο λιμάνι ως το πρωί. Οι ψαράδες δεν βιάζονται και ο Άνεμος είναι ήσυχος.\n";
  const std::string boats = "เรือจอดอยู่ที่ท่าเรือจนถึงเช้า ชาวประมงซ่อมแหและไม่มีใครรีบกลับบ้านในคืนนี้\n";
  const std::string sails =
      "Con tàu đâ\u0323u ơ\u0309 bê\u0301n cho đê\u0301n sáng. Ngươ\u0300i đánh cá va\u0301 lươ\u0301i va\u0300 "
      "không ai vô\u0323i trơ\u0309 vê\u0300 nha\u0300.\n";
  for (const auto& [text, encoding] : std::vector<std::pair<std::string, std::string>>{{harbour, "windows-1251"},
                                                                                       {harbour, "KOI8-R"},
                                                                                       {harbour, "ISO-8859-5"},
                                                                                       {harbour, "IBM866"},
                                                                                       {harbour, "x-mac-cyrillic"},
                                                                                       {quay, "windows-1251"},
                                                                                       {quay, "KOI8-U"},
                                                                                       {quay, "x-mac-cyrillic"},
                                                                                       {ships, "ISO-8859-7"},
                                                                                       {ships, "windows-1253"},
                                                                                       {boats, "windows-874"},
                                                                                       {sails, "windows-1258"}}) {
    const std::string_view shown = encoding;
    CAPTURE(shown);
    const Decoded read = decoded(in_encoding(text, encoding));
    CHECK(read.text == text);
    CHECK(read.notes.at(0).find(encoding) != std::string::npos);
  }
}

TEST_CASE("a short text in an encoding of the Macintosh is not read as one of Windows") {
  const std::string bytes = in_encoding("Моя земля и твоя воля.", "x-mac-cyrillic");
  CHECK(error_of([&] { decoded(bytes); }).code() == Errc::encoding);
}

TEST_CASE("markup around it does not hide what an 8-bit text is") {
  std::string page;
  for (int i = 0; i < 40; ++i)
    page += "<div class=\"entry-content\"><a href=\"http://example.org/some/long/address\">\n" + russian_1251;
  CHECK(decoded(page).text.find(russian) != std::string::npos);
}

TEST_CASE("a text whose encoding is unclear is refused and --encoding settles it") {
  const std::string bytes = "\x8F\xE0\xA8\xA2\xA5\xE2";
  const Error error = error_of([&] { decoded(bytes); });
  CHECK(error.code() == Errc::encoding);
  CHECK(error.message().starts_with("encoding unclear ("));
  CHECK(error.hint().find("--encoding") != std::string::npos);
  InputOptions options;
  options.encoding = "cp866";
  CHECK(decoded(bytes, options).text == "Привет");
  CHECK(decoded(bytes, options).notes.empty());
}

TEST_CASE("a mark wins over what was declared, and declared UTF-8 is never guessed at") {
  InputOptions options;
  options.encoding = "windows-1251";
  CHECK(decoded("\xFF\xFE"s + utf16(u"ab", false), options).text == "ab");
  options.encoding = "utf-8";
  CHECK(decoded("\xE9\xE8\xE7", options).text == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("an encoding that nobody knows is a usage error before anything is read") {
  InputOptions options;
  options.encoding = "klingon-8";
  CHECK(error_of([&] { InputSource(options, {}, {}); }).code() == Errc::usage);
}

TEST_CASE("a few NUL bytes are text, many are not, and --text reads them all the same") {
  CHECK(decoded("a\0b"s).text == "a\0b"s);
  CHECK(decoded(std::string(1000, 'a') + "\0"s).text.size() == 1001);
  const std::string binary =
      "\x7F"
      "ELF"s +
      std::string(200, '\0') + "\x01\x02\x03\x04"s + std::string(200, '\0');
  const Error error = error_of([&] { decoded(binary); });
  CHECK(error.code() == Errc::binary);
  CHECK(error.hint().find("--text") != std::string::npos);
  InputOptions options;
  options.binary_as_text = true;
  CHECK(decoded(binary, options).text == binary);
}

TEST_CASE("a PDF file is called by its name") {
  const Error error = error_of([&] { decoded("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"); });
  CHECK(error.code() == Errc::binary);
  CHECK(error.hint().find("pdftotext") != std::string::npos);
}

TEST_CASE("a stream of any encoding is the same text as the whole, however it is cut") {
  const std::string mixed = "ab " + russian + "\xF0\x9F\x98\x80 \xFF \xE2\x82";
  const std::string whole = decoded(mixed).text;
  for (const std::size_t piece : {1u, 2u, 3u, 5u, 4096u}) CHECK(streamed(mixed, piece) == whole);
  CHECK(streamed(russian_1251 + russian_1251, 7) == russian + russian);
}

TEST_CASE("sequences that straddle the blocks of a stream are whole") {
  for (std::size_t shift = 0; shift < 8; ++shift) {
    const std::string text = std::string(65'536 * 2 - 4 + shift, 'x') + "😀é€" + std::string(65'530, 'y') + "東盟";
    const auto source = text_bytes(memory_bytes(text), {}, "f.txt", {});
    CHECK(read_all(*source, "f.txt") == text);
  }
}

TEST_CASE("Chinese in EUC-TW is not taken for the encodings that share its bytes") {
  const std::string bytes =
      "\xEA\xC4\xD9\xD7\xC8\xCB\xD2\xEF\xD1\xD2\xC4\xA1\xD4\xB6\xC4\xF9\xD5\xA9\xC8\xDC\xC6\xF1\xA1\xA3\xC7\xB6\xC8\xF4"
      "\xC4\xA9\xDD\xE7\xD7\xE4\xD9\xB6\xEA\xD8\xA1\xA3\xCB\xE4\xC8\xB4\xC7\xE9\xEA\xA1\xEB\xA3\xCB\xC6\xCE\xFB\xC8\xCB"
      "\xD2\xEF\xC7\xC0\xD5\xF3\xCC\xB6\xC9\xA2\xD3\xD3\xE8\xA2\xA1\xA4\xCA\xBC\xD4\xAF\xCE\xFB\xC6\xF8\xED\xBA\xD1\xD2"
      "\xD3\xD1\xD0\xFA\xC7\xA1\xC4\xA1\xD4\xB6\xC7\xE3\xDD\xD5\xD4\xB6\xD5\xEB\xC5\xEE\xE8\xD7\xC4\xA9\xD4\xAF\xC8\xB4"
      "\xC6\xEE\xCE\xFB\xC7\xE2\xC5\xC9\xA1\xA2\xC4\xCB\xD5\xA5\xDD\xE7\xC6\xAB\xC5\xE8\xCB\xF4\xDD\xD5\xE6\xD3\xD2\xB3"
      "\xC6\xC6\xEC\xD1\xC9\xA2\xA1\xA2\xC4\xBE\xC6\xAB\xC5\xE8\xEB\xA9\xC5\xF8\xC8\xDC\xC4\xD7\xCE\xFB\xE3\xF4\xCB\xC4"
      "\xA1\xA4";
  CHECK(decode_text(bytes, InputOptions{}, "x", {}) ==
        "維基百科是一個內容自由、任何人都能參與、並有多種語言的百科全書協作計劃。我們的目標是要建立一個在這個時代對人們"
        "有用的地方，大家都可以來這裡為它寫作，也可以說出自己的意見。");
}
