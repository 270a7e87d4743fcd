// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace topos::cli {

/// One option as a command declared it.
struct OptionSpec {
  enum class Kind : std::uint8_t { flag, text, list, number, choice };
  Kind kind = Kind::flag;
  std::string section;
  std::string short_name;  ///< "-o", or empty
  std::string long_name;   ///< "--output", or empty
  std::string value;       ///< "FILE"; empty for a flag
  std::string help;
  std::string initial;  ///< the default as help shows it; empty: none to show
  std::vector<std::string> choices;
  std::vector<std::string> units;  ///< words that may follow a number given to it
  /// Puts what was given into the command's target. Errors: Errc::usage.
  std::function<void(const std::vector<std::string>& values)> store;
  std::vector<std::string> given;  ///< the values of this run, after parsing

  /// "--output", or "-o" if it has no long name.
  [[nodiscard]] const std::string& name() const noexcept { return long_name.empty() ? short_name : long_name; }
};

/// A command, or a subcommand of one, as declared: what the parser, help, completion and the convention tests walk
/// over.
struct CommandSpec {
  std::string name;  ///< as typed after "topos": "count", "codebook lint"
  std::string summary;
  std::string examples;
  std::vector<OptionSpec> options;
  std::string operand;  ///< "FILE"; empty if it takes none
  std::string operand_help;
  std::vector<std::string>* operand_target = nullptr;
  std::vector<CommandSpec*> subcommands;
  std::function<void()> choose;  ///< tells the parent that this subcommand was typed

  /// "lint" of "codebook lint".
  [[nodiscard]] std::string own_name() const { return name.substr(name.rfind(' ') + 1); }
};

/// Takes down what a command declares.
class Declaration final : public Options {
 public:
  Declaration(std::string name, std::string_view summary, std::string_view examples);
  void section(std::string_view title) override;
  void flag(std::string_view names, bool& target, std::string_view help) override;
  void text(std::string_view names, std::string& target, std::string_view value, std::string_view help) override;
  void list(std::string_view names, std::vector<std::string>& target, std::string_view value,
            std::string_view help) override;
  void list_with_unit(std::string_view names, std::vector<std::string>& target, std::string_view value,
                      std::vector<std::string> units, std::string_view help) override;
  void number(std::string_view names, std::int64_t& target, std::int64_t least, std::int64_t most,
              std::string_view help) override;
  void real(std::string_view names, double& target, double least, double most, std::string_view help) override;
  void choice(std::string_view names, std::string& target, std::vector<std::string> choices,
              std::string_view help) override;
  void operands(std::vector<std::string>& target, std::string_view value, std::string_view help) override;
  Options& subcommand(std::string_view name, std::string_view summary, std::string& chosen) override;
  [[nodiscard]] CommandSpec& spec() noexcept { return spec_; }

 private:
  OptionSpec& add(OptionSpec::Kind kind, std::string_view names, std::string_view value, std::string_view help);

  CommandSpec spec_;
  std::string section_ = "Options";
  std::vector<std::unique_ptr<Declaration>> subcommands_;
};

}  // namespace topos::cli
