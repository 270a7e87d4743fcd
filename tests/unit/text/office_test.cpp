// SPDX-License-Identifier: Apache-2.0
#include "packed.hpp"
#include "scratch.hpp"

using namespace topos;
using namespace topos::test;

namespace {

std::string word(std::string_view body) {
  return "<?xml version='1.0' encoding='UTF-8'?><w:document "
         "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
         "xmlns:mc='m'><w:body>" +
         std::string(body) + "</w:body></w:document>";
}
std::string paragraph(std::string_view text, std::string_view style = "") {
  return "<w:p>" +
         (style.empty()
              ? std::string()
              : "<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs><w:pStyle w:val='" + std::string(style) + "'/></w:pPr>") +
         "<w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

Run read(std::string_view name, const Entries& parts) {
  const Scratch scratch;
  return run({scratch.write(name, zip(parts))});
}

std::string region(const Document& document, std::size_t i) {
  return std::string(document.regions.at(i).span.in(document.text));
}

const std::string sentence =
    "The pilots who know the channel bring the ships to the quay at night, with the tide, and nobody on shore hears of "
    "it until the morning.";

}  // namespace

TEST_CASE("a Word document gives its text with changes accepted, and its notes after it") {
  const Run found =
      read("a.docx",
           {{"word/document.xml", word(paragraph("Harbours", "Title") + paragraph("What they want", "berschrift1") +
                                       "<w:p><w:r><w:t>" + sentence +
                                       "</w:t></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></"
                                       "w:del><w:ins><w:r><w:t xml:space='preserve'> New.</w:t></w:r></w:ins>"
                                       "<w:r><w:footnoteReference "
                                       "w:id='2'/></w:r><w:r><w:instrText>PAGE</w:instrText></"
                                       "w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
                                       "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
                                       "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>A box</w:t><w:br/><w:t>of "
                                       "text.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>A "
                                       "box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
                                       "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>" +
                                       paragraph("2017") + "</w:tc><w:tc>" + paragraph("212") + paragraph("ships") +
                                       "</w:tc></w:tr></w:tbl>")},
            {"word/styles.xml",
             "<w:styles xmlns:w='w'><w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style></w:styles>"},
            {"word/footnotes.xml",
             "<w:footnotes xmlns:w='w'><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote><w:footnote "
             "w:id='2'><w:p><w:r><w:footnoteRef/><w:t>Since 1702.</w:t></w:r></w:p></w:footnote></w:footnotes>"},
            {"docProps/core.xml",
             "<c:p xmlns:c='c' xmlns:d='d'><d:title>Harbours</d:title><d:creator>Ada "
             "Quill</d:creator><d:created>2019-11-18T10:00:00Z</d:created></c:p>"}});
  REQUIRE(found.documents.size() == 1);
  const Document& document = found.documents[0];
  CHECK(document.text == "Harbours\n\nWhat they want\n\n" + sentence +
                             " New.[1]\n\nA box\nof text.\n\n2017 | 212 ships\n\n[1] Since 1702.");
  CHECK(document.regions[0].name == RegionName::title);
  CHECK(document.regions[1].name == RegionName::heading);
  CHECK(document.regions[2].name == RegionName::body);
  CHECK(document.sections.at(document.regions[2].section) == "What they want");
  CHECK(document.regions[4].cue == "table");
  CHECK(document.regions[5].name == RegionName::footnote);
  CHECK(found.field(0, "author") == "Ada Quill");
  CHECK(found.field(0, "created") == "2019-11-18");
  CHECK(found.field(0, "date") == "(none)");
}

TEST_CASE("an OpenDocument text gives its text with changes accepted, and its notes after it") {
  const Run found = read(
      "a.odt", {{"mimetype", "application/vnd.oasis.opendocument.text"},
                {"content.xml",
                 "<o:document xmlns:o='o' xmlns:t='t' xmlns:s='s'><s:style s:name='P1' "
                 "s:parent-style-name='Title'/><o:text><t:tracked-changes><t:p>Gone.</t:p></t:tracked-changes>"
                 "<t:p t:style-name='P1'>Harbours</t:p><t:h t:outline-level='2'>What they<t:s/>want</t:h><t:p>" +
                     sentence +
                     "<t:note t:note-class='footnote'><t:note-citation>1</t:note-citation><t:note-body><t:p>Since "
                     "1702.</t:p></t:note-body></t:note> More.<o:annotation><t:p>no</t:p></o:annotation></t:p>"
                     "<t:list><t:list-item><t:p>Light.</t:p></t:list-item></t:list></o:text></o:document>"},
                {"meta.xml", "<m xmlns:d='d'><d:creator>Ada Quill</d:creator><d:language>en-GB</d:language></m>"}});
  REQUIRE(found.documents.size() == 1);
  const Document& document = found.documents[0];
  CHECK(document.text == "Harbours\n\nWhat they want\n\n" + sentence + "[1] More.\n\nLight.\n\n[1] Since 1702.");
  CHECK(document.language == "en-GB");
  CHECK(document.regions[0].name == RegionName::title);
  CHECK(document.regions.back().name == RegionName::footnote);
}

TEST_CASE("a book gives its chapters in their order") {
  const Entries book = {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml", "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>"},
      {"OPS/two.xhtml", "<html><body><h1>Two</h1><p>" + sentence + "</p></body></html>"},
      {"OPS/one.xhtml", "<html><body><h1>One</h1><p>" + sentence + "</p></body></html>"},
      {"OPS/nav.xhtml", "<html><body><p>Contents</p></body></html>"},
      {"OPS/book.opf",
       "<package "
       "xmlns:d='d'><metadata><d:title>Harbours</d:title><d:language>en</d:language></metadata><manifest><item id='n' "
       "href='nav.xhtml' properties='nav'/>"
       "<item id='b' href='two.xhtml'/><item id='a' href='%6Fne.xhtml'/></manifest><spine><itemref idref='n'/><itemref "
       "idref='a'/><itemref idref='b'/><itemref idref='b'/></spine></package>"}};
  const Run found = read("a.epub", book);
  REQUIRE(found.documents.size() == 1);
  CHECK(found.documents[0].text == "One\n\n" + sentence + "\n\nTwo\n\n" + sentence);
  CHECK(found.field(0, "title") == "Harbours");
  CHECK(read("book.zip", {{"b/a.epub", zip(book)}}).ids() == Strings{"book.zip/b/a.epub"});
}

TEST_CASE("what is no document of its format is refused with a reason") {
  const Scratch scratch;
  const auto failure = [&](std::string_view name, std::string_view bytes) {
    const Run found = run({scratch.write(name, bytes)});
    REQUIRE(found.failures.size() == 1);
    CHECK(found.documents.empty());
    return found.failures[0];
  };
  CHECK(failure("old.docx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest").message().find("Word before 2007") !=
        std::string::npos);
  CHECK(failure("old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest").hint().find(".docx") != std::string::npos);
  CHECK(failure("text.odt", "just text").message().find("not a zip file") != std::string::npos);
  CHECK(failure("empty.docx", zip({{"a.txt", "x"}})).message().find("word/document.xml") != std::string::npos);
  CHECK(failure("deep.docx", zip({{"word/document.xml", word(std::string(5000, ' ') + "<w:p><w:p><w:p>")}})).code() ==
        Errc::format);
  CHECK(failure("laughs.docx",
                zip({{"word/document.xml", "<!DOCTYPE a [<!ENTITY l 'ha'><!ENTITY m '&l;&l;'>]><a>&m;</a>"}}))
            .code() == Errc::format);
  CHECK(failure("locked.odt", zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                   {"content.xml", "x"},
                                   {"META-INF/manifest.xml", "<encryption-data/>"}}))
            .message() == "encrypted");
  const std::string whole = zip({{"word/document.xml", word(paragraph(sentence))}});
  CHECK(failure("cut.docx", whole.substr(0, whole.size() / 2)).code() == Errc::archive);
  CHECK(failure("book.epub", zip({{"META-INF/container.xml", "<c><rootfile full-path='../../etc/passwd'/></c>"}}))
            .code() == Errc::format);
}

