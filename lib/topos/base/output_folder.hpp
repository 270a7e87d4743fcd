// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace topos {

/// Name of the list of files and their SHA-256 in a folder of results, in the form that sha256sum(1) reads.
inline constexpr std::string_view checksum_list = "SHA256SUMS";

/// A folder of results that appears whole or not at all. It may take the place of an earlier one, which it tells by its
/// list of checksums.
class OutputFolder {
 public:
  /// Errors: Errc::usage, if `path` is no folder, or one with a file that its list of checksums does not name;
  /// Errc::missing, if the folder around it is not there.
  explicit OutputFolder(std::string path);
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;
  ~OutputFolder();

  /// Takes the bytes of one file, in parts if there are many. Signals that end the program wait from the first file to
  /// `close`. Domain: `name` is relative, parts of one file follow each other.   Errors: Errc::io.
  void write(const std::string& name, std::string_view bytes);
  /// Adds the list of checksums and puts the folder in its place. Errors: Errc::io.
  void close();

 private:
  class HeldSignals;
  class Checksum;
  void begin();
  void end_file();

  std::string path_;
  std::string temporary_;
  std::string name_;  ///< of the file that is being written
  int descriptor_ = -1;
  std::unique_ptr<Checksum> checksum_;  ///< of the file that is being written
  std::vector<std::string> lines_;      ///< of the list of checksums
  std::unique_ptr<HeldSignals> signals_;
};

}  // namespace topos
