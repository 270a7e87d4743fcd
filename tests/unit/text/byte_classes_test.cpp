// SPDX-License-Identifier: Apache-2.0
#include "topos/text/byte_classes.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using topos::ByteClasses;

namespace {

std::string all_bytes() {
  std::string bytes;
  for (int byte = 0; byte < 256; ++byte) bytes.push_back(static_cast<char>(byte));
  return bytes;
}

std::string random_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes(size, ' ');
  for (char& byte : bytes) byte = static_cast<char>(random() & 0xFF);
  return bytes;
}

std::size_t blocks_of(const std::string& text) { return (text.size() + ByteClasses::size - 1) / ByteClasses::size; }

}  // namespace

TEST_CASE("each byte has the classes that its value has") {
  const std::string bytes = all_bytes();
  std::vector<ByteClasses> classes(blocks_of(bytes));
  topos::classify_bytes(bytes, classes);
  for (unsigned byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    const ByteClasses& block = classes[byte / 64];
    const auto has = [&](std::uint64_t mask) { return (mask >> byte % 64 & 1) != 0; };
    const auto one_of = [&](std::string_view set) {
      return set.find(static_cast<char>(byte)) != std::string_view::npos;
    };
    CHECK(has(block.letters) == ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')));
    CHECK(has(block.digits) == (byte >= '0' && byte <= '9'));
    CHECK(has(block.ats) == one_of("@"));
    CHECK(has(block.blanks) == one_of(" \t\n\v\f\r"));
    CHECK(has(block.joiners) == one_of("',.;"));
    CHECK(has(block.strange) == one_of("-_"));
    CHECK(has(block.stops) == one_of(".!?"));
    CHECK(has(block.beyond) == (byte >= 0x80));
    CHECK(has(block.continuations) == (byte >= 0x80 && byte < 0xC0));
    CHECK(has(block.cyrillic) == (byte == 0xD0 || byte == 0xD1));
  }
}

TEST_CASE("bytes are classified alike with wide instructions and without") {
  std::mt19937 random(1);
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 127U, 128U, 1000U}) {
    const std::string bytes = random_bytes(random, size);
    std::vector<ByteClasses> wide(blocks_of(bytes));
    std::vector<ByteClasses> plain(blocks_of(bytes));
    topos::classify_bytes(bytes, wide);
    topos::classify_bytes_plainly(bytes, plain);
    CHECK(wide == plain);
  }
}

TEST_CASE("classes are told of any block in any order") {
  std::mt19937 random(2);
  const std::string bytes = random_bytes(random, 100'000);
  std::vector<ByteClasses> all(blocks_of(bytes));
  topos::classify_bytes(bytes, all);
  topos::ClassifiedText text;
  text.assign(bytes);
  for (std::size_t block = 0; block < all.size(); ++block) CHECK(text[block] == all[block]);
  for (int times = 0; times < 1000; ++times) {
    const std::size_t block = random() % all.size();
    CHECK(text[block] == all[block]);
  }
}
