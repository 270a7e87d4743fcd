// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/given_tags.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace topos {
namespace {

/// The value of a column of a row, from 0; nothing if the row has fewer.
std::optional<std::string_view> value_at(std::string_view row, std::size_t column) noexcept {
  row = row.substr(0, row.find('\n'));
  if (row.ends_with('\r')) row.remove_suffix(1);
  for (; column > 0; --column) {
    const std::size_t tab = row.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    row.remove_prefix(tab + 1);
  }
  return row.substr(0, row.find('\t'));
}

bool is_empty(std::string_view name) noexcept { return name.empty() || name == "_"; }

/// TreeTagger has tags of their own for the verbs be, have and do; names that the Penn Treebank has, too, mean the
/// same.
std::optional<Tag> verb_tag(std::string_view name) noexcept {
  if (name.size() < 2 || name.size() > 3 || name[0] != 'V' || std::string_view("VBHD").find(name[1]) == name.npos)
    return std::nullopt;
  switch (name.size() == 2 ? ' ' : name[2]) {
    case ' ':
      return Tag::vb;
    case 'D':
      return Tag::vbd;
    case 'G':
      return Tag::vbg;
    case 'N':
      return Tag::vbn;
    case 'P':
      return Tag::vbp;
    case 'Z':
      return Tag::vbz;
    default:
      return std::nullopt;
  }
}

bool has_ending(std::string_view word, std::string_view ending) noexcept {
  return word.size() > ending.size() + 1 && word.ends_with(ending);
}

/// The one of the tags that the word looks like, the first if it looks like none.
Tag nearest(const std::vector<Tag>& tags, std::string_view word) noexcept {
  const auto may_be = [&](Tag tag) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); };
  if (may_be(Tag::vbg) && has_ending(word, "ing")) return Tag::vbg;
  if (may_be(Tag::vbd) && has_ending(word, "ed")) return Tag::vbd;
  if (may_be(Tag::vbz) && has_ending(word, "s")) return Tag::vbz;
  if (may_be(Tag::nns) && has_ending(word, "s")) return Tag::nns;
  if (may_be(Tag::nnps) && has_ending(word, "s") && !has_ending(word, "ss")) return Tag::nnp;
  return tags.front();
}

}  // namespace

std::optional<Tag> penn_tag(std::string_view name) noexcept {
  static constexpr std::pair<std::string_view, Tag> others[] = {
      {"PRP$", Tag::prp},   {"WP$", Tag::wp},     {"PP", Tag::prp},     {"PP$", Tag::prp},    {"PPZ", Tag::prp},
      {"NP", Tag::nnp},     {"NPS", Tag::nnps},   {"IN/that", Tag::in}, {"LS", Tag::cd},      {"AFX", Tag::jj},
      {"ADD", Tag::fw},     {"GW", Tag::fw},      {"XX", Tag::fw},      {"SYM", Tag::punc},   {"HYPH", Tag::punc},
      {"NFP", Tag::punc},   {"SENT", Tag::punc},  {"-LRB-", Tag::punc}, {"-RRB-", Tag::punc}, {"-LSB-", Tag::punc},
      {"-RSB-", Tag::punc}, {"-LCB-", Tag::punc}, {"-RCB-", Tag::punc}};
  for (const auto& [other, tag] : others)
    if (other == name) return tag;
  if (const std::optional<Tag> verb = verb_tag(name)) return verb;
  if (name.empty() || name == "PUNC" || name == "OF") return std::nullopt;
  if (name.find_first_not_of(".,:;`'\"()[]{}$#-!?") == name.npos) return Tag::punc;
  std::string lower;
  for (const char c : name) {
    if (c < 'A' || c > 'Z') return std::nullopt;
    lower += static_cast<char>(c + 32);
  }
  return tag_named(lower);
}

std::vector<Tag> universal_tags(std::string_view name) {
  if (name == "NOUN") return {Tag::nn, Tag::nns};
  if (name == "PROPN") return {Tag::nnp, Tag::nnps};
  if (name == "VERB") return {Tag::vb, Tag::vbd, Tag::vbn, Tag::vbg, Tag::vbz, Tag::vbp};
  if (name == "AUX") return {Tag::vbp, Tag::vbd, Tag::vbn, Tag::vbg, Tag::vbz, Tag::vb, Tag::md};
  if (name == "PRON") return {Tag::prp, Tag::wp, Tag::wdt, Tag::ex, Tag::dt, Tag::in};
  if (name == "ADJ") return {Tag::jj, Tag::jjr, Tag::jjs, Tag::cd};
  if (name == "ADV") return {Tag::rb, Tag::rbr, Tag::rbs, Tag::wrb, Tag::rp};
  if (name == "DET") return {Tag::dt, Tag::pdt, Tag::wdt};
  if (name == "ADP") return {Tag::in, Tag::of, Tag::to, Tag::rp};
  if (name == "SCONJ") return {Tag::in, Tag::wrb};
  if (name == "CCONJ" || name == "CONJ") return {Tag::cc};
  if (name == "NUM") return {Tag::cd};
  if (name == "PART") return {Tag::to, Tag::pos, Tag::rb};
  if (name == "PUNCT" || name == "SYM") return {Tag::punc};
  if (name == "INTJ") return {Tag::uh};
  if (name == "X") return {Tag::fw};
  return {};
}

GivenTags::GivenTags(const GivenTokens& given) : given_(given) {
  if (given.form != GivenTokens::Form::vrt || given.row_ends.empty()) return;
  for (std::size_t column = 1; value_at(given.rows_of(0), column); ++column) {
    bool penn = true;
    bool universal = true;
    bool any = false;
    for (std::size_t token = 0; token < given.row_ends.size() && (penn || universal); ++token) {
      const std::optional<std::string_view> name = value_at(given.rows_of(token), column);
      if (!name) penn = universal = false;
      if (!name || is_empty(*name)) continue;
      any = true;
      penn = penn && penn_tag(*name);
      universal = universal && !universal_tags(*name).empty();
    }
    if (!any || (!penn && !universal)) continue;
    column_ = column;
    kind_ = penn ? Kind::penn : Kind::universal;
    return;
  }
}

std::string_view GivenTags::name_of(std::size_t token) const noexcept {
  return value_at(given_.rows_of(token), column_).value_or(std::string_view());
}

void GivenTags::put(std::string_view text, const Segmentation& cut, const Sentence& sentence,
                    std::vector<GrammarWord>& words) const {
  const std::size_t first = given_.first_from(sentence.span.begin);
  for (std::size_t i = 0; i < words.size(); ++i) {
    GrammarWord& word = words[i];
    const bool is_part = word.part != 0 || (i + 1 < words.size() && words[i + 1].part != 0);
    if (is_part || word.tokens.size() != 1) continue;
    const std::string_view name = name_of(first + word.tokens.begin - sentence.tokens.begin);
    if (is_empty(name)) continue;
    const Token& token = cut.tokens[word.tokens.begin];
    const std::string_view form = text.substr(token.begin, token.end - token.begin);
    if (kind_ == Kind::penn) {
      // "of" and "to" are tags of their own here.
      const Tag tag = penn_tag(name).value_or(word.tag);
      const bool own = tag == Tag::in && (word.tag == Tag::of || word.tag == Tag::to);
      if (!own) word.tag = tag;
      continue;
    }
    const std::vector<Tag> tags = universal_tags(name);
    if (std::find(tags.begin(), tags.end(), word.tag) == tags.end()) word.tag = nearest(tags, form);
  }
}

}  // namespace topos
