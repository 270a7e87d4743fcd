// SPDX-License-Identifier: Apache-2.0
#include "topos/codebook/regex_check.hpp"

#include <re2/re2.h>

namespace topos {
namespace {

constexpr std::size_t longest_regex = 4096;
constexpr int largest_program = 10000;

RegexFault refused(std::string_view regex, const RE2& compiled) {
  RegexFault fault;
  fault.reason = "the regex does not compile: " + compiled.error();
  const std::string& part = compiled.error_arg();
  const std::size_t at = part.empty() ? std::string_view::npos : regex.find(part);
  fault.offset = at == std::string_view::npos ? 0 : at;
  const bool looks_around = part.starts_with("(?") && compiled.error_code() == RE2::ErrorBadPerlOp;
  const bool refers_back = compiled.error_code() == RE2::ErrorBadEscape && part.size() >= 2 &&
                           ((part[1] >= '0' && part[1] <= '9') || part[1] == 'k');
  if (looks_around || refers_back) {
    fault.reason += refers_back ? "; RE2 has no look-around and no back-references" : "; RE2 has no look-around";
    fault.hint = "use the keys left, right, not_left, not_right of the pattern";
  }
  return fault;
}

}  // namespace

std::optional<RegexFault> regex_fault(std::string_view regex) {
  if (regex.size() > longest_regex) return RegexFault{"the regex is too big: more than 4096 bytes", {}, 0};
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(regex_memory);
  options.set_longest_match(true);
  const RE2 compiled(re2::StringPiece(regex.data(), regex.size()), options);
  if (!compiled.ok()) return refused(regex, compiled);
  if (compiled.ProgramSize() > largest_program || compiled.ReverseProgramSize() > largest_program) {
    return RegexFault{"the regex is too big: its program has more than 10000 instructions",
                      "use smaller repetition counts", 0};
  }
  if (RE2::FullMatch("", compiled))
    return RegexFault{"the regex matches the empty string", "let it take at least one character", 0};
  return std::nullopt;
}

}  // namespace topos
