// SPDX-License-Identifier: Apache-2.0
#include "options/run.hpp"

#include <algorithm>
#include <thread>

#include "topos/base/error.hpp"

namespace topos::cli {
namespace {

constexpr std::int64_t most_jobs = 256;

}  // namespace

void RunGroup::declare(Options& options) {
  options.section("Run");
  options.number("-j,--jobs", jobs_given, 1, most_jobs, "Threads; as many as there are processors if not given");
  options.flag("--fail-fast", fail_fast, "Stop at the first input that fails");
  options.flag("--drop-duplicates", drop_duplicates, "Leave out near-duplicates of earlier documents");
  options.flag("--no-duplicate-check", no_duplicate_check, "Do not look for near-duplicates");
}

std::size_t RunGroup::jobs() const {
  if (drop_duplicates && no_duplicate_check)
    throw Error(Errc::usage, "--drop-duplicates and --no-duplicate-check contradict each other");
  if (jobs_given > 0) return static_cast<std::size_t>(jobs_given);
  return std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace topos::cli
