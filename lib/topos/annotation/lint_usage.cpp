// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "topos/annotation/book_usage.hpp"

namespace topos {
namespace {

constexpr std::uint64_t fewest_hits = 5;  // W05: a share of fewer says nothing

/// Reports on one language.
class Report {
 public:
  Report(const std::string& language, const LanguageUsage& usage, const UsageRules& rules, Findings& findings)
      : language_(language), usage_(usage), rules_(rules), findings_(findings) {}

  void code(const Code& code, const CodeLanguage& side) {
    for (const Pattern& mask : side.masks)
      if (usage_.touched.count(mask.id) == 0)
        findings_.warning("idle_mask", code.id,
                          "the mask '" + printable(mask.source) + "' touched no match in " + texts(), mask.where,
                          rules_.corpus ? "" : "add a counterexample that it rejects");
    const auto total = usage_.codes.find(code.id);
    for (const Pattern& pattern : side.patterns) {
      const auto found = usage_.hits.find(pattern.id);
      const std::uint64_t hits = found == usage_.hits.end() ? 0 : found->second;
      ++patterns_;
      if (hits == 0) ++dead_;
      if (hits == 0 && rules_.coverage)
        findings_.warning("no_hits", code.id,
                          "the pattern '" + printable(pattern.source) + "' has no hit in " + texts(), pattern.where);
      if (rules_.corpus && side.patterns.size() > 1 && total != usage_.codes.end() && total->second >= fewest_hits &&
          2 * hits > total->second)
        findings_.warning("W05", code.id,
                          "the pattern '" + printable(pattern.source) + "' gives " + std::to_string(hits) + " of " +
                              std::to_string(total->second) + " hits in " + texts(),
                          pattern.where, "read them: the code hangs on one wording");
      if (rules_.corpus) guards(code, pattern);
    }
  }

  void finish(const Codebook& book) {
    if (!rules_.corpus || 2 * dead_ <= patterns_) return;
    findings_.warning(
        "W20", {}, std::to_string(dead_) + " of " + std::to_string(patterns_) + " patterns have no hit in " + texts(),
        {book.path, 0, 0}, "the codebook may not fit this corpus; --coverage lists them");
  }

 private:
  /// "the texts in 'en'"
  [[nodiscard]] std::string texts() const {
    return std::string(rules_.corpus ? "the texts" : "the examples") + " in '" + language_ + '\'';
  }

  [[nodiscard]] bool occurs(const Guard::Target& target) const {
    if (target.reference.empty()) return usage_.phrases.count(phrase_text(target)) != 0;
    return std::any_of(usage_.codes.begin(), usage_.codes.end(),
                       [&](const auto& code) { return is_or_below(code.first, target.reference); });
  }

  void guards(const Code& code, const Pattern& pattern) {
    for (const Guard& guard : pattern.guards)
      for (const Guard::Entry& entry : guard.entries)
        for (const Guard::Target& target : entry.targets)
          if (!occurs(target))
            findings_.warning("idle_guard", code.id,
                              "the guard target '" +
                                  printable(target.reference.empty() ? phrase_text(target) : '@' + target.reference) +
                                  "' does not occur in " + texts(),
                              pattern.where);
  }

  const std::string& language_;
  const LanguageUsage& usage_;
  const UsageRules& rules_;
  Findings& findings_;
  std::uint64_t patterns_ = 0;
  std::uint64_t dead_ = 0;
};

}  // namespace

void lint_usage(const Codebook& book, const UsageCounter& usage, const UsageRules& rules, Findings& findings) {
  for (const auto& [language, counts] : usage.languages()) {
    Report report(language, counts, rules, findings);
    for (const Code& code : book.codes) {
      const auto side = code.languages.find(language);
      if (side != code.languages.end()) report.code(code, side->second);
    }
    report.finish(book);
  }
}

}  // namespace topos
