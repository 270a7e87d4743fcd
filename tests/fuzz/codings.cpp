// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as codings of brat, WebAnno TSV or a REFI-QDA project: a table of spans comes of them, or an error
// with a message.
#include "coding/foreign_codings.hpp"

#include <algorithm>
#include <filesystem>

#include "law.hpp"
#include "topos/base/error.hpp"
#include "topos/base/io.hpp"

namespace {

/// Beside it lies the text that brat's places refer to.
const std::string& annotations() {
  static const std::string path = [] {
    const std::string stem = (std::filesystem::temp_directory_path() / "topos-fuzz-codings").string();
    topos::OutputStream out(stem + ".txt");
    out.write("Ships sail at night, naïve as they are.\n");
    out.close();
    return stem + ".ann";
  }();
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const char* const names[] = {"brat", "x.tsv", "x.qdpx"};
  const topos::fuzz::Chosen input = topos::fuzz::choose(names, topos::fuzz::bytes_of(data, size));
  const bool brat = input.choice == names[0];
  try {
    const std::string table = topos::cli::codings_table(brat ? annotations() : input.choice, input.rest);
    if (!brat && table == input.rest) return 0;
    LAW(table.starts_with("document\tbegin\tend\tcoder\tcode\n"));
    std::string_view rest = table;
    while (!rest.empty()) {
      const std::string_view row = rest.substr(0, rest.find('\n'));
      LAW(std::count(row.begin(), row.end(), '\t') == 4);
      rest.remove_prefix(row.size() + 1);
    }
  } catch (const topos::Error& error) {
    LAW(!error.message().empty());
  }
  return 0;
}
