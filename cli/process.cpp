// SPDX-License-Identifier: Apache-2.0
#include "process.hpp"

#include <csignal>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "topos/base/io.hpp"

namespace topos::cli {
namespace {

extern "C" void end_by_signal(int number) {
  remove_temporary_files();
  // SA_RESETHAND has put the default action back: the status tells the shell which signal it was.
  ::raise(number);
}

/// Large lists go back to the system as soon as they are given back: left to itself, malloc keeps them once it has seen
/// one of their size, and a giant document would take a tenth more memory. What documents of usual size use again and
/// again is kept.
void give_back_large_memory() {
#if defined(__GLIBC__)
  ::mallopt(M_MMAP_THRESHOLD, 2 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 16 << 20);
#endif
}

}  // namespace

void prepare_process() {
  give_back_large_memory();
  reserve_standard_descriptors();
  // Both are errors of writing then, which are told and leave nothing half done.
  for (const int number : {SIGPIPE, SIGXFSZ}) ::signal(number, SIG_IGN);
  for (const int number : {SIGHUP, SIGINT, SIGTERM}) {
    struct sigaction old {};
    ::sigaction(number, nullptr, &old);
    // What nohup or a shell script chose to ignore stays ignored.
    if (old.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = end_by_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
  }
}

}  // namespace topos::cli
