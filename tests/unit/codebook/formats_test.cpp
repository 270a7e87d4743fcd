// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "kit/skip.hpp"
#include "topos/codebook/difference.hpp"
#include "topos/codebook/formats/book_format.hpp"
#include "topos/codebook/formats/draft_builder.hpp"
#include "topos/codebook/pattern_text.hpp"
#include "topos/text/code_points.hpp"

using namespace topos;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// Terms by the labels on the way to their category; of patterns with guards the guards, too.
using Terms = std::map<std::string, std::set<std::string>>;

BookDraft draft(const char* format, const std::string& text, Losses& losses, const std::string& language = "en") {
  BookDraft made = find_book_format(format)->read(text, {"book", language, "specimen"}, losses);
  (void)parse_codebook(book_text(made), "specimen.toml");
  return made;
}

Terms terms_of(const BookDraft& book) {
  std::map<std::string, std::string> paths;
  Terms terms;
  for (const DraftCode& code : book.codes) {
    const std::size_t dot = code.id.rfind('.');
    paths[code.id] = (dot == std::string::npos ? "" : paths.at(code.id.substr(0, dot)) + "/") + code.label;
    std::set<std::string>& list = terms[paths[code.id]];
    for (const auto& [language, side] : code.languages)
      for (const DraftEntry& entry : side.patterns) {
        std::string text = entry.match;
        for (const auto& [guard, words] : entry.guards)
          for (const std::string& word : words) text += ' ' + guard + ':' + word;
        list.insert(text);
      }
  }
  return terms;
}

std::vector<std::string> left_out(const Losses& losses) {
  std::vector<std::string> lines;
  for (const Loss& loss : losses.all())
    if (loss.fate == Loss::Fate::left_out) lines.push_back(std::to_string(loss.line) + ' ' + loss.construct);
  return lines;
}

struct Specimen {
  const char* format;
  const char* text;
};

constexpr const char* xml_specimen =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dictionary style=\"050805\" patternengine=\"substring\">\n"
    "<cnode name=\"Economy\" desc=\"Money &amp; trade\"><cnode name=\"Trade\"><pnode name=\"tariff*\"/><pnode "
    "name=\"free trade\"/></cnode>"
    "<pnode name=\"bank\"/></cnode>\n<cnode name=\"War\"><pnode name=\"army\"/></cnode>\n</dictionary>\n";

const Specimen specimens[] = {
    {"liwc", "%\n1\tEconomy\n\t2\tTrade\n3\tWar\n%\ntariff*\t1\t2\nfree trade\t2\nbank\t1\narmy\t3\n"},
    {"lexicoder", "+ECONOMY\n bank \n free trade\n+WAR\n army*\n"},
    {"wordstat", "ECONOMY\n\tTRADE\n\t\tTARIFF* (1)\n\t\tFREE_TRADE (2)\n\tBANK (1)\nWAR\n\tARMY (1)\n"},
    {"yoshikoder", xml_specimen},
    {"quanteda", "Economy:\n  - bank\n  - Trade: [tariff*, 'free trade']\nWar: army\n'no': [on, 0x10, 1e3]\n"},
    {"tsv", "category\tterm\tweight\nEconomy/Trade\ttariff*\t2\nEconomy/Trade\tfree trade\t1\nWar\tarmy\t0.5\n"},
    {"refi-qda",
     "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" "
     "origin=\"x\"><Codes><Code guid=\"a\" name=\"Economy\" "
     "isCodable=\"true\"><Description>Money</Description><Code guid=\"b\" name=\"Trade\" "
     "isCodable=\"true\"/></Code></Codes><Sets/></CodeBook>"},
};

}  // namespace

TEST_CASE("a dictionary that is imported, exported and imported again is the same") {
  for (const Specimen& specimen : specimens) {
    CAPTURE(specimen.format);
    Losses losses;
    const BookDraft first = draft(specimen.format, specimen.text, losses);
    CHECK(left_out(losses).empty());
    const Codebook book = parse_codebook(book_text(first), "first.toml");
    Losses written;
    const std::string text = find_book_format(specimen.format)->write(book, {"en"}, written);
    CHECK(left_out(written).empty());
    Losses again;
    CHECK(terms_of(draft(specimen.format, text, again)) == terms_of(first));
    CHECK(left_out(again).empty());
  }
}

