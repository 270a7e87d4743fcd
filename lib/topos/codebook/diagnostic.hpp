// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "topos/base/error.hpp"

namespace topos {

/// One thing that is wrong with a codebook, or looks wrong.
struct Diagnostic {
  enum class Severity : std::uint8_t { error, warning };
  Severity severity = Severity::error;
  Errc errc = Errc::codebook;  ///< of an error
  std::string rule;            ///< of a warning: a name such as "unused_macro"; of an error: its slug
  std::string code;            ///< id of the code, or empty
  std::string message;
  Location where;
  std::string hint;
};

/// Collects what is wrong; holds on to the first 10000.
class Findings {
 public:
  void error(Errc errc, std::string code, std::string message, Location where, std::string hint = {}) {
    add({Diagnostic::Severity::error, errc, std::string(slug(errc)), std::move(code), std::move(message),
         std::move(where), std::move(hint)});
  }
  void error(const Error& problem, std::string code) {
    error(problem.code(), std::move(code), problem.message(), problem.where(), problem.hint());
  }
  void warning(std::string_view rule, std::string code, std::string message, Location where, std::string hint = {}) {
    add({Diagnostic::Severity::warning, Errc::codebook, std::string(rule), std::move(code), std::move(message),
         std::move(where), std::move(hint)});
  }
  [[nodiscard]] const std::vector<Diagnostic>& all() const noexcept { return all_; }
  [[nodiscard]] std::vector<Diagnostic>& all() noexcept { return all_; }

 private:
  void add(Diagnostic diagnostic) {
    if (all_.size() < 10000) all_.push_back(std::move(diagnostic));
  }
  std::vector<Diagnostic> all_;
};

}  // namespace topos
