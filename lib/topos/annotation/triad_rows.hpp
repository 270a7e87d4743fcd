// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "topos/annotation/annotator.hpp"
#include "topos/annotation/parsed_sentences.hpp"
#include "topos/annotation/query.hpp"
#include "topos/annotation/triad_decisions.hpp"

namespace topos {

/// One triad as it is shown and counted.
struct TriadRow {
  std::string id;
  std::uint32_t sentence = 0;           ///< in the whole document, from 1
  std::uint32_t analysis_sentence = 0;  ///< in the analysis text, from 1; 0 outside it
  std::uint32_t line = 0;               ///< from 1
  ByteSpan span;
  std::uint32_t group = 0;   ///< number in DocumentTriads::groups
  std::uint32_t clause = 0;  ///< rows of one verb or noun share it
  std::string source;        ///< code; empty: nobody is named, or no actor
  std::string action;        ///< code of its class; empty: none
  std::string quad;          ///< of that code in the codebook
  std::string verb;
  std::string target;
  bool symmetric = false;
  bool negated = false;
  int polarity = 0;  ///< 1 for cooperation, −1 for conflict, turned round where it is denied; 0: neither
  std::string_view modality;
  std::string_view rule;
  std::string_view confidence;
  std::string roles;  ///< words: agent_deleted, source_possessor, target_phrase …
  std::string text;
  std::string sentence_text;
  std::string coder;     ///< who decided about it; empty: nobody
  bool machine = true;   ///< found by the machine as it is
  bool kept = true;      ///< not dropped by people
  bool decided = false;  ///< people decided about it

  [[nodiscard]] bool joins_actors() const noexcept { return !source.empty() && !target.empty(); }
};

/// What a document says of who acts on whom.
struct DocumentTriads {
  std::string document;
  std::string language;   ///< primary subtag
  bool supported = true;  ///< there is a grammar for the language
  bool selected = false;
  std::vector<std::vector<std::string>> groups;  ///< values of --by
  ParsedSentences::Aligned aligned;              ///< with an outside parser's analyses
  std::vector<TriadRow> rows;  ///< in text order; where people recoded one, its machine's row stands behind it

  [[nodiscard]] bool shows() const noexcept { return !rows.empty(); }
};

/// What triads are made of.
struct TriadOptions {
  CodeSelection actors;
  CodeSelection classes;                    ///< everything: also triads without a class
  bool by_class = false;                    ///< classes is a choice
  bool complete = false;                    ///< only those with both ends
  const ParsedSentences* parsed = nullptr;  ///< an outside parser's analyses, in the place of ours where they fit
};

/// Makes the rows of documents. Shared by workers.
class TriadReader {
 public:
  /// `books`: those that say to what quad a class belongs; `decisions`: null if there are none. All must outlive it.
  TriadReader(const Query& query, TriadOptions options, const std::vector<const Codebook*>& books,
              const TriadDecisions* decisions);
  /// Domain: the annotator has cut the document last.
  [[nodiscard]] DocumentTriads read(const AnnotatedDocument& annotated, Annotator& annotator) const;

 private:
  [[nodiscard]] bool is_actor(const Hit& hit) const;
  void decide(TriadRow& row, std::vector<TriadRow>& rows) const;
  [[nodiscard]] bool wants(const TriadRow& row) const;
  void set_class(TriadRow& row, std::string_view code) const;

  const Query& query_;
  TriadOptions options_;
  std::map<std::string, std::string, std::less<>> quads_;  ///< by code
  const TriadDecisions* decisions_;
};

}  // namespace topos
