// SPDX-License-Identifier: Apache-2.0
#include "topos/report/exports/database.hpp"

#include <sqlite3.h>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/base/shared_library.hpp"
#include "topos/base/temporary_path.hpp"

namespace topos {
namespace {

/// The functions of SQLite that are used.
struct SqliteLibrary {
  decltype(&::sqlite3_open_v2) open = nullptr;
  decltype(&::sqlite3_exec) exec = nullptr;
  decltype(&::sqlite3_errmsg) message = nullptr;
  decltype(&::sqlite3_close) close = nullptr;
};

SqliteLibrary load() {
  const SharedLibrary library("SQLite", {"libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib"},
                              "install it (Debian: libsqlite3-0)");
  SqliteLibrary functions;
  library.find("sqlite3_open_v2", functions.open);
  library.find("sqlite3_exec", functions.exec);
  library.find("sqlite3_errmsg", functions.message);
  library.find("sqlite3_close", functions.close);
  return functions;
}

const SqliteLibrary& sqlite_library() {
  static const SqliteLibrary library = load();
  return library;
}

}  // namespace

std::string sql_text(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "''";
    else if (c == statement_end || c == '\0')
      out += "\xEF\xBF\xBD";
    else
      out += c;
  }
  return out + '\'';
}

struct Database::Impl {
  explicit Impl(const std::string& folder) : file(folder) {
    if (library.open(file.path().c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK) fail();
    // The file is this run's alone: nothing needs to survive a crash.
    exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { library.close(handle); }

  [[noreturn]] void fail() const {
    throw Error(Errc::io, std::string("the database cannot be written: ") + library.message(handle));
  }
  void exec(const std::string& sql) {
    if (library.exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }

  const SqliteLibrary& library = sqlite_library();
  TemporaryPath file;
  sqlite3* handle = nullptr;
  std::string rest;
};

Database::Database(const std::string& folder) : impl_(std::make_unique<Impl>(folder)) {}
Database::~Database() = default;

void Database::run(std::string_view script) {
  for (std::size_t end = script.find(statement_end); end != std::string_view::npos; end = script.find(statement_end)) {
    impl_->rest += script.substr(0, end);
    impl_->exec(impl_->rest);
    impl_->rest.clear();
    script.remove_prefix(end + 1);
  }
  impl_->rest += script;
}

void Database::copy(const std::function<void(std::string_view)>& take) {
  impl_->exec("COMMIT");
  impl_->library.close(impl_->handle);
  impl_->handle = nullptr;
  InputStream file(impl_->file.path());
  std::string buffer(std::size_t{1} << 20, '\0');
  while (const std::size_t size = file.read(buffer.data(), buffer.size())) take(std::string_view(buffer.data(), size));
}

}  // namespace topos
