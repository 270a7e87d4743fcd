// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "topos/text/utf8.hpp"

namespace topos {

/// Turns text of one encoding into UTF-8, in pieces; what cannot be read becomes U+FFFD and is counted.
class Converter {
 public:
  /// `name` as ICU knows it ("windows-1251", "UTF-16LE"). Errors: Errc::usage, if it does not.
  explicit Converter(const std::string& name);
  Converter(Converter&&) noexcept;
  Converter& operator=(Converter&&) noexcept;
  ~Converter();

  /// Appends `bytes` in UTF-8 to `out`. `last` says that nothing follows.
  void convert(std::string_view bytes, bool last, std::string& out);
  /// What could not be read so far; offsets count the bytes given to `convert`.
  [[nodiscard]] const Utf8Count& count() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
