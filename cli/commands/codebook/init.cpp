// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <memory>
#include <string>
#include <vector>

#include "commands/codebook/subcommand.hpp"
#include "messages.hpp"
#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/codebook/starter.hpp"

namespace topos::cli {
namespace {

struct Init {
  std::vector<std::string> paths;
  std::string id = "mine";
  std::string language = "en";

  Status run() {
    if (paths.size() > 1) throw Error(Errc::usage, "one file at a time, not " + std::to_string(paths.size()));
    const std::string path = paths.empty() ? id + ".toml" : paths.front();
    const std::string text = codebook_starter(id, language);
    if (path != "-" && ::access(path.c_str(), F_OK) == 0)
      throw Error(Errc::usage, "the file is there already", {path}, "name another one; nothing is overwritten");
    OutputStream out(path);
    out.write(text);
    out.close();
    if (path != "-") note("wrote " + printable(path) + "; next: topos codebook lint " + printable(path));
    return 0;
  }
};

Run declare(Options& options) {
  auto command = std::make_shared<Init>();
  options.operands(command->paths, "FILE", "File to write; ID.toml if none is named, - for standard output");
  options.text("--id", command->id, "ID", "Id of the codebook");
  options.text("--language", command->language, "TAG", "Language of its patterns");
  options.flag("-q,--quiet", message_settings().quiet, "No notes");
  return [command] { return command->run(); };
}

}  // namespace

const CodebookSubcommand codebook_init{"init", "Write a commented codebook to begin with", declare};

}  // namespace topos::cli
