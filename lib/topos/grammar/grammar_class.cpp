// SPDX-License-Identifier: Apache-2.0
#include "topos/grammar/grammar_class.hpp"

#include "topos/grammar/embedded.hpp"

namespace topos {

GrammarClasses english_classes(std::string_view word) noexcept {
  GrammarClasses classes;
  int shift = 0;
  for (const char byte : embedded::english_classes().find(word)) {
    classes.bits |= std::uint64_t{static_cast<unsigned char>(byte)} << shift;
    shift += 8;
  }
  return classes;
}

}  // namespace topos
