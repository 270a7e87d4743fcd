// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace topos {

/// Packs bytes as they come (RFC 1951). The same bytes give the same packed ones.
class Deflater {
 public:
  /// Alone, as zip archives hold it, or as a gzip file without name and time (RFC 1952).
  enum class Form { bare, gzip };
  using Sink = std::function<void(std::string_view packed)>;

  /// Domain: `level` is from 1, fast, to 9, small.
  Deflater(Form form, int level);
  Deflater(Deflater&&) noexcept;
  Deflater& operator=(Deflater&&) noexcept;
  ~Deflater();

  void write(std::string_view bytes, const Sink& sink);
  /// Ends what is packed. Once.
  void finish(const Sink& sink);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace topos
