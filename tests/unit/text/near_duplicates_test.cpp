// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "random_text.hpp"
#include "topos/text/code_points.hpp"
#include "topos/text/near_duplicates.hpp"

using namespace topos;

namespace {

std::string numbered(std::string name, int i) { return name.append(std::to_string(i)); }

/// `shared` words that all texts have, then `own` words of this text: all words are distinct, so that the number of
/// shingles is known and the Jaccard similarity of two such texts is (shared - 4) / (shared + own + own' - 4 + …).
std::string text(int shared, int own, const std::string& name) {
  std::string out;
  for (int i = 0; i < shared; ++i) out.append(numbered("s", i)).append(1, ' ');
  for (int i = 0; i < own; ++i) out.append(numbered(name, i)).append(1, ' ');
  return out;
}

/// Exact Jaccard similarity of text(shared, own, a) and text(shared, own, b).
double jaccard(int shared, int own) {
  const double common = shared - 4;
  return common / (common + 2.0 * own);
}

std::uint64_t spread(std::uint64_t x) {
  x *= 0x9E3779B97F4A7C15;
  return x ^ x >> 32;
}

/// The eight bytes at `at` or those there are, the first one lowest.
std::uint64_t eight(const std::string& word, std::size_t at) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8 && at + i < word.size(); ++i)
    bytes |= std::uint64_t{static_cast<unsigned char>(word[at + i])} << 8 * i;
  return bytes;
}

std::uint64_t plain_hash(const std::string& word) {
  if (word.size() <= 8) return spread(eight(word, 0));
  std::uint64_t hash = word.size();
  for (std::size_t at = 0; at + 8 < word.size(); at += 8) hash = spread(hash + eight(word, at));
  return spread(hash + eight(word, word.size() - 8));
}

/// The words that shingles are made of, a character after the other, ASCII letters in lower case.
std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool inside = is_word_character(c.value);
    const bool alone = inside && is_unspaced(c.value);
    if (inside && (alone || !open)) words.emplace_back();
    open = inside && !alone;
    if (inside)
      for (const char byte : text.substr(at, c.size))
        words.back().push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte);
    at += c.size;
  }
  return words;
}

/// The least hash among the shingles of each bin that has any.
std::vector<std::uint32_t> plain_minima(std::string_view text) {
  std::vector<std::uint32_t> minima(128, 0xFFFFFFFF);
  std::vector<std::uint64_t> least(128, ~std::uint64_t{0});
  std::vector<std::uint64_t> hashes;
  for (const std::string& word : plain_words(text)) hashes.push_back(plain_hash(word));
  for (std::size_t end = 5; end <= hashes.size(); ++end) {
    std::uint64_t shingle = 0;
    for (std::size_t i = end - 5; i < end; ++i) shingle = shingle >> 13 ^ hashes[i];
    shingle *= 0xC4CEB9FE1A85EC53;
    std::uint32_t& bin = minima[shingle >> 57];
    const auto hash = static_cast<std::uint32_t>(shingle >> 25);
    bin = least[shingle >> 57] > shingle ? hash : bin;
    least[shingle >> 57] = std::min(least[shingle >> 57], shingle);
  }
  return minima;
}

double estimate(const std::string& a, const std::string& b) {
  NearDuplicates found(0.0);
  found.add("a", text_signature(a));
  const auto twin = found.add("b", text_signature(b));
  return twin ? twin->similarity : 0.0;
}

}  // namespace

TEST_CASE("equal texts have equal signatures, whatever the case, spaces and punctuation") {
  CHECK(text_signature("One two, three four five six.").minima ==
        text_signature("one TWO three\nfour -- five six").minima);
  CHECK(text_signature("one two three four five six").minima != text_signature("one two three four five seven").minima);
}

TEST_CASE("texts of fewer than five words are never near-duplicates") {
  NearDuplicates found;
  CHECK(text_signature("one two three four").empty);
  CHECK(text_signature("").empty);
  CHECK_FALSE(text_signature("one two three four five").empty);
  CHECK_FALSE(text_signature("东盟峰会今").empty);
  CHECK_FALSE(found.add("a", text_signature("one two")));
  CHECK_FALSE(found.add("b", text_signature("one two")));
}

TEST_CASE("the estimate is near the exact Jaccard similarity") {
  for (const int own : {0, 50, 200, 500}) {
    const double exact = jaccard(1004, own);
    // Four standard errors of 128 minima.
    CHECK(estimate(text(1004, own, "a"), text(1004, own, "b")) ==
          doctest::Approx(exact).epsilon(0).scale(1).epsilon(4 * std::sqrt(0.25 / 128)));
  }
}

