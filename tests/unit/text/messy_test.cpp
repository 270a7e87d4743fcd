// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <sstream>

#include "scratch.hpp"
#include "topos/text/encoding.hpp"

using namespace topos;
using namespace topos::test;
namespace fs = std::filesystem;

namespace {

const fs::path folder = TOPOS_SOURCE_DIR "/../shared/messy/encodings";

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string without_mark(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

}  // namespace

TEST_CASE("files in many encodings are read right, or with a note, or refused by name") {
  if (!fs::exists(folder / "expected_utf8")) return;
  std::size_t right = 0;
  std::size_t refused = 0;
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder / "expected_utf8")) {
    const std::string name = entry.path().stem().string();
    CAPTURE(name);
    ++files;
    Strings notes;
    try {
      const std::string text =
          decode_text(slurp(folder / name), {}, name, [&](const std::string& note) { notes.push_back(note); });
      const bool same = without_mark(text) == without_mark(slurp(entry.path()));
      right += same;
      CHECK((same || !notes.empty()));
    } catch (const Error& error) {
      ++refused;
      CHECK(error.code() == Errc::encoding);
      CHECK(error.message().starts_with("encoding unclear"));
    }
  }
  // Two differ on purpose or by the maps' dialect: ASCII with two bad bytes, and one character of EUC-JP.
  CHECK(files - right - refused <= 2);
  CHECK(right >= files * 3 / 4);
}
