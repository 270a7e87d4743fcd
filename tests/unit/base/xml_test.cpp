// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "topos/base/error.hpp"
#include "topos/base/xml.hpp"

using namespace topos;

namespace {

/// Writes what it is told: "<a k=v>text</a>".
class Echo final : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    told += "<" + std::string(name);
    for (const auto& attribute : attributes.all()) told += " " + std::string(attribute.name) + "=" + attribute.value;
    told += ">";
  }
  void end(std::string_view name) override { told += "</" + std::string(name) + ">"; }
  void text(std::string_view piece) override { told += piece; }
  std::string told;
};

std::string echo(std::string_view bytes) {
  Echo handler;
  parse_xml(bytes, "x.xml", handler);
  return handler.told;
}

Error refused(std::string_view bytes) {
  try {
    echo(bytes);
  } catch (const Error& error) {
    return error;
  }
  FAIL("it was not refused");
  return Error(Errc::io, "");
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("elements, attributes and text come in order and without prefixes") {
  CHECK(echo("<?xml version='1.0'?><w:p xmlns:w='u' w:val='1 &amp; 2'>a<b/><![CDATA[<c>]]>&lt;&#233;</w:p>") ==
        "<p val=1 & 2>a<b></b><c><é</p>");
  CHECK(echo("<?xml version='1.0' encoding='windows-1251'?><a>\xCF</a>") == "<a>П</a>");
  CHECK(echo(std::string("\xFE\xFF\0<\0a\0/\0>", 10)) == "<a></a>");
  CHECK(echo("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>x</a>") == "<a>x</a>");
}

TEST_CASE("entities are never expanded and nothing is opened for them") {
  CHECK(refused("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").code() == Errc::format);
  CHECK(refused("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>").message().find("\"b\"") !=
        std::string::npos);
  CHECK(refused("<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1/b'> %b;]><a/>").code() == Errc::format);
  CHECK(refused("<a>&nbsp;</a>").code() == Errc::format);
  CHECK(refused("<!DOCTYPE html PUBLIC 'x' 'y'><a>&nbsp;</a>").code() == Errc::format);
}

TEST_CASE("what is not well formed is refused with its line") {
  const Error error = refused("<a>\n<b>\n</a>");
  CHECK(error.where().line == 3);
  CHECK(error.where().path == "x.xml");
  for (const std::string_view bytes : {"", "x", "<a>", "<a></a><b/>", "<a b=1/>", "<a>\x01</a>", "<a>\xFF</a>"})
    CHECK(refused(bytes).code() == Errc::format);
}

TEST_CASE("depth and attributes have limits, and an exception of the handler arrives") {
  CHECK(refused(repeated("<a>", 200'000)).message().find("1000 deep") != std::string::npos);
  std::string crowded = "<a";
  for (int i = 0; i < 100'000; ++i) crowded += " a" + std::to_string(i) + "='1'";
  CHECK(refused(crowded + "/>").message().find("attributes") != std::string::npos);
  struct Thrower final : XmlHandler {
    void start(std::string_view, const XmlAttributes&) override { throw Error(Errc::table, "stop"); }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
  } thrower;
  CHECK_THROWS_WITH_AS(parse_xml("<a/>", "x", thrower), "stop [table]", Error);
}