TEST_CASE("a zip file that holds more than it may is refused before memory is") {
  const Scratch scratch;
  InputOptions options;
  options.max_expand = 1 << 20;
  options.paths = {scratch.write("bomb.docx", zip({{"word/document.xml", std::string(20 << 20, ' ')}}))};
  CHECK(run(options).failures.at(0).message() == "expands past the limit");
}

TEST_CASE("a document type that is named and not opened leaves a TEI text one") {
  const Scratch scratch;
  const Run read =
      run({scratch.write("a.xml",
                         "<!DOCTYPE TEI SYSTEM \"file:///nowhere/tei.dtd\">\n<TEI "
                         "xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>Light.</p></body></text></TEI>")});
  CHECK(read.documents.at(0).text == "Light.");
}

TEST_CASE("a TEI text gives corrected forms, and its notes after it") {
  const Scratch scratch;
  const std::string tei =
      "<?xml version='1.0'?><!-- made by hand --><TEI xmlns='http://www.tei-c.org/ns/1.0' "
      "xml:lang='en'><teiHeader><fileDesc><titleStmt><title>Harbours, <hi>a\n history</hi></title><author>Ada "
      "Quill</author></titleStmt>"
      "<publicationStmt><date "
      "when='1921-03-04'>March</date></publicationStmt></fileDesc></teiHeader><text><front><titlePart>Harbours</"
      "titlePart></"
      "front><body><div><head>The quay</head><fw>Tide Papers</fw><p>" +
      sentence +
      "<note>Since <hi>1702</hi>.</note> It <choice><sic>iz</sic><corr>is</corr></choice> "
      "so.<lb/>Always<del>never</del></p><list><item>Light</item></list></div></body></text></TEI>";
  const Run found = run({scratch.write("a.xml", tei)});
  REQUIRE(found.documents.size() == 1);
  CHECK(found.documents[0].text ==
        "Harbours\n\nThe quay\n\nTide Papers\n\n" + sentence + "[1] It is so. Always\n\nLight\n\n[1] Since 1702.");
  CHECK(found.field(0, "title") == "Harbours, a history");
  CHECK(found.field(0, "date") == "1921-03-04");
  CHECK(found.documents[0].language == "en");
  CHECK(region(found.documents[0], 2) == "Tide Papers");
  CHECK(found.documents[0].regions[2].name == RegionName::boilerplate);
  const Run other = run({scratch.write("b.xml", "<?xml version='1.0'?><rss>Text &amp; tags</rss>")});
  CHECK(other.documents.at(0).text == "<?xml version='1.0'?><rss>Text &amp; tags</rss>");
  CHECK(other.noted("tags and all"));
}

