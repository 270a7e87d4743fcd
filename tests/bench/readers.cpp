// SPDX-License-Identifier: Apache-2.0
// topos_bench_readers FILE…: MB/s of making text of web pages, and of the parsing in that; the best of five rounds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "topos/text/byte_source.hpp"
#include "topos/text/html/page_text.hpp"
#include "topos/text/html/tree.hpp"

namespace {

template <typename Work>
double best_rate(const std::vector<std::string>& pages, Work work) {
  double bytes = 0;
  for (const std::string& page : pages) bytes += static_cast<double>(page.size());
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    for (const std::string& page : pages) work(page);
    best =
        std::max(best, bytes / 1e6 / std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> pages;
  for (int i = 1; i < count; ++i) {
    const auto source = topos::file_bytes(arguments[i]);
    pages.push_back(topos::read_all(*source, arguments[i]));
  }
  std::size_t made = 0;
  std::printf("parse\t%.0f MB/s\n",
              best_rate(pages, [&](const std::string& page) { made += topos::HtmlTree(page).size(); }));
  std::printf("main\t%.0f MB/s\n", best_rate(pages, [&](const std::string& page) {
                made += topos::read_html_page(page, false).text.size();
              }));
  std::printf("all\t%.0f MB/s\n", best_rate(pages, [&](const std::string& page) {
                made += topos::read_html_page(page, true).text.size();
              }));
  return made == 0 ? 1 : 0;
}
