// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace topos {

/// Ends each statement of the scripts that a Database runs. It cannot be part of a text: sql_text replaces it.
inline constexpr char statement_end = '\x1E';

/// `text` as a literal of SQL.
[[nodiscard]] std::string sql_text(std::string_view text);

/// An SQLite database in a temporary file. SQLite is loaded for it.
class Database {
 public:
  /// Errors: Errc::missing, if SQLite is not installed; Errc::io, if no file can be made in `folder`.
  explicit Database(const std::string& folder);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  /// Runs the statements that end in `script`; what is left waits for more. Errors: Errc::io.
  void run(std::string_view script);
  /// Closes the database and hands its bytes out in pieces. Errors: Errc::io.
  void copy(const std::function<void(std::string_view)>& take);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
