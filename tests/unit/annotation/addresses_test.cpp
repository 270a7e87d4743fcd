// SPDX-License-Identifier: Apache-2.0
#include "topos/annotation/addresses.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kit/finder.hpp"

namespace {

std::string addresses(std::string_view text) {
  std::vector<topos::ByteSpan> spans;
  topos::find_addresses(text, spans);
  std::string all;
  for (const topos::ByteSpan span : spans) {
    if (!all.empty()) all += " | ";
    all += span.in(text);
  }
  return all;
}

}  // namespace

TEST_CASE("URLs begin with a scheme or www. and end at white space or a closing mark") {
  CHECK(addresses("see http://a.org/x?y=1#z now") == "http://a.org/x?y=1#z");
  CHECK(addresses("https://a.org") == "https://a.org");
  CHECK(addresses("(www.a.org) [http://b.org] <https://c.org> \"www.d.org\"") ==
        "www.a.org | http://b.org | https://c.org | www.d.org");
  CHECK(addresses("a http://a.org\nb") == "http://a.org");
  CHECK(addresses("ftp://a.org").empty());
  CHECK(addresses("xhttp://a.org awww.b.org").empty());
  CHECK(addresses("russiancouncil.ru").empty());
}

TEST_CASE("any white space ends a URL") {
  for (const char* space :
       {" ", "\t", "\n", "\r", "\u00A0", "\u2003", "\u2009", "\u202F", "\u3000", "\u2028", "\u0085"}) {
    CAPTURE(space);
    CHECK(addresses(std::string("http://a.org") + space + "turn") == "http://a.org");
  }
}

TEST_CASE("e-mail addresses have a dot behind the at sign and do not end in a mark") {
  CHECK(addresses("write to john.smith+x@mfa.gov.xx.") == "john.smith+x@mfa.gov.xx");
  CHECK(addresses("a @ b").empty());
  CHECK(addresses("a@b").empty());
  CHECK(addresses("@handle.name").empty());
  CHECK(addresses("a@b.c d@e.f") == "a@b.c | d@e.f");
}

TEST_CASE("what lies in an address that is found already is not found again") {
  CHECK(addresses("http://www.a.org/b@c.org") == "http://www.a.org/b@c.org");
  CHECK(addresses("http://a.org/http://b.org") == "http://a.org/http://b.org");
}

TEST_CASE("a hit inside an address carries url") {
  topos::test::Finder finder(topos::test::code("x", "patterns.en = ['pivot', 'asia']"));
  std::string flags;
  for (const topos::Hit& hit :
       finder.annotate("The pivot: http://a.org/pivot/to/asia and pivot@asia now, (www.x.org) Asia").hits)
    flags += hit.url == topos::Flag::yes ? '1' : '0';
  CHECK(flags == "0110");
}

TEST_CASE("a million at signs take no time without end") {
  CHECK(addresses(std::string(1'000'000, '@')).empty());
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "a@";
  CHECK(addresses(text).empty());
}
