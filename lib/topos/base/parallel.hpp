// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace topos {

/// Runs `produce` → `work` → `consume` with `jobs` workers; results reach `consume` in the order of production.
///
/// `produce()` returns std::optional<Item>, nothing at the end; it runs on one thread at a time, under a lock.
/// `work(worker, Item)` returns a Result; `worker` counts from 0, so that each can keep scratch space of its own.
/// `consume(Result)` runs on one thread at a time, in order; it returns false to stop early.
/// The first exception of any of the three ends the run and is rethrown once all threads have stopped.
/// At most `2 * jobs` items are in flight. If threads cannot be made, fewer are used; the result is the same.
template <class Item, class Result, class Produce, class Work, class Consume>
void ordered_parallel(std::size_t jobs, Produce&& produce, Work&& work, Consume&& consume) {
  if (jobs <= 1) {
    while (std::optional<Item> item = produce())
      if (!consume(work(std::size_t{0}, std::move(*item)))) return;
    return;
  }
  std::mutex produce_lock;
  std::mutex lock;
  std::condition_variable changed;
  std::map<std::size_t, Result> waiting;
  std::size_t produced = 0;
  std::size_t next = 0;
  bool draining = false;
  bool done = false;
  std::exception_ptr failure;
  std::atomic<bool> stop{false};
  const std::size_t limit = 2 * jobs;

  const auto fail = [&] {
    const std::lock_guard guard(lock);
    if (!failure) failure = std::current_exception();
    stop = true;
    changed.notify_all();
  };
  const auto run = [&](std::size_t worker) {
    try {
      while (!stop) {
        std::optional<Item> item;
        std::size_t number = 0;
        {
          const std::lock_guard producing(produce_lock);
          {
            std::unique_lock guard(lock);
            changed.wait(guard, [&] { return stop || done || produced - next < limit; });
            if (stop || done) return;
          }
          item = produce();
          const std::lock_guard guard(lock);
          if (!item) {
            done = true;
            changed.notify_all();
            return;
          }
          number = produced++;
        }
        Result result = work(worker, std::move(*item));
        std::unique_lock guard(lock);
        waiting.emplace(number, std::move(result));
        if (draining) continue;
        // One worker at a time hands over what is due; the others go on working.
        draining = true;
        for (auto due = waiting.find(next); due != waiting.end() && !stop; due = waiting.find(next)) {
          Result ready = std::move(due->second);
          waiting.erase(due);
          guard.unlock();
          const bool go_on = consume(std::move(ready));
          guard.lock();
          ++next;
          if (!go_on) stop = true;
          changed.notify_all();
        }
        draining = false;
      }
    } catch (...) {
      fail();
    }
  };

  std::vector<std::jthread> threads;
  for (std::size_t worker = 1; worker < jobs; ++worker) {
    try {
      threads.emplace_back(run, worker);
    } catch (const std::system_error&) {
      break;
    }
  }
  run(0);
  threads.clear();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace topos
