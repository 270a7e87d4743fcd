// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "report/section.hpp"
#include "report/sentence_list.hpp"
#include "report/shares.hpp"
#include "topos/annotation/query.hpp"

namespace topos::cli {

/// Words of the first person in one document's text that counts: we, us, our; I, me, my. English alone.
struct SelfMentions {
  static constexpr std::size_t persons = 2;  ///< we, I
  std::uint64_t words = 0;                   ///< in which they were looked for; 0: another language
  std::array<std::uint64_t, persons> n{};
  std::array<std::uint64_t, persons> quoted{};  ///< inside quotation marks
  Table list;
};

/// Domain: the annotator has cut the document last. `quotes`: spans in quotation marks.
[[nodiscard]] SelfMentions self_mentions(const AnnotatedDocument& annotated, const Segmentation& cut,
                                         const QueryParts& parts, std::span<const ByteSpan> quotes);

/// How often texts speak of themselves or their authors.
class SelfMentionBlocks {
 public:
  SelfMentionBlocks(const ReportContext& context, std::vector<std::string> by);
  void add(const GroupKey& group, const std::string& document, const std::string& cluster, const SelfMentions& one);
  /// A table, its figure where there are few groups, and sentences; nothing where there are no such words.
  void write(ReportSection& out);
  void write_file(OutputFolder& folder) { sentences_.write_file(folder); }

 private:
  struct Group {
    std::array<Shares, SelfMentions::persons> shares;
    std::array<std::uint64_t, SelfMentions::persons> quoted{};
  };
  [[nodiscard]] Estimate rate(const GroupKey& key, const Shares& share) const;
  void write_statements(ReportSection& out) const;
  [[nodiscard]] Figure figure() const;
  [[nodiscard]] ReportTable table() const;

  const ReportContext& context_;
  std::vector<std::string> by_;
  std::map<GroupKey, Group> groups_;
  SentenceList sentences_;
};

}  // namespace topos::cli