TEST_CASE("an RTF file gives its text in the encodings of its fonts, and its notes after it") {
  const Scratch scratch;
  const auto text = [&](std::string_view rtf) { return run({scratch.write("a.rtf", rtf)}).documents.at(0).text; };
  CHECK(text("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Arial;}}{\\info{\\title "
             "Harbours}}\\pard Caf\\'e9 {\\b "
             "bold}\\par\r\n{\\f1 \\'cf\\'f0}\\line x\\tab y\\par}") == "Café bold\n\nПр\nx y");
  CHECK(text("{\\rtf1 a\\u8217?b\\u-10179?\\u-8704?\\uc0\\u233 c{\\*\\unknown no}{\\v hidden}{\\deleted no}\\~d}") ==
        "a’b😀éc d");
  CHECK(text("{\\rtf1 One.{\\footnote Since 1702.} Two.{\\header no}{\\field{\\*\\fldinst PAGE}{\\fldrslt "
             "three}}\\par\\outlinelevel0 Four}") == "One.[1] Two.three\n\nFour\n\n[1] Since 1702.");
  CHECK(text("{\\rtf1{\\fonttbl{\\f0\\fcharset128 M;}}\\f0\\'83\\'5c\\'83e}") == "ソテ");
  CHECK(text("{\\rtf1\\bin5 }}}}}x\\'zz\\u99999999999 y}}}}").find('y') != std::string::npos);
  CHECK(run({scratch.write("b.rtf", "{\\rtf1 open {")}).failures.at(0).message().starts_with("cut short"));
  CHECK(run({scratch.write("c.rtf", "{\\rtf1" + std::string(200'000, '{'))}).failures.at(0).code() == Errc::format);
  CHECK(run({scratch.write("d.rtf", "text")}).failures.at(0).code() == Errc::format);
}
