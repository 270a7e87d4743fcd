// SPDX-License-Identifier: Apache-2.0
#include "topos/base/output_folder.hpp"

#include <fcntl.h>
#include <sha2.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "topos/base/error.hpp"
#include "topos/base/io.hpp"

namespace topos {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_list = std::size_t{1} << 24;
constexpr std::size_t name_at = 66;  // in a line of the list: behind the checksum and two spaces

[[noreturn]] void fail(int number, const std::string& what, const std::string& path) {
  throw Error(Errc::io, what + ": " + std::generic_category().message(number), {path});
}

/// The files that a folder's list of checksums names, and the list.
std::set<std::string> listed_files(const std::string& folder) {
  std::set<std::string> names;
  const std::string path = folder + '/' + std::string(checksum_list);
  if (!fs::exists(path)) return names;
  const std::string list = InputStream(path).read_all(largest_list);
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find('\n', begin), list.size());
    if (end - begin > name_at) names.insert(list.substr(begin + name_at, end - begin - name_at));
    begin = end + 1;
  }
  names.emplace(checksum_list);
  return names;
}

/// A folder is replaced only if all that it holds was made by an earlier run.
void refuse_other_files(const std::string& folder) {
  const std::set<std::string> known = listed_files(folder);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_directory() && !entry.is_symlink()) continue;
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    if (known.count(name) == 0)
      throw Error(Errc::usage,
                  "the folder holds '" + printable(name) + "', which is no part of an earlier result and would be lost",
                  {folder}, "name a new or an empty folder");
  }
}

}  // namespace

/// Keeps signals that end the program waiting, so that no half of a folder is left behind.
class OutputFolder::HeldSignals {
 public:
  HeldSignals() {
    sigset_t held;
    sigemptyset(&held);
    for (const int number : {SIGHUP, SIGINT, SIGTERM}) sigaddset(&held, number);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

/// SHA-256 of bytes that come in parts.
class OutputFolder::Checksum {
 public:
  Checksum() { SHA256Init(&context_); }
  void add(std::string_view bytes) {
    SHA256Update(&context_, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  [[nodiscard]] std::string hex() {
    std::array<char, SHA256_DIGEST_STRING_LENGTH> hex{};
    SHA256End(&context_, hex.data());
    return hex.data();
  }

 private:
  SHA2_CTX context_{};
};

OutputFolder::OutputFolder(std::string path) : path_(std::move(path)) {
  while (path_.size() > 1 && path_.back() == '/') path_.pop_back();
  std::error_code failed;
  // What a link leads to is replaced, not the link.
  if (fs::is_symlink(path_, failed) && fs::exists(path_, failed)) path_ = fs::canonical(path_).string();
  if (fs::exists(path_, failed) && !fs::is_directory(path_))
    throw Error(Errc::usage, "it is a file, and a folder is to be written", {path_});
  const fs::path around = fs::path(path_).parent_path();
  if (fs::is_directory(path_, failed))
    refuse_other_files(path_);
  else if (!around.empty() && !fs::is_directory(around, failed))
    throw Error(Errc::missing, "there is no folder to put it in", {path_});
}

OutputFolder::~OutputFolder() {
  if (descriptor_ >= 0) ::close(descriptor_);
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
}

void OutputFolder::begin() {
  signals_ = std::make_unique<HeldSignals>();
  const fs::path around = fs::path(path_).parent_path();
  temporary_ = (around / (".topos-" + std::to_string(::getpid()) + ".tmp")).string();
  if (::mkdir(temporary_.c_str(), 0777) != 0) {
    const int number = errno;
    const std::string at = std::exchange(temporary_, {});
    fail(number, "cannot create a folder", at);
  }
}

void OutputFolder::write(const std::string& name, std::string_view bytes) {
  if (!signals_) begin();
  if (name != name_) {
    end_file();
    const fs::path file = fs::path(temporary_) / name;
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    descriptor_ = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0) fail(errno, "cannot create", path_ + '/' + name);
    name_ = name;
    checksum_ = std::make_unique<Checksum>();
  }
  checksum_->add(bytes);
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno, "cannot write", path_ + '/' + name);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void OutputFolder::end_file() {
  if (descriptor_ < 0) return;
  const int file = std::exchange(descriptor_, -1);
  if (::close(file) != 0 && errno != EINTR) fail(errno, "cannot write", path_ + '/' + name_);
  lines_.push_back(checksum_->hex() + "  " + name_ + '\n');
}

void OutputFolder::close() {
  end_file();
  // In the order of names, which stand behind checksums of one length.
  std::sort(lines_.begin(), lines_.end(), [](const std::string& x, const std::string& y) {
    return x.compare(name_at, x.npos, y, name_at, y.npos) < 0;
  });
  std::string list;
  for (const std::string& line : lines_) list += line;
  write(std::string(checksum_list), list);
  end_file();
  if (!fs::exists(path_)) {
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail(errno, "cannot put in its place", path_);
    temporary_.clear();
    return;
  }
  // Both change places at once; the destructor removes the old one.
  if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) == 0) return;
  const std::string old = temporary_ + ".old";
  if (std::rename(path_.c_str(), old.c_str()) != 0) fail(errno, "cannot replace", path_);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    const int number = errno;
    (void)std::rename(old.c_str(), path_.c_str());
    fail(number, "cannot put in its place", path_);
  }
  temporary_ = old;
}

}  // namespace topos
