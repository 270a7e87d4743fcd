// SPDX-License-Identifier: Apache-2.0
// make_patterns N FILE: N different runs of one to five words that occur in a text, one a line, in the lengths that
// codebooks have: 48 % single words, 36 % of two, 16 % of more.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <unordered_set>

#include "pieces.hpp"

int main(int count, char** arguments) {
  using topos::bench::Piece;
  if (count != 3) return std::cerr << "usage: make_patterns N FILE\n", 2;
  const std::size_t wanted = std::strtoull(arguments[1], nullptr, 10);
  std::ifstream in(arguments[2], std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::vector<Piece> pieces = topos::bench::pieces(text.substr(0, 5'000'000));
  topos::bench::Random random(1);
  std::unordered_set<std::string> known;
  for (std::size_t tries = 0; known.size() < wanted && tries < 100 * wanted + 1000; ++tries) {
    const double size = random.real();
    const std::size_t words = size < 0.48 ? 1 : size < 0.84 ? 2 : 3 + random.below(3);
    const std::size_t begin = random.below(pieces.size());
    if (begin + 2 * words > pieces.size()) continue;
    std::string pattern;
    bool whole = true;
    for (std::size_t i = begin; i < begin + 2 * words - 1; ++i) {
      whole =
          whole && (pieces[i].word ? (i - begin) % 2 == 0 && pieces[i].text.find_first_of("'\xE2") == std::string::npos
                                   : pieces[i].text == " ");
      pattern += pieces[i].text;
    }
    if (whole && pattern.size() > 2 && known.insert(pattern).second) std::cout << pattern << '\n';
  }
  return known.size() == wanted ? 0 : 1;
}
