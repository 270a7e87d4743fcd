// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/codebook/book_draft.hpp"
#include "topos/codebook/formats/term_reader.hpp"
#include "topos/codebook/loss.hpp"

namespace topos {

/// Makes codes of the categories of another program's dictionary: ids from their names, one below the other, and
/// patterns of their terms.
class DraftBuilder {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// `language`: primary subtag of all terms.
  DraftBuilder(const std::string& language, Losses& losses)
      : language_(language), losses_(losses), terms_(language, losses) {}

  /// The category called `name` below `parent`, which may be none; the same one if it has been named before.
  /// Errors: Errc::codebook, if categories nest too deeply.
  std::size_t category(std::size_t parent, std::string_view name, std::size_t line);
  /// Adds a term; one that the category has already is a loss. Nothing for a blank one.
  void term(std::size_t category, std::string_view term, const TermStyle& style, std::size_t line, double weight = 1);
  void pattern(std::size_t category, DraftEntry entry, std::size_t line);
  void mask(std::size_t category, DraftEntry entry);
  /// What the category says about itself.
  void define(std::size_t category, std::string_view definition);

  void lose(Loss::Fate fate, std::string construct, std::size_t category, std::string_view text, std::string note,
            std::size_t line);
  [[nodiscard]] TermReader& terms() noexcept { return terms_; }
  [[nodiscard]] const DraftCode& code(std::size_t category) const { return codes_[category].code; }
  [[nodiscard]] std::size_t parent(std::size_t category) const { return codes_[category].parent; }
  [[nodiscard]] std::size_t size() const noexcept { return codes_.size(); }

  /// The draft, parents before what lies below them. Errors: Errc::codebook, if there is no category.
  [[nodiscard]] BookDraft finish(const std::string& id, const std::string& path);

 private:
  struct Category {
    DraftCode code;
    std::size_t parent = none;
    std::size_t depth = 0;
    std::map<std::string, std::size_t, std::less<>> children;  // by name
    std::set<std::string> parts;                               // last parts of their ids
    std::set<std::string> matches;                             // of patterns, to find repeated ones
  };

  Category& owner(std::size_t category) { return category == none ? root_ : codes_[category]; }
  DraftLanguage& side(std::size_t category) { return codes_[category].code.languages[language_]; }

  std::string language_;
  Losses& losses_;
  TermReader terms_;
  Category root_;
  std::vector<Category> codes_;
};

/// A name as the last part of an id: small letters of ASCII, digits and low lines; empty if nothing can be made of it.
[[nodiscard]] std::string id_part(std::string_view name);

}  // namespace topos
