// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "options/partial.hpp"
#include "parser.hpp"
#include "program.hpp"
#include "session.hpp"
#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

struct Merge {
  std::vector<std::string> paths;
  bool partial = false;
  OutputGroup output;

  Status run() const {
    output.refuse_inputs(paths);
    PartialReader parts(paths.empty() ? std::vector<std::string>{"-"} : paths, temporary_folder());
    if (partial) return write_together(parts);
    return run_command(parts);
  }

  /// The command of the parts runs again with its own arguments, so that a merged result is made by what makes any
  /// other.
  Status run_command(PartialReader& parts) const {
    const std::vector<std::string>& arguments = parts.head().provenance.arguments;
    const auto damaged = [] {
      return Error(Errc::stream, "the parts name no command line that makes partial results");
    };
    if (arguments.empty()) throw damaged();
    const Declared declared = cli::declare(find_command(arguments.front()));
    const std::vector<OptionSpec>& options = declared.spec().options;
    if (std::none_of(options.begin(), options.end(),
                     [](const OptionSpec& option) { return option.name() == "--partial"; }))
      throw damaged();
    std::vector<std::string> words(arguments.begin() + 1, arguments.end());
    if (!output.path.empty()) words.push_back("--output=" + output.path);
    if (!output.format.empty()) words.push_back("--format=" + output.format);
    if (output.digits >= 0) words.push_back("--digits=" + std::to_string(output.digits));
    if (output.provenance) words.emplace_back("--provenance");
    const Parsed parsed = parse(declared.spec(), std::move(words));
    if (!parsed.help) set_invocation(*parsed.command);
    // What is no option of the result, such as an input or an output, is not taken from a file.
    if (invocation() != arguments) throw damaged();
    parts_to_merge() = &parts;
    const Status status = declared.run();
    parts_to_merge() = nullptr;
    return status;
  }

  /// Parts of parts: documents stay what they are.
  Status write_together(PartialReader& parts) const {
    PartialWriter together(temporary_folder());
    parts.each_line([&](const PartialDocument& document, std::string_view line) { together.add(document, line); });
    write_part(output, parts.head(), together);
    const auto& corpora = parts.head().corpora;
    return std::any_of(corpora.begin(), corpora.end(), [](const auto& one) { return one.failures > 0; }) ? 2 : 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Merge>();
  options.operands(command->paths, "FILE", "Partial result to add; - or nothing is standard input");
  command->output.declare(options);
  options.flag("--partial", command->partial, "Write one partial result of all, and no table");
  return [command] { return command->run(); };
}

}  // namespace

const Command merge_command{.name = "merge",
                            .group = "Corpus and codebook",
                            .summary = "Add up what runs with --partial made of the parts of a corpus",
                            .examples =
                                "topos merge part1.jsonl part2.jsonl\n"
                                "topos merge parts/*.jsonl --format csv -o counts.csv",
                            .declare = declare};

}  // namespace topos::cli