TEST_CASE("any dictionary goes through the table of patterns without a loss") {
  for (const Specimen& specimen : specimens) {
    CAPTURE(specimen.format);
    Losses losses;
    const Codebook book = parse_codebook(book_text(draft(specimen.format, specimen.text, losses)), "first.toml");
    const std::string table = find_book_format("tsv")->write(book, {}, losses);
    const Codebook again =
        parse_codebook(book_text(find_book_format("tsv")->read(table, {"book", "en", "t.tsv"}, losses)), "second.toml");
    for (const BookChange& change : book_difference(book, again))
      FAIL_CHECK(change.part, ' ', change.id, ' ', change.before, " -> ", change.after);
  }
}

TEST_CASE("the built-in codebook goes through the table of patterns") {
  Losses losses;
  const Codebook& book = built_in_codebook();
  const std::string table = find_book_format("tsv")->write(book, {}, losses);
  CHECK(losses.all().empty());
  const Codebook again =
      parse_codebook(book_text(find_book_format("tsv")->read(table, {"book", "en", "t.tsv"}, losses)), "second.toml");
  std::size_t order_of_guards = 0;
  for (const BookChange& change : book_difference(book, again)) {
    if (change.part == "pattern" && change.before.size() == change.after.size())
      ++order_of_guards;
    else
      FAIL_CHECK(change.part, ' ', change.id, ' ', change.before, " -> ", change.after);
  }
  CHECK(order_of_guards < 20);
}

TEST_CASE("conditions of LIWC become guards or are refused") {
  Losses losses;
  const Terms terms = terms_of(draft("liwc",
                                     "%\n01\tone\n2\ttwo\n3\tyou\n%\nkind\t<of>1/2\nlike\t(03)1/2\nlike\t(3 "
                                     "77)2\nyou\t3\nyour self\t3\nplain 1  2\nodd\t1 99\n"
                                     "well\t(02)1/3\n:)\t1\n",
                                     losses));
  CHECK(terms.at("one") == std::set<std::string>{"kind right:of", "like left:you left:your self", "plain", "odd",
                                                 "well left:plain", "/(?i)\\:\\)/"});
  CHECK(terms.at("two") == std::set<std::string>{"kind not_right:of", "like not_left:you not_left:your self", "plain"});
  CHECK(terms.at("you") == std::set<std::string>{"you", "your self", "well not_left:plain"});
  CHECK(left_out(losses) == std::vector<std::string>{"8 condition", "12 undefined_category"});
}

TEST_CASE("rules of WordStat become guards, gaps and masks or are refused") {
  Losses losses;
  const BookDraft book = draft("wordstat",
                               "POSITIVE\n\tGOOD (1)\n\t@NEAR_RULE [GOOD NEAR #NEG /S] (2)\n\t@NOT_RULE [GOOD NOT "
                               "AFTER #NEG /3]\n\t@BEFORE_RULE [TURN* BEFORE OFF /W 4] (1)\n"
                               "\t@AND_RULE [BANK AND NOT RIVER] (1)\n\t@ODD_RULE [BANK OR RIVER] (1)\n\t@LOST_RULE "
                               "[GOOD NEAR #NOWHERE] (1)\nNEG\n\tNOT (1)\n\tNO_WAY (1)\n",
                               losses);
  const Terms terms = terms_of(book);
  CHECK(terms.at("POSITIVE/@NEAR_RULE") == std::set<std::string>{"GOOD near:NOT|NO WAY:sentence"});
  CHECK(terms.at("POSITIVE/@NOT_RULE") == std::set<std::string>{"GOOD"});
  CHECK(terms.at("POSITIVE/@BEFORE_RULE") == std::set<std::string>{"TURN* <0-4> OFF"});
  CHECK(terms.at("POSITIVE/@AND_RULE") == std::set<std::string>{"BANK not_near:RIVER:document"});
  const auto masked = std::find_if(book.codes.begin(), book.codes.end(),
                                   [](const DraftCode& code) { return code.label == "@NOT_RULE"; });
  REQUIRE(masked != book.codes.end());
  CHECK(masked->languages.at("en").masks.at(0).match == "(NOT|NO WAY) <0-3> GOOD");
  CHECK(left_out(losses) == std::vector<std::string>{"7 rule", "8 rule"});
}

