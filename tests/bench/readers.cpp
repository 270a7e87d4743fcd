// SPDX-License-Identifier: Apache-2.0
// topos_bench_readers FILE…: for each format among the files, MB/s of making text of them and of the least that any
// reader of the format has to do: parsing HTML, unpacking and parsing XML, running pdftotext, else finding the line
// ends. The best of five rounds on one thread. To build and run it:
//   cmake --build build/release --target topos_bench_readers
//   build/release/tests/bench/topos_bench_readers pages/*.html papers/*.pdf corpus.conllu …
// Formats are told by the endings of names: unpack what is packed. Figures are in log/DATE-readers.txt.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "topos/base/child_process.hpp"
#include "topos/base/error.hpp"
#include "topos/base/xml.hpp"
#include "topos/text/byte_source.hpp"
#include "topos/text/compression.hpp"
#include "topos/text/html/tree.hpp"
#include "topos/text/open_input.hpp"
#include "topos/text/structured_text.hpp"

namespace {

struct File {
  std::string path;
  std::string bytes;
};
using Files = std::vector<File>;

class NoHandler final : public topos::XmlHandler {
 public:
  void start(std::string_view, const topos::XmlAttributes&) override {}
  void end(std::string_view) override {}
  void text(std::string_view piece) override { size += piece.size(); }
  std::size_t size = 0;
};

std::string ending(std::string_view path) { return std::string(path.substr(std::min(path.rfind('.'), path.size()))); }

/// Bytes of text that the program's own reader makes.
std::size_t read(const File& file) {
  static const auto options = std::make_shared<const topos::InputOptions>();
  const auto ignore = [](const topos::Error&) {};
  std::size_t size = 0;
  const auto reader = topos::open_input(topos::memory_bytes(file.bytes), {options, "x", file.path, ignore, {}});
  while (auto raw = reader->next())
    size += raw->structure == nullptr ? raw->bytes.size()
                                      : raw->structure(std::move(raw->bytes), *options, file.path, {}).text.size();
  return size;
}

std::size_t parse_xml_of(std::string_view bytes) {
  NoHandler handler;
  topos::parse_xml(bytes, "x", handler);
  return handler.size;
}

std::size_t unpack(const File& file) {
  std::size_t size = 0;
  topos::ArchiveEntries entries(topos::memory_bytes(file.bytes), file.path, {});
  while (const auto name = entries.next())
    if (const std::string part = entries.read(); ending(*name) == ".xml" || ending(*name).starts_with(".xht"))
      size += parse_xml_of(part);
  return size;
}

std::size_t run_pdftotext(const File& file) {
  return topos::run_child(topos::system_program("pdftotext"), {"-bbox-layout", topos::child_input, "-"}, file.bytes, {})
      .output.size();
}

std::size_t find_lines(const File& file) {
  return static_cast<std::size_t>(std::count(file.bytes.begin(), file.bytes.end(), '\n'));
}

std::size_t parse_html(const File& file) { return topos::HtmlTree(file.bytes).size(); }
std::size_t parse_tei(const File& file) { return parse_xml_of(file.bytes); }

struct Bare {
  const char* name;
  std::size_t (*work)(const File& file);
};

Bare bare_of(const std::string& end) {
  if (end == ".html" || end == ".htm") return {"tree", parse_html};
  if (end == ".docx" || end == ".odt" || end == ".epub") return {"libarchive, libxml2", unpack};
  if (end == ".xml" || end == ".tei") return {"libxml2", parse_tei};
  if (end == ".pdf") return {"pdftotext", run_pdftotext};
  return {"line ends", find_lines};
}

template <typename Work>
double best_rate(const Files& files, double megabytes, Work work) {
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    for (const File& file : files) work(file);
    best = std::max(best, megabytes / std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  return best;
}

}  // namespace

int main(int count, char** arguments) {
  std::map<std::string, Files> formats;
  for (int i = 1; i < count; ++i) {
    File file{arguments[i], topos::read_all(*topos::file_bytes(arguments[i]), arguments[i])};
    try {
      (void)bare_of(ending(file.path)).work(file);
      if (read(file) > 0) formats[ending(file.path)].push_back(std::move(file));
    } catch (const topos::Error& error) {
      std::fprintf(stderr, "left out: %s: %s\n", arguments[i], error.message().c_str());
    }
  }
  std::size_t made = 0;
  std::puts("format\tfiles\tMB\treader MB/s\tbare MB/s\tbare");
  for (const auto& [end, files] : formats) {
    double megabytes = 0;
    for (const File& file : files) megabytes += static_cast<double>(file.bytes.size()) / 1e6;
    const Bare bare = bare_of(end);
    const double reader = best_rate(files, megabytes, [&](const File& file) { made += read(file); });
    const double least = best_rate(files, megabytes, [&](const File& file) { made += bare.work(file); });
    std::printf("%s\t%zu\t%.1f\t%.1f\t%.1f\t%s\n", end.c_str() + 1, files.size(), megabytes, reader, least, bare.name);
  }
  return made == 0 ? 1 : 0;
}
