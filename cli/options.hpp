// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace topos::cli {

/// The options of one command. Commands declare on it and see no other parser; parser.cpp is the only file that knows
/// CLI11. `names` is as on the command line: "-o,--output". `value` is the name the help shows: "FILE". A target keeps
/// its default until the option is given; it must outlive parsing (commands hold theirs in a shared_ptr).
class Options {
 public:
  virtual ~Options() = default;
  /// Starts a titled group in the help; the options declared after it belong to it.
  virtual void section(std::string_view title) = 0;
  virtual void flag(std::string_view names, bool& target, std::string_view help) = 0;
  virtual void text(std::string_view names, std::string& target, std::string_view value, std::string_view help) = 0;
  /// May be given several times.
  virtual void list(std::string_view names, std::vector<std::string>& target, std::string_view value,
                    std::string_view help) = 0;
  /// A list whose values may be a number and one of `units`, as one word or as two: '--per 100 sentences'.
  virtual void list_with_unit(std::string_view names, std::vector<std::string>& target, std::string_view value,
                              std::vector<std::string> units, std::string_view help) = 0;
  /// A whole number in [least, most]; another one is a usage error that names the range.
  virtual void number(std::string_view names, std::int64_t& target, std::int64_t least, std::int64_t most,
                      std::string_view help) = 0;
  /// A number in [least, most]; another one, or a NaN, is a usage error that names the range.
  virtual void real(std::string_view names, double& target, double least, double most, std::string_view help) = 0;
  /// One of `choices`; another one is a usage error that suggests the nearest.
  virtual void choice(std::string_view names, std::string& target, std::vector<std::string> choices,
                      std::string_view help) = 0;
  /// The operands, any number of them.
  virtual void operands(std::vector<std::string>& target, std::string_view value, std::string_view help) = 0;
  /// A subcommand of this command (`codebook lint`); returns where its options go and sets `chosen` to its name if it
  /// is the one typed.
  virtual Options& subcommand(std::string_view name, std::string_view summary, std::string& chosen) = 0;
};

}  // namespace topos::cli