TEST_CASE("the estimate errs no more than 128 minima must, on texts of few and of frequent words too") {
  std::mt19937 random(17);
  double bias = 0;
  double square = 0;
  constexpr int rounds = 300;
  for (int round = 0; round < rounds; ++round) {
    // Words as frequent as in a language; the second text is the first with words changed.
    const unsigned kinds = round % 2 == 0 ? 40 : 4000;
    std::vector<unsigned> first(300 + random() % 900);
    for (unsigned& word : first) word = static_cast<unsigned>(random() % (1 + random() % kinds));
    std::vector<unsigned> second = first;
    for (unsigned& word : second)
      if (random() % 20 == 0) word = static_cast<unsigned>(random() % kinds);
    const auto shingles = [](const std::vector<unsigned>& words) {
      std::set<std::vector<unsigned>> found;
      for (std::size_t i = 0; i + 5 <= words.size(); ++i)
        found.emplace(words.begin() + static_cast<std::ptrdiff_t>(i),
                      words.begin() + static_cast<std::ptrdiff_t>(i + 5));
      return found;
    };
    const auto spelled = [](const std::vector<unsigned>& words) {
      std::string out;
      for (const unsigned word : words)
        out.append(word % 3 == 0 ? "conversation" : "w").append(std::to_string(word)).append(1, ' ');
      return out;
    };
    const auto a = shingles(first);
    const auto b = shingles(second);
    const auto common =
        static_cast<double>(std::count_if(a.begin(), a.end(), [&](const auto& x) { return b.contains(x); }));
    const double exact = common / (static_cast<double>(a.size() + b.size()) - common);
    const double error = estimate(spelled(first), spelled(second)) - exact;
    bias += error / rounds;
    square += error * error / rounds;
  }
  // One standard error of 128 independent minima at a similarity of .6 is .043; bins differ a little in size.
  CHECK(std::abs(bias) < 0.01);
  CHECK(std::sqrt(square) < 0.048);
}

TEST_CASE("pairs well above the threshold are found and pairs well below it are not") {
  int above = 0;
  int below = 0;
  for (int round = 0; round < 50; ++round) {
    NearDuplicates found(0.6);
    const std::string name = numbered("r", round).append("x");
    found.add("a", text_signature(name + text(1004, 150, name)));
    above += found.add("b", text_signature(name + text(1004, 150, name + "b"))).has_value();
    NearDuplicates other(0.6);
    other.add("a", text_signature(name + text(1004, 600, name)));
    below += other.add("b", text_signature(name + text(1004, 600, name + "b"))).has_value();
  }
  CHECK(jaccard(1004, 150) > 0.76);
  CHECK(above == 50);
  CHECK(jaccard(1004, 600) < 0.46);
  CHECK(below == 0);
}

TEST_CASE("the most similar earlier document is named, the first of equals") {
  NearDuplicates found;
  const auto signature = text_signature(text(500, 0, "x"));
  CHECK_FALSE(found.add("first", signature));
  CHECK_FALSE(found.add("other", text_signature(text(0, 500, "y"))));
  found.add("near", text_signature(text(500, 40, "z")));
  const auto again = found.add("second", signature);
  REQUIRE(again);
  CHECK(again->id == "first");
  CHECK(again->similarity == 1.0);
  CHECK(found.add("third", signature)->id == "first");
  CHECK(found.add("near again", text_signature(text(500, 41, "z")))->id == "near");
}

TEST_CASE("many documents keep their twins when the tables grow") {
  NearDuplicates found;
  for (int i = 0; i < 2000; ++i)
    CHECK_FALSE(found.add(numbered("d", i), text_signature(text(0, 60, numbered("w", i).append("x")))));
  for (int i = 0; i < 2000; i += 97) {
    const auto twin = found.add("again", text_signature(text(0, 60, numbered("w", i).append("x"))));
    REQUIRE(twin);
    CHECK(twin->id == numbered("d", i));
  }
}

TEST_CASE("twins are those that comparing all documents with all earlier ones gives") {
  constexpr std::size_t rows = 3;
  std::mt19937 random(21);
  NearDuplicates seen;
  std::vector<TextSignature> earlier;
  std::size_t twins = 0;
  for (int i = 0; i < 3000; ++i) {
    TextSignature signature;
    signature.empty = false;
    // Few values, so that bands of strangers agree; some are versions of earlier documents.
    for (std::uint32_t& one : signature.minima) one = static_cast<std::uint32_t>(random() % 12);
    if (!earlier.empty() && i % 3 == 0) {
      const TextSignature& model = earlier[random() % earlier.size()];
      for (std::size_t at = random() % 60; at < signature.minima.size(); ++at) signature.minima[at] = model.minima[at];
    }
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t other = 0; other < earlier.size(); ++other) {
      const auto agrees = [&](std::size_t at) { return earlier[other].minima[at] == signature.minima[at]; };
      bool compared = false;
      std::size_t same = 0;
      for (std::size_t at = 0; at < signature.minima.size(); ++at) {
        same += std::size_t{agrees(at)};
        compared = compared || (at % rows == 0 && at + rows <= signature.minima.size() && agrees(at) &&
                                agrees(at + 1) && agrees(at + 2));
      }
      if (compared && same > most) {
        best = other;
        most = same;
      }
    }
    const auto found = seen.add(std::to_string(i), signature);
    const double similarity = static_cast<double>(most) / static_cast<double>(signature.minima.size());
    REQUIRE(found.has_value() == (similarity >= 0.6));
    if (found) {
      ++twins;
      REQUIRE(found->id == std::to_string(best));
      REQUIRE(found->similarity == doctest::Approx(similarity));
    }
    earlier.push_back(signature);
  }
  CHECK(twins > 500);
}

TEST_CASE("the signature holds the least hashes of the shingles, computed word by word") {
  std::mt19937 random(31);
  for (int round = 0; round < 600; ++round) {
    std::string text = test::random_text(random, 400);
    if (round % 5 == 0) text += " " + std::string(random() % 600, 'Q') + "é x " + text;
    CAPTURE(text);
    const TextSignature signature = text_signature(text);
    const auto minima = plain_minima(text);
    CHECK(signature.empty == (plain_words(text).size() < 5));
    for (std::size_t i = 0; i < minima.size() && !signature.empty; ++i)
      if (minima[i] != 0xFFFFFFFF) REQUIRE(signature.minima[i] == minima[i]);
  }
}
