// SPDX-License-Identifier: Apache-2.0
#include "process.hpp"

#include <csignal>

#include "topos/base/io.hpp"

namespace topos::cli {
namespace {

extern "C" void end_by_signal(int number) {
  remove_temporary_files();
  // SA_RESETHAND has put the default action back: the status tells the shell which signal it was.
  ::raise(number);
}

}  // namespace

void prepare_process() {
  reserve_standard_descriptors();
  ::signal(SIGPIPE, SIG_IGN);
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
