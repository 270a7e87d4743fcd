// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "topos/codebook/codebook.hpp"

namespace topos {

/// A pattern or mask as it is to be written.
struct DraftEntry {
  std::string match;
  std::map<std::string, std::vector<std::string>> guards;  ///< by key: "near", "not_left" …
  double weight = 1;
  Negation negation = Negation::keep;
  bool case_sensitive = false;
  std::vector<std::string> regions;
  std::string id;  ///< name given by hand; empty: numbered
  friend bool operator==(const DraftEntry&, const DraftEntry&) = default;
};

/// What a code has in one language.
struct DraftLanguage {
  std::vector<DraftEntry> patterns;
  std::vector<DraftEntry> masks;
  std::vector<std::string> examples;
  std::vector<std::string> counterexamples;
};

/// A code as it is to be written; the texts are those of Code.
struct DraftCode {
  std::string id;
  std::string label;
  std::string dimension;
  std::string definition;
  std::string include;
  std::string exclude;
  std::string note;
  std::string layer;
  std::string group;
  std::string quad;
  bool main = false;
  std::int64_t priority = 0;
  std::map<std::string, DraftLanguage> languages;
};

/// A codebook as it is to be written: texts only, nothing is parsed or checked.
struct BookDraft {
  std::string id;
  std::string version = "0.1.0";
  std::string title;
  std::vector<std::string> languages;
  std::vector<std::string> draft_languages;
  std::vector<std::pair<std::string, std::string>> macros;
  std::vector<DraftCode> codes;
};

/// The draft as the TOML of topos-codebook(5). Loading it and drafting that book gives the draft again.
[[nodiscard]] std::string book_text(const BookDraft& draft);

/// A book as a draft; what its files include is part of it.
[[nodiscard]] BookDraft draft_of(const Codebook& book);

}  // namespace topos
