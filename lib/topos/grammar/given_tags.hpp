// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "topos/grammar/sentence_grammar.hpp"
#include "topos/segmentation/segmenter.hpp"
#include "topos/text/given_tokens.hpp"

namespace topos {

/// The tag that a name means: of the Penn Treebank or of TreeTagger's English, marks included. Nothing if it is none.
[[nodiscard]] std::optional<Tag> penn_tag(std::string_view name) noexcept;
/// The tags that a universal part of speech may stand for, the likeliest first; empty if it is none.
[[nodiscard]] std::vector<Tag> universal_tags(std::string_view name);

/// The tags that verticalized text has in a column: the first one behind the words whose values all are tags of the
/// Penn Treebank or of TreeTagger, or all universal parts of speech, but for those left empty ("_").
class GivenTags {
 public:
  /// `given` must outlive this. Cost: linear in its rows.
  explicit GivenTags(const GivenTokens& given);
  /// Whether there is such a column.
  [[nodiscard]] bool any() const noexcept { return kind_ != Kind::none; }
  /// Puts the tags of the file in the place of those of `words`. Universal parts of speech leave a tag that they may
  /// stand for as it is. Words that are a part of a token keep theirs, as those do whose token has no tag.
  /// Domain: `sentence` is one of `cut`, and its tokens are given ones.
  void put(std::string_view text, const Segmentation& cut, const Sentence& sentence,
           std::vector<GrammarWord>& words) const;

 private:
  enum class Kind : unsigned char { none, penn, universal };
  [[nodiscard]] std::string_view name_of(std::size_t token) const noexcept;

  const GivenTokens& given_;
  std::size_t column_ = 0;
  Kind kind_ = Kind::none;
};

}  // namespace topos
