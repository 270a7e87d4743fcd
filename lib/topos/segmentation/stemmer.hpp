// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace topos {

/// Cuts words of one language down to their stems by Snowball's rules. libstemmer is loaded when the first stemmer is
/// made. Not thread-safe: one for each thread and language.
class Stemmer {
 public:
  /// `language`: primary subtag.   Errors: Errc::missing, if there is no libstemmer.
  explicit Stemmer(const std::string& language);
  Stemmer(Stemmer&& other) noexcept;
  Stemmer& operator=(Stemmer&& other) noexcept;
  ~Stemmer();

  /// Whether Snowball has rules for the language. Else words are their own stems.
  [[nodiscard]] bool has_rules() const noexcept { return rules_ != nullptr; }
  /// The stem of a folded word. The view lives until the next call.   Errors: Errc::memory.
  [[nodiscard]] std::string_view stem(std::string_view word) const;

 private:
  struct sb_stemmer* rules_ = nullptr;
};

}  // namespace topos
