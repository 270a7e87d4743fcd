// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/codebook.hpp"
#include "topos/codebook/embedded.hpp"
#include "topos/codebook/stored_book.hpp"

namespace topos {
namespace {

std::string_view brought;

}  // namespace

std::string_view built_in_codebook_text() noexcept { return embedded::eastward_codebook(); }

void bring_built_in_codebook(std::string_view stored) noexcept { brought = stored; }

const Codebook& built_in_codebook() {
  // Never destroyed: that would cost the end of each run as much as reading it cost the beginning.
  static const Codebook& book = *new Codebook(brought.empty() ? parse_codebook(built_in_codebook_text(), "(built in)")
                                                              : restore_codebook(brought));
  return book;
}

}  // namespace topos
