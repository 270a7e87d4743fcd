// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/codebook.hpp"
#include "topos/codebook/embedded.hpp"

namespace topos {

std::string_view built_in_codebook_text() noexcept { return embedded::eastward_codebook(); }

const Codebook& built_in_codebook() {
  static const Codebook book = parse_codebook(built_in_codebook_text(), "(built in)");
  return book;
}

}  // namespace topos
