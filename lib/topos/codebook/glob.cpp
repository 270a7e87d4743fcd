// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "topos/codebook/shape.hpp"

namespace topos {

bool covers(std::u32string_view wide, std::u32string_view narrow) {
  std::size_t at = 0;
  std::size_t in = 0;
  std::size_t run = Glob::npos;
  std::size_t resume = 0;
  while (in < narrow.size()) {
    const bool fits = at < wide.size() && wide[at] != glob_run && narrow[in] != glob_run &&
                      (wide[at] == narrow[in] || wide[at] == glob_one);
    if (at < wide.size() && wide[at] == glob_run) {
      run = at++;
      resume = in;
    } else if (fits) {
      ++at;
      ++in;
    } else if (run != Glob::npos) {
      at = run + 1;
      in = ++resume;
    } else {
      return false;
    }
  }
  return std::all_of(wide.begin() + static_cast<std::ptrdiff_t>(at), wide.end(),
                     [](char32_t c) { return c == glob_run; });
}

bool may_meet(std::u32string_view a, std::u32string_view b) {
  // meet[j]: the first i symbols of `a` and the first j of `b` have a string in common.
  std::vector<char> meet(b.size() + 1);
  std::vector<char> last(b.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      const bool run_a = i > 0 && a[i - 1] == glob_run;
      const bool run_b = j > 0 && b[j - 1] == glob_run;
      bool found = i == 0 && j == 0;
      if (run_a) found = found || last[j] || (j > 0 && meet[j - 1]);
      if (run_b) found = found || meet[j - 1] || (i > 0 && last[j]);
      if (i > 0 && j > 0 && !run_a && !run_b) {
        const bool same = a[i - 1] == b[j - 1] || a[i - 1] == glob_one || b[j - 1] == glob_one;
        found = found || (same && last[j - 1]);
      }
      meet[j] = found;
    }
    std::swap(meet, last);
  }
  return last[b.size()] != 0;
}

}  // namespace topos
