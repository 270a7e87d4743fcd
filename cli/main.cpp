// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "help.hpp"
#include "messages.hpp"
#include "parser.hpp"
#include "process.hpp"
#include "program.hpp"
#include "stored_codebook.hpp"
#include "terminal.hpp"
#include "topos/base/error.hpp"
#include "topos/base/io.hpp"
#include "topos/codebook/codebook.hpp"

namespace topos::cli {
namespace {

constexpr Status done = 0;
constexpr Status failed = 2;

Status print(const std::string& text) {
  OutputStream out;
  out.write(text);
  out.close();
  return done;
}

Status run_program(const std::vector<std::string>& words) {
  if (words.empty()) {
    say(short_help());
    return failed;
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h") return print(overview_text(terminal_width(1)));
  if (first == "--version" || first == "-V") return print(version_text());
  if (first.size() > 1 && first.front() == '-')
    throw Error(Errc::usage, "a command comes before options such as '" + printable(first) + "'", {},
                "'topos help' lists the commands");
  const Declared declared = declare(find_command(first));
  const Parsed parsed = parse(declared.spec(), {words.begin() + 1, words.end()});
  if (parsed.help) return print(help_text(*parsed.command, terminal_width(1)));
  set_invocation(*parsed.command);
  return declared.run();
}

}  // namespace
}  // namespace topos::cli

int main(int argc, char** argv) {
  using namespace topos::cli;
  try {
    prepare_process();
    topos::bring_built_in_codebook(topos::embedded::stored_codebook());
    return run_program({argv + (argc > 0 ? 1 : 0), argv + argc});
  } catch (const topos::ClosedPipe&) {
    return done;
  } catch (const topos::Error& error) {
    fail(error);
  } catch (const std::bad_alloc&) {
    fail(topos::Error(topos::Errc::memory, "out of memory"));
  } catch (const std::exception& error) {
    fail(std::string("internal fault: ") + topos::printable(error.what()));
  }
  return failed;
}