TEST_CASE("terms of a category that a guard cannot take are said to be left out of a rule") {
  Losses losses;
  const BookDraft book = draft("wordstat",
                               "A\n\tB\n\t\tWORD* (1)\n\t\tGO(OD (1)\n\t\tR X(Y (1)\n\t@N [TURN NEAR #B /S] "
                               "(1)\n\t@F [TURN BEFORE #B /2] (1)\n",
                               losses);
  const Terms terms = terms_of(book);
  CHECK(terms.at("A/@N") == std::set<std::string>{"TURN near:WORD*:sentence"});
  CHECK(terms.at("A/@F") == std::set<std::string>{"TURN <0-2> (WORD*|/(?i)GO\\(OD/|R /(?i)X\\(Y/)"});
  CHECK(left_out(losses) == std::vector<std::string>{"6 term", "6 term"});
  CHECK_NOTHROW((void)parse_codebook(book_text(book), "book.toml"));
}

TEST_CASE("what is no dictionary is refused with its line") {
  const std::pair<const char*, const char*> wrong[] = {
      {"liwc", "1\tone\n"},
      {"liwc", "%\n1\tone\n"},
      {"lexicoder", "word\n"},
      {"wordstat", "WORD (1)\n"},
      {"yoshikoder", "<html/>"},
      {"quanteda", "- a\n- b\n"},
      {"quanteda", "a: [x]\na: [y]\n"},
      {"quanteda", "a: &x [b]\nc: *x\n"},
      {"quanteda", "a: !!int '1'\n"},
      {"tsv", "a\tb\n1\t2\n"},
      {"refi-qda", "<dictionary/>"},
      {"yoshikoder", "<!DOCTYPE d [<!ENTITY e \"x\">]><dictionary>&e;</dictionary>"}};
  for (const auto& one : wrong) {
    CAPTURE(one.first);
    CAPTURE(one.second);
    Losses losses;
    CHECK_THROWS_AS((void)draft(one.first, one.second, losses), Error);
  }
  Losses losses;
  CHECK_THROWS_AS((void)draft("quanteda", std::string(100000, '['), losses), Error);
}

TEST_CASE("a key that is given twice is refused with both lines") {
  Losses losses;
  try {
    (void)draft("quanteda", "a: [x]\nb: [z]\na: [y]\n", losses);
    FAIL("not refused");
  } catch (const Error& problem) {
    CHECK(problem.message() == "the key 'a' is given twice: in line 1 and in line 3");
  }
}

TEST_CASE("names become ids in Latin letters") {
  CHECK(id_part("Law & Order!") == "law_order");
  CHECK(id_part("Экономика") == "ekonomika");
  CHECK(id_part("2nd") == "c2nd");
  CHECK(id_part("+STATE+") == "state");
  CHECK(id_part("!") == "");
}

namespace {

const fs::path shared = TOPOS_SOURCE_DIR "/../shared/dictionaries";

/// A term of the other program in the spelling of patterns that are parsed and written again.
std::string folded(const std::string& term, const std::string& language) {
  std::string plain;
  for (const char c : term) plain += c == '_' || c == '-' ? ' ' : c;
  if (language == "zh") std::erase(plain, '*');
  while (plain.find("**") != std::string::npos) plain.erase(plain.find("**"), 1);
  return plain;
}

void add_expected(const json& node, const std::string& path, const std::string& language, Terms& terms) {
  if (node.is_array()) {
    for (const json& term : node) terms[path].insert(folded(term.get<std::string>(), language));
    return;
  }
  for (const auto& [key, child] : node.items()) {
    const std::string name = key.starts_with('+') && !key.ends_with('+') ? key.substr(1) : key;
    add_expected(child, key == "__" ? path : path.empty() ? name : path + '/' + name, language, terms);
  }
}

std::string small_letters(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const char32_t small = fold_case(point.value);
    if (small < 0x80)
      out += static_cast<char>(small);
    else if (small < 0x800)
      out += {static_cast<char>(0xC0 | small >> 6), static_cast<char>(0x80 | (small & 0x3F))};
    else
      out += {static_cast<char>(0xE0 | small >> 12), static_cast<char>(0x80 | (small >> 6 & 0x3F)),
              static_cast<char>(0x80 | (small & 0x3F))};
    at += point.size;
  }
  std::erase(out, '\\');
  for (std::size_t at = out.find(" 's"); at != std::string::npos; at = out.find(" 's")) out.erase(at, 1);
  return out;
}

