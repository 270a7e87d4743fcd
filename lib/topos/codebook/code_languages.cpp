// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <mutex>

#include "topos/codebook/codebook.hpp"
#include "topos/codebook/stored_book.hpp"

namespace topos {
namespace {

/// One for all: a language of a code is read once, and compiling is what asks for it.
std::mutex& reading() {
  static std::mutex lock;
  return lock;
}

}  // namespace

CodeLanguages::Map::const_iterator CodeLanguages::find(std::string_view language) const {
  const auto found = map_.find(language);
  if (found == map_.end()) return found;
  const std::lock_guard guard(reading());
  const auto waits =
      std::find_if(deferred_.begin(), deferred_.end(), [&](const Deferred& one) { return one.language == language; });
  if (waits != deferred_.end()) {
    restore_language(waits->stored, found->second);
    deferred_.erase(waits);
  }
  return found;
}

void CodeLanguages::read_all() const {
  const std::lock_guard guard(reading());
  for (const Deferred& one : deferred_) restore_language(one.stored, map_[one.language]);
  deferred_.clear();
}

CodeLanguages::Map::const_iterator CodeLanguages::begin() const {
  read_all();
  return map_.begin();
}

CodeLanguage& CodeLanguages::operator[](const std::string& language) {
  read_all();
  return map_[language];
}

bool CodeLanguages::have_patterns() const {
  const std::lock_guard guard(reading());
  return std::any_of(deferred_.begin(), deferred_.end(), [](const Deferred& one) { return one.has_patterns; }) ||
         std::any_of(map_.begin(), map_.end(), [](const auto& one) { return !one.second.patterns.empty(); });
}

void CodeLanguages::defer(const std::string& language, bool has_patterns, std::string_view stored) {
  map_.try_emplace(map_.end(), language);
  deferred_.push_back({language, has_patterns, stored});
}

}  // namespace topos
