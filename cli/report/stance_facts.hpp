// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "report/self_mention.hpp"
#include "topos/annotation/annotator.hpp"
#include "topos/annotation/query_run.hpp"
#include "topos/report/table.hpp"

namespace topos::cli {

/// What one document says without codes: who is left out, what is quoted, and what the war is called.
struct StanceFacts {
  std::uint64_t passives = 0;  ///< finite ones, in the text that counts
  std::uint64_t agentless = 0;
  struct Form {
    std::uint64_t n = 0;
    std::uint64_t agentless = 0;
  };
  std::map<std::string, Form> forms;            ///< passives of any form
  Table list;                                   ///< of these
  std::map<std::string, std::uint64_t> quotes;  ///< by kind; empty: no rule for the language applies
  std::map<std::string, std::uint64_t> names;   ///< wordings of nomination.war, in small letters
  SelfMentions self;
};

/// Domain: the annotator has cut the document last.
[[nodiscard]] StanceFacts stance_facts(const AnnotatedDocument& annotated, Annotator& annotator, QueryRun& run);

}  // namespace topos::cli