/// What we make of a file, in the same spelling; what stands on a condition is left out.
Terms found(const fs::path& file, const std::string& format, const std::string& encoding, const std::string& language) {
  Losses losses;
  const Codebook book = parse_codebook(
      import_book(*find_book_format(format), encoding, {"book", language, file.string()}, losses), "x.toml");
  std::map<std::string, std::string> paths;
  Terms terms;
  for (const Code& code : book.codes) {
    const std::size_t dot = code.id.rfind('.');
    const std::string path = paths[code.id] =
        (dot == std::string::npos ? "" : paths.at(code.id.substr(0, dot)) + "/") + code.label;
    for (const auto& [name, side] : code.languages)
      for (const Pattern& pattern : side.patterns)
        if (pattern.guards.empty()) terms[path].insert(small_letters(pattern_text(pattern.root)));
  }
  return terms;
}

}  // namespace

TEST_CASE("dictionaries give what another program makes of them") {
  if (!fs::exists(shared)) return test::skipped("there are no dictionaries to compare with");
  const std::map<std::string, std::string> formats{{".dic", "liwc"},      {".cat", "wordstat"},  {".ykd", "yoshikoder"},
                                                   {".lcd", "lexicoder"}, {".lc3", "lexicoder"}, {".yml", "quanteda"}};
  // Of these the other program loses terms, repeats categories inside others, or cannot read them; topos-codebook(5)
  // says how we differ.
  const std::set<std::string> different{"actually_ykd.cat", "liwc_extracodes.dic", "liwc_hierarchical.dic",
                                        "laver-garry.ykd", "yoshi.ykd"};
  std::size_t compared = 0;
  for (const char* folder : {"quanteda_tests", "newsmap"})
    for (const auto& entry : fs::directory_iterator(shared / folder)) {
      const std::string name = entry.path().filename().string();
      const fs::path expected = shared / "expected" / (name + ".json");
      if (!fs::exists(expected)) continue;
      CAPTURE(name);
      const std::string stem = entry.path().stem().string();
      const std::string language = stem.starts_with("chinese") ? "zh"
                                   : stem == "russian"         ? "ru"
                                   : stem == "french"          ? "fr"
                                                               : "en";
      const bool encoded =
          stem.starts_with("iso-") || stem == "windows-1252" || stem == "shift-jis" || stem == "euc-jp";
      const Terms ours =
          found(entry.path(), formats.at(entry.path().extension().string()), encoded ? stem : std::string(), language);
      ++compared;
      if (different.contains(name)) continue;
      Terms theirs;
      std::ifstream file(expected);
      add_expected(json::parse(file), {}, language, theirs);
      for (const auto& one : theirs) {
        CAPTURE(one.first);
        const auto mine = ours.find(one.first);
        CHECK((mine == ours.end() ? std::set<std::string>() : mine->second) == one.second);
      }
      CHECK(ours.size() == theirs.size());
    }
  CHECK(compared == 29);
}

TEST_CASE("where we differ from another program we keep more") {
  if (!fs::exists(shared)) return test::skipped("there are no dictionaries to compare with");
  const fs::path folder = shared / "quanteda_tests";
  CHECK(found(folder / "yoshi.ykd", "yoshikoder", "", "en").at("New dictionary/A category") ==
        std::set<std::string>{"lamb", "little"});
  CHECK(found(folder / "actually_ykd.cat", "wordstat", "", "en").at("New dictionary/A category") ==
        std::set<std::string>{"more", "lamb", "little"});
  const Terms garry = found(folder / "laver-garry.ykd", "yoshikoder", "", "en");
  CHECK(garry.size() == 19);
  CHECK(garry.at("Laver and Garry/Institutions/Radical").contains("scrap"));
  const Terms liwc = found(folder / "liwc_hierarchical.dic", "liwc", "", "en");
  CHECK(liwc.at("else/time") == std::set<std::string>{"like"});
  CHECK(liwc.at("misc/posemo") == std::set<std::string>{"likeab*", "liked"});
  CHECK(liwc.at("past/insight/tentat") == std::set<std::string>{"kinda"});
}
