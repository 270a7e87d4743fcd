// SPDX-License-Identifier: Apache-2.0
// race [--discard] ROUNDS -- COMMAND … -- COMMAND …: runs two commands in turn, A B A B, and prints one line of
// numbers: median processor time, wall time (seconds) and peak memory (MiB) of A, then of B; then median, lower and
// upper quartile of A/B within a round, for processor and wall time. Their output is read and thrown away: grep stops
// at the first match where it goes to /dev/null. With --discard it goes there: a command that prints more than its
// input is long otherwise pays for what the kernel does with that. A status of 2 or more, or a signal, ends the race.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace {

struct Run {
  double cpu = 0;
  double wall = 0;
  double peak = 0;
};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

Run run(const std::vector<char*>& command, bool discard) {
  int output[2] = {};
  if (pipe2(output, O_CLOEXEC) != 0) std::exit(3);
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(nowhere, 0);
    dup2(discard ? nowhere : output[1], 1);
    dup2(nowhere, 2);
    execvp(command.front(), command.data());
    _exit(127);
  }
  close(output[1]);
  static std::vector<char> unread(1 << 16);
  while (read(output[0], unread.data(), unread.size()) > 0) continue;
  close(output[0]);
  int status = 0;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) std::exit(3);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) >= 2) {
    std::fprintf(stderr, "race: %s failed\n", command.front());
    std::exit(3);
  }
  return {seconds(usage.ru_utime) + seconds(usage.ru_stime), wall.count(), static_cast<double>(usage.ru_maxrss) / 1024};
}

/// The value below which a share of the values lies, between neighbours in proportion.
double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const double at = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

std::vector<double> each(const std::vector<Run>& runs, double Run::*field) {
  std::vector<double> values;
  for (const Run& one : runs) values.push_back(one.*field);
  return values;
}

std::vector<double> ratios(const std::vector<Run>& a, const std::vector<Run>& b, double Run::*field) {
  std::vector<double> values;
  for (std::size_t i = 0; i < a.size(); ++i) values.push_back(a[i].*field / std::max(b[i].*field, 1e-6));
  return values;
}

}  // namespace

int main(int count, char** arguments) {
  const bool discard = count > 1 && std::strcmp(arguments[1], "--discard") == 0;
  const int first = discard ? 2 : 1;
  std::vector<std::vector<char*>> commands;
  for (int i = first + 1; i < count; ++i) {
    if (std::strcmp(arguments[i], "--") == 0)
      commands.emplace_back();
    else if (!commands.empty())
      commands.back().push_back(arguments[i]);
  }
  const long rounds = count > first ? std::strtol(arguments[first], nullptr, 10) : 0;
  if (commands.size() != 2 || commands[0].empty() || commands[1].empty() || rounds < 1)
    return std::fputs("usage: race [--discard] ROUNDS -- COMMAND ... -- COMMAND ...\n", stderr), 2;
  for (std::vector<char*>& command : commands) command.push_back(nullptr);
  std::vector<Run> a;
  std::vector<Run> b;
  for (long i = 0; i < rounds; ++i) {
    a.push_back(run(commands[0], discard));
    b.push_back(run(commands[1], discard));
  }
  for (const auto* runs : {&a, &b})
    for (const auto field : {&Run::cpu, &Run::wall, &Run::peak})
      std::printf("%.4f\t", quantile(each(*runs, field), 0.5));
  for (const auto field : {&Run::cpu, &Run::wall}) {
    const std::vector<double> all = ratios(a, b, field);
    std::printf("%.3f\t%.3f\t%.3f%c", quantile(all, 0.5), quantile(all, 0.25), quantile(all, 0.75),
                field == &Run::wall ? '\n' : '\t');
  }
}
