// SPDX-License-Identifier: Apache-2.0
#include "warnings.hpp"

namespace topos::cli {

std::string_view warning_text(std::string_view id) noexcept {
#define TOPOS_WARNING(name, text) \
  if (id == #name) return text;
#include "warnings.def"
#undef TOPOS_WARNING
  return {};
}

}  // namespace topos::cli
