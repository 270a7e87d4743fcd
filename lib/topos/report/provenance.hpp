// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topos {

/// What one needs to know to make a result again. It holds nothing that differs between equal runs: no date, no host,
/// no paths.
struct Provenance {
  struct Book {
    std::string id;
    std::string version;
    std::string checksum;
  };
  std::string version;      ///< of topos
  std::int64_t schema = 1;  ///< of the record stream and the tables
  std::vector<Book> codebooks;
  std::string tokenizer;  ///< tokenizer_id(); empty if nothing was cut into words
  std::string icu;
  std::string unicode;
  std::optional<std::uint64_t> seed;   ///< where chance played a part
  std::string decisions;               ///< SHA-256 of the table of people's decisions; empty if there is none
  std::vector<std::string> coders;     ///< who decided
  std::vector<std::string> arguments;  ///< command and options that can change a result, normalised
};

/// A Provenance of this version and these libraries, the rest empty.
[[nodiscard]] Provenance current_provenance();

/// One JSON object on one line, without a newline at its end.
[[nodiscard]] std::string to_json(const Provenance& provenance);

}  // namespace topos
