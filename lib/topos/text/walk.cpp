// SPDX-License-Identifier: Apache-2.0
#include "topos/text/walk.hpp"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "topos/base/hash.hpp"
#include "topos/text/line_reader.hpp"
#include "topos/text/passed_over.hpp"
#include "topos/text/readers/reader.hpp"

namespace topos {
namespace {

namespace fs = std::filesystem;

class Walker {
 public:
  Walker(const InputOptions& options, const FailureSink& failures, const NoteSink& notes)
      : table_(fs::path(options.metadata_table).lexically_normal()), failures_(failures), notes_(notes) {}

  void add(const std::string& named) {
    if (named == "-") return add_file(named, named);
    std::error_code problem;
    const fs::file_status status = fs::status(named, problem);
    if (fs::exists(status)) return add_existing(named, status);
    const bool pattern = named.find_first_of("*?[") != std::string::npos;
    if (pattern && add_matches(named)) return;
    if (fs::symlink_status(named, problem).type() == fs::file_type::symlink)
      return miss(named, "a symbolic link that leads nowhere");
    miss(named, pattern ? "no file fits this pattern" : problem ? problem.message() : "No such file or directory");
  }

  std::vector<NamedInput> finish() {
    if (found_.empty() && missed_) throw Error(*missed_);
    if (missed_ && failures_)
      for (const Error& error : all_missed_) failures_(error);
    return std::move(found_);
  }

 private:
  void miss(const std::string& named, const std::string& why) {
    all_missed_.emplace_back(Errc::missing, "cannot open: " + why, Location{named}, "");
    if (!missed_) missed_ = all_missed_.front();
  }

  void add_existing(const std::string& named, const fs::file_status& status) {
    if (!fs::is_directory(status)) {
      std::error_code problem;
      const fs::path real = fs::canonical(named, problem);
      return add_file(named, problem ? named : real.string());
    }
    add_folder(named);
  }

  bool add_matches(const std::string& pattern) {
    glob_t matches{};
    const int result = ::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &matches);
    std::vector<std::string> paths;
    if (result == 0) paths.assign(matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
    ::globfree(&matches);
    std::sort(paths.begin(), paths.end());
    for (const std::string& path : paths) {
      std::error_code problem;
      add_existing(path, fs::status(path, problem));
    }
    return !paths.empty();
  }

  void add_file(const std::string& path, const std::string& real) {
    const std::size_t slash = path.rfind('/');
    take({path, slash == std::string::npos ? 0 : slash + 1}, real);
  }

  void add_folder(const std::string& named) {
    std::error_code problem;
    const fs::path real = fs::canonical(named, problem);
    const std::string prefix = named.ends_with('/') ? named : named + '/';
    std::vector<std::string> files;
    std::vector<std::string> waiting = {prefix};
    std::size_t links = 0;
    PassedOver others;
    while (!waiting.empty()) {
      const std::string folder = std::move(waiting.back());
      waiting.pop_back();
      list(folder, files, waiting, links, others);
    }
    std::sort(files.begin(), files.end());
    if (links != 0)
      note(named, std::to_string(links) + (links == 1 ? " symbolic link" : " symbolic links") + " not followed");
    if (files.empty())
      note(named, "no texts in this folder (" + folder_extensions() + " .zip .tar .tgz, also .gz .zst .xz .bz2)");
    if (others.any()) note(named, others.note());
    for (std::string& file : files) {
      const std::string place = (problem ? named : real.string()) + '/' + file.substr(prefix.size());
      take({std::move(file), prefix.size()}, place);
    }
  }

  void list(const std::string& folder, std::vector<std::string>& files, std::vector<std::string>& waiting,
            std::size_t& links, PassedOver& others) {
    std::error_code problem;
    fs::directory_iterator entries(folder, problem);
    for (; !problem && entries != fs::directory_iterator(); entries.increment(problem)) {
      const std::string name = entries->path().filename().string();
      if (name.starts_with('.')) continue;
      // What the folder says about its entries is enough on most file systems: no file is asked for.
      std::error_code unknown;
      std::string path = folder + name;
      if (entries->is_symlink(unknown))
        ++links;
      else if (entries->is_directory(unknown))
        waiting.push_back(path + '/');
      else if (is_taken_from_folders(name) && entries->is_regular_file(unknown))
        files.push_back(std::move(path));
      else if (is_taken_from_folders(name))
        note(path, "left out: not a regular file");
      else if (fs::path(path).lexically_normal() != table_)
        others.add(name);
    }
    if (problem && failures_) failures_(Error(Errc::missing, "cannot read the folder: " + problem.message(), {folder}));
  }

  void take(NamedInput input, const std::string& real) {
    const std::size_t number = found_.size();
    const auto again = [&](std::size_t first, const std::string& hint) {
      throw Error(Errc::duplicate_id,
                  "the id \"" + printable(input.id()) + "\" is that of " + printable(found_[first].path) + " too",
                  {input.path}, hint);
    };
    const auto [place, new_place] = places_.emplace(hash64(real), number);
    if (!new_place)
      throw Error(Errc::duplicate_id, "the same file is named twice, first as " + printable(found_[place->second].path),
                  {input.path}, "name every input once");
    const auto [id, new_id] = ids_.emplace(hash64(input.id()), number);
    if (!new_id) again(id->second, "name a folder that holds both: ids are paths relative to it");
    found_.push_back(std::move(input));
  }

  void note(const std::string& path, const std::string& what) const {
    if (notes_) notes_(printable(path) + ": " + what);
  }

  fs::path table_;  ///< of the run's metadata, which may lie beside the texts
  const FailureSink& failures_;
  const NoteSink& notes_;
  std::vector<NamedInput> found_;
  std::vector<Error> all_missed_;
  std::optional<Error> missed_;
  std::unordered_map<std::uint64_t, std::size_t> ids_;
  std::unordered_map<std::uint64_t, std::size_t> places_;
};

/// Paths one a line, or NUL-separated as `find -print0` writes them.
std::vector<std::string> listed_paths(const std::string& list) {
  const std::unique_ptr<ByteSource> source = file_bytes(list);
  const std::string bytes = read_all(*source, list);
  const bool by_nul = bytes.find('\0') != std::string::npos;
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find(by_nul ? '\0' : '\n', at), bytes.size());
    std::string_view path = std::string_view(bytes).substr(at, end - at);
    if (!by_nul) path = without_cr(path);
    if (!path.empty()) paths.emplace_back(path);
    at = end + 1;
  }
  return paths;
}

}  // namespace

std::vector<NamedInput> walk_inputs(const InputOptions& options, const FailureSink& failures, const NoteSink& notes) {
  Walker walker(options, failures, notes);
  for (const std::string& path : options.paths) walker.add(path);
  if (!options.files_from.empty()) {
    if (options.files_from == "-" && std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end())
      throw Error(Errc::usage, "standard input cannot be both a text and the list of --files-from");
    for (const std::string& path : listed_paths(options.files_from)) walker.add(path);
  } else if (options.paths.empty()) {
    walker.add("-");
  }
  return walker.finish();
}

}  // namespace topos
