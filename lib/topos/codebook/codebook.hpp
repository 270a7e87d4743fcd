// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "topos/base/error.hpp"
#include "topos/codebook/pattern.hpp"
#include "topos/text/document.hpp"

namespace topos {

/// What a negated hit of a code or pattern becomes (grammar.md 10.1).
enum class Negation : std::uint8_t { keep, drop, flip };

/// A guard: the surroundings that a match needs or must not have (grammar.md 5).
struct Guard {
  enum class Kind : std::uint8_t { near, not_near, left, right, not_left, not_right };
  enum class Scope : std::uint8_t { words, sentence, sentences, paragraph, document };
  /// One target of a near guard, or one entry of a left or right guard.
  struct Target {
    std::string reference;    ///< code id of an "@id" target; empty for words
    std::vector<Word> words;  ///< the phrase in text order; empty for a reference
  };
  /// One entry of the array; a near entry may name several targets.
  struct Entry {
    std::vector<Target> targets;
    Scope scope = Scope::sentence;
    std::uint32_t distance = 0;  ///< words for Scope::words, sentences for Scope::sentences
    std::string source;          ///< as written
  };
  Kind kind = Kind::near;
  std::vector<Entry> entries;
};

/// One entry of `patterns.LANG` or `masks.LANG`.
struct Pattern {
  std::string id;      ///< "code#en.1", "code#en.x1" for a mask, or "code#name"
  std::string source;  ///< the pattern string as written
  Location where;
  Node root;  ///< macros expanded; words not yet folded
  std::vector<Guard> guards;
  double weight = 1;
  Negation negation = Negation::keep;
  std::optional<RegionSet> regions;  ///< the pattern runs only there
  bool case_sensitive = false;       ///< the key `case`: every word as if written with "="
  bool refers_to_itself = false;     ///< a near or not_near target is exactly the code's own id
};

/// One sentence that a code must hit (example) or must not hit (counterexample).
struct Example {
  std::string text;
  Location where;
};

/// What a code has in one language.
struct CodeLanguage {
  std::vector<Pattern> patterns;
  std::vector<Pattern> masks;
  std::vector<Example> examples;
  std::vector<Example> counterexamples;
};

/// What a code has by primary subtag; "" is any language. Of a stored book it is read when it is first asked for.
/// Several threads may read one.
class CodeLanguages {
 public:
  using Map = std::map<std::string, CodeLanguage, std::less<>>;

  [[nodiscard]] Map::const_iterator find(std::string_view language) const;
  [[nodiscard]] Map::const_iterator begin() const;
  [[nodiscard]] Map::const_iterator end() const noexcept { return map_.end(); }
  [[nodiscard]] std::size_t size() const noexcept { return map_.size(); }
  /// Domain: there is that language.
  [[nodiscard]] const CodeLanguage& at(std::string_view language) const { return find(language)->second; }
  [[nodiscard]] CodeLanguage& operator[](const std::string& language);
  /// Whether there is a pattern in any language.
  [[nodiscard]] bool have_patterns() const;
  /// Adds a language that is to be read from its stored form, which must outlive this and its copies.
  void defer(const std::string& language, bool has_patterns, std::string_view stored);

 private:
  struct Deferred {
    Map::key_type language;
    bool has_patterns;
    std::string_view stored;
  };
  void read_all() const;

  mutable Map map_;  ///< a deferred language has an empty place there
  mutable std::vector<Deferred> deferred_;
};

/// One code: a frame, an actor, a metaphor …
struct Code {
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
  bool borrowed = false;  ///< of the book that claims were written for: it serves them and is not shown
  std::int64_t priority = 0;
  Location where;
  CodeLanguages languages;
};

/// A macro as defined.
struct MacroDefinition {
  std::string name;
  std::string value;
  Location where;
};

/// A codebook as loaded: checked against every rule that grammar.md calls an error, not yet compiled for a language.
struct Codebook {
  std::string id;
  std::string version;
  std::string title;
  std::vector<std::string> languages;
  std::vector<std::string> draft_languages;  ///< `status = 'draft'`: not validated by native coders (W13)
  std::vector<Code> codes;                   ///< in file order, included files first
  std::vector<MacroDefinition> macros;       ///< by name
  std::vector<std::string> unused_macros;    ///< for lint
  std::string checksum;                      ///< lower-case hex SHA-256 of the file's bytes followed by its includes'
  std::string path;                          ///< "(built in)" for the one inside the program

  /// Index of the code called `id`, or nothing.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const noexcept;
};

/// Whether `id` is `ancestor` or lies below it: "actor.org" covers "actor.org.asean".
[[nodiscard]] bool is_or_below(std::string_view id, std::string_view ancestor) noexcept;

/// Whether a glob such as "frame.*" selects `id`; `*` crosses dots.
[[nodiscard]] bool glob_matches(std::string_view glob, std::string_view id) noexcept;

/// Loads and checks a codebook file with its includes.
/// Errors: Errc::missing; Errc::codebook and Errc::pattern with file, line and column. The first error found in reading
/// order.
[[nodiscard]] Codebook load_codebook(const std::string& path);

/// The same for a codebook held in memory; `path` names it in messages; `include` is refused.
[[nodiscard]] Codebook parse_codebook(std::string_view toml, const std::string& path);

/// The built-in codebook.
[[nodiscard]] const Codebook& built_in_codebook();
/// Gives it in its stored form, which built_in_codebook() then reads instead of its TOML. To be called before it, if at
/// all; `stored` is a constant of the program.
void bring_built_in_codebook(std::string_view stored) noexcept;
/// Its TOML text.
[[nodiscard]] std::string_view built_in_codebook_text() noexcept;

/// A codebook of `-e` patterns: each a code of its own whose id is the pattern string as typed, in single quotes if a
/// reference would mean it. They stand under the language key "" and are valid in every language. Patterns with "@id"
/// refer to codes of `base`, whose codes then come first; `base` may be null. Errors: Errc::pattern at "-e", with the
/// number of the expression as line and the column in it.
[[nodiscard]] Codebook expression_codebook(const std::vector<std::string>& expressions, const Codebook* base);

}  // namespace topos
