// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <thread>

#include "command.hpp"
#include "options/output.hpp"
#include "program.hpp"
#include "terminal.hpp"
#include "topos/base/error.hpp"
#include "topos/report/versions.hpp"

namespace topos::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : printable(value);
}

std::string limit_text(int resource) {
  rlimit limit{};
  if (::getrlimit(static_cast<__rlimit_resource_t>(resource), &limit) != 0) return "unknown";
  return limit.rlim_cur == RLIM_INFINITY ? "unlimited" : std::to_string(limit.rlim_cur);
}

std::string memory_text() {
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  const long size = ::sysconf(_SC_PAGESIZE);
  if (pages < 0 || size < 0) return "unknown";
  return std::to_string((static_cast<long long>(pages) * size) >> 20) + " MiB";
}

/// `relative` beside the program as it is installed, if it is there.
std::string installed(const std::string& relative) {
  std::string program(4096, '\0');
  const ssize_t size = ::readlink("/proc/self/exe", program.data(), program.size());
  if (size <= 0) return "not found";
  program.resize(static_cast<std::size_t>(size));
  for (int level = 0; level < 2; ++level) program.resize(std::min(program.rfind('/'), program.size()));
  const std::string path = program + "/share/topos/" + relative;
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? printable(path) : "not installed";
}

std::string helper(const std::string& name) {
  for (const std::string folder : {"/usr/local/bin/", "/usr/bin/", "/bin/"})
    if (::access((folder + name).c_str(), X_OK) == 0) return folder + name;
  return "not found";
}

Table examine() {
  Table table{{{"item"}, {"value"}}, {}};
  const auto add = [&](const std::string& item, const std::string& value) { table.rows.push_back({item, value}); };
  for (const auto& [name, version] : library_versions()) add(name, version);
  add("commands", std::to_string(commands().size()));
  for (const char* name : {"LANG", "LC_ALL", "TERM", "NO_COLOR", "COLUMNS", "TMPDIR"}) add(name, environment(name));
  add("standard output",
      is_terminal(1) ? "terminal, " + std::to_string(terminal_width(1)) + " columns" : "no terminal");
  add("processors", std::to_string(std::thread::hardware_concurrency()));
  add("memory", memory_text());
  add("memory limit (bytes)", limit_text(RLIMIT_AS));
  add("open files limit", limit_text(RLIMIT_NOFILE));
  add("sample corpus", installed("corpus"));
  add("codebooks", installed("codebooks"));
  for (const char* name : {"pdftotext", "man", "less"}) add(std::string("helper ") + name, helper(name));
  return table;
}

Run declare_doctor(Options& options) {
  auto output = std::make_shared<OutputGroup>();
  output->declare(options);
  return [output] {
    write_table(*output, run_provenance(), examine());
    return 0;
  };
}

}  // namespace

const Command doctor_command{.name = "doctor",
                             .group = "Program",
                             .summary = "show versions, limits and helpers, for bug reports",
                             .examples = "topos doctor\ntopos doctor --format json",
                             .declare = declare_doctor};

}  // namespace topos::cli
