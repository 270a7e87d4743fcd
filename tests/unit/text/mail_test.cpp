// SPDX-License-Identifier: Apache-2.0
#include "scratch.hpp"
#include "topos/text/mail/mail_part.hpp"
#include "topos/text/mail/mail_text.hpp"

using namespace topos;
using namespace topos::test;

namespace {

StructuredText mail(std::string_view bytes) { return text_of_mail(bytes, true, {}, "a.eml", {}); }

const std::string two_parts =
    "Subject: Ships\nContent-Type: multipart/alternative; boundary=\"=_x\"\n\nnot shown\n--=_x\nContent-Type: "
    "text/html; charset=utf-8\n\n<p>The page</p>\n"
    "--=_x\nContent-Type: text/plain; charset=\"windows-1251\"\nContent-Transfer-Encoding: "
    "base64\n\n0fPk+w==\n--=_x--\nnor this\n";

}  // namespace

TEST_CASE("of a message's alternatives the plain text is read") {
  CHECK(mail(two_parts).text == "Суды");
  const std::string page =
      "Subject: a\nContent-Type: text/html\n\n<table><tr><td>Only a page, with <b>marks</b></td></tr></table>\n";
  CHECK(mail(page).text == "Only a page, with marks");
}

TEST_CASE("header fields become metadata") {
  const StructuredText found = mail(
      "From: =?ISO-8859-1?Q?Ren=E9_Quay?= <r@x.example>\r\nSubject: Ships\r\n at night\r\nDate: Fri, 1 Mar 19 10:00:00 "
      "+0100\r\n\r\nText\r\n");
  CHECK(*found.metadata.find("author") == "René Quay <r@x.example>");
  CHECK(*found.metadata.find("title") == "Ships at night");
  CHECK(*found.metadata.find("date") == "2019-03-01");
  CHECK(found.text == "Text");
}

TEST_CASE("encoded words of a header are joined before they are read") {
  CHECK(field_text("=?utf-8?B?0KHRg9C0?= =?utf-8?Q?=D1?=  =?utf-8?Q?=8B?= and =?utf-8?Q?a_b?= c") == "Суды and a b c");
  CHECK(field_text("=?utf-8?X?a?= =?utf-8?Q?a") == "=?utf-8?X?a?= =?utf-8?Q?a");
  CHECK(mail_date("30 Feb 2019 10:00") == "");
  CHECK(mail_date("2019-02-03") == "");
  CHECK(mail_date("3 February 99") == "1999-02-03");
}

TEST_CASE("quoted lines, what introduces them and signatures are boilerplate") {
  const StructuredText found = mail(
      "Subject: a\n\nYes.\n\nOn Monday Ben wrote:\n\n> Will it?\n> Really?\nIt will.\n\nBen wrote:\nnothing of the "
      "kind.\n-- \nAda\n");
  REQUIRE(found.blocks.size() == 5);
  CHECK(
      found.text ==
      "Yes.\n\nOn Monday Ben wrote:\n> Will it?\n> Really?\n\nIt will.\n\nBen wrote:\nnothing of the kind.\n\n--\nAda");
  CHECK(found.blocks[1].name == RegionName::boilerplate);
  CHECK(found.blocks[1].rule == "quoted lines");
  CHECK(!found.blocks[2].named);
  CHECK(!found.blocks[3].named);
  CHECK(found.blocks[4].rule == "signature of a message");
}

TEST_CASE("attachments are counted and left out") {
  const StructuredText found = mail(
      "Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nText\n--b\nContent-Type: "
      "text/plain\nContent-Disposition: attachment\n\nNotes\n--b\n"
      "Content-Type: message/rfc822\n\nSubject: b\n\nOther\n");
  CHECK(found.text == "Text");
  CHECK(*found.metadata.find("attachments") == "2");
}

TEST_CASE("soft line ends of quoted-printable and damaged escapes are read as they can be") {
  CHECK(transfer_decoded("a=\nb= \r\nc=3D=zz=", "Quoted-Printable") == "abc==zz");
  CHECK(transfer_decoded("c2hp\r\ncHM=", "base64") == "ships");
  CHECK(transfer_decoded("=41", "7bit") == "=41");
}

TEST_CASE("a message without header lines is refused, and one that nests too deep") {
  CHECK(error_of([] { mail("just text\n"); }).code() == Errc::format);
  std::string deep = "Subject: a\n";
  for (int i = 0; i < 30; ++i)
    deep += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  CHECK(error_of([&] { mail(deep); }).code() == Errc::format);
}

TEST_CASE("a mailbox gives a document for each message") {
  const Scratch scratch;
  const Run found = run({scratch.write(
      "a.mbox",
      "From a Mon Jun 01 10:00:00 2009\nSubject: One\n\nFirst.\nFrom here on 10:00 it rains.\n\n>From the quay.\n\n"
      "From b Mon Jun 01 11:00:00 2009\n\nSecond.\n")});
  CHECK(found.ids() == Strings{"a.mbox:1", "a.mbox:2"});
  CHECK(found.documents.at(0).text == "First.\nFrom here on 10:00 it rains.\n\nFrom the quay.");
  CHECK(found.documents.at(1).text == "Second.");
}
