// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "topos/base/hash.hpp"
#include "topos/base/io.hpp"

namespace topos {
namespace {

constexpr std::size_t largest_book = 8 << 20;
constexpr std::size_t deepest_include = 32;

Error too_large(const std::string& path, std::size_t limit) {
  return Error(Errc::too_large,
               "the codebook is too big: more than " + std::to_string(limit >> 20) + " MiB with its included files",
               {path, 0, 0});
}

/// The elements of `[table] include` that are strings, with their places.
std::vector<const TomlValue*> included(const TomlValue& root, std::string_view table) {
  std::vector<const TomlValue*> found;
  const TomlMember* head = root.find(table);
  const TomlMember* list = head == nullptr ? nullptr : head->value.find("include");
  if (list == nullptr) return found;
  for (const TomlValue& item : list->value.items) {
    if (item.is(TomlValue::Kind::string)) found.push_back(&item);
  }
  return found;
}

class Reader {
 public:
  Reader(std::string_view table, Findings& findings) : table_(table), findings_(findings) {}

  /// Reads `path`, what it includes, and then puts the file itself behind them; returns its bytes.
  std::string book(const std::string& path) {
    std::string bytes = InputStream(path).read_all(largest_book);
    read_bytes_ = bytes.size();
    take(path, bytes);
    return bytes;
  }

  Sources sources;
  std::string included_bytes;

 private:
  void take(const std::string& path, std::string_view bytes) {
    std::optional<TomlValue> root;
    try {
      root = parse_toml(bytes, path);
    } catch (const Error& problem) {
      findings_.error(problem, {});
      return;
    }
    open_.push_back(identity(path));
    for (const TomlValue* item : included(*root, table_)) include(*item, path);
    open_.pop_back();
    sources.files.push_back({path, std::move(*root)});
  }

  static std::string identity(const std::string& path) {
    std::error_code ignored;
    const auto canonical = std::filesystem::weakly_canonical(path, ignored);
    return ignored ? path : canonical.string();
  }

  void include(const TomlValue& item, const std::string& from) {
    const Location where{from, item.line, item.column};
    const std::filesystem::path relative(item.text);
    if (item.text.empty() || relative.is_absolute() || item.text.find('\0') != std::string::npos) {
      return findings_.error(Errc::codebook, {}, "an included file is named relative to the file that includes it",
                             where);
    }
    const std::string path = (std::filesystem::path(from).parent_path() / relative).string();
    const std::string self = identity(path);
    if (std::find(open_.begin(), open_.end(), self) != open_.end()) {
      return findings_.error(Errc::codebook, {},
                             "the file '" + printable(item.text) + "' includes itself, directly or through others",
                             where);
    }
    if (!seen_.insert(self).second) return;
    if (open_.size() == deepest_include)
      return findings_.error(Errc::codebook, {}, "files are included too deeply: more than 32 levels", where);
    std::error_code problem;
    if (!std::filesystem::is_regular_file(path, problem)) {
      return findings_.error(Errc::missing, {}, "cannot open the included file '" + printable(item.text) + "'", where);
    }
    read(path, where);
  }

  void read(const std::string& path, const Location& where) {
    try {
      const std::string bytes = InputStream(path).read_all(largest_book);
      read_bytes_ += bytes.size();
      if (read_bytes_ > largest_book) throw too_large(path, largest_book);
      take(path, bytes);
      included_bytes += bytes;
    } catch (const Error& error) {
      findings_.error(error.code(), {}, "cannot read the included file '" + printable(path) + "'", where);
    }
  }

  std::string_view table_;
  Findings& findings_;
  std::vector<std::string> open_;
  std::set<std::string> seen_;
  std::size_t read_bytes_ = 0;
};

}  // namespace

Sources read_sources(const std::string& path, std::string_view table, Findings& findings) {
  Reader reader(table, findings);
  const std::string bytes = reader.book(path);
  reader.sources.checksum = sha256(bytes + reader.included_bytes);
  return std::move(reader.sources);
}

Sources sources_in_memory(std::string_view text, const std::string& path, std::string_view table, Findings& findings) {
  Sources sources;
  sources.checksum = sha256(text);
  if (text.size() > largest_book) throw too_large(path, largest_book);
  try {
    sources.files.push_back({path, parse_toml(text, path)});
  } catch (const Error& problem) {
    findings.error(problem, {});
    return sources;
  }
  for (const TomlValue* item : included(sources.files.front().root, table)) {
    findings.error(Errc::codebook, {}, "a codebook in memory cannot include files", {path, item->line, item->column});
  }
  return sources;
}

bool is_claims_file(const Sources& sources) {
  return !sources.files.empty() &&
         (sources.files.back().root.find("claims") != nullptr || sources.files.back().root.find("claim") != nullptr);
}

bool is_case_file(const Sources& sources) {
  return !sources.files.empty() &&
         (sources.files.back().root.find("cases") != nullptr || sources.files.back().root.find("case") != nullptr);
}

}  // namespace topos
