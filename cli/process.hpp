// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace topos::cli {

/// Readies the process: descriptors 0 to 2 are taken, SIGPIPE is an error of write(2), and SIGHUP, SIGINT and SIGTERM
/// remove temporary files before they end the program.
void prepare_process();

}  // namespace topos::cli
